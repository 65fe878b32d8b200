"""The formats of an export: JSON lines, CSV, Parquet."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from reportedly.errors import StorageError, UsageError
from reportedly.exports.rows import Export


def jsonl(rows: Iterable[Export]) -> bytes:
    """Write a JSON object a line, in UTF-8."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(rows: Iterable[Export]) -> bytes:
    """Write a table that spreadsheets open: what is nested stands in its cell as JSON.

    Begins with a byte-order mark, without which Excel takes UTF-8 for something else. A cell that a
    spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
    """
    found = list(rows)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(found[0]) if found else [])
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in found)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return value


def parquet(rows: Iterable[Export]) -> bytes:
    """Write a Parquet file with nested columns; raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError("Parquet needs one more part: pip install 'reportedly[parquet]'.") from None
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), out)
    return out.getvalue()


FORMATS: Mapping[str, Callable[[Iterable[Export]], bytes]] = {
    "jsonl": jsonl,
    "csv": as_csv,
    "parquet": parquet,
}
"""The formats by name."""


def save(data: bytes, to: Path) -> None:
    """Write a file whole or not at all; raises StorageError where it cannot be written."""
    beside = to.with_name(to.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(to)
    except OSError as trouble:
        raise StorageError(f"Cannot write {to}: {trouble.strerror}.") from None
