"""Whom "he" and "she" mean, in a report's own words and in those of its speakers."""

import pytest

from reportedly.language.parse import read_language
from reportedly.mentions.find import find_mentions
from reportedly.mentions.mention import Coreference, Mention
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.find import find_statements


def read(text: str) -> Coreference:
    passages = [Passage("body", Span(0, len(text)))]
    reading = read_language(text, passages)
    return find_mentions(text, passages, reading, find_statements(text, passages, reading))


def pronouns(text: str) -> dict[str, list[str]]:
    """Give the pronouns that mean each party, by its name."""
    found = {}
    for chain in read(text).chains:
        words = [one.span.words(text) for one in chain.mentions if one.form == "pronoun"]
        if words:
            found[chain.name] = words
    return found


def mentions(text: str) -> list[Mention]:
    return [one for chain in read(text).chains for one in chain.mentions if one.form == "pronoun"]


ALONE = "Minister Ana Petrova opened the harbour on Monday. She thanked her crew, and they cheered her."


def test_pronouns_of_every_kind_mean_the_one_person_named():
    assert pronouns(ALONE) == {"Ana Petrova": ["She", "her", "her"]}


def test_a_man_is_not_she():
    assert "Mr. Jon Hale" not in pronouns("Mr. Jon Hale left. She closed the door.")


def test_each_gender_has_its_own():
    found = pronouns(
        "Mrs. Ana Petrova met Mr. Jon Hale in the harbour. She praised his crew, and he thanked her."
    )
    assert found == {"Ana Petrova": ["She", "her"], "Jon Hale": ["his", "he"]}


def test_a_pronoun_without_anyone_stays_open():
    assert pronouns("He closed the door. The harbour was empty, and it rained.") == {}


def test_an_object_is_not_the_subject_of_its_verb():
    assert "her" not in pronouns("Mrs. Ana Petrova praised her.").get("Ana Petrova", [])


@pytest.mark.parametrize(
    "text", [ALONE, "Minister Ana Petrova said she was glad, and that her crew was too."]
)
def test_a_reason_names_the_pronoun_and_the_person(text):
    found = mentions(text)
    assert found
    for one in found:
        assert one.reason.startswith(f'"{one.span.words(text).lower()}" ')
        assert "Ana Petrova" in one.reason
        assert 0.5 <= one.confidence <= 1


def test_a_name_with_braces_does_not_break_the_reason():
    text = "Ana {Ida} Petrova met Ida {Moor} in the harbour. She waved, and she left with her crew."
    assert all("sentence" in one.reason for one in mentions(text))


def test_whoever_is_called_she_is_never_he():
    text = "Pat Lorne came late. She sat down. She read her notes, and she rose. Then he left."
    for chain in read(text).chains:
        words = {one.span.words(text).lower() for one in chain.mentions if one.form == "pronoun"}
        assert not (words & {"he", "his"} and words & {"she", "her"})


def test_a_body_is_never_he():
    assert pronouns("The Harbour Ministry closed the pier. He was angry.") == {}
