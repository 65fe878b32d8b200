"""The verbs: what the command line does, for scripts, under the same names.

Every table comes as a list of export rows; docs/glossary.md says what each word means.
"""

import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from reportedly.building.build import Choices, Progress
from reportedly.building.build import build as _build
from reportedly.comparison.compare import compare
from reportedly.errors import UsageError
from reportedly.exports import formats, rows
from reportedly.exports.rows import Export
from reportedly.parties import rule
from reportedly.record import sqlite
from reportedly.record.read import look
from reportedly.record.verify import lies
from reportedly.views.matrix import claims as _claims
from reportedly.views.show import Shown
from reportedly.views.show import show as _show
from reportedly.views.sides import disagreements as _disagreements
from reportedly.views.summary import Summary
from reportedly.views.timeline import timeline as _timeline
from reportedly.views.wordings import utterances as _utterances

RECORD = "affair.reportedly"
"""The record a build writes where none is named."""


def _unwatched(_: Progress) -> None:
    pass


def build(
    *paths: str | Path,
    record: str | Path = RECORD,
    watch: Callable[[Progress], None] = _unwatched,
    workers: int | None = 1,
    **choices: bool,
) -> Summary:
    """Read files, folders, globs and addresses into a record; gives the summary.

    Further choices are those of `Choices`: `refresh`, `reread`, `drop`, `allow_private`. More workers
    than one are processes that import the calling script anew, so it must begin its own work under
    `if __name__ == "__main__":`. `build("pages", record="affair.reportedly")`.
    """
    if not all(map(str, paths)) or not paths:
        raise UsageError("Give at least one PATH to read: a file, a folder, a glob or an address.")
    return _build([str(path) for path in paths], Path(record), Choices(workers, **choices), watch)


def _table(what: str, record: str | Path) -> list[Export]:
    with look(Path(record)) as view:
        return list(rows.KINDS[what](view))


def reports(record: str | Path) -> list[Export]:
    """List the reports of a record."""
    return _table("reports", record)


def passages(record: str | Path) -> list[Export]:
    """List what stands where in each report."""
    return _table("passages", record)


def statements(record: str | Path) -> list[Export]:
    """List the statements: who is credited, by which words, with what."""
    return _table("statements", record)


def expressions(record: str | Path) -> list[Export]:
    """List the words that tell a time, with the date they come to."""
    return _table("expressions", record)


def parties(record: str | Path) -> list[Export]:
    """List the persons, organisations, places and groups of a record."""
    return _table("parties", record)


def judgements(record: str | Path) -> list[Export]:
    """List who was judged to be who, by whom and why; also what was undone or orphaned."""
    return _table("judgements", record)


def merge(record: str | Path, one: str, other: str) -> Export:
    """Judge two parties to be one; gives the judgement.

    Parties go by their ids, or by the id of a statement of theirs. A person's judgement outranks the
    machine's and stays through every later build, until `undo`. Raises UsageError where they are one already.
    """
    return _judged(record, lambda connection: rule.merge(connection, one, other))


def split(record: str | Path, id: str) -> Export:  # noqa: A002
    """Take a party apart, each report's mentions for themselves.

    Of a statement's id, only its speaker is taken out, with all its mentions in that report. Raises
    UsageError where there is nothing to take apart.
    """
    return _judged(record, lambda connection: rule.split(connection, id))


def rename(record: str | Path, id: str, name: str) -> Export:  # noqa: A002
    """Give a party the name by which it is to be shown; what reports call it stays in `names`."""
    return _judged(record, lambda connection: rule.rename(connection, id, name))


def undo(record: str | Path, id: str) -> Export:  # noqa: A002
    """Take a person's judgement back, by its id; it stays listed as undone."""
    return _judged(record, lambda connection: rule.undo(connection, id))


def _judged(record: str | Path, judge: Callable[[Connection], str]) -> Export:
    path = Path(record)
    sqlite.open_to_read(path).dispose()
    with sqlite.sole_writer(path):
        with sqlite.told_plainly(path), sqlite.create(path).begin() as connection:
            made = judge(connection)
            compare(connection)
        sqlite.finish(path)
    return next(row for row in judgements(path) if row["id"] == made)


def copies(record: str | Path) -> list[Export]:
    """List the passages that stand in more than one report, the longest first."""
    return _table("copies", record)


def origins(record: str | Path) -> list[Export]:
    """List the reports known to go back to one desk, and the desks that reports credit."""
    return _table("origins", record)


def utterances(record: str | Path) -> list[Export]:
    """List the acts of speech that several statements carry, with the wording of each."""
    with look(Path(record)) as view:
        return list(_utterances(view))


def claims(record: str | Path) -> list[Export]:
    """List what is asserted more than once, in whose words, beside every report: its words, or "silent"."""
    with look(Path(record)) as view:
        return list(_claims(view))


def disagreements(record: str | Path) -> list[Export]:
    """List what cannot both hold, and positions that changed, with the words on each side and why."""
    with look(Path(record)) as view:
        return list(_disagreements(view))


def problems(record: str | Path) -> list[Export]:
    """List what could not be read or resolved, with the reason."""
    return _table("problems", record)


def timeline(record: str | Path) -> list[Export]:
    """List what was said and what happened in order of date, each with why; what has no date comes last."""
    with look(Path(record)) as view:
        return list(_timeline(view))


def show(record: str | Path, id: str) -> Shown:  # noqa: A002 - what it is called in every row
    """Give one row with its words in place, by its id or the first characters of it."""
    with look(Path(record)) as view:
        return _show(view, id)


def export(record: str | Path, what: str, output: str | Path, format: str | None = None) -> None:  # noqa: A002
    """Write a table of a record as JSON lines, CSV or Parquet, or (`what="record"`) a copy of the record.

    Without a format the output's ending tells it; without an ending it is JSON lines. Raises UsageError
    for a table or format that there is not, StorageError where the file cannot be written.
    """
    source, target = Path(record), Path(output)
    if target.resolve() in sqlite.companions(source):
        raise UsageError(f"{output} is the record itself; name another file with -o.")
    if what not in (*rows.KINDS, "record"):
        raise UsageError(f"There is no table {what!r}; there are {', '.join(rows.KINDS)} and record.")
    format = format or target.suffix.removeprefix(".") or "jsonl"  # noqa: A001
    if what != "record" and format not in formats.FORMATS:
        raise UsageError(
            f"There is no format {format!r}; give --format, one of {', '.join(formats.FORMATS)}."
        )
    with look(source) as view:
        if what == "record":
            formats.save(sqlite.copied(source), target)
        else:
            formats.save(formats.FORMATS[format](what, rows.KINDS[what](view)), target)


def verify(record: str | Path) -> list[str]:
    """Check every hash, id and span of a record; gives a line for each that does not hold."""
    with look(Path(record)) as view:
        try:
            return list(lies(view))
        except (DatabaseError, ValueError, TypeError) as damage:
            return [f"the file is damaged: {str(damage).splitlines()[0]}"]


def demo(folder: str | Path = "demo", watch: Callable[[Progress], None] = _unwatched) -> Summary:
    """Put the shipped example into a folder and build its record there."""
    target = Path(folder)
    with resources.as_file(resources.files("reportedly.example") / "reports") as example:
        shutil.copytree(example, target / "reports", dirs_exist_ok=True)
    return build(target / "reports", record=target / "example.reportedly", watch=watch)
