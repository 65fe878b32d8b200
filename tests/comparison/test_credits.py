from typing import Any

import pytest

from reportedly.comparison.credits import credits_of, desk_names
from reportedly.passages.passage import Passage
from reportedly.spans import Span


def credited(*parts: tuple[Any, str], byline: str | None = None) -> list[tuple[str, str, str | None]]:
    text, passages = "", []
    for kind, words in parts:
        passages.append(Passage(kind, Span(len(text), len(text) + len(words) + 2)))
        text += words + "\n\n"
    found = credits_of(text, passages, byline)
    return [(one.reason, one.desk, one.span.words(text) if one.span else None) for one in found]


BODY = ("body", "The ferry left late.")


@pytest.mark.parametrize(
    ("kind", "words", "desk"),
    [
        ("dateline", "ARDEN, March 3 (Harbour Wire) –", "Harbour Wire"),
        ("dateline", "ARDEN (Reuters) —", "Reuters"),
        ("byline", "By Reuters", "Reuters"),
        ("byline", "Jon Hale, Associated Press", "Associated Press"),
        ("notice", "With material from the Harbour Press Agency (HPA).", "Harbour Press Agency (HPA)"),
        ("body", "The Associated Press contributed to this report.", "Associated Press"),
        ("body", "Source: Reuters", "Reuters"),
    ],
)
def test_an_agency_is_credited_where_its_name_stands(kind, words, desk):
    parts = [(kind, words), BODY] if kind in ("dateline", "byline") else [BODY, (kind, words)]
    ((reason, found, where),) = credited(*parts)
    assert (reason, found) == ("agency", desk)
    assert desk in (where or "")


@pytest.mark.parametrize(
    "words",
    [
        "Petrova spoke to Reuters on Monday.",
        "The report came from the ministry.",
        "She denied reports by Reuters that it was sold.",
        "This story was first published on Tuesday.",
        "ARDEN (March 3) –",
    ],
)
def test_an_agency_that_is_only_named_is_not_credited(words):
    assert credited(("body", words), BODY) == []


def test_a_place_in_a_dateline_is_no_agency():
    assert credited(("dateline", "PORTLAND (Maine) –"), BODY) == []


def test_a_reprint_names_where_it_came_from():
    note = "This article first appeared in the Harbour Weekly and is reprinted with permission."
    assert credited(("byline", note), BODY) == [("reprint", "Harbour Weekly", note)]


def test_authors_are_persons_with_their_place_in_the_byline():
    found = credited(("byline", "By Ana Petrova and Jon Hale"), BODY, byline="Ana Petrova, Jon Hale")
    assert found == [("author", "Ana Petrova", "Ana Petrova"), ("author", "Jon Hale", "Jon Hale")]
    assert credited(("byline", "By Gazette staff"), BODY, byline="Gazette staff") == []
    assert credited(("byline", "The Editorial Board"), BODY, byline="The Editorial Board") == []
    assert credited(("byline", "Harbour News"), BODY, byline="Harbour News") == []
    assert credited(BODY, byline="Ana Petrova") == [("author", "Ana Petrova", None)]


def test_a_desk_goes_by_its_name_and_its_letters():
    assert desk_names("HPA") & desk_names("Harbour Press Agency (HPA)")
    assert desk_names("AP") & desk_names("Associated Press")
    assert not desk_names("Reuters") & desk_names("AFP")
