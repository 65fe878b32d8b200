import pytest

from reportedly.language.detect import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said on Monday that she would not step down over the affair.", "en"),
        ("Der Minister sagte am Montag, er werde nicht zurücktreten.", "de"),
        ("Le ministre a dit lundi qu’il ne démissionnerait pas.", "fr"),
        ("Министр заявил в понедельник, что не уйдёт в отставку.", "ru"),
        ("El ministro dijo el lunes que no iba a dimitir.", "es"),
    ],
)
def test_a_sentence_is_enough(text, language):
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Ardania", "1, 2, 3 …", "“!!!”", "Kass: No"])
def test_too_short_to_tell(text):
    assert detect_language(text) is None


def test_a_long_text_is_told_by_its_start():
    english = "The ministry said the bridge would open again in the spring. "
    assert detect_language(english * 5_000) == "en"
