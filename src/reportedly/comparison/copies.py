"""Copies: a passage that stands in several reports, and which of them had it first where that is known."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, insert, select

from reportedly.comparison.words import count_words
from reportedly.parties.link import Union
from reportedly.record import schema
from reportedly.record.read import View
from reportedly.record.sqlite import among
from reportedly.record.write import copied_id, forget
from reportedly.spans import Span

MADE_BY = "copies 1"

Stretch = tuple[str, int, int]
"""A report and where in it, as plain as it is stored: a pile has very many."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Stretches of several reports that are one passage, in order of report and place."""

    id: str
    stretches: tuple[Stretch, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that have it."""
        return frozenset(report for report, _, _ in self.stretches)


def find_copies(view: View, touched: frozenset[str] | None) -> list[Copy]:
    """Put together what pairs of the touched reports share: a passage of three reports is one copy."""
    table = schema.shared.c
    here = (table.report, table.start, table.end)
    wanted = select(*here, table.other, table.other_start, table.other_end, table.passage)
    counted = view.counted
    pairs: list[tuple[Stretch, Stretch, int]] = [
        ((report, start, end), (other, other_start, other_end), passage)
        for report, start, end, other, other_start, other_end, passage in view.connection.execute(
            among(wanted, table.report, touched)
        ).all()
        if report in counted and other in counted
    ]
    sides = sorted({side for one, other, _ in pairs for side in (one, other)})
    union = Union(sides)
    passages: dict[tuple[str, str, int], Stretch] = {}
    for one, other, passage in pairs:
        union.join(one, other)
        union.join(one, passages.setdefault((one[0], other[0], passage), one))
    for one, other in _overlapping(sides):
        union.join(one, other)
    return sorted(map(_copy, union.sets().values()), key=lambda copy: copy.id)


def _overlapping(sides: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """Give the stretches of one report of which one holds at least half of the other."""
    for at, side in enumerate(sides):
        for other in map(sides.__getitem__, range(at + 1, len(sides))):
            if other[0] != side[0] or other[1] >= side[2]:
                break
            if 2 * (min(side[2], other[2]) - other[1]) >= min(side[2] - side[1], other[2] - other[1]):
                yield side, other


def _copy(sides: Iterable[Stretch]) -> Copy:
    merged: list[Stretch] = []
    for report, start, end in sorted(sides):
        if merged and merged[-1][0] == report and start < merged[-1][2]:
            merged[-1] = (report, merged[-1][1], max(merged[-1][2], end))
        else:
            merged.append((report, start, end))
    return Copy(min(copied_id(report, Span(start, end)) for report, start, end in merged), tuple(merged))


def write_copies(view: View, copies: Iterable[Copy], touched: frozenset[str] | None) -> None:
    """Write what is new among the copies of the touched reports, and take out what is no more."""
    connection, days = view.connection, _days(view, touched)
    known = stretches_by(connection, schema.copied.c.copy, touched)
    stored = {
        row["id"]: (row["earliest"], row["made_by"], known[row["id"]])
        for row in view.rows(schema.copies)
        if touched is None or row["id"] in known
    }
    found = {copy.id: copy for copy in copies}
    told = {name: (_earliest(one, days), MADE_BY, set(one.stretches)) for name, one in found.items()}
    forget(connection, schema.copies.c.id, [name for name in stored if stored[name] != told.get(name)])
    for name in (name for name in found if stored.get(name) != told[name]):
        _write(connection, found[name], days)


def stretches_by(
    connection: Connection, owner: Column[str], touched: Collection[str] | None
) -> Mapping[str, set[Stretch]]:
    """Give the stretches that a table holds, by the column that tells whose they are."""
    table, found = owner.table.c, defaultdict[str, set[Stretch]](set)
    wanted = select(owner, table.report, table.start, table.end)
    for row in connection.execute(among(wanted, table.report, touched)):
        found[row[0]].add((row[1], row[2], row[3]))
    return found


def stretch_rows(connection: Connection, stretches: Iterable[Stretch]) -> list[dict[str, Any]]:
    """Write stretches as rows, each with the words that stand there."""
    places, reports = list(stretches), schema.reports.c
    wanted = select(reports.id, reports.text).where(reports.id.in_({report for report, _, _ in places}))
    texts = {row[0]: row[1] for row in connection.execute(wanted)}
    return [
        {"report": report, "start": start, "end": end, "words": texts[report][start:end]}
        for report, start, end in places
    ]


def _write(connection: Connection, copy: Copy, days: Mapping[str, str]) -> None:
    rows = [{"copy": copy.id, **row} for row in stretch_rows(connection, copy.stretches)]
    own: dict[str, int] = defaultdict(int)
    for row in rows:
        own[row["report"]] += count_words(row["words"])
    told = {"id": copy.id, "words": min(own.values()), "earliest": _earliest(copy, days)}
    connection.execute(insert(schema.copies).values(**told, made_by=MADE_BY))
    connection.execute(insert(schema.copied), rows)


def _days(view: View, touched: Collection[str] | None) -> Mapping[str, str]:
    """Give the reports' days, where they are whole and sure."""
    reports = schema.reports.c
    rows = view.connection.execute(among(select(reports.id, reports.published), reports.id, touched))
    dates = {row.id: (row.published or {}).get("edtf") or "" for row in rows}
    return {report: edtf for report, edtf in dates.items() if len(edtf) == len("2024-03-11")}


def _earliest(copy: Copy, days: Mapping[str, str]) -> str | None:
    """Give the one report whose day lies before all others'; of two of one day none is known to be first."""
    if not copy.reports <= days.keys():
        return None
    first = min(days[report] for report in copy.reports)
    found = [report for report in copy.reports if days[report] == first]
    return found[0] if len(found) == 1 else None
