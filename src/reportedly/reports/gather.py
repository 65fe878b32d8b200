"""Gather what lies at the PATHs given: walk folders in a fixed order and load each document's bytes."""

import errno
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import UnreadableError
from reportedly.reports.archive import (
    MOST_BYTES,
    original_of_mhtml,
    originals_of_warc,
    unpacked,
    within_limit,
)
from reportedly.reports.report import Details, Media, Original, Place, Problem
from reportedly.reports.sheet import SHEET_NAME, Sheet, read_sheet
from reportedly.reports.text import whole, written

Found = Original | Problem

_MEDIA: dict[str, Media] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
}
_PACKED_PAGES = (".html.gz", ".htm.gz")
_WARC = (".warc", ".warc.gz")
_MHTML = (".mhtml", ".mht")
_COMPANION = "_files"
_WILDCARDS = "*?["
_PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A file that was found: where it is, the PATH that led to it, and the folder names count from."""

    path: Path
    root: str
    base: Path

    @property
    def name(self) -> str:
        """The path from the base, with forward slashes, `.` for the base itself."""
        return self.path.relative_to(self.base).as_posix()


def gather(paths: Sequence[str], leave_out: Collection[Path] = ()) -> Iterator[Found]:
    """Give the bytes of each report at the PATHs, one at a time, and a Problem for what cannot be had.

    A PATH is a file, a folder (with all below it, sorted by name) or a glob. Hidden files, the pictures
    folder beside a saved page, and the `leave_out` paths are passed over; nothing is parsed. Where a
    folder cannot be listed, a Problem names it as files are named, `.` for the PATH itself.
    """
    skipped = {path.resolve() for path in leave_out}
    sheets = _Sheets()
    for path in paths:
        whats: set[str] = set()
        for found in _found_at(path, skipped, sheets):
            whats.add("report" if isinstance(found, Original) else found.what)
            yield _storable(found)
        yield from map(_storable, _nothing_at(path, whats))


def count_files(path: str, leave_out: Collection[Path] = ()) -> int:
    """Count the files that `gather` would open at a PATH, so that a face can tell how far a build is."""
    skipped = {path.resolve() for path in leave_out}
    return sum(isinstance(spot, _Spot) for spot in _spots(path, skipped))


def _found_at(path: str, skipped: Collection[Path], sheets: "_Sheets") -> Iterator[Found]:
    for spot in _spots(path, skipped):
        yield from [spot] if isinstance(spot, Problem) else _load(spot, sheets)


def _storable(found: Found) -> Found:
    """Make all words of what was found such as a database can hold, whatever its files are named."""
    if isinstance(found, Problem):
        return Problem(*map(written, astuple(found)))
    return replace(
        found, place=Place(*map(written, astuple(found.place))), url=found.url and whole(found.url)
    )


def _nothing_at(path: str, whats: Collection[str]) -> Iterator[Problem]:
    """Say that a PATH is not there, or that it is a folder in which there is nothing to read."""
    if not whats and not os.path.lexists(path):
        yield Problem("missing", path, "There is nothing at this path; look at its spelling.")
    elif not {*whats} - {"unsupported"} and Path(path).is_dir():
        yield Problem("no-reports", path, "There is no report here; give a folder that holds one.")


# Where files lie


def _spots(path: str, skipped: Collection[Path]) -> Iterator[_Spot | Problem]:
    """Give the files at a PATH, and the problems met on the way to them."""
    if not path:
        yield Problem("missing", path, "The PATH is empty; give a file, a folder or an address.")
        return
    given, root = Path(path), absolute(path)
    try:
        if given.is_dir():
            yield from _walk([given], root, given, skipped)
        elif os.path.lexists(given):
            yield from _walk([given], root, given.parent, skipped)
        elif any(mark in path for mark in _WILDCARDS):
            base, pattern = _fixed_part(given)
            matches = (match for match in base.glob(pattern) if not _is_aside(match, base))
            yield from _walk(sorted(matches), root, base, skipped)
    except ValueError as fault:
        yield Problem("missing", path, f"This PATH cannot be meant: {fault}; look at its spelling.")
    except (OSError, RecursionError) as fault:
        yield _trouble(path, fault)


def absolute(path: str) -> str:
    """Make a PATH absolute without following links: a place's root, as text."""
    return written(os.path.normpath(Path(path).absolute()))


def _fixed_part(given: Path) -> tuple[Path, str]:
    """Cut a glob into the folder before its first wildcard and the pattern from there on."""
    first = next(at for at, part in enumerate(given.parts) if any(mark in part for mark in _WILDCARDS))
    return Path(*given.parts[:first]), "/".join(given.parts[first:])


def _walk(
    starts: Sequence[Path], root: str, base: Path, skipped: Collection[Path]
) -> Iterator[_Spot | Problem]:
    """Give every file from the starts down, each folder once, so that a loop of links comes to an end."""
    seen: set[Path] = set()
    waiting = [*reversed(starts)]
    while waiting:
        path = waiting.pop()
        spot = _Spot(path, root, base)
        try:
            if path.resolve() in skipped or path.name == SHEET_NAME:
                continue
            if not path.is_dir():
                yield spot
                continue
            if (real := path.resolve()) in seen:
                if any(real == up.resolve() for up in path.absolute().parents):
                    yield Problem("link-loop", spot.name, "The link leads back to a folder that it lies in.")
                continue
            seen.add(real)
            waiting += reversed(_children(path))
        except RuntimeError:
            yield _loop(spot.name)
        except (OSError, UnreadableError) as fault:
            yield _trouble(spot.name, fault)


