"""What is kept of a report's parties gives what working all of it out anew would give."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import delete

import reportedly
from reportedly.comparison.compare import compare
from reportedly.parties.resolve import resolve
from reportedly.record import schema, sqlite

TEXTS = {
    "herald": "Minister Mira Holt said on Monday that the ferry would be late. Mrs. Holt left for Arden.",
    "gazette": "The ferry will be late, Holt said. She spoke in Arden, said the Harbour Council (HC).",
    "weekly": "“It is late,” said Jon Holt, a diver. The HC said that nobody had asked. He went home.",
    "courier": "Minister Holt said that the ferry would be late. The Ardanian Harbour Ministry denied it.",
}
TABLES = ("parties", "judgements", "utterances", "statements")


def pile(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(f"The ferry\n\n{TEXTS[name]}\n", encoding="utf-8")
    return folder


def told(record: Path) -> str:
    return json.dumps([getattr(reportedly, name)(record) for name in TABLES])


def told_anew(record: Path) -> str:
    """Give what a copy of a record tells after everything that is kept beside its reports was taken out."""
    other = record.with_name("anew")
    shutil.copy(record, other)
    with sqlite.create(other).begin() as connection:
        for table in (schema.figures, schema.compared, schema.heard):
            connection.execute(delete(table))
        for table in (schema.prints, schema.credited, schema.shared):
            connection.execute(delete(table))
        resolve(connection)
        compare(connection)
    return told(other)


@pytest.mark.parametrize("order", [list(TEXTS), list(reversed(TEXTS))])
def test_reports_added_one_by_one_give_the_parties_they_give_together(tmp_path, order):
    together, record = tmp_path / "together", tmp_path / "affair"
    reportedly.build(pile(tmp_path / "all", *TEXTS), record=together)
    for name in order:
        reportedly.build(pile(tmp_path / "pile", name), record=record)
    assert told(record) == told(together) == told_anew(record)
    reportedly.build(tmp_path / "pile", record=record, reread=True)
    assert told(record) == told(together) == told_anew(record)


def test_a_dropped_report_leaves_no_trace(tmp_path):
    record, rest = tmp_path / "affair", tmp_path / "rest"
    folder = pile(tmp_path / "pile", *TEXTS)
    reportedly.build(folder, record=record)
    (folder / "herald.txt").unlink()
    reportedly.build(folder, record=record, drop=True)
    reportedly.build(folder, record=rest)
    assert told(record) == told(rest) == told_anew(record)


def test_a_report_of_other_words_takes_the_place_of_the_one_before(tmp_path):
    record = tmp_path / "affair"
    folder = pile(tmp_path / "pile", *TEXTS)
    reportedly.build(folder, record=record)
    (folder / "weekly.txt").write_text("Late\n\nThe ferry was late, said Ida Holt.\n", encoding="utf-8")
    reportedly.build(folder, record=record)
    assert told(record) == told_anew(record)


def test_judgements_of_a_person_outlast_what_is_kept(tmp_path):
    record = tmp_path / "affair"
    reportedly.build(pile(tmp_path / "pile", "herald", "gazette", "weekly"), record=record)
    ids = {row["name"]: row["id"] for row in reportedly.parties(record)}
    reportedly.split(record, ids["Mira Holt"])
    ids = {row["name"]: row["id"] for row in reportedly.parties(record)}
    reportedly.merge(record, ids["Mira Holt"], ids["Jon Holt"])
    assert told(record) == told_anew(record)
    reportedly.build(pile(tmp_path / "pile", "courier"), record=record, reread=True)
    assert told(record) == told_anew(record)
    assert reportedly.verify(record) == []
