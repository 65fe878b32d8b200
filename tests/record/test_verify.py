import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest

import reportedly
from reportedly.comparison.finding import DisagreementKind
from reportedly.record.verify import KNOWN
from reportedly.record.write import text_sha256


def found(record: Path) -> list[str]:
    return reportedly.verify(record)


def change(record: Path, sql: str) -> None:
    with closing(sqlite3.connect(record)) as connection:
        assert connection.execute(sql).rowcount > 0
        connection.commit()


def test_an_untouched_record_holds(record):
    assert found(record) == []


@pytest.mark.parametrize("table", ["passages", "mentions", "expressions", "spans"])
@pytest.mark.parametrize("column", ["start", "end"])
def test_any_offset_changed_by_one_is_a_lie(record, table, column):
    with closing(sqlite3.connect(record)) as connection:
        rows = connection.execute(f"SELECT id FROM {table}").fetchall()
    assert rows
    for (row,) in rows:
        for step in ("+ 1", "- 1"):
            back = "- 1" if step == "+ 1" else "+ 1"
            change(record, f'UPDATE {table} SET "{column}" = "{column}" {step} WHERE id = "{row}"')
            assert found(record), (table, row, column, step)
            change(record, f'UPDATE {table} SET "{column}" = "{column}" {back} WHERE id = "{row}"')
    assert found(record) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE originals SET data = CAST('Balks' || substr(data, 6) AS BLOB)",
        "UPDATE reports SET text = replace(text, 'nothing', 'someone')",
        "UPDATE reports SET sha256 = (SELECT sha256 FROM originals) || '0'",
        "UPDATE mentions SET words = 'Mira Hold' WHERE words = 'Mira Holt'",
        "UPDATE spans SET words = 'We leave tomorrow' WHERE role = 'content'",
        "UPDATE statements SET kind = 'indirect' WHERE kind = 'direct'",
        "DELETE FROM spans WHERE role = 'source'",
        "DELETE FROM passages WHERE kind = 'headline'",
        "DELETE FROM members",
        "UPDATE statements SET speaker = 'm0000000000000000'",
        "UPDATE statements SET speaker = NULL WHERE kind = 'direct'",
        "UPDATE statements SET act = 'think'",
        "UPDATE statements SET confidence = 1.0",
        'UPDATE statements SET said_on = \'{"edtf": "2031-05-06"}\'',
        "UPDATE reports SET headline = 'Minister resigns'",
        "UPDATE reports SET published = '{broken'",
        "UPDATE roles SET title = 'spy'",
        "UPDATE parties SET name = 'Somebody'",
        "UPDATE mentions SET reason = ''",
        "UPDATE passages SET start = 'x' WHERE kind = 'body'",
        "DELETE FROM spans WHERE role = 'quoted'",
        "DELETE FROM statements WHERE kind = 'indirect'",
        "DELETE FROM carriers",
        "UPDATE expressions SET edtf = '2031-05-07'",
        "UPDATE expressions SET value = 'P2D'",
        "DELETE FROM expressions",
        "UPDATE judgements SET reason = 'because'",
        "UPDATE judgements SET undone = 0",
        "UPDATE judgements SET name = 'Hold'",
    ],
)
def test_a_changed_row_is_a_lie(record, sql):
    change(record, sql)
    assert found(record)


def test_text_and_its_hashes_forged_together_are_a_lie(record):
    with closing(sqlite3.connect(record)) as connection:
        (text,) = connection.execute("SELECT text FROM reports").fetchone()
    forged = text.replace("nothing", "someone")
    for table in ("spans", "mentions"):
        change(record, f"UPDATE {table} SET words = replace(words, 'nothing', 'someone')")
    change(record, f"UPDATE reports SET text = '{forged}', text_sha256 = '{text_sha256(forged)}'")
    assert any("its bytes" in line for line in found(record))


def test_the_kinds_of_disagreements_are_those_that_are_made():
    assert KNOWN["kind"] == get_args(DisagreementKind)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE disagreements SET strength = 'certain'", "no strength 'certain'"),
        ("UPDATE disagreements SET \"order\" = 'b'", "no order 'b'"),
        ("UPDATE disagreements SET kind = 'quarrel'", "no kind 'quarrel'"),
        (
            "UPDATE disagreements SET \"order\" = 'same' WHERE kind = 'number'",
            "its order is not that of the days",
        ),
        ("UPDATE disagreements SET matter = 'tffffffffffffffff'", "do not belong together"),
        ("UPDATE disagreements SET matter_words = 'fish' WHERE kind = 'number'", "do not belong together"),
        ("UPDATE sides SET side = 'c' WHERE side = 'b'", "lacks a side"),
        ("INSERT INTO sides SELECT * FROM sides", "one too many"),
        (
            "UPDATE sides SET assertion = (SELECT id FROM assertions WHERE words LIKE '%fish%')",
            "are not in what it asserts",
        ),
        ("UPDATE claimed SET reason = 'because' WHERE item = 0", "needs no reason"),
        ("UPDATE claimed SET reason = NULL WHERE item = 1", "every other needs one"),
        ("DELETE FROM claimed WHERE item = 0", "lacks an assertion"),
    ],
)
def test_what_was_compared_goes_together(affair, tmp_path, sql, told):
    copy = tmp_path / "copy.reportedly"
    shutil.copy(affair, copy)
    assert found(copy) == []
    change(copy, sql)
    assert any(told in line for line in found(copy))
