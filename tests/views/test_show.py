from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.errors import UsageError
from tests.record.affair import GAZETTE, HERALD
from tests.record.entries import TEXT


def test_a_statement_is_shown_with_its_words_in_place(record):
    (statement,) = [row for row in reportedly.statements(record) if row["kind"] == "direct"]
    shown = reportedly.show(record, statement["id"])
    assert shown.row == statement
    assert shown.text == TEXT[shown.start : shown.start + len(shown.text)]
    roles = {role: TEXT[start:end] for start, end, role in shown.marks}
    assert roles["source"] == "the envoy, Mira Holt"
    assert roles["content"] == "We leave [today] with nothing."


def test_a_passage_is_marked_without_the_white_space_after_it(record):
    headline = reportedly.passages(record)[0]
    ((start, end, kind),) = reportedly.show(record, headline["id"]).marks
    assert (TEXT[start:end], kind) == ("Talks end in Port Sele", "headline")


@pytest.mark.parametrize("table", ["reports", "passages", "statements", "parties"])
def test_every_id_can_be_shown_by_its_beginning(record, table):
    for row in getattr(reportedly, table)(record):
        assert reportedly.show(record, row["id"][:10]).row == row


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ("x1", "no id"),
        ("sffff", "No row"),
        ("tffff", "`reportedly disagreements` lists"),
        ("s", "ids begin with"),
        ("", "no id"),
    ],
)
def test_an_id_that_is_none_is_told(record, wanted, why):
    with pytest.raises(UsageError, match=why):
        reportedly.show(record, wanted)


def kind(record: Path, wanted: str) -> dict[str, Any]:
    return next(row for row in reportedly.disagreements(record) if row["kind"] == wanted)


def test_a_disagreement_is_shown_with_each_side_in_its_place(affair):
    row = kind(affair, "denial")
    shown = reportedly.show(affair, row["id"])
    assert shown.row == row
    said, denied = sorted(shown.sides, key=lambda side: side.row["report"], reverse=True)
    for side, text in ((said, HERALD), (denied, GAZETTE)):
        assert side.text == text[side.start : side.start + len(side.text)]
        assert side.row["text"] in side.text
    roles = {role: GAZETTE[start:end] for start, end, role in denied.marks}
    assert roles["at odds"] == "crossed"
    assert (roles["source"], roles["cue"]) == ("Jon Hale", "denying")
    assert "Harbour Agency" in roles["via"]


def test_a_report_in_its_own_voice_credits_nobody(affair):
    shown = reportedly.show(affair, kind(affair, "number")["id"])
    (own,) = [side for side in shown.sides if side.row["voice"] == "own"]
    assert [(GAZETTE[start:end], role) for start, end, role in own.marks] == [("700 troops", "at odds")]


def test_a_matter_is_shown_with_all_its_disagreements(affair):
    row = kind(affair, "number")
    about = [one for one in reportedly.disagreements(affair) if one["matter"] == row["matter"]]
    shown = reportedly.show(affair, row["matter"]["id"])
    assert len(about) > 1
    assert shown.row == {**row["matter"], "disagreements": about}


def test_a_claim_is_shown_with_every_report(affair):
    (claim,) = reportedly.claims(affair)
    cells = {cell["outlet"]: cell for cell in reportedly.show(affair, claim["id"]).row["cells"]}
    assert cells["The Herald"]["voice"] == "own"
    assert (cells["The Gazette"]["who"]["name"], cells["The Gazette"]["cue"]) == ("Mira Holt", "said")
    assert sorted(cells[outlet]["reason"] for outlet in ("The Herald", "The Gazette")) == [
        "",
        "word for word the same",
    ]
    assert cells[None]["words"] == "silent"
