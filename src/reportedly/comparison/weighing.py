"""Weighing each new report's assertions against those that may speak of the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, Table, insert, select

from reportedly.comparison.alike import same_words
from reportedly.comparison.asserted import Asserted, asserted, read_asserted
from reportedly.comparison.keys import Index, Keys, keys_of, wording_of
from reportedly.comparison.weigh import weigh
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.write import forget

MADE_BY = "weighing 1"

_SAME_TERMS = 3
_AT_HAND = 20_000
"""So many assertions are held at a time: those of one affair are weighed again and again."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that was found in a record, and the wording of each assertion in it."""

    findings: tuple[Row, ...]
    wordings: Mapping[str, int]


def weigh_new(view: View) -> Weighed:
    """Weigh every report that was not weighed before, and give all that is found in the record.

    What is found depends on no order of coming: a key that is had too often counts nowhere, also where it
    brought two together before it was.
    """
    connection = view.connection
    weighed = {row.report: row.made_by for row in connection.execute(select(schema.weighed))}
    known = {report for report, made_by in weighed.items() if made_by == MADE_BY and report in view.counted}
    _forget(connection, weighed.keys() - known)
    new = sorted(view.counted - known)
    own = {report: {row["id"]: asserted(row) for row in _assertions(connection, report)} for report in new}
    for of_report in own.values():
        rows = [
            {"assertion": name, "numbers": keys_of(one).tobytes(), "wording": wording_of(one)}
            for name, one in of_report.items()
        ]
        _write(connection, schema.keyed, rows)
    keys, wordings = _keyed(view)
    index = Index(keys, wordings)
    pending = {name for of_report in own.values() for name in of_report}
    at_hand: dict[str, Asserted] = {}
    for report in new:
        pending -= own[report].keys()
        pairs = _pairs(index, {name: keys[name] for name in own[report]}, pending)
        at_hand |= own.pop(report)
        needed = {name for pair in pairs for name in pair} - at_hand.keys()
        at_hand |= {one.id: one for one in read_asserted(connection, needed)}
        of_pairs = (_of_pair(at_hand[one], at_hand[other], by) for (one, other), by in sorted(pairs.items()))
        _write(connection, schema.findings, [row for rows in of_pairs for row in rows])
        if len(at_hand) > _AT_HAND:
            at_hand.clear()
    _write(connection, schema.weighed, [{"report": report, "made_by": MADE_BY} for report in new])
    found = connection.execute(select(schema.findings)).mappings()
    live = (row for row in found if {row["one"], row["other"]} <= keys.keys() and index.is_live(row["keys"]))
    return Weighed(tuple(dict(row) for row in live), wordings)


def _forget(connection: Connection, reports: Set[str]) -> None:
    """Take out what was found with reports that count no more: one may come back, and others meanwhile."""
    asserting = schema.assertions.c
    rows = connection.execute(select(asserting.id, asserting.report)) if reports else ()
    gone = [row.id for row in rows if row.report in reports]
    for column in (schema.keyed.c.assertion, schema.findings.c.one, schema.findings.c.other):
        forget(connection, column, gone)
    forget(connection, schema.weighed.c.report, reports)


def _assertions(connection: Connection, report: str) -> Sequence[Row]:
    table = schema.assertions
    wanted = select(table).where(table.c.report == report).order_by(table.c.start, table.c.id)
    return connection.execute(wanted).mappings().all()


def _keyed(view: View) -> tuple[Mapping[str, Keys], Mapping[str, int]]:
    """Give the keys and the wording of each assertion of the reports that count, by id, in order."""
    table, asserting = schema.keyed.c, schema.assertions.c
    wanted = select(table.assertion, table.numbers, table.wording, asserting.report).join_from(
        schema.keyed, schema.assertions
    )
    found = view.connection.execute(wanted.order_by(table.assertion)).all()
    rows = [row for row in found if row.report in view.counted]
    keys = {row.assertion: np.frombuffer(row.numbers, np.int64) for row in rows}
    return keys, {row.assertion: row.wording for row in rows}


def _pairs(index: Index, own: Mapping[str, Keys], pending: Set[str]) -> Mapping[Pair, list[int]]:
    """Give the pairs that share a key, one of each a new assertion, with the keys.

    Those that are pending bring theirs when it is their turn.
    """
    pairs: dict[Pair, list[int]] = defaultdict(list)
    for one, keys in own.items():
        for key, names in index.sharing(keys):
            for other in names:
                # What is the same word for word needs no weighing.
                apart = index.wordings[one] != index.wordings[other]
                if apart and other not in pending and (other < one or other not in own):
                    pairs[min(one, other), max(one, other)].append(key)
    return pairs


def _of_pair(one: Asserted, other: Asserted, keys: Sequence[int]) -> Iterator[Row]:
    ends = {"one": one.id, "other": other.id, "keys": keys}
    found = weigh(one, other)
    for finding in found:
        yield {
            **ends,
            "kind": finding.kind,
            "start": finding.one.start,
            "end": finding.one.end,
            "other_start": finding.other.start,
            "other_end": finding.other.end,
            "of": finding.of,
            "shared": list(finding.shared),
            "edited": finding.edited,
        }
    why = None if found else _same(one, other)
    if why:
        whole = {"start": one.span.start, "end": one.span.end}
        there = {"other_start": other.span.start, "other_end": other.span.end}
        yield {**ends, **whole, **there, "kind": "same", "of": why, "shared": [], "edited": False}


def _same(one: Asserted, other: Asserted) -> str | None:
    """Say why two assertions say one thing; None where their words do not tell."""
    if one.credits or other.credits:
        return None
    both, fewer = len(one.terms & other.terms), min(len(one.terms), len(other.terms))
    alike = both >= _SAME_TERMS and 2 * both >= fewer
    return same_words(one.content, other.content) if alike else None


def _write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
