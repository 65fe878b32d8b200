"""The summary: what a record holds, in a few figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import case, distinct, func, select

from reportedly.exports import rows
from reportedly.record import schema
from reportedly.record.read import View, counted


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did and what its record holds then.

    `read` counts the documents read in this build, `reports` all that count in the record, `gone` those of
    them whose file is not there any more, `not_read` places that gave no report; `speakers` are those
    with a name, `open_speakers` statements whose speaker is not resolved; `problems` are
    export rows.
    """

    record: str
    read: int
    reports: int
    gone: int
    outlets: int
    not_read: int
    problems: tuple[rows.Export, ...]
    statements: dict[str, int]
    speakers: int
    open_speakers: int
    dated: int
    undated: int
    seconds: float


def summarise(view: View, record: Path, *, read: int, seconds: float) -> Summary:
    """Count what a record holds; replaced reports do not count."""
    columns = schema.reports.c
    wanted = select(columns.sha256, columns.outlet).where(columns.id.in_(counted()))
    reports = view.connection.execute(wanted).all()
    kinds, dates = Counter[str](), Counter[bool]()
    for kind, is_dated, count in _statements(view):
        kinds[kind] += count
        dates[is_dated] += count
    speakers, spoken = _speakers(view)
    return Summary(
        record=str(record),
        read=read,
        reports=len(reports),
        gone=sum(1 for row in reports if view.places[row.sha256][0].state == "gone"),
        outlets=len({row.outlet for row in reports if row.outlet}),
        not_read=_not_read(view),
        problems=tuple(rows.problems(view)),
        statements={kind: kinds[kind] for kind in ("direct", "mixed", "indirect")},
        speakers=speakers,
        open_speakers=kinds.total() - spoken,
        dated=dates[True],
        undated=dates[False],
        seconds=seconds,
    )


def _statements(view: View) -> Sequence[Any]:
    """Count the statements that count by kind, and by whether they tell a day of speech."""
    said = schema.statements.c
    is_dated = func.coalesce(said.said_on["edtf"].as_string(), "") != ""
    wanted = select(said.kind, is_dated, func.count()).where(said.report.in_(counted()))
    return view.connection.execute(wanted.group_by(said.kind, is_dated)).all()


def _speakers(view: View) -> tuple[int, int]:
    """Count the parties with a name that say something, and the statements whose speaker is known."""
    said, mentions, members, parties = (
        schema.statements.c, schema.mentions.c, schema.members.c, schema.parties.c,
    )  # fmt: skip
    named = case((parties.type != "unnamed", parties.id))
    wanted = (
        select(func.count(distinct(named)), func.count())
        .select_from(schema.statements)
        .join(schema.mentions, mentions.id == said.speaker)
        .join(schema.members, members.chain == mentions.chain)
        .join(schema.parties, parties.id == members.party)
    )
    # A party has members only in reports that count.
    speakers, spoken = view.connection.execute(wanted).one()
    return speakers, spoken


def _not_read(view: View) -> int:
    """Count the places that gave no report: bytes without one, and files that could not be taken in."""
    known = set(view.connection.execute(select(schema.reports.c.sha256)).scalars())
    files = {
        (place.root, place.name)
        for sha, found in view.places.items()
        if sha not in known
        for place in found
        if place.state == "current"
    }
    rest = {
        (row["root"], row["where"])
        for row in view.rows(schema.problems)
        if not row["sha256"] and row["what"] != "sheet"
    }
    return len(files | rest)
