"""Assertions as they are compared: their words, terms and points, read back from a record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Select, select

from reportedly.assertions.assertion import Count, Day, Part, Turn
from reportedly.comparison.content import Content, content_of, written_alike
from reportedly.record import schema
from reportedly.record.sqlite import listed
from reportedly.spans import Span

_VOICE_QUOTED = "quoted"


@dataclass(frozen=True)
class Asserted:
    """One assertion of a record: where it stands, whose it is, and what in it another could contradict."""

    id: str
    report: str
    statement: str | None
    voice: str
    span: Span
    words: str
    terms: frozenset[str]
    names: frozenset[str]
    turns: tuple[Turn, ...]
    counts: tuple[Count, ...]
    days: tuple[Day, ...]
    parts: tuple[Part, ...]
    credits: bool
    denied: bool

    @cached_property
    def alike(self) -> tuple[str, ...]:
        """The words, written alike, in order."""
        return written_alike(self.words)

    @cached_property
    def different(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.alike)

    @cached_property
    def content(self) -> Content:
        """The words as utterances compare them."""
        return content_of((self.words,), (self.words,) if self.voice == _VOICE_QUOTED else ())


def asserted(row: Mapping[Any, Any]) -> Asserted:
    """Read a row of the record."""
    told = row["told"]
    return Asserted(
        row["id"],
        row["report"],
        row["statement"],
        row["voice"],
        Span(row["start"], row["end"]),
        row["words"],
        frozenset(told["terms"]),
        frozenset(told["names"]),
        tuple(
            Turn(**_placed(one, about=tuple(one["about"]), target=tuple(one["target"])))
            for one in told["turns"]
        ),
        tuple(Count(**_placed(one)) for one in told["counts"]),
        tuple(Day(**_placed(one, about=tuple(one["about"]))) for one in told["days"]),
        tuple(
            Part(**_placed(one, who=tuple(one["who"]), about=tuple(one["about"]))) for one in told["parts"]
        ),
        row["credits"],
        told["denied"],
    )


def read_asserted(connection: Connection, names: Collection[str]) -> Iterator[Asserted]:
    """Read assertions by their ids."""
    return map(asserted, rows_of(connection, select(schema.assertions), schema.assertions.c.id, names))


def rows_of(
    connection: Connection, wanted: Select[Any], column: Column[Any], names: Collection[str]
) -> Sequence[RowMapping]:
    """Select the rows that have one of some names in a column."""
    return connection.execute(wanted.where(column.in_(listed(names)))).mappings().all()


def _placed(point: Mapping[str, Any], **values: object) -> dict[str, Any]:
    return {**point, "span": Span(**point["span"]), **values}
