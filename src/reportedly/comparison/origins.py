"""Origins: reports that are known to go back to one desk, each with the words that tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import func, insert, select

from reportedly.comparison.copies import Copy, Stretch, stretch_rows, stretches_by
from reportedly.comparison.credits import Reason, desk_names
from reportedly.mentions.names import fold
from reportedly.parties.link import Union
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.sqlite import among
from reportedly.record.write import forget, origin_id

MADE_BY = "origins 1"

Passages = Mapping[str, Sequence[Copy]]
"""The copies that each report has a part in."""

_NONE: frozenset[str] = frozenset()
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
    grounds: tuple[Stretch, ...]
    credits: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id: of its reason and smallest report, of an author's also the name."""
        return origin_id(self.reason, self.desk, self.reports)


def find_origins(view: View, copies: Sequence[Copy], touched: frozenset[str] | None) -> list[Origin]:
    """Link the touched reports of one desk: by a reprint's note, an agency's credit, copies, an author.

    Sharing an agency or an outlet is a link only where the reports share text too; an author is one
    anywhere. What a report credits outside the pile is an origin of its own.
    """
    looked_at = view.counted if touched is None else touched
    credited = [row for row in view.rows(schema.credited) if row["report"] in looked_at]
    common = _common(view, touched)
    passages = _by_report(copies)
    by_reason = {reason: [r for r in credited if r["reason"] == reason] for reason in ("reprint", "agency")}
    outlets = _outlets(view)
    told = [
        *_of_desks("reprint", by_reason["reprint"], outlets, common, passages),
        *_of_desks("agency", by_reason["agency"], outlets, common, passages),
    ]
    # Where a credit tells whose text it is, that it was copied tells nothing more.
    known = {frozenset(pair) for origin in told for pair in combinations(origin.reports, 2)}
    copied = _copied(view, {pair: own for pair, own in common.items() if pair not in known}, passages)
    return sorted([*told, *copied, *_of_authors(credited)], key=lambda origin: origin.id)


def _common(view: View, touched: frozenset[str] | None) -> Mapping[frozenset[str], int]:
    """Give how many words of their own two reports share."""
    table = schema.shared.c
    pair = (table.report, table.other)
    wanted = among(select(*pair, func.sum(table.own)), table.report, touched)
    rows = view.connection.execute(wanted.group_by(*pair).order_by(*pair)).all()
    return {frozenset(both): own for *both, own in rows if view.counted.issuperset(both)}


def _by_report(copies: Iterable[Copy]) -> Passages:
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        for report in sorted(copy.reports):
            found[report].append(copy)
    return found


def _outlets(view: View) -> Mapping[str, frozenset[str]]:
    """Give what the outlet of each report may be called."""
    rows = view.connection.execute(select(schema.reports.c.id, schema.reports.c.outlet))
    return {report: desk_names(outlet) for report, outlet in rows if outlet and report in view.counted}


def _of_desks(
    reason: Reason,
    rows: Sequence[Row],
    outlets: Mapping[str, frozenset[str]],
    common: Mapping[frozenset[str], int],
    passages: Passages,
) -> Iterator[Origin]:
    """Link reports that credit one desk and share its text, with its own; keep whom the rest credit."""
    desks: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rows:
        desks[row["report"]] |= desk_names(row["desk"])
    reports = sorted({*desks, *outlets})
    names = {report: desks.get(report, _NONE) | outlets.get(report, _NONE) for report in reports}
    union = Union(reports)
    for one, other in map(sorted, common):
        if desks.get(one, _NONE) & names.get(other, _NONE) or desks.get(other, _NONE) & names.get(one, _NONE):
            union.join(one, other)
    groups = union.sets()
    in_pile = frozenset(name for own in outlets.values() for name in own)
    credited: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        credited[union.top(row["report"])].append(row)
    for top, told in credited.items():
        named = sorted({row["desk"] for row in told}, key=lambda desk: (-len(desk), desk))
        grounds = [*(place for row in told for place in _place(row)), *_shared(groups[top], passages)]
        outside = tuple(desk for desk in named if not desk_names(desk) & in_pile)
        yield Origin(reason, named[0], tuple(groups[top]), tuple(grounds), outside)


def _copied(view: View, common: Mapping[frozenset[str], int], passages: Passages) -> Iterator[Origin]:
    length = {row["report"]: row["words"] for row in view.rows(schema.compared)}
    close = [
        sorted(pair)
        for pair, own in common.items()
        if own >= _MANY or own >= _SHARE * min(length[report] for report in pair)
    ]
    union = Union(sorted({report for pair in close for report in pair}))
    for one, other in close:
        union.join(one, other)
    for group in union.sets().values():
        yield Origin("copied", None, tuple(sorted(group)), tuple(_shared(group, passages)), ())


def _shared(reports: Iterable[str], passages: Passages) -> list[Stretch]:
    """Give the passages that these reports share."""
    wanted = frozenset(reports)
    found = {copy.id: copy for report in wanted for copy in passages.get(report, ())}
    shared = [found[name] for name in sorted(found) if len(found[name].reports & wanted) > 1]
    return [stretch for copy in shared for stretch in copy.stretches if stretch[0] in wanted]


def _of_authors(credited: Sequence[Row]) -> Iterator[Origin]:
    by_author: dict[str, list[Row]] = defaultdict(list)
    for row in credited:
        if row["reason"] == "author":
            by_author[fold(row["desk"])].append(row)
    for group in by_author.values():
        found = tuple(sorted({row["report"] for row in group}))
        if len(found) > 1:
            yield Origin("author", group[0]["desk"], found, tuple(p for r in group for p in _place(r)), ())


def _place(row: Row) -> list[Stretch]:
    return [] if row["start"] is None else [(row["report"], row["start"], row["end"])]


def write_origins(view: View, origins: Iterable[Origin], touched: frozenset[str] | None) -> None:
    """Write what is new among the origins of the touched reports, and take out what is no more."""
    connection, table = view.connection, schema.origins
    known = stretches_by(connection, schema.grounds.c.origin, touched)
    stored = {
        row["id"]: (row["desk"], row["reports"], row["credits"], row["made_by"], known[row["id"]])
        for row in view.rows(table)
        if touched is None or not touched.isdisjoint(row["reports"])
    }
    found = {one.id: one for one in origins}
    told = {
        name: (one.desk, list(one.reports), list(one.credits), MADE_BY, set(one.grounds))
        for name, one in found.items()
    }
    changed = [name for name in stored if stored[name] != told.get(name)]
    forget(connection, table.c.id, changed)
    for name in (name for name in found if stored.get(name) != told[name]):
        _write(view, found[name])


def _write(view: View, one: Origin) -> None:
    row = {"id": one.id, "reason": one.reason, "desk": one.desk, "made_by": MADE_BY}
    lists = {"reports": list(one.reports), "credits": list(one.credits)}
    view.connection.execute(insert(schema.origins).values(**row, **lists))
    grounds = sorted(set(one.grounds))
    rows = [{"origin": one.id, **row} for row in stretch_rows(view.connection, grounds)]
    if rows:
        view.connection.execute(insert(schema.grounds), rows)
