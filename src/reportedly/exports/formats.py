"""The formats of an export: JSON lines, CSV, Parquet."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from reportedly.errors import StorageError, UsageError
from reportedly.exports.columns import COLUMNS, PIECES, Shape
from reportedly.exports.rows import Export


def jsonl(_: str, rows: Iterable[Export]) -> bytes:
    """Write a JSON object a line, in UTF-8."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(what: str, rows: Iterable[Export]) -> bytes:
    """Write a table that spreadsheets open: words in their cells, their places in a cell beside.

    A column of pieces gives their words, joined by " … ", and in `NAME_at` where they stand; an object
    gives a column for each of its parts. Begins with a byte-order mark, without which Excel takes UTF-8 for
    something else. A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP,
    CSV injection).
    """
    out = io.StringIO(newline="")
    shapes = COLUMNS[what].items()
    writer = csv.DictWriter(out, [column for key, shape in shapes for column in _cells(key, None, shape)])
    writer.writeheader()
    for row in rows:
        cells = [_cells(key, row[key], shape) for key, shape in shapes]
        writer.writerow({column: _safe(cell) for of_key in cells for column, cell in of_key.items()})
    return out.getvalue().encode("utf-8-sig")


def _cells(key: str, value: Any, shape: Shape) -> dict[str, Any]:  # noqa: ANN401
    """Give the columns and cells of one value; of None, the same columns with nothing in them."""
    if shape == PIECES:
        at = " ".join(f"{piece['start']}-{piece['end']}" for piece in value or ())
        return {key: " … ".join(piece["text"] for piece in value or ()), f"{key}_at": at}
    if isinstance(shape, dict):
        parts = [_cells(f"{key}_{part}", (value or {}).get(part), of) for part, of in shape.items()]
        return {column: cell for of_part in parts for column, cell in of_part.items()}
    if shape == [str]:
        return {key: "; ".join(value or ())}
    return {key: json.dumps(value, ensure_ascii=False) if value and isinstance(value, list) else value}


def _safe(cell: Any) -> Any:  # noqa: ANN401
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + cell
    return None if cell == [] else cell


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
        plain = {str: pyarrow.string, int: pyarrow.int64, float: pyarrow.float64, bool: pyarrow.bool_}
        return plain[shape]()

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
