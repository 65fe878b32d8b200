import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.errors import RecordError
from reportedly.exports.rows import KINDS
from reportedly.record.read import look


def test_a_side_has_the_words_that_credit_it(affair):
    sides = [side for row in reportedly.disagreements(affair) for side in row["sides"]]
    denied = next(side for side in sides if side["text"].startswith("that any soldier"))
    assert (denied["source"], denied["cue"]) == ("Jon Hale", "denying")
    assert [carrier["name"] for carrier in denied["via"]] == ["Harbour Agency"]
    own = next(side for side in sides if side["voice"] == "own")
    assert (own["who"], own["source"], own["cue"], own["via"]) == (None, "", "", [])


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("disagreements", "DELETE FROM sides WHERE side = 'b'"),
        ("disagreements", "UPDATE sides SET side = 'a'"),
        ("claims", "DELETE FROM claimed"),
    ],
)
def test_a_row_that_lacks_a_part_is_named(affair, tmp_path, table, sql):
    broken = tmp_path / "broken.reportedly"
    shutil.copy(affair, broken)
    with closing(sqlite3.connect(broken)) as connection, connection:
        connection.execute(sql)
        names = [name for (name,) in connection.execute(f"SELECT id FROM {table}")]
    for read in (getattr(reportedly, table), lambda path: rows_of(path, table)):
        with pytest.raises(RecordError, match="lacks") as told:
            read(broken)
        assert any(name in str(told.value) for name in names)
    assert any("lacks" in line for line in reportedly.verify(broken))


def rows_of(path: Path, table: str) -> list[dict[str, Any]]:
    with look(path) as view:
        return list(KINDS[table](view))
