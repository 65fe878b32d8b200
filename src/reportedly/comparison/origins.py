"""Origins: reports that are known to go back to one desk, each with the words that tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from reportedly.comparison.copies import Copy, Place
from reportedly.comparison.credits import Reason, desk_names
from reportedly.mentions.names import fold
from reportedly.parties.link import Union
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.write import origin_id
from reportedly.spans import Span

MADE_BY = "origins 1"

# Who copies takes a good part of a report, or much of it.
_SHARE, _MANY = 0.3, 100


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports of one desk: why, the desk's name where it has one, and where that is read.

    `credits` are desks that stand in no report's name; an origin of one report keeps what it credits.
    """

    reason: Reason
    desk: str | None
    reports: tuple[str, ...]
    grounds: tuple[Place, ...]
    credits: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id: of its reason, desk and smallest report."""
        return origin_id(self.reason, self.desk, self.reports)


def find_origins(view: View, copies: Sequence[Copy]) -> list[Origin]:
    """Link the reports that go back to one desk: by a reprint's note, an agency's credit, copies, an author.

    Sharing an agency or an outlet is a link only where the reports share text too; an author is one
    anywhere. What a report credits outside the pile is an origin of its own.
    """
    credited = [row for row in view.rows(schema.credited) if row["report"] in view.counted]
    common = _common(view)
    told = [*_of_reprints(view, credited, common, copies), *_of_agencies(credited, common)]
    known = [set(origin.reports) for origin in told]
    # Where a credit tells whose text it is, that it was copied tells nothing more.
    copied = [one for one in _copied(view, common, copies) if not any(set(one.reports) <= k for k in known)]
    return sorted([*told, *copied, *_of_authors(credited)], key=lambda origin: origin.id)


def _common(view: View) -> Mapping[frozenset[str], int]:
    """Give how many words of their own two reports share."""
    found: dict[frozenset[str], int] = defaultdict(int)
    for row in view.rows(schema.shared):
        if {row["report"], row["other"]} <= view.counted:
            found[frozenset((row["report"], row["other"]))] += row["own"]
    return found


def _of_reprints(
    view: View, credited: Sequence[Row], common: Mapping[frozenset[str], int], copies: Sequence[Copy]
) -> Iterator[Origin]:
    outlets: dict[str, list[str]] = defaultdict(list)
    for row in view.rows(schema.reports):
        if row["outlet"] and row["id"] in view.counted:
            outlets[_bare(row["outlet"])].append(row["id"])
    for credit in (row for row in credited if row["reason"] == "reprint"):
        report = credit["report"]
        there = [o for o in outlets[_bare(credit["desk"])] if frozenset((report, o)) in common]
        grounds = [*_place(credit), *_passages((report, *there), copies)]
        yield Origin(
            "reprint",
            credit["desk"],
            tuple(sorted({report, *there})),
            tuple(grounds),
            () if there else (credit["desk"],),
        )


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")


def _of_agencies(credited: Sequence[Row], common: Mapping[frozenset[str], int]) -> Iterator[Origin]:
    """Link reports that credit one agency and share its text; of the rest keep whom each credits."""
    rows = [row for row in credited if row["reason"] == "agency"]
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        names[row["report"]] |= desk_names(row["desk"])
    reports = Union(sorted(names))
    for one, other in map(sorted, common):
        if names.get(one, set()) & names.get(other, set()):
            reports.join(one, other)
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[reports.top(row["report"])].append(row)
    for group in groups.values():
        desks = sorted({row["desk"] for row in group}, key=lambda desk: (-len(desk), desk))
        places = tuple(place for row in group for place in _place(row))
        found = tuple(sorted({row["report"] for row in group}))
        yield Origin("agency", desks[0], found, places, tuple(sorted(desks)))


def _copied(view: View, common: Mapping[frozenset[str], int], copies: Sequence[Copy]) -> Iterator[Origin]:
    length = {row["report"]: row["words"] for row in view.rows(schema.compared)}
    close = [
        sorted(pair)
        for pair, own in common.items()
        if own >= _MANY or own >= _SHARE * min(length[report] for report in pair)
    ]
    union = Union(sorted({report for pair in close for report in pair}))
    for one, other in close:
        union.join(one, other)
    groups: dict[str, list[str]] = defaultdict(list)
    for report in union.above:
        groups[union.top(report)].append(report)
    for group in groups.values():
        yield Origin("copied", None, tuple(sorted(group)), tuple(_passages(group, copies)), ())


def _passages(reports: Iterable[str], copies: Sequence[Copy]) -> list[Place]:
    """Give the passages that these reports share."""
    wanted = frozenset(reports)
    shared = [copy for copy in copies if len(copy.reports & wanted) > 1]
    return [place for copy in shared for place in copy.places if place[0] in wanted]


def _of_authors(credited: Sequence[Row]) -> Iterator[Origin]:
    by_author: dict[str, list[Row]] = defaultdict(list)
    for row in credited:
        if row["reason"] == "author":
            by_author[fold(row["desk"])].append(row)
    for group in by_author.values():
        found = tuple(sorted({row["report"] for row in group}))
        if len(found) > 1:
            yield Origin("author", group[0]["desk"], found, tuple(p for r in group for p in _place(r)), ())


def _place(row: Row) -> list[Place]:
    return [] if row["start"] is None else [(row["report"], Span(row["start"], row["end"]))]


def write_origins(connection: Connection, view: View, origins: Iterable[Origin]) -> None:
    """Write the origins in place of those that were there."""
    texts = {row["id"]: row["text"] for row in view.rows(schema.reports)}
    connection.execute(delete(schema.origins))
    for one in origins:
        row = {"id": one.id, "reason": one.reason, "desk": one.desk, "made_by": MADE_BY}
        lists = {"reports": list(one.reports), "credits": list(one.credits)}
        connection.execute(insert(schema.origins).values(**row, **lists))
        rows = [
            {"origin": one.id, "report": r, "start": s.start, "end": s.end, "words": s.words(texts[r])}
            for r, s in sorted(set(one.grounds))
        ]
        if rows:
            connection.execute(insert(schema.grounds), rows)
