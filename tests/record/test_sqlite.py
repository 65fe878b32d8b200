import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.errors import RecordError, StorageError
from reportedly.record import schema, sqlite
from reportedly.record.read import look


def test_a_new_record_is_one_file(tmp_path):
    path = tmp_path / "affair.reportedly"
    sqlite.create(path)
    assert [file.name for file in tmp_path.iterdir()] == ["affair.reportedly"]
    with look(path) as view:
        assert list(view.rows(schema.reports)) == []


def test_a_missing_record_is_told_with_what_to_do(tmp_path):
    with pytest.raises(RecordError, match=r"There is no record at .*reportedly build"), look(tmp_path / "no"):
        pass


def test_a_file_that_is_no_record_is_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("my notes")
    with pytest.raises(RecordError, match="is not a record"):
        sqlite.create(path)
    assert path.read_text() == "my notes"


def test_another_database_is_no_record(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
    with pytest.raises(RecordError, match="is not a record"):
        sqlite.create(path)


def test_a_newer_record_asks_for_a_newer_reportedly(record):
    with closing(sqlite3.connect(record)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(RecordError, match="newer reportedly"), look(record):
        pass


def test_an_older_record_is_left_as_it_is(record):
    with closing(sqlite3.connect(record)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    before = record.read_bytes()
    with pytest.raises(RecordError, match="older reportedly"), look(record):
        pass
    assert record.read_bytes() == before


def test_two_builds_of_one_record_do_not_meet(tmp_path):
    path = tmp_path / "affair.reportedly"
    first, second = sqlite.sole_writer(path), sqlite.sole_writer(path)
    with first, pytest.raises(RecordError, match="Another build"):
        second.__enter__()
    with sqlite.sole_writer(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_clear_line(record):
    engine = sqlite.create(record)

    def fill() -> None:
        with sqlite.told_plainly(record), engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            connection.exec_driver_sql("CREATE TABLE filler (bytes)")
            connection.exec_driver_sql("INSERT INTO filler VALUES (zeroblob(10000000))")

    with pytest.raises(StorageError, match="disk is full"):
        fill()


def test_a_record_with_an_odd_name_opens(tmp_path):
    path = tmp_path / "50% of a #1 affair?.reportedly"
    sqlite.create(path)
    assert path.is_file()
    with look(path):
        pass


def test_a_record_that_cannot_be_written_can_be_read(record, monkeypatch):
    with monkeypatch.context() as locked:
        locked.setattr(os, "access", lambda *_: False)
        with look(record) as view:
            assert list(view.rows(schema.reports))
    assert [file.name for file in record.parent.iterdir()] == [record.name]


def test_a_copy_holds_what_the_record_holds(record, tmp_path: Path):
    (tmp_path / "copy.reportedly").write_bytes(sqlite.copied(record))
    with look(record) as one, look(tmp_path / "copy.reportedly") as other:
        assert list(one.rows(schema.spans)) == list(other.rows(schema.spans)) != []
