"""Finding the words that tell a time, and the date they come to."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from reportedly.dates.arithmetic import tell_day
from reportedly.dates.clause import tense_at
from reportedly.dates.dating import Basis, Dating, Expression
from reportedly.dates.days import WEEKDAYS, PrintedDay, exact_day, find_days
from reportedly.dates.leaning import lean_at
from reportedly.dates.moment import Moment, Told
from reportedly.dates.named import DIGIT
from reportedly.dates.reprints import anchor_of
from reportedly.dates.said import DOCUMENTS
from reportedly.dates.values import day_in, first_day, value_edtf
from reportedly.dates.wordings import WORDINGS
from reportedly.language.parse import plain_text
from reportedly.language.reading import Reading
from reportedly.language.tree import head_in, sentence_at, tokens_in
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.quotes import find_quotations

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that tell a time, and how to tell which.

    They float where they count from within the story; `evidence` is where the report prints their year.
    """

    span: Span
    tell: Callable[[Moment], Told | None]
    basis: Basis
    day: PrintedDay | None = None
    floats: bool = False
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Days:
    """The days from which a report's words count: its weekdays, and its days without a year."""

    own: date | None
    yearless: date | None
    evidence: tuple[Span, ...]
    quoted: tuple[Span, ...]


_PARAGRAPH = re.compile(r"[^\n]+")
_HEADED = frozenset({"byline", "dateline"})
_ABOUT = re.compile(
    r"(?i)\b(?:about|around|roughly|approximately|nearly|almost|some|up\s+to|(?:(?:just|well)\s+)?(?:over|under)|"
    r"(?:more|less|fewer)\s+than|at\s+(?:least|most))\s+$"
)
_EARLY = re.compile(
    r"(?i)\b(?:(?:(?:the\s+)?very\s+)?(?:early|late|mid)[-\s]+|"
    r"(?:the\s+)?(?:very\s+)?(?:end|beginning|start|middle|turn|close|rest|remainder)\s+of\s+(?:the\s+)?)$"
)
# "More than four decades ago" tells no date, "nearly four decades ago" does.
_BOUND = re.compile(
    r"(?i)(?:(?:just|well)\s+)?(?:over|under|up\s+to|(?:more|less|fewer)\s+than|at\s+(?:least|most))\s"
)
_DEFINITE = re.compile(r"(?i)(?:the|these|those|all|recent|past|last)\b")
_EARLIER = re.compile(r"(?i)\b(?:earlier|later)\s+$")
_OF_UNIT = re.compile(r"(?i)(?:this|that|last|next|the same)\b")
_STRETCH = re.compile(r"\d{4}-(?:Q[1-4]|\d\d)")
# Most sentences hold no head of any wording.
_HEADED_BY = {
    head: [at for at, wording in enumerate(WORDINGS) if head in wording.heads]
    for head in {head for wording in WORDINGS for head in wording.heads}
}
_LONGEST_LEAD = 32
_HARD_BY = 12
"""Characters between a time of day and its day: "Monday, at about 5 p.m."."""
_IN_FRONT = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_NAMED_DAYS = frozenset(day.lower() for day in WEEKDAYS) | {"today", "tomorrow", "yesterday"}


def find_expressions(
    text: str, reading: Reading, anchor: Dating | None, passages: Sequence[Passage] = ()
) -> tuple[Expression, ...]:
    """Find the words that tell a time, in text order, each with its TIMEX3 value and its date or None.

    A date printed whole stands for itself. Others are counted from the report's own day (`anchor`), by
    the tense of their clause, and only where that day is known exactly; inside quotation marks they
    count from a day of speaking that is not known yet, so they stay open. So do they in a reprint, unless
    it tells the day of its first printing. A `value` is more generous, as the convention for news texts
    is: there, words inside quotation marks count from the report's day too, and a day that could lie on
    either side lies where its clause leans. Of the `passages` that are not parsed, bylines and datelines
    are looked through for printed days.
    """
    start = anchor_of(text, anchor)
    # "on 3 June" stays true in a reprint of the same year, "on Tuesday" does not.
    own = _day_of(start)
    base = start or anchor
    days = _Days(own, own or _day_of(anchor), base.evidence if base else (), _quoted(text))
    plain = plain_text(text)
    found = tuple(_with_years(tuple(_apart(_found(plain, reading, passages))), reading))
    first = tuple((one, moment := _moment(one, reading, days), one.tell(moment)) for one in found)
    end, expressions = 0, []
    for one, told in _retold(first, reading):
        whole = replace(one, span=_led(plain, one, told, end))
        expressions.append(_expression(plain, whole, told, days))
        end = one.span.end
    return tuple(expressions)


