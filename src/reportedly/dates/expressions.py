"""Finding the words that tell a time, and the date they come to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from reportedly.dates.arithmetic import date_day
from reportedly.dates.clause import Tense, tense_at
from reportedly.dates.dating import Basis, Dating, Expression
from reportedly.dates.days import MONTH, YEAR, PrintedDay, exact_day, find_days, month_edtf, month_number
from reportedly.dates.reprints import anchor_of
from reportedly.dates.wordings import WORDINGS
from reportedly.language.reading import Reading
from reportedly.language.tree import head_in, sentence_at, tokens_in
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.quotes import find_quotations

_Count = Callable[[date, Tense | None], str | None]


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that tell a time; `printed` is their date where they tell it whole."""

    span: Span
    printed: str | None = None
    count: _Count | None = None
    basis: Basis = "arithmetic"
    day: PrintedDay | None = None
    floats: bool = False


_MONTH_OF_YEAR = re.compile(
    rf"\b(?:[Ee]arly |[Ll]ate |[Mm]id-)?(?P<month>{MONTH})(?:,| of)? (?P<year>{YEAR})\b"
)
_DECADE = re.compile(r"\b[Tt]he (?P<words>(?P<decade>(?:19|20)\d)0s)\b")
_YEAR = re.compile(rf"(?<![\w.,$€£/-]){YEAR}(?![\w/%-]|[.,]\d)")
_PARAGRAPH = re.compile(r"[^\n]+")


def find_expressions(text: str, reading: Reading, anchor: Dating | None) -> tuple[Expression, ...]:
    """Find the words that tell a time, in text order, each with the date they come to or None.

    A date printed whole stands for itself. Others are counted from the report's own day (`anchor`), by
    the tense of their clause, and only where that day is known exactly; inside quotation marks they
    count from a day of speaking that is not known yet, so they stay open. So do they in a reprint, unless
    it tells the day of its first printing.
    """
    day = _day_of(anchor_of(text, anchor))
    # "on 3 June" stays true in a reprint of the same year, "on Tuesday" does not.
    yearless = day or _day_of(anchor)
    paragraphs = [Passage("body", Span(*match.span())) for match in _PARAGRAPH.finditer(text)]
    quoted = tuple(quotation.span for quotation in find_quotations(text, paragraphs))
    found = tuple(_with_years(tuple(_apart(_found(text, reading))), reading))
    days = (None if _within(one.span, quoted) else yearless if one.day else day for one in found)
    return tuple(_expression(one, reading, day) for one, day in zip(found, days, strict=True))


def _day_of(anchor: Dating | None) -> date | None:
    return exact_day(anchor.edtf) if anchor else None


def _found(text: str, reading: Reading) -> Iterator[_Found]:
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        within = Span(tokens[0].span.start, tokens[-1].span.end)
        yield from _printed(text, within)
        yield from _counted(text, within)
        yield from _years(text, within, reading)


def _printed(text: str, within: Span) -> Iterator[_Found]:
    for day in find_days(text, within):
        yield _Found(day.span, day.edtf, day=day)
    for match in _MONTH_OF_YEAR.finditer(text, within.start, within.end):
        yield _Found(Span(*match.span()), month_edtf(int(match["year"]), month_number(match["month"])))
    for match in _DECADE.finditer(text, within.start, within.end):
        yield _Found(Span(*match.span("words")), f"{match['decade']}X")


def _with_years(found: tuple[_Found, ...], reading: Reading) -> Iterator[_Found]:
    """Settle the days that are printed without a year.

    One that the report prints with a year elsewhere is that day. Else it is counted from the report's
    own day, unless it only names another thing ("the 12 May deadline") or the report tells a story of
    another year, where such days follow on each other ("two months later, on 30 March").
    """
    whole = {(one.day.month, one.day.day): one.printed for one in reversed(found) if one.day and one.printed}
    story = _tells_story(found, reading)
    for one in found:
        day = one.day
        if day is None or day.year is not None:
            yield one
        elif printed := whole.get((day.month, day.day)):
            yield replace(one, count=_constant(printed))
        elif not story and _stands_free(one.span, reading):
            yield replace(one, count=_counting_day(day))
        else:
            yield one


def _tells_story(found: tuple[_Found, ...], reading: Reading) -> bool:
    """Tell whether a day without a year shares its sentence with a time counted from within the story."""
    yearless = {_sentence_of(one.span, reading) for one in found if one.day and one.day.year is None}
    return any(one.floats and _sentence_of(one.span, reading) in yearless for one in found)


def _sentence_of(span: Span, reading: Reading) -> int:
    return sentence_at(reading, tokens_in(reading, span).start)


def _stands_free(span: Span, reading: Reading) -> bool:
    head = head_in(reading, span)
    return head is not None and reading.tokens[reading.tokens[head].head].pos in ("ADP", "VERB", "AUX")


def _constant(edtf: str) -> _Count:
    return lambda anchor, tense: edtf


def _counting_day(day: PrintedDay) -> _Count:
    return lambda anchor, tense: date_day(day, anchor, tense)


def _counted(text: str, within: Span) -> Iterator[_Found]:
    for wording in WORDINGS:
        for match in wording.pattern.finditer(text, within.start, within.end):
            count = partial(wording.count, match.groupdict()) if wording.count else None
            yield _Found(Span(*match.span("words")), None, count, wording.basis, floats=count is None)


def _years(text: str, within: Span, reading: Reading) -> Iterator[_Found]:
    for match in _YEAR.finditer(text, within.start, within.end):
        span = Span(*match.span())
        if _tells_year(reading, span):
            yield _Found(span, span.words(text))


def _tells_year(reading: Reading, span: Span) -> bool:
    """Tell a year from a number: "in 2005" and "the 2016 vote", not "2000 troops"."""
    token = next(iter(tokens_in(reading, span)), None)
    if token is None or reading.tokens[token].tag != "CD":
        return False
    head = reading.tokens[reading.tokens[token].head]
    return head.pos == "ADP" or (head.tag in ("NN", "NNP") and head.span.start > span.start)


def _apart(found: Iterator[_Found]) -> Iterator[_Found]:
    """Keep the longest of those that overlap, in text order."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (-len(one.span), one.span.start)):
        if not any(one.span.meets(other.span) for other in kept):
            kept.append(one)
    return iter(sorted(kept, key=lambda one: one.span))


def _within(span: Span, others: tuple[Span, ...]) -> bool:
    return any(other.holds(span) for other in others)


def _expression(one: _Found, reading: Reading, anchor: date | None) -> Expression:
    if one.printed:
        return Expression(one.span, one.printed, "printed")
    head = head_in(reading, one.span)
    if anchor is None or one.count is None or head is None:
        return Expression(one.span, None, None)
    edtf = one.count(anchor, tense_at(reading, head))
    return Expression(one.span, edtf, one.basis if edtf else None)