def _children(folder: Path) -> list[Path]:
    """List a folder's files and folders by name, without hidden ones and a saved page's companion."""
    try:
        with os.scandir(folder) as entries:
            found = [folder / name for name in sorted(entry.name for entry in entries)]
    except PermissionError as fault:
        why = "There is no permission to list this folder, so what lies in it is not known; change that."
        raise UnreadableError("permission", why) from fault
    return [path for path in found if not _is_aside(path, folder)]


def _is_aside(path: Path, base: Path) -> bool:
    """Tell whether a path leads through what is hidden, or the pictures folder beside a saved page."""
    steps = [path, *path.parents][: len(path.parts) - len(base.parts)]
    return any(step.name.startswith(".") or _is_companion(step) for step in steps)


def _is_companion(path: Path) -> bool:
    stem = path.name.removesuffix(_COMPANION)
    return stem != path.name and any(path.with_name(stem + suffix).exists() for suffix in _PAGES)


# What files hold


class _Sheets:
    """The sheets of the folders that were met, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, Sheet] = {}

    def details(self, spot: _Spot) -> Iterator[Details | Problem]:
        """Give what the nearest sheet tells of the file, after what is wrong with sheets met first."""
        told = Details()
        for folder in reversed(_between(spot.base, spot.path.parent)):
            if folder not in self._read:
                self._read[folder] = _sheet_in(folder)
                where = _Spot(folder / SHEET_NAME, spot.root, spot.base).name
                yield from (Problem("sheet", where, fault) for fault in self._read[folder].faults)
            name = spot.path.relative_to(folder).as_posix()
            told = self._read[folder].details.get(name, told)
        yield told


def _between(base: Path, folder: Path) -> list[Path]:
    """List the folders from the innermost out to the base."""
    return (
        [folder, *(up for up in folder.parents if up == base or base in up.parents)]
        if folder != base
        else [base]
    )


def _sheet_in(folder: Path) -> Sheet:
    path = folder / SHEET_NAME
    try:
        return read_sheet(_bytes(path), folder) if path.is_file() else Sheet()
    except (OSError, UnreadableError) as fault:
        return Sheet(faults=(f"The sheet cannot be read and does not count: {fault}",))


def _load(spot: _Spot, sheets: _Sheets) -> Iterator[Found]:
    """Give the documents in one file, with what a sheet tells of it."""
    sheet = Details()
    try:
        for told in sheets.details(spot):
            if isinstance(told, Problem):
                yield told
            else:
                sheet = told
        for found in _documents(spot):
            yield replace(found, sheet=sheet) if isinstance(found, Original) else found
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever one file brings about, the others are read
        yield _trouble(spot.name, fault)


def _documents(spot: _Spot) -> Iterator[Found]:
    name = spot.path.name.lower()
    place = Place(spot.name, spot.root)
    if name.endswith(_WARC):
        with _steady(spot.path) as stream:
            yield from originals_of_warc(stream, place)
    elif name.endswith(_MHTML):
        yield from original_of_mhtml(_bytes(spot.path), place)
    elif name.endswith(_PACKED_PAGES):
        with _steady(spot.path) as stream:
            data = unpacked(stream)
        yield Original(place, "html", data)
    elif spot.path.suffix.lower() in _MEDIA:
        yield Original(place, _MEDIA[spot.path.suffix.lower()], _bytes(spot.path))
    else:
        raise _unsupported(spot.path)


def _unsupported(path: Path) -> UnreadableError:
    kind = f"{path.suffix.lower()} files" if path.suffix else "files without a name ending"
    return UnreadableError("unsupported", f"There is no way to read {kind}; save it as text, a page or PDF.")


def _bytes(path: Path) -> bytes:
    with _steady(path) as stream:
        data = stream.read(MOST_BYTES + 1)
    return within_limit(data)


@contextmanager
def _steady(path: Path) -> Iterator[BinaryIO]:
    """Open a file, and raise UnreadableError where it is no plain file or changed while it was read."""
    before = path.stat()
    if not stat.S_ISREG(before.st_mode):
        raise UnreadableError("unsupported", "It is a pipe, socket or device, not a file.")
    with path.open("rb") as stream:
        yield stream
    if _stamp(path.stat()) != _stamp(before):
        raise UnreadableError("changed", "The file changed while it was read; build again.")


def _stamp(state: os.stat_result) -> tuple[int, int, int]:
    return (state.st_ino, state.st_size, state.st_mtime_ns)


def _trouble(name: str, fault: Exception) -> Problem:
    """Say in a sentence why a file or folder could not be had."""
    match fault:
        case UnreadableError():
            return Problem(fault.what, name, fault.why)
        case PermissionError():
            why = "There is no permission to read it; change that, or leave it out."
            return Problem("permission", name, why)
        case FileNotFoundError():
            why = "The link leads to nothing, or the file went away while reading."
            return Problem("broken-link", name, why)
        case OSError(errno=errno.ELOOP):
            return _loop(name)
        case OSError():
            return Problem("unreadable", name, f"The file system refused: {fault}.")
        case RecursionError():
            return Problem("broken", name, "What it holds is nested too deeply to be read.")
    why = f"Reading it failed inside reportedly ({type(fault).__name__}: {fault}); please report this."
    return Problem("failed", name, why)


def _loop(name: str) -> Problem:
    return Problem("link-loop", name, "The link leads back to itself.")
