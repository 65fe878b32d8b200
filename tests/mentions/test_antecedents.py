from reportedly.mentions.antecedents import find_antecedents, last_speaker, options
from tests.mentions.scenes import scene_of


def offered(text: str, pronoun: str) -> list[str]:
    """Give the words that a pronoun may go back to."""
    scene = scene_of(text)
    found = find_antecedents(scene)
    here = next(i for i, one in enumerate(found) if one.words.span.words(text) == pronoun)
    return [found[i].words.span.words(text) for i in options(scene, found, here)]


def test_names_nouns_and_pronouns_stand_in_text_order():
    text = "The consul met Jon Hale before he left."
    found = [one.words for one in find_antecedents(scene_of(text))]
    assert [(one.span.words(text), one.kind) for one in found] == [
        ("consul", "noun"),
        ("Jon Hale", "person"),
        ("he", "pronoun"),
    ]


def test_whoever_is_known_to_be_of_the_other_gender_is_not_offered():
    assert offered("Mrs. Ida Moor met Mr. Jon Hale before she left.", "she") == ["Ida Moor"]


def test_a_subject_is_not_its_verbs_object():
    text = "Mr. Jon Hale praised him in the harbour."
    assert offered(text, "him") == []
    assert offered(text.replace("him", "himself"), "himself") == ["Jon Hale"]


def test_nobody_in_the_words_of_a_speaker_is_that_speaker():
    text = "“Jon Hale is late and the pier is not safe,” he said on Monday."
    assert "Jon Hale" not in offered(text, "he")


def test_who_spoke_last_is_remembered_beyond_a_long_quotation():
    quotation = " ".join(["The pier is not safe."] * 6)
    text = f"Jon Hale said the harbour was closed. “{quotation}” he said."
    scene = scene_of(text)
    found = find_antecedents(scene)
    speaker = last_speaker(scene, found, len(found) - 1)
    assert speaker is not None
    assert found[speaker].words.span.words(text) == "Jon Hale"
    assert speaker in options(scene, found, len(found) - 1)


def test_a_noun_that_renames_a_person_is_that_person():
    found = find_antecedents(scene_of("Jon Hale, the consul, left before he spoke."))
    assert len({one.words.party for one in found if one.words.kind != "pronoun"}) == 1
