"""Assertions as they are compared: their words, terms and points, read back from a record."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportedly.assertions.assertion import Count, Day, Turn
from reportedly.comparison.content import Content, content_of
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
    credits: bool

    def at(self, span: Span) -> str:
        """Give the words at a place within it."""
        return self.words[span.start - self.span.start : span.end - self.span.start]

    @cached_property
    def content(self) -> Content:
        """The words as utterances compare them."""
        return content_of((self.words,), (self.words,) if self.voice == _VOICE_QUOTED else ())


def asserted(row: Mapping[Any, Any]) -> Asserted:
    """Read a row of the record."""
    return Asserted(
        row["id"],
        row["report"],
        row["statement"],
        row["voice"],
        Span(row["start"], row["end"]),
        row["words"],
        frozenset(row["terms"]),
        frozenset(row["names"]),
        tuple(Turn(**_placed(one, about=tuple(one["about"]))) for one in row["turns"]),
        tuple(Count(**_placed(one)) for one in row["counts"]),
        tuple(Day(**_placed(one, about=tuple(one["about"]))) for one in row["days"]),
        row["credits"],
    )


def _placed(point: Mapping[str, Any], **values: object) -> dict[str, Any]:
    return {**point, "span": Span(**point["span"]), **values}
