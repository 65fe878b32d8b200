from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportedly.language.parse import read_language
from reportedly.language.reading import NameType
from reportedly.mentions.naming import find_names
from reportedly.passages.passage import Passage
from reportedly.spans import Span


def names_in(text: str, types: Sequence[NameType] = ()) -> set[tuple[str, str]]:
    """Give the names of a text with their types; the first names that the parse saw may be of given ones."""
    passages = [Passage("body", Span(0, len(text)))]
    reading = read_language(text, passages)
    names = [replace(one, type=kind) for one, kind in zip(reading.names, types, strict=False)]
    reading = replace(reading, names=(*names, *reading.names[len(names) :]))
    found = find_names(text, passages, reading, [])
    return {(named.type, named.span.words(text)) for named in found}


@pytest.mark.parametrize("noun", ["administration", "campaign"])
def test_what_is_called_after_its_leader_is_a_body(noun):
    text = f"President Robert Hale met reporters. The Hale {noun} denied it on Monday."
    assert ("organisation", f"Hale {noun}") in names_in(text)


def test_a_rally_of_a_campaign_names_no_body():
    text = "Robert Hale met reporters. They were at a Hale campaign rally on Monday."
    assert not any(kind == "organisation" for kind, _ in names_in(text))


def test_a_part_of_a_people_is_named_whole():
    found = names_in("The bill was opposed by Senate Republicans in the vote on Monday.")
    assert ("group", "Senate Republicans") in found
    assert ("organisation", "Senate") not in found


def test_a_platform_is_a_body():
    assert ("organisation", "Twitter") in names_in("Robert Hale denied it on Twitter.")


def test_a_council_is_named_without_whose_it_is():
    text = "Robert Hale met reporters. Hale's National Harbor Council denied it on Monday."
    assert ("organisation", "National Harbor Council") in names_in(text)


def test_a_dateline_names_its_town():
    text = "PORT SELE, Ardania – Robert Hale met reporters."
    passages = [Passage("dateline", Span(0, 20)), Passage("body", Span(20, len(text)))]
    found = find_names(text, passages, read_language(text, passages), [])
    assert [named.span.words(text) for named in found if named.type == "place"] == ["PORT SELE"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks were called off by the French Foreign Ministry on Monday.", "French Foreign Ministry"),
        ("France's Foreign Ministry called off the talks on Monday.", "France's Foreign Ministry"),
    ],
)
def test_a_state_belongs_to_the_name_of_its_ministry(text, name):
    assert ("organisation", name) in names_in(text)


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("Robert Hale came to the quay. It was new. They met Hale.", True),
        ("Hale Ministry came to the quay. It was new. They met Hale.", False),
    ],
)
def test_a_full_name_of_one_who_is_a_person_by_surname_is_no_body(text, is_person):
    found = names_in(text, ["organisation", "person"])
    assert any(kind == "person" and name.startswith("Robert") for kind, name in found) == is_person


def test_a_surname_of_two_does_not_tell():
    text = "Robert Hale came to the quay. He met Mira Hale. They met Hale."
    assert ("organisation", "Robert Hale") in names_in(text, ["organisation", "person", "person"])
