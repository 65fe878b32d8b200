"""Quotation marks as structure: which words stand inside them, and where a mark is missing."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.language.parse import READ_KINDS
from reportedly.passages.passage import Passage
from reportedly.spans import Span, trimmed
from reportedly.statements.statement import Marks

Role = Literal["open", "close", "none"]

_DOUBLE_OPEN, _DOUBLE_CLOSE, _DOUBLE = "“„«", "”»", '“„«”»"‟″'
_SINGLE_OPEN, _SINGLE_CLOSE, _SINGLE = "‘‚‹", "’›", "‘‚‹’›'`´′"
MARKS = _DOUBLE + _SINGLE
_MARK = re.compile(f"[{MARKS}]")
_BEFORE_OPEN = "([{—–-/:;,"
_BEFORE_UNOPENED = ",.?!…"
# Two single marks typed for a double one: the second becomes a filler that is no one's neighbour.
_PAIRED = re.compile("''|``|’’|‘‘")
_FILLER = "\0"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between outermost quotation marks.

    `span` has the marks, `inner` has not. `goes_on` tells that it takes up the quotation that the
    paragraph before left open, as the custom is with long quotations.
    """

    span: Span
    inner: Span
    marks: Marks | None = None
    goes_on: bool = False


def find_quotations(text: str, passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """Find the outermost quotations of the passages that can hold a statement, in text order.

    A quotation ends with its passage. One left open is `unclosed` unless the next passage opens with
    a mark again; a closing mark without an opening one makes its sentence's start the start.
    """
    text = _PAIRED.sub('"' + _FILLER, text)
    found: list[Quotation] = []
    left_open = False
    for passage in passages:
        if passage.kind in READ_KINDS:
            here = list(_in_passage(text, passage.span))
            if left_open and here and _opens_passage(text, passage.span, here[0]):
                found[-1] = replace(found[-1], marks=None)
                here[0] = replace(here[0], goes_on=True)
            found += here
            left_open = bool(here) and here[-1].marks == "unclosed"
    return tuple(found)


def quotations_at(quotations: Sequence[Quotation], span: Span) -> range:
    """Give the places, among quotations in text order, of those that share a character with a span."""
    first = bisect_right(quotations, span.start, key=lambda quotation: quotation.span.end)
    return range(first, bisect_left(quotations, span.end, key=lambda quotation: quotation.span.start))


def quotations_in(quotations: Sequence[Quotation], spans: Iterable[Span]) -> Iterator[Quotation]:
    """Give the quotations that share a character with spans, span by span."""
    return (quotations[at] for span in spans for at in quotations_at(quotations, span))


def _opens_passage(text: str, span: Span, quotation: Quotation) -> bool:
    return quotation.marks != "unopened" and not text[span.start : quotation.span.start].strip()


def _in_passage(text: str, span: Span) -> Iterator[Quotation]:
    """Walk through a passage's marks; inner quotations only count up and down."""
    opened, depth, last_end = -1, 0, span.start
    for at in (mark.start() for mark in _MARK.finditer(text, span.start, span.end)):
        if opened >= 0 and (text[at] in _SINGLE) != (text[opened] in _SINGLE):
            continue
        role = _role(text, at, span, opened >= 0)
        if role == "open":
            opened, depth = (at, 1) if opened < 0 else (opened, depth + 1)
        elif role == "close" and opened >= 0:
            depth -= 1
            if depth == 0:
                yield from _quotation(text, opened, at + 1)
                opened, last_end = -1, _after(text, at)
        elif role == "close" and text[at] in _DOUBLE and text[at - 1] in _BEFORE_UNOPENED:
            yield from _quotation(text, _sentence_start(text, last_end, at), at + 1, "unopened")
            last_end = _after(text, at)
    if opened >= 0 and text[opened] in _DOUBLE:
        yield from _quotation(text, opened, span.end, "unclosed")


def _quotation(text: str, start: int, end: int, marks: Marks | None = None) -> Iterator[Quotation]:
    end = _after(text, end - 1)
    whole, inner = trimmed(text, start, end), trimmed(text, start, end, MARKS + _FILLER)
    if whole and inner:
        yield Quotation(whole, inner, marks)


def _after(text: str, at: int) -> int:
    """Give where the text goes on after a mark, which may be typed as two."""
    return at + 2 if text[at + 1 : at + 2] == _FILLER else at + 1


def _role(text: str, at: int, span: Span, is_open: bool) -> Role:
    """Tell what a mark does: open, close, or nothing (an apostrophe, feet, inches)."""
    before, after = _neighbours(text, at, span)
    free_before = before.isspace() or before in _BEFORE_OPEN or before in MARKS
    free_after = not after.isalnum()
    if text[at] in _SINGLE:
        return _single_role(text, at, span, is_open, free_before, free_after)
    if text[at] in _DOUBLE_OPEN:
        return "close" if is_open and free_after and after not in MARKS else "open"
    if text[at] in _DOUBLE_CLOSE:
        return "open" if not is_open and free_before and not free_after else "close"
    if is_open:
        return "open" if free_before and not free_after and not before.isspace() else "close"
    return "open" if free_before and not after.isspace() else "none" if free_before else "close"


def _neighbours(text: str, at: int, span: Span) -> tuple[str, str]:
    """Give the characters before and after a mark; a space at the passage's ends."""
    after = _after(text, at)
    return (text[at - 1] if at > span.start else " ", text[after] if after < span.end else " ")


def _single_role(text: str, at: int, span: Span, is_open: bool, free_before: bool, free_after: bool) -> Role:
    """An apostrophe stands within or after a word; a single mark opens only where another closes."""
    if is_open:
        ends = not text[at - 1].isspace() and free_after
        return "close" if ends and not _plural_owner(text, at, span) else "none"
    opens = text[at] not in _SINGLE_CLOSE and free_before and not free_after
    return "open" if opens and _closes_later(text, at, span) else "none"


def _closes_later(text: str, at: int, span: Span) -> bool:
    """Look for a closing single mark within what one quotation may take."""
    closers = _SINGLE_CLOSE if text[at] in _SINGLE_OPEN else _SINGLE_CLOSE + "'"
    return any(
        text[i] in closers and not text[i - 1].isspace() and not text[i + 1 : i + 2].isalnum()
        for i in range(at + 2, min(span.end, at + 2_000))
    )


def _plural_owner(text: str, at: int, span: Span) -> bool:
    """Tell the apostrophe of *the ministers’ letter* from a closing mark: another closer follows."""
    owned = text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
    return owned and _closes_later(text, at, span)


def _sentence_start(text: str, start: int, end: int) -> int:
    """Go back from an unopened quotation's end to where its sentence starts."""
    for at in range(end - 2, start, -1):
        if text[at].isspace() and text[at - 1] in ".!?" and text[at + 1 : at + 2].isupper():
            return at + 1
    return start
