"""A report's own date where nothing tells it: the year that its text pins down, or a bound."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.dates.clause import tense_at
from reportedly.dates.dating import Dating, Expression
from reportedly.dates.days import exact_day
from reportedly.language.reading import Reading
from reportedly.language.tree import climb, head_in, tokens_in
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.quotes import find_quotations

_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_YEARS_AGO = re.compile(rf"\b(?P<number>\d{{1,3}}|{'|'.join(_SMALL)}) years ago\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
# "Nearly 14 years ago" pins nothing.
_ROUGHLY = frozenset(
    {
        "about",
        "almost",
        "nearly",
        "some",
        "around",
        "roughly",
        "over",
        "than",
        "least",
        "most",
        "approximately",
    }
)
# What is done to a thing once, when it comes about: a treaty of 2005 was signed, not broken, in 2005.
_BEGINNINGS = frozenset({
    "sign", "conclude", "agree", "adopt", "pass", "found", "establish", "create", "launch", "open", "build",
    "hold", "happen", "occur", "strike", "negotiate", "set", "form", "erect", "complete",
})  # fmt: skip
_BETWEEN = frozenset({",", "in", "(", "–", "—", "-", "--", "back"})


@dataclass(frozen=True, slots=True)
class _Event:
    """Words that tell the year of a thing, or how long ago it was, and the thing's noun if there is one."""

    span: Span
    number: int
    thing: str | None


def worked_out(
    text: str, passages: Sequence[Passage], reading: Reading, expressions: Sequence[Expression]
) -> Dating | None:
    """Work out when a report was published from what its text tells, or None.

    A treaty "of 2005" that was "signed 14 years ago" makes it 2019, where every such pair agrees and
    nothing that the report tells as past is later; the basis is `arithmetic`, the evidence both places.
    Else the latest whole day that it tells as past is a lower bound, `2019-03-01/..`. Neither is a day that
    weekdays could be counted from.
    """
    past = [one for one in expressions if one.basis == "printed" and _is_past(one, reading)]
    quoted = tuple(one.span for one in find_quotations(text, passages)) if _YEARS_AGO.search(text) else ()
    pinned = _pinned(text, quoted, reading, expressions)
    if pinned and pinned.edtf and all((one.edtf or "")[:4] <= pinned.edtf for one in past):
        return pinned
    days = [one for one in past if exact_day(one.edtf)]
    latest = max(days, key=lambda one: (one.edtf or "", -one.span.start), default=None)
    return Dating(f"{latest.edtf}/..", latest.span.words(text), "bound", (latest.span,)) if latest else None


def _is_past(expression: Expression, reading: Reading) -> bool:
    head = head_in(reading, expression.span)
    return head is not None and tense_at(reading, head) == "past"


def _pinned(
    text: str, quoted: Sequence[Span], reading: Reading, expressions: Sequence[Expression]
) -> Dating | None:
    ago = tuple(_times_ago(text, quoted, reading))
    years = tuple(_years(text, reading, expressions)) if ago else ()
    pairs = [(one, other) for one in ago for other in years if _are_one(one, other, reading)]
    found = {other.number + one.number for one, other in pairs}
    if len(found) != 1:
        return None
    one, other = pairs[0]
    return Dating(
        f"{found.pop():04}", one.span.words(text), "arithmetic", tuple(sorted((one.span, other.span)))
    )


def _times_ago(text: str, quoted: Sequence[Span], reading: Reading) -> Iterator[_Event]:
    """Give the exact counts of years back from the report's own day, with what was done then."""
    for match in _YEARS_AGO.finditer(text):
        span = Span(*match.span())
        own = tokens_in(reading, span)
        before = reading.tokens[own.start - 1].text.lower() if own.start else ""
        if own and before not in _ROUGHLY and not any(one.holds(span) for one in quoted):
            words = match["number"].lower()
            number = int(words) if words.isdigit() else _SMALL.index(words) + 2
            yield _Event(span, number, _thing_done(own[-1], reading))


def _years(text: str, reading: Reading, expressions: Sequence[Expression]) -> Iterator[_Event]:
    for one in expressions:
        words = one.span.words(text)
        if one.basis == "printed" and _YEAR.fullmatch(words):
            head = head_in(reading, one.span)
            yield _Event(one.span, int(words), _thing_named(head, reading) if head is not None else None)


def _are_one(ago: _Event, year: _Event, reading: Reading) -> bool:
    """Tell whether two expressions tell of one event: side by side, or of one thing and its beginning."""
    first, last = sorted((ago.span, year.span))
    between = range(tokens_in(reading, first).stop, tokens_in(reading, last).start)
    beside = 0 < len(between) <= 3 and all(reading.tokens[i].text.lower() in _BETWEEN for i in between)
    return beside or (ago.thing is not None and ago.thing == year.thing)


def _thing_done(token: int, reading: Reading) -> str | None:
    """Give the noun of what was signed, founded, held … then."""
    verb = next((i for i in climb(reading, token) if reading.tokens[i].pos == "VERB"), None)
    if verb is None or reading.tokens[verb].lemma not in _BEGINNINGS:
        return None
    if reading.tokens[verb].dep in ("acl", "relcl"):
        return reading.tokens[reading.tokens[verb].head].lemma.lower()
    subjects = (one for one in reading.tokens if one.head == verb and one.dep in ("nsubjpass", "nsubj"))
    return next((one.lemma.lower() for one in subjects if one.pos in ("NOUN", "PROPN")), None)


def _thing_named(token: int, reading: Reading) -> str | None:
    """Give the noun that a year tells apart: "the 2005 treaty", "the treaty of 2005", "signed in 2005"."""
    above = next((i for i in climb(reading, token) if reading.tokens[i].pos != "ADP"), None)
    if above is None:
        return None
    if reading.tokens[above].pos == "VERB":
        return _thing_done(token, reading)
    return reading.tokens[above].lemma.lower() if reading.tokens[above].pos in ("NOUN", "PROPN") else None
