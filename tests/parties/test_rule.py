"""A person's word on who is who, through the verbs, on a small pile of invented reports."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.errors import RecordError, UsageError

PILE = {
    "a.txt": "Mira Holt, the envoy, said the port was closed. “We leave,” Holt said.",
    "b.txt": "Envoy Mira Holt said on Monday that nothing was settled.",
    "c.txt": "“I know nothing of a port,” said Mira Holt, a baker.",
    "d.txt": "Jon Ames, a pilot, said the port was open.",
}


def build(folder: Path, pile: dict[str, str] = PILE, reread: bool = False) -> Path:
    (folder / "pile").mkdir(exist_ok=True)
    for name, text in pile.items():
        (folder / "pile" / name).write_text(text + "\n", encoding="utf-8")
    reportedly.build(folder / "pile", record=folder / "affair.reportedly", reread=reread)
    return folder / "affair.reportedly"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return build(tmp_path)


def holts(record: Path) -> list[set[str]]:
    """Give the reports that each party called Holt is in."""
    found = [row for row in reportedly.parties(record) if "Mira Holt" in row["names"]]
    return sorted(({mention["report"] for mention in row["mentions"]} for row in found), key=sorted)


def by_person(record: Path) -> list[dict[str, Any]]:
    return [row for row in reportedly.judgements(record) if row["by"] == "person"]


def holt_of(record: Path, report: str) -> str:
    """Give the id of a statement of Holt's in a report."""
    found = (s["id"] for s in reportedly.statements(record) if s["report"] == report and s["speaker"])
    return str(next(found))


def party_of(record: Path, report: str) -> str:
    """Give the id of the party called Holt that a report mentions."""
    rows = (row for row in reportedly.parties(record) if "Mira Holt" in row["names"])
    return str(next(row["id"] for row in rows if report in {m["report"] for m in row["mentions"]}))


def test_a_merge_by_the_machine_is_a_judgement_with_its_reason(pile):
    assert holts(pile) == [{"a.txt", "b.txt", "c.txt"}]
    (first, second) = [row for row in reportedly.judgements(pile) if row["by"] == "machine"]
    assert {first["reason"], second["reason"]} == {"the same name"}
    assert first["about"][0]["text"] == "Mira Holt"
    reasons = [s["speaker"]["reason"] for s in reportedly.statements(pile) if s["speaker"]]
    assert any("across reports: the same name" in reason for reason in reasons)


def test_splitting_by_a_statement_takes_its_speaker_out_for_good(pile, tmp_path):
    reportedly.split(pile, holt_of(pile, "c.txt"))
    apart = [{"a.txt", "b.txt"}, {"c.txt"}]
    assert holts(pile) == apart
    build(tmp_path)
    assert holts(pile) == apart
    build(tmp_path, reread=True)
    assert holts(pile) == apart
    assert reportedly.verify(pile) == []


def test_splitting_a_party_takes_all_its_reports_apart(pile):
    reportedly.split(pile, party_of(pile, "a.txt"))
    assert holts(pile) == [{"a.txt"}, {"b.txt"}, {"c.txt"}]


def test_merging_outranks_what_was_split_before(pile):
    reportedly.split(pile, party_of(pile, "a.txt"))
    reportedly.merge(pile, party_of(pile, "a.txt"), party_of(pile, "c.txt"))
    assert holts(pile) == [{"a.txt", "c.txt"}, {"b.txt"}]
    assert reportedly.verify(pile) == []


def test_a_merge_of_two_types_says_so(tmp_path):
    record = build(tmp_path, {**PILE, "e.txt": "The Harbour Council said the port was open."})
    council = next(row["id"] for row in reportedly.parties(record) if row["type"] == "organisation")
    made = reportedly.merge(record, council, party_of(record, "a.txt"))
    assert "(organisation) and “Mira Holt” (person)" in made["reason"]


def test_a_name_given_stays_and_can_be_taken_back(pile, tmp_path):
    made = reportedly.rename(pile, party_of(pile, "a.txt"), "M. Holt of Sele")
    build(tmp_path, reread=True)
    assert reportedly.statements(pile)[0]["speaker"]["name"] == "M. Holt of Sele"
    assert reportedly.verify(pile) == []
    assert reportedly.undo(pile, made["id"])["undone"]
    assert reportedly.statements(pile)[0]["speaker"]["name"] == "Mira Holt"
    assert reportedly.verify(pile) == []


def test_what_is_undone_is_as_if_it_had_not_been(pile):
    before = reportedly.parties(pile), reportedly.statements(pile)
    made = reportedly.split(pile, party_of(pile, "a.txt"))
    reportedly.undo(pile, made["id"])
    assert (reportedly.parties(pile), reportedly.statements(pile)) == before
    assert [row["undone"] for row in by_person(pile)] == [True]
    again = reportedly.split(pile, party_of(pile, "a.txt"))
    assert (again["id"], again["undone"]) == (made["id"], False)


def test_a_judgement_finds_its_place_in_a_changed_file(pile, tmp_path):
    reportedly.split(pile, holt_of(pile, "c.txt"))
    build(tmp_path, {**PILE, "c.txt": "Sele, Monday. " + PILE["c.txt"]})
    assert holts(pile) == [{"a.txt", "b.txt"}, {"c.txt"}]
    (row,) = by_person(pile)
    assert not row["orphaned"]
    assert reportedly.verify(pile) == []


def test_a_judgement_whose_words_are_gone_is_orphaned_not_lost(pile, tmp_path):
    reportedly.split(pile, holt_of(pile, "c.txt"))
    build(tmp_path, {**PILE, "c.txt": "Nothing was said."})
    (row,) = by_person(pile)
    assert row["orphaned"]
    assert row["about"] == [
        {"report": None, "report_id": None, "start": None, "end": None, "text": "Mira Holt"}
    ]
    assert reportedly.verify(pile) == []
    build(tmp_path)
    assert holts(pile) == [{"a.txt", "b.txt"}, {"c.txt"}]


def test_what_cannot_be_meant_is_told_plainly(pile):
    party = party_of(pile, "a.txt")
    machine = next(row["id"] for row in reportedly.judgements(pile))
    single = next(row["id"] for row in reportedly.parties(pile) if row["name"] == "Jon Ames")
    attempts: list[tuple[Callable[[], object], str]] = [
        (lambda: reportedly.merge(pile, party, party), "one party already"),
        (lambda: reportedly.merge(pile, party, "y0"), "No party"),
        (lambda: reportedly.split(pile, "s0"), "No statement"),
        (lambda: reportedly.split(pile, single), "nothing to take apart"),
        (lambda: reportedly.rename(pile, party, " "), "empty"),
        (lambda: reportedly.rename(pile, party, "Mira Holt"), "already"),
        (lambda: reportedly.undo(pile, machine), "the machine's"),
        (lambda: reportedly.undo(pile, "j0"), "No judgement"),
    ]
    for attempt, why in attempts:
        with pytest.raises(UsageError, match=why):
            attempt()
    with pytest.raises(RecordError):
        reportedly.split(pile.with_name("none"), party)