def _day_of(anchor: Dating | None) -> date | None:
    return exact_day(anchor.edtf) if anchor else None


def _quoted(text: str) -> tuple[Span, ...]:
    paragraphs = [Passage("body", Span(*match.span())) for match in _PARAGRAPH.finditer(text)]
    return tuple(quotation.span for quotation in find_quotations(text, paragraphs))


def _found(text: str, reading: Reading, passages: Sequence[Passage]) -> Iterator[_Found]:
    for passage in passages:
        if passage.kind in _HEADED:
            yield from _printed(text, passage.span)
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        within = Span(tokens[0].span.start, tokens[-1].span.end)
        heads = {token.span.words(text).lower().rstrip(".") for token in tokens}
        if any(mark.isdigit() for mark in within.words(text)):
            heads.add(DIGIT)
            yield from _printed(text, within)
        yield from _worded(text, within, heads, reading)


def _printed(text: str, within: Span) -> Iterator[_Found]:
    for day in find_days(text, within):
        weekday = next((n for n, name in enumerate(WEEKDAYS) if day.span.words(text).startswith(name)), None)
        yield _Found(
            day.span, partial(_tell_printed, day, weekday), "printed" if day.edtf else "arithmetic", day
        )


def _tell_printed(day: PrintedDay, weekday: int | None, moment: Moment) -> Told | None:
    if day.edtf:
        return Told("date", day.edtf)
    if day.month is None:
        return Told("date", f"{day.year or 'XXXX'}-XX-XX", settled=False)
    return tell_day(day.month, day.day, moment, weekday)


def _worded(text: str, within: Span, heads: set[str], reading: Reading) -> Iterator[_Found]:
    for at in sorted({at for head in heads for at in _HEADED_BY.get(head, ())}):
        wording = WORDINGS[at]
        for match in wording.pattern.finditer(text, within.start, within.end):
            span = wording.span(match)
            if wording.fits is None or wording.fits(reading, span):
                yield _Found(
                    span, partial(wording.tell, match.groupdict()), wording.basis, floats=wording.floats
                )


def _with_years(found: tuple[_Found, ...], reading: Reading) -> Iterator[_Found]:
    """Settle the days that are printed without a year.

    One that the report prints with a year elsewhere is that day. Else it is counted from the report's
    own day, and stays open where it stands by itself ("Elections: 12 May") or the report tells a story of
    another year, where such days follow on each other ("two months later, on 30 March").
    """
    story = _tells_story(found, reading)
    whole = {(one.day.month, one.day.day): one.day for one in reversed(found) if one.day and one.day.edtf}
    for one in found:
        day = one.day
        if day is None or day.year is not None:
            yield one
        elif printed := whole.get((day.month, day.day)):
            yield replace(
                one, tell=partial(_tell_printed, printed, None), basis="printed", evidence=(printed.span,)
            )
        elif not story and _stands_free(one.span, reading):
            yield one
        else:
            yield replace(one, tell=partial(_unsettled, one.tell))


def _tells_story(found: tuple[_Found, ...], reading: Reading) -> bool:
    """Tell whether a day without a year shares its sentence with a time counted from within the story."""
    yearless = {_sentence(one.span, reading) for one in found if one.day and one.day.year is None}
    return any(one.floats and _sentence(one.span, reading) in yearless for one in found)


def _unsettled(tell: Callable[[Moment], Told | None], moment: Moment) -> Told | None:
    told = tell(moment)
    return replace(told, settled=False) if told else None


def _stands_free(span: Span, reading: Reading) -> bool:
    head = head_in(reading, span)
    if head is None:
        return False
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    # A letter has one day, a deadline may be set anew.
    of_document = token.dep in _IN_FRONT and above.lemma in DOCUMENTS
    return of_document or above.pos in ("ADP", "VERB", "AUX") or _explains_day(span, reading)


def _explains_day(span: Span, reading: Reading) -> bool:
    """Tell the date in "today (June 3)" and "Tuesday (June 1)"."""
    start = tokens_in(reading, span).start
    before = [one.text.lower() for one in reading.tokens[max(0, start - 2) : start]]
    return len(before) == 2 and before[1] == "(" and before[0] in _NAMED_DAYS


def _apart(found: Iterable[_Found]) -> Iterator[_Found]:
    """Keep the longest of those that overlap, in text order."""
    kept: list[_Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: (-len(one.span), one.span.start)):
        own = range(one.span.start, one.span.end)
        if taken.isdisjoint(own):
            taken.update(own)
            kept.append(one)
    return iter(sorted(kept, key=lambda one: one.span))


