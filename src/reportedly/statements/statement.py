"""A statement: one attribution as found."""

from dataclasses import dataclass
from typing import Literal

from reportedly.spans import Span

Kind = Literal["direct", "mixed", "indirect"]
Act = Literal["say", "think", "intend", "feel"]
CueSense = Literal["assert", "deny", "demand", "warn", "accuse", "praise", "promise", "ask", "agree", "other"]
Marks = Literal["unclosed", "unopened"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution as found: who is credited, by which words, with what.

    `content` has one or more spans, in order and apart; `source` and `cue` may be empty. `quoted`
    lies within `content` and inside quotation marks (marks themselves not counted); `inserted`
    is the report's words inside the speaker's: brackets and "(sic)". `via` holds, in order, the
    words that name each carrier between the speaker and the report; `addressee` to whom it was said.
    `within` is the index, among the report's statements, of the one whose content holds this one.
    """

    kind: Kind
    act: Act
    cue_sense: CueSense
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    inserted: tuple[Span, ...] = ()
    marks: Marks | None = None
    via: tuple[tuple[Span, ...], ...] = ()
    addressee: tuple[Span, ...] = ()
    occasion: Span | None = None
    within: int | None = None
    confidence: float = 0.5
