"""Copies: a passage that stands in several reports, and which of them had it first where that is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from reportedly.comparison.words import count_words
from reportedly.parties.link import Union
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.write import copied_id
from reportedly.spans import Span, hull

MADE_BY = "copies 1"

Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Copy:
    """Stretches of several reports that are one passage, in order of report and place."""

    id: str
    places: tuple[Place, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that have it."""
        return frozenset(report for report, _ in self.places)


def find_copies(view: View) -> list[Copy]:
    """Put together what pairs of reports share: a passage of three reports is one copy."""
    rows = [row for row in view.rows(schema.shared) if {row["report"], row["other"]} <= view.counted]
    sides = sorted({place for row in rows for place in (_here(row), _there(row))})
    union = Union(map(_name, sides))
    passages: dict[tuple[str, str, int], str] = {}
    for row in rows:
        union.join(_name(_here(row)), _name(_there(row)))
        first = passages.setdefault((row["report"], row["other"], row["passage"]), _name(_here(row)))
        union.join(first, _name(_here(row)))
    for one, other in _overlapping(sides):
        union.join(_name(one), _name(other))
    groups: dict[str, list[Place]] = defaultdict(list)
    for place in sides:
        groups[union.top(_name(place))].append(place)
    return [_copy(places) for places in groups.values()]


def _here(row: Row) -> Place:
    return row["report"], Span(row["start"], row["end"])


def _there(row: Row) -> Place:
    return row["other"], Span(row["other_start"], row["other_end"])


def _name(place: Place) -> str:
    return copied_id(*place)


def _overlapping(sides: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Give the stretches of one report of which one holds at least half of the other."""
    for at, (report, span) in enumerate(sides):
        for other_report, other in sides[at + 1 :]:
            if other_report != report or other.start >= span.end:
                break
            if 2 * (min(span.end, other.end) - other.start) >= min(len(span), len(other)):
                yield (report, span), (other_report, other)


def _copy(places: Iterable[Place]) -> Copy:
    by_report: dict[str, list[Span]] = defaultdict(list)
    for report, span in places:
        by_report[report].append(span)
    merged = tuple((report, span) for report in sorted(by_report) for span in _merged(by_report[report]))
    return Copy(min(map(_name, merged)), merged)


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = hull((found[-1], span))
        else:
            found.append(span)
    return found


def write_copies(connection: Connection, view: View, copies: Iterable[Copy]) -> None:
    """Write the copies in place of those that were there."""
    texts = {row["id"]: row["text"] for row in view.rows(schema.reports)}
    connection.execute(delete(schema.copies))
    days = _days(view)
    for copy in sorted(copies, key=lambda one: one.id):
        own: dict[str, int] = defaultdict(int)
        for report, span in copy.places:
            own[report] += count_words(span.words(texts[report]))
        row = {
            "id": copy.id,
            "words": min(own.values()),
            "earliest": _earliest(copy, days),
            "made_by": MADE_BY,
        }
        connection.execute(insert(schema.copies).values(**row))
        rows = [
            {
                "copy": copy.id,
                "report": report,
                "start": span.start,
                "end": span.end,
                "words": span.words(texts[report]),
            }
            for report, span in copy.places
        ]
        connection.execute(insert(schema.copied), rows)


def _days(view: View) -> Mapping[str, str]:
    """Give the reports' days, where they are whole and sure."""
    dates = {row["id"]: (row["published"] or {}).get("edtf") or "" for row in view.rows(schema.reports)}
    return {report: edtf for report, edtf in dates.items() if len(edtf) == len("2024-03-11")}


def _earliest(copy: Copy, days: Mapping[str, str]) -> str | None:
    """Give the one report whose day lies before all others'; of two of one day none is known to be first."""
    if not copy.reports <= days.keys():
        return None
    first = min(days[report] for report in copy.reports)
    found = [report for report in copy.reports if days[report] == first]
    return found[0] if len(found) == 1 else None
