"""Weighing each new report's assertions against those that may speak of the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import compress

import numpy as np
from sqlalchemy import Connection, Table, insert, select

from reportedly.comparison.alike import same_words
from reportedly.comparison.asserted import Asserted, asserted, read_asserted
from reportedly.comparison.edits import edited, is_of_another
from reportedly.comparison.keyed import Keyed, keyed_row, read_keyed
from reportedly.comparison.keys import Keys, is_of_words, keys_of
from reportedly.comparison.makers import Makers
from reportedly.comparison.weigh import weigh
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.write import forget
from reportedly.spans import Span

MADE_BY = "weighing 3"

_SAME_TERMS = 3
_AT_HAND = 20_000
"""So many assertions are held at a time: those of one affair are weighed again and again."""

_SAME = dict.fromkeys(("edited", "judges", "firm", "beside", "may"), False)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that was found in a record, and what its assertions are looked up by.

    `odd` are the rows of what does not go together, `same` pairs that say the same, with why.
    """

    odd: Sequence[Row]
    same: Sequence[tuple[str, str, str]]
    keyed: Keyed


def weigh_new(view: View) -> Weighed:
    """Weigh every report that was not weighed before, and give all that is found in the record.

    Two reports that name nobody and nothing in common are of two affairs, and compared by their words alone.
    What is found depends on no order of coming: a key that is had too often counts nowhere, also where it
    brought two together before it was.
    """
    connection, table = view.connection, schema.weighed.c
    weighed = {row[0]: row[1] for row in connection.execute(select(table.report, table.made_by))}
    known = {report for report, made_by in weighed.items() if made_by == MADE_BY and report in view.counted}
    _forget(connection, weighed.keys() - known)
    new = sorted(view.counted - known)
    own = {report: {row["id"]: asserted(row) for row in _assertions(connection, report)} for report in new}
    keys = {report: {name: keys_of(one) for name, one in found.items()} for report, found in own.items()}
    rows = [keyed_row(name, tuple(found.values()), keys[name], MADE_BY) for name, found in own.items()]
    _write(connection, schema.weighed, rows)
    keyed, makers = read_keyed(connection), Makers(connection)
    affairs = _Affairs(keyed.names)
    pending = set(new)
    at_hand: dict[str, Asserted] = {}
    for report in new:
        pending.remove(report)
        beside = affairs.beside(report)
        pairs = _pairs(keyed, keys.pop(report), beside, pending)
        at_hand |= own.pop(report)
        needed = {name for pair in pairs for name in pair} - at_hand.keys()
        at_hand |= {one.id: one for one in read_asserted(connection, needed)}
        of_pairs = (
            _of_pair(
                makers, at_hand[one], at_hand[other], by, {keyed.reports[one], keyed.reports[other]} <= beside
            )
            for (one, other), by in sorted(pairs.items())
        )
        _write(connection, schema.findings, [row for rows in of_pairs for row in rows])
        if len(at_hand) > _AT_HAND:
            at_hand.clear()
    return _all_found(connection, keyed)


def _all_found(connection: Connection, keyed: Keyed) -> Weighed:
    """Read what was found, but for what only keys that are had too often brought together."""
    table = schema.findings
    columns = table.c["keys"], table.c.one, table.c.other, table.c.of
    odd = connection.execute(select(table).where(table.c.kind != "same")).mappings().all()
    same = connection.execute(select(*columns).where(table.c.kind == "same")).all()
    return Weighed(
        odd=list(compress(odd, keyed.index.are_live([row["keys"] for row in odd]))),
        same=[row[1:] for row in compress(same, keyed.index.are_live([row[0] for row in same]))],
        keyed=keyed,
    )


class _Affairs:
    """Which reports may be of one affair: those that have a name in common."""

    def __init__(self, names: Mapping[str, Sequence[int]]) -> None:
        self._names = names
        self._having: dict[int, set[str]] = defaultdict(set)
        for report, own in names.items():
            for name in own:
                self._having[name].add(report)
        self._nameless = {report for report, own in names.items() if not own}

    def beside(self, report: str) -> set[str]:
        """Give the reports that may be of one affair with a report, itself among them."""
        own = self._names[report]
        return self._nameless.union(*(self._having[name] for name in own)) if own else {*self._names}


def _forget(connection: Connection, reports: Set[str]) -> None:
    """Take out what was found with reports that count no more: one may come back, and others meanwhile."""
    asserting = schema.assertions.c
    rows = connection.execute(select(asserting.id, asserting.report)) if reports else ()
    gone = [row.id for row in rows if row.report in reports]
    for column in (schema.findings.c.one, schema.findings.c.other):
        forget(connection, column, gone)
    forget(connection, schema.weighed.c.report, reports)


def _assertions(connection: Connection, report: str) -> Sequence[Row]:
    table = schema.assertions
    wanted = select(table).where(table.c.report == report).order_by(table.c.start, table.c.id)
    return connection.execute(wanted).mappings().all()


def _pairs(
    keyed: Keyed, own: Mapping[str, Keys], beside: Set[str], pending: Set[str]
) -> Mapping[Pair, list[int]]:
    """Give the pairs that share a key, one of each a new assertion, with the keys.

    Of a report that is not `beside`, its words bring it; those that are pending bring theirs when it is their
    turn.
    """
    wordings, pairs = keyed.index.wordings, defaultdict[Pair, list[int]](list)
    for one, keys in own.items():
        for key, names in keyed.index.sharing(keys):
            worded = is_of_words(key)
            for other in names:
                report = keyed.reports[other]
                # What is the same word for word needs no weighing.
                apart = wordings[one] != wordings[other] and report not in pending
                if apart and (worded or report in beside) and (other < one or other not in own):
                    pairs[min(one, other), max(one, other)].append(key)
    return pairs


def _of_pair(
    makers: Makers, one: Asserted, other: Asserted, keys: Sequence[int], one_affair: bool
) -> Iterator[Row]:
    by = np.array(keys, np.int64).tobytes()
    found = weigh(one, other) if one_affair else edited(one, other) or ()
    for finding in found:
        ends = makers.of(one, finding.one), makers.of(other, finding.other)
        yield {
            **_row(by, ends, (finding.one, finding.other), finding.kind, finding.of),
            "shared": list(finding.shared),
            "edited": finding.edited,
            "judges": finding.judges,
            "firm": finding.firm,
            "beside": finding.beside,
            "may": finding.may,
        }
    why = None if found else _same(one, other)
    if why:
        row = _row(by, (one.id, other.id), (one.span, other.span), "same", why)
        yield {**row, "shared": [], **_SAME}


def _row(keys: bytes, ends: Pair, spans: tuple[Span, Span], kind: str, of: str) -> Row:
    here, there = spans
    return {
        "keys": keys,
        "one": ends[0],
        "other": ends[1],
        "kind": kind,
        "start": here.start,
        "end": here.end,
        "other_start": there.start,
        "other_end": there.end,
        "of": of,
    }


def _same(one: Asserted, other: Asserted) -> str | None:
    """Say why two assertions say one thing; None where their words do not tell."""
    if one.credits or other.credits or one.denied != other.denied:
        return None
    both, fewer = len(one.terms & other.terms), min(len(one.terms), len(other.terms))
    alike = both >= _SAME_TERMS and 2 * both >= fewer
    return same_words(one.content, other.content) if alike and not is_of_another(one, other) else None


def _write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
