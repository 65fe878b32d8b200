"""Weighing each new report's assertions against those that may speak of the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, delete, insert, select

from reportedly.comparison.alike import same_words
from reportedly.comparison.asserted import Asserted, asserted
from reportedly.comparison.keys import keys_of
from reportedly.comparison.weigh import weigh
from reportedly.record import schema
from reportedly.record.read import Row, View

_OFTEN = 40
"""A key that more assertions have brings no two of them together."""

_SAME_TERMS = 3
_AT_HAND = 20_000
"""So many assertions are held at a time: those of one affair are weighed again and again."""

Pair = tuple[str, str]
_AT_ONCE = 500


def weigh_new(view: View) -> None:
    """Weigh every report that was not weighed before; what is found depends on no order of coming.

    A key that is had too often counts nowhere, also where it brought two together before it was.
    """
    connection, table = view.connection, schema.weighed
    known = {row.report: row.standing for row in connection.execute(select(table))}
    # Nobody kept which keys went with a report that is gone, so that all is weighed again.
    if None in known.values() or known.keys() - view.counted:
        for derived in (table, schema.keys, schema.spent, schema.findings):
            connection.execute(delete(derived))
        known = {}
    at_hand: dict[str, Asserted] = {}
    for report in sorted(view.counted - known.keys()):
        if len(at_hand) > _AT_HAND:
            at_hand.clear()
        own = {row["id"]: asserted(row) for row in _assertions(connection, report)}
        at_hand |= own
        _take_in(connection, own, at_hand)
        connection.execute(insert(table).values(report=report, standing=report))


def live_findings(connection: Connection) -> Iterator[Row]:
    """Give the findings that a key brought together which is not had too often today."""
    spent = set(connection.execute(select(schema.spent.c.key)).scalars())
    found = connection.execute(select(schema.findings)).mappings()
    return (row for row in found if not spent.issuperset(row["keys"]))


def _assertions(connection: Connection, report: str) -> Sequence[Row]:
    table = schema.assertions
    wanted = select(table).where(table.c.report == report).order_by(table.c.start, table.c.id)
    return connection.execute(wanted).mappings().all()


def _take_in(connection: Connection, own: Mapping[str, Asserted], at_hand: dict[str, Asserted]) -> None:
    """Weigh a report's assertions against each other and all before, and keep what they are looked up by.

    `at_hand` are assertions that were read before; those that are needed come in.
    """
    keys = {name: keys_of(one) for name, one in own.items()}
    every = sorted(frozenset[int]().union(*keys.values()))
    spent = {row[0] for row in _in_lots(connection, select(schema.spent.c.key), schema.spent.c.key, every)}
    columns = schema.keys.c
    having: dict[int, list[str]] = defaultdict(list)
    live = [key for key in every if key not in spent]
    for key, name in _in_lots(connection, select(columns.key, columns.assertion), columns.key, live):
        having[key].append(name)
    for name, of_one in keys.items():
        for key in of_one - spent:
            having[key].append(name)
    over = sorted(key for key, names in having.items() if len(names) > _OFTEN)
    for key in over:
        del having[key]
    pairs = _pairs(own, having)
    table = schema.assertions
    needed = sorted({name for pair in pairs for name in pair} - at_hand.keys())
    for row in _in_lots(connection, select(table), table.c.id, needed):
        at_hand[row.id] = asserted(row._mapping)
    found = [
        row
        for (one, other), by in sorted(pairs.items())
        for row in _of_pair(at_hand[one], at_hand[other], by)
    ]
    _write(connection, schema.findings, found)
    _write(connection, schema.spent, [{"key": key} for key in over])
    for at in range(0, len(over), _AT_ONCE):
        connection.execute(delete(schema.keys).where(columns.key.in_(over[at : at + _AT_ONCE])))
    rows = [{"key": key, "assertion": name} for name in keys for key in sorted(keys[name]) if key in having]
    _write(connection, schema.keys, rows)


def _pairs(own: Mapping[str, Asserted], having: Mapping[int, Sequence[str]]) -> Mapping[Pair, list[int]]:
    """Give the pairs that share a key, one of each a new assertion, with the keys."""
    pairs: dict[Pair, list[int]] = defaultdict(list)
    for key in sorted(having):
        names = having[key]
        for one in (name for name in names if name in own):
            for other in names:
                if other < one or other not in own:
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
    if one.alike == other.alike:
        return "word for word the same"
    both, fewer = len(one.terms & other.terms), min(len(one.terms), len(other.terms))
    alike = both >= _SAME_TERMS and 2 * both >= fewer
    return same_words(one.content, other.content) if alike else None


def _in_lots(
    connection: Connection, wanted: Select[Any], column: Column[Any], values: Sequence[Any]
) -> Iterator[Any]:
    """Give the rows whose column has one of these values, asking for some hundreds at a time."""
    for at in range(0, len(values), _AT_ONCE):
        yield from connection.execute(wanted.where(column.in_(values[at : at + _AT_ONCE])))


def _write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
