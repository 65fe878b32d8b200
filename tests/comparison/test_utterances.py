from pathlib import Path
from typing import Any

import pytest

import reportedly

HERALD = """Port fee

The fee is outrageous and will empty the pier before the winter, Mayor Mira Holt said on Monday. "Nobody asked the fishermen," she said.

Jon Hale, the harbour master, said that the pier was safe for ships of every kind.
"""
GAZETTE = """A fee at the port

Mira Holt, the mayor, said on Monday that the fee would empty the pier before the winter.

The pier was safe for ships of every kind, Mira Holt said.
"""
AGAIN = """The fee again

Mayor Mira Holt said on Thursday that the fee would empty the pier before the winter.
"""
SHEET = "file,published\nherald.txt,2031-03-04\ngazette.txt,2031-03-04\nagain.txt,2031-03-07\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    folder = Path(tmp_path_factory.mktemp("said"))
    (folder / "pile").mkdir()
    for name, text in (("herald", HERALD), ("gazette", GAZETTE), ("again", AGAIN)):
        (folder / "pile" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "pile" / "reportedly.csv").write_text(SHEET, encoding="utf-8")
    reportedly.build(folder / "pile", record=folder / "affair")
    return folder / "affair"


def test_reports_added_one_by_one_or_read_again_give_what_they_give_together(record, tmp_path):
    (tmp_path / "pile").mkdir()
    for name, text in (("again", AGAIN), ("gazette", GAZETTE), ("herald", HERALD)):
        (tmp_path / "pile" / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "pile" / "reportedly.csv").write_text(SHEET, encoding="utf-8")
        reportedly.build(tmp_path / "pile", record=tmp_path / "affair")
    for reread in (False, True):
        reportedly.build(tmp_path / "pile", record=tmp_path / "affair", reread=reread)
        assert reportedly.utterances(tmp_path / "affair") == reportedly.utterances(record)
    (tmp_path / "pile" / "herald.txt").unlink()
    reportedly.build(tmp_path / "pile", record=tmp_path / "affair", drop=True)
    assert reportedly.utterances(tmp_path / "affair") == []
    assert reportedly.verify(tmp_path / "affair") == []


@pytest.mark.parametrize(("weekday", "day"), [("Monday", "2031-03-03"), ("Thursday", None)])
def test_a_statement_without_a_day_takes_that_of_the_same_act_in_a_dated_report(tmp_path, weekday, day):
    (tmp_path / "pile").mkdir()
    undated = GAZETTE.replace("Monday", weekday)
    for name, text in (("herald", HERALD), ("undated", undated)):
        (tmp_path / "pile" / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "pile" / "reportedly.csv").write_text(SHEET, encoding="utf-8")
    reportedly.build(tmp_path / "pile", record=tmp_path / "affair")
    said = [
        row["said_on"] for row in reportedly.statements(tmp_path / "affair")
        if row["report"] == "undated.txt" and "winter" in row["content"][0]["text"]
    ]  # fmt: skip
    assert [one and one["edtf"] for one in said] == [day]
    if day:
        assert (said[0]["basis"], said[0]["evidence"][0]["report"]) == ("utterance", "herald.txt")
        why = [
            row["why"] for row in reportedly.timeline(tmp_path / "affair") if row["report"] == "undated.txt"
        ]
        assert why[0][0]["step"] == "the same act of speech in another report"


def told(record: Path) -> list[list[tuple[str, str]]]:
    said: dict[str, Any] = {row["id"]: row for row in reportedly.statements(record)}
    return [
        sorted((said[one]["report"], said[one]["speaker"]["name"]) for one in row["statements"])
        for row in reportedly.utterances(record)
    ]


def test_what_was_said_once_is_one_and_what_was_said_again_another(record):
    # On Thursday she said it again, and what the harbour master said is not hers.
    assert told(record) == [[("gazette.txt", "Mira Holt"), ("herald.txt", "Mira Holt")]]


def test_an_utterance_has_its_speaker_its_day_and_why(record):
    (row,) = reportedly.utterances(record)
    statements = {one["id"]: one for one in reportedly.statements(record)}
    assert row["said_on"] == "2031-03-03"
    assert {statements[one]["speaker"]["id"] for one in row["statements"]} == {row["speaker"]}
    assert row["reasons"][0] == ""
    assert "empty the pier before the winter" in row["reasons"][1]


def test_a_statement_names_its_utterance(record):
    (row,) = reportedly.utterances(record)
    named = {one["id"] for one in reportedly.statements(record) if one["utterance"] == row["id"]}
    assert named == set(row["statements"])
    assert reportedly.verify(record) == []


def test_what_a_person_judges_changes_at_once_who_said_it(record, tmp_path):
    copy = tmp_path / "affair"
    copy.write_bytes(record.read_bytes())
    (row,) = reportedly.utterances(copy)
    reportedly.split(copy, row["statements"][0])
    assert reportedly.utterances(copy) == []


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_utterances_can_be_exported(record, tmp_path, ending):
    reportedly.export(record, "utterances", tmp_path / f"out.{ending}")
    assert (tmp_path / f"out.{ending}").stat().st_size
