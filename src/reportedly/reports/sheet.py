"""The sheet: what an analyst noted about the files of a folder, in a `reportedly.csv` beside them."""

import csv
import io
import re
import reprlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from reportedly.errors import UnreadableError
from reportedly.reports.report import Details
from reportedly.reports.text import decoded

SHEET_NAME = "reportedly.csv"
_COLUMNS = ("url", "outlet", "published", "byline", "headline")
_LONGEST_NAME = 255
_DELIMITERS = ",;\t"
_MONTH_OR_YEAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet tells: details by file (path below the sheet's folder), and what is wrong with it.

    `faults` are sentences, each with its line number; the other lines still count.
    """

    details: Mapping[str, Details] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def read_sheet(data: bytes, folder: Path) -> Sheet:
    """Read a sheet's bytes; `folder` is where it lies, to see that the files it names are there.

    Comma, semicolon or tab; with or without a byte-order mark; column names in any case and order.
    """
    try:
        rows = _rows(data)
    except (UnreadableError, csv.Error) as fault:
        return Sheet(faults=(f"The sheet cannot be read and does not count: {fault}",))
    if not rows or "file" not in rows[0][1]:
        return Sheet(faults=("The sheet has no column `file` and does not count; add one.",))
    return _collected(rows, folder)


def iso_date(words: str) -> str | None:
    """Give the ISO 8601 date that the words are (`2021`, `2021-06`, `2021-06-03`), else None.

    A date with a time is cut to its own local date, whatever its offset.
    """
    words = words.strip()
    if _MONTH_OR_YEAR.fullmatch(words):
        return words
    try:
        datetime.fromisoformat(words)
        return date.fromisoformat(words[:10]).isoformat()
    except ValueError:
        return None


_Row = tuple[int, dict[str, str]]


def _rows(data: bytes) -> list[_Row]:
    """Give each line's cells by lower-case column name, the first for the header, with line numbers."""
    found = decoded(data)
    if found.doubt:
        raise UnreadableError("encoding", found.doubt)
    text = found.text.removeprefix("\ufeff")
    header = text.lstrip().partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=header.count), strict=True
    )
    lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    names = [cell.strip().lower() for cell in lines[0][1]] if lines else []
    return [(line, _named(names, cells)) for line, cells in lines]


def _named(names: list[str], cells: list[str]) -> dict[str, str]:
    """Pair column names with cells; cells beyond the last column go under the empty name."""
    extra = "".join(cells[len(names) :]).strip()
    named = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
    return named | ({"": extra} if extra else {})


def _collected(rows: list[_Row], folder: Path) -> Sheet:
    details: dict[str, Details] = {}
    faults = list(_unread_columns(rows[0][1]))
    for line, row in rows[1:]:
        name = _file_name(row)
        found = [f"Line {line} {fault}" for fault in _faults(row, name, name in details, folder)]
        faults += found
        if name and name not in details and "" not in row:
            details[name] = _details(row)
    return Sheet(details, tuple(faults))


def _unread_columns(header: dict[str, str]) -> Iterator[str]:
    read = ("file", *_COLUMNS)
    unread = [_shown(name) for name in header if name not in ("", *read)]
    if unread:
        yield f"These columns are not read: {', '.join(unread)}; those that are: {', '.join(read)}."


def _file_name(row: dict[str, str]) -> str:
    words = row.get("file", "").replace("\\", "/")
    return PurePosixPath(words).as_posix() if words else ""


def _faults(row: dict[str, str], name: str, again: bool, folder: Path) -> Iterator[str]:
    if not name:
        yield "names no file."
    elif again:
        yield f"names {_shown(name)} a second time; the first line counts."
    elif not _is_there(folder / name):
        yield f"names {_shown(name)}, which is not there."
    if "" in row:
        yield "has more cells than the header and does not count; put quotation marks round the cells."
    if (published := row.get("published", "")) and iso_date(published) is None:
        yield f"has a date that is not ISO 8601 (like 2021-06-03): {published!r}."


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # The name is longer than any can be.
        return False


def _shown(name: str) -> str:
    return name if name.isprintable() and len(name) <= _LONGEST_NAME else reprlib.repr(name)


def _details(row: dict[str, str]) -> Details:
    told = {column: row[column] for column in _COLUMNS if row.get(column)}
    published = iso_date(told.pop("published", ""))
    return Details(published=published, **told)
