import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UnreadableError
from reportedly.reports.text import decoded, plain_text, whole, written

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t"), min_size=1)


@settings(max_examples=100)
@given(WORDS.filter(lambda words: words.strip() and words.strip("\ufeff \t\r\n\u00a0\u2028\u2029\u3000")))
def test_utf8_is_given_back_untouched(words):
    assert plain_text(words.encode()).text == words


def test_line_ends_and_byte_order_mark_stay():
    assert (
        plain_text(b"\xef\xbb\xbfShe said.\r\nHe\xc2\xa0left.\r").text == "\ufeffShe said.\r\nHe\u00a0left.\r"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "cp1252"])
def test_quotation_marks_survive_each_encoding(encoding):
    words = "“We never agreed – it’s naïve,” the señora said."
    assert plain_text(words.encode(encoding)).text.removeprefix("\ufeff") == words


def test_cyrillic_is_told_from_western_letters():
    words = "Министр заявил, что переговоры продолжатся на следующей неделе."
    assert plain_text(words.encode("cp1251")).text == words


def test_named_encoding_outranks_looks():
    assert decoded("ñandú".encode("cp1252"), "iso-8859-1").text == "ñandú"


def test_iso_8859_1_means_windows_1252():
    assert decoded(b"\x93Yes\x94", "iso-8859-1").text == "“Yes”"


def test_mixed_encodings_are_read_and_told():
    found = plain_text("“Oui,” said Zoé in the café. “Non!”".encode() + " It’s over.".encode("cp1252"))
    assert found.text == "“Oui,” said Zoé in the café. “Non!” It’s over."
    assert found.doubt.startswith("1 bytes")


def test_unknown_encoding_name_does_no_harm():
    assert decoded(b"caf\xe9 society", "no-such-thing").text.startswith("caf")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \r\n\t \xc2\xa0", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"PK\x03\x04\x00\x00 words", "not-text"),
        (bytes(range(1, 9)) * 4, "not-text"),
        (b"\xff\xfeA\x00B", "encoding"),
    ],
)
def test_unreadable(data, what):
    with pytest.raises(UnreadableError) as caught:
        plain_text(data)
    assert caught.value.what == what
    assert caught.value.why.endswith(".")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana \ud83d Belo", "Ana \ufffd Belo"),
        ("\ud83d\ude42 yes", "🙂 yes"),
        ("no \ude42\ud83d", "no \ufffd\ufffd"),
        ("é 🙂 \ufeff", "é 🙂 \ufeff"),
    ],
)
def test_halves_of_characters(text, expected):
    assert whole(text) == expected


@given(st.text(st.characters()))
def test_what_is_whole_can_be_stored(text):
    assert whole(text).encode().decode() == whole(whole(text)) == whole(text)


def test_file_names_that_are_no_text_stay_apart():
    assert written("caf\udce9 \ud83d é") == "caf\\xe9 \ufffd é"