def _moment(one: _Found, reading: Reading, days: _Days) -> Moment:
    day, head = (days.yearless if one.day else days.own), head_in(reading, one.span)
    if head is None:
        return Moment(day, None, "past")
    tense = tense_at(reading, head)
    if (tense == "future" or one.day) and reading.tokens[head].dep in _IN_FRONT:
        # "She will appeal Thursday's ruling", "he set the 12 May deadline": the clause's time is another.
        return Moment(day, None, "past")
    return Moment(day, tense, tense or lean_at(reading, head))


def _retold(
    told: Sequence[tuple[_Found, Moment, Told | None]], reading: Reading
) -> Iterator[tuple[_Found, Told]]:
    """Tell the words anew that count from within the story, now that its days are known."""
    known = [(one.span, what) for one, _, what in told if what and _is_fixed(one, what)]
    days = [(span, day) for span, what in known if (day := day_in(what.value))]
    eras = [(span, day) for span, what in known if (day := first_day(what.value))]
    stretches = [(one.span, what.value) for one, _, what in told if what and _STRETCH.fullmatch(what.value)]
    sure = {span for span, what in known if what.settled}
    for one, moment, _ in told:
        _, story = _before(one, days) or (None, None)
        _, era = _before(one, eras) or (None, None)
        place, same = _beside(one, days, reading) or (None, None)
        beside = place in sure and place is not None and _gap(place, one.span) <= _HARD_BY
        stretch = _stretch(one, stretches, reading)
        if what := one.tell(replace(moment, story=story, era=era, same=same, beside=beside, stretch=stretch)):
            yield one, what


def _is_fixed(one: _Found, told: Told) -> bool:
    return told.settled or one.day is not None or one.basis == "tense-weekday"


def _before(one: _Found, items: Sequence[tuple[Span, _Item]]) -> tuple[Span, _Item] | None:
    """Give the latest item told before."""
    at = bisect_left(items, one.span.start, key=lambda item: item[0].start)
    return items[at - 1] if at else None


def _beside(one: _Found, items: Sequence[tuple[Span, date]], reading: Reading) -> tuple[Span, date] | None:
    """Give the nearest day that the sentence itself tells."""
    at = bisect_left(items, one.span.start, key=lambda item: item[0].start)
    sentence = _sentence(one.span, reading)
    near = [item for item in items[max(0, at - 1) : at + 2] if item[0] != one.span]
    own = [item for item in near if _sentence(item[0], reading) == sentence]
    return min(own, key=lambda item: _gap(item[0], one.span), default=None)


def _stretch(one: _Found, items: Sequence[tuple[Span, str]], reading: Reading) -> str | None:
    """Give the month or quarter told before in this sentence or the one before."""
    place, value = _before(one, items) or (None, None)
    near = place is not None and _sentence(place, reading) >= _sentence(one.span, reading) - 1
    return value if near else None


def _gap(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end)


def _sentence(span: Span, reading: Reading) -> int:
    return sentence_at(reading, tokens_in(reading, span).start)


def _led(text: str, one: _Found, told: Told, after: int) -> Span:
    """Take in the words before that tell the part or how near: "early March", "nearly three years"."""
    before = text[max(after, one.span.start - _LONGEST_LEAD) : one.span.start]
    if told.type == "duration" or told.near:
        lead = None if _DEFINITE.match(one.span.words(text)) else _ABOUT.search(before)
    else:
        lead = _EARLY.search(before)
        if lead is None and _OF_UNIT.match(one.span.words(text)):
            lead = _EARLIER.search(before)
    return Span(one.span.start - len(lead[0]), one.span.end) if lead else one.span


def _expression(text: str, one: _Found, told: Told, days: _Days) -> Expression:
    edtf = None if _BOUND.match(one.span.words(text)) else _edtf(one, told, days)
    if edtf is None:
        return Expression(one.span, None, None, told.type, told.value)
    evidence = one.evidence if one.basis == "printed" else days.evidence
    return Expression(one.span, edtf, one.basis, told.type, told.value, evidence)


def _edtf(one: _Found, told: Told, days: _Days) -> str | None:
    """Give the date that the report settles: nothing that is counted inside quotation marks."""
    counted = one.basis != "printed" or bool(one.evidence)
    if not told.settled or told.type == "set" or (counted and any(q.holds(one.span) for q in days.quoted)):
        return None
    edtf = value_edtf(told.value)
    return re.sub(r"(?<=\d)(?=/|$)", "~", edtf) if edtf and told.near else edtf
