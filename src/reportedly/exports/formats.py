"""The formats of an export: JSON lines, CSV, Parquet."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from reportedly.errors import StorageError, UsageError
from reportedly.exports.columns import COLUMNS, Shape
from reportedly.exports.rows import Export


def jsonl(_: str, rows: Iterable[Export]) -> bytes:
    """Write a JSON object a line, in UTF-8."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(what: str, rows: Iterable[Export]) -> bytes:
    """Write a table that spreadsheets open: what is nested stands in its cell as JSON.

    Begins with a byte-order mark, without which Excel takes UTF-8 for something else. A cell that a
    spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(COLUMNS[what]))
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value


def parquet(what: str, rows: Iterable[Export]) -> bytes:
    """Write a Parquet file with nested columns, of the same types for every record.

    Raises UsageError where pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError("Parquet needs one more part: pip install 'reportedly[parquet]'.") from None

    def typed(shape: Shape) -> pyarrow.DataType:
        if isinstance(shape, list):
            return pyarrow.list_(typed(shape[0]))
        if isinstance(shape, dict):
            return pyarrow.struct([(key, typed(part)) for key, part in shape.items()])
        return {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}[shape]

    schema = pyarrow.schema([(key, typed(shape)) for key, shape in COLUMNS[what].items()])
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema), out)
    return out.getvalue()


FORMATS: Mapping[str, Callable[[str, Iterable[Export]], bytes]] = {
    "jsonl": jsonl,
    "csv": as_csv,
    "parquet": parquet,
}
"""The formats by name: each takes the table's name and its rows."""


def save(data: bytes, to: Path) -> None:
    """Write a file whole or not at all.

    Raises UsageError for a folder's name, StorageError where the file cannot be written.
    """
    if to.is_dir():
        raise UsageError(f"{to} is a folder; name a file in it with -o.")
    beside = to.with_name(to.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(to)
    except OSError as trouble:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise StorageError(f"Cannot write {to}: {trouble.strerror}.") from None
