"""Wordings that name a day, a month, a season, a year or a longer stretch of the calendar."""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import replace

from reportedly.dates.arithmetic import (
    month_of_year,
    tell_day,
    tell_month,
    tell_quarter,
    tell_weekday,
    tell_weekday_of,
)
from reportedly.dates.days import (
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_edtf,
    exact_day,
    month_number,
    weekday_number,
)
from reportedly.dates.moment import Groups, Moment, Told, Wording, exactly, lower, pattern
from reportedly.dates.numbers import ORDINALS
from reportedly.dates.values import SEASONS, unit_value
from reportedly.language.reading import Reading
from reportedly.language.tree import tokens_in
from reportedly.spans import Span

PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
PART = rf"(?:{'|'.join(PARTS)})"
SHIFTS = {"last": -1, "this": 0, "next": 1}
DIGIT = "#"
"""The head that stands for any token with a digit."""

_MONTH_HEADS = frozenset({"sept", *(m.lower() for m in MONTHS), *(m[:3].lower() for m in MONTHS)})
_WEEKDAY_HEADS = frozenset(w.lower() + s for w in WEEKDAYS for s in ("", "s"))
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"


def _weekday(groups: Groups, moment: Moment) -> Told | None:
    number = weekday_number(groups["day"] or "")
    if groups["story"]:
        told = tell_weekday(number, "", Moment(None, None, "past"))
    elif groups["week"]:
        told = tell_weekday_of(number, SHIFTS[lower(groups["week"])], moment.day)
    else:
        told = tell_weekday(number, lower(groups["which"]), moment)
    part = lower(groups["part"])
    return Told("time", f"{told.value}T{PARTS[part]}", told.settled) if part else told


def _weekdays(groups: Groups, moment: Moment) -> Told | None:
    return Told("set", f"XXXX-WXX-{weekday_number(groups['day'] or '') + 1}")


def _month(groups: Groups, moment: Moment) -> Told | None:
    number = month_number(groups["month"] or "")
    if moment.day and groups["of"]:
        return month_of_year(number, moment.day.year + SHIFTS[lower(groups["of"])])
    return tell_month(number, lower(groups["which"]), moment)


def _month_of_year(groups: Groups, moment: Moment) -> Told | None:
    return month_of_year(month_number(groups["month"] or ""), int(groups["year"] or 0))


def _second_day(groups: Groups, moment: Moment) -> Told | None:
    """Tell the second of "3 and 5 June": it lies in the year of the first."""
    month, day, first = month_number(groups["month"] or ""), groups["words"] or "", groups["first"] or ""
    told = tell_day(month, int(first), moment) if day_edtf(2024, month, int(first)) else None
    if told is None or day_edtf(2024, month, int(day)) is None:
        return None
    return replace(told, value=f"{groups['year'] or told.value[:4]}-{month:02}-{int(day):02}")


def _first_day(groups: Groups, moment: Moment) -> Told | None:
    month, day = month_number(groups["month"] or ""), int(groups["day"] or 0)
    return tell_day(month, day, moment) if day_edtf(2024, month, day) else None


def _week_of(groups: Groups, moment: Moment) -> Told | None:
    told = _first_day(groups, moment)
    day = exact_day(told.value) if told else None
    return Told("date", unit_value("week", day), settled=bool(told and told.settled and day))


def _year_end(groups: Groups, moment: Moment) -> Told | None:
    return Told("date", groups["year"] or unit_value("year", moment.day), settled=bool(groups["year"]))


def _year(groups: Groups, moment: Moment) -> Told | None:
    return Told("date", groups["year"] or "")


def _fiscal(groups: Groups, moment: Moment) -> Told | None:
    return Told("date", f"FY{groups['year']}")


def _decade(groups: Groups, moment: Moment) -> Told | None:
    digits = groups["decade"] or ""
    return Told("date", digits if len(digits) == 3 else f"19{digits}", settled=len(digits) == 3)


def _century(groups: Groups, moment: Moment) -> Told | None:
    number = groups["number"] or ""
    count = int(number) if number.isdigit() else 20 + ("twenty-" in lower(number))
    return Told("date", f"{count - 1:02}") if count else None


def _season(groups: Groups, moment: Moment) -> Told | None:
    letters, first = SEASONS[lower(groups["season"])]
    which, here = lower(groups["which"]), moment.day
    if groups["year"] or here is None:
        return Told("date", f"{groups['year'] or 'XXXX'}-{letters}")
    if which == "next" or (not which and moment.lean == "future"):
        year = here.year + (here.month >= first)
    elif which == "this":
        year = here.year - (letters == "WI" and here.month < 3)
    else:
        # "Last spring" is over.
        year = here.year - (here.month < first + 3 * bool(which))
    return Told("date", f"{year:04}-{letters}", settled=bool(which))


def _quarter(groups: Groups, moment: Moment) -> Told | None:
    word = lower(groups["nth"])
    number = 4 if word == "final" else ORDINALS.index(word) + 1
    year, which = groups["year"] or groups["front"], lower(groups["of"] or groups["the"])
    if which and moment.day:
        year = str(moment.day.year + SHIFTS[which])
    if lower(groups["piece"]) == "half":
        there = year or unit_value("year", moment.day)
        return Told("date", f"{there}-H{number}", settled=bool(year)) if number <= 2 else None
    told = tell_quarter(number, int(year) if year else None, moment)
    # Each company begins its fiscal year in a month of its own.
    return replace(told, settled=told.settled and not (groups["fiscal"] or groups["of_fiscal"]))


def _is_time_name(reading: Reading, span: Span) -> bool:
    """Tell a month or weekday from a name that holds its word: "May Hale", "Sunday Herald", "he may"."""
    tokens = tokens_in(reading, span)
    if _comes_after_on(reading, tokens.start) and not _in_name(reading, span, ("organisation", "place")):
        return True
    if any(reading.tokens[i].tag == "MD" for i in tokens) or _in_name(reading, span, ("person",)):
        return False
    after = tokens.stop
    if after >= len(reading.tokens) or reading.tokens[after - 1].dep != "compound":
        return True
    head = reading.tokens[after - 1].head
    return head < after or reading.tokens[head].tag != "NNP" or reading.tokens[head].pos != "PROPN"


def _comes_after_on(reading: Reading, token: int) -> bool:
    """Tell the day of "On Monday Ana Hale said", which the parse takes for a part of her name."""
    one = reading.tokens[token]
    return token > 0 and one.text in WEEKDAYS and reading.tokens[token - 1].text.lower() == "on"


def _in_name(reading: Reading, span: Span, types: Collection[str]) -> bool:
    at = bisect_right(reading.names, span.start, key=lambda name: name.span.end)
    return at < len(reading.names) and reading.names[at].type in types and reading.names[at].span.meets(span)


def _tells_year(reading: Reading, span: Span) -> bool:
    """Tell a year from a number: "in 2005" and "the 2016 vote", not "2000 troops"."""
    at = next(iter(tokens_in(reading, span)), None)
    if at is None or reading.tokens[at].tag not in ("CD", "NNP", "JJ"):
        return False
    head = reading.tokens[reading.tokens[at].head]
    if head.tag == "NNS" and head.span.start > span.start:
        return at > 0 and reading.tokens[at - 1].pos in ("DET", "PRON", "PART")
    return True


def _counts_nothing(reading: Reading, span: Span) -> bool:
    """Tell "3 and 5 June" from "3 June and 5 boats"."""
    stop = tokens_in(reading, span).stop
    return stop >= len(reading.tokens) or reading.tokens[stop].tag != "NNS"


def _is_season(reading: Reading, span: Span) -> bool:
    """Tell a season from what falls and springs, and from the Winter Games."""
    last = tokens_in(reading, span).stop - 1
    return reading.tokens[last].tag in ("NN", "NNP", "CD") and _is_time_name(reading, span)


_WHICH = "(?P<which>last|this|next)"
_MONTH, _WEEKDAY = f"(?P<month>{exactly(MONTH)})", f"(?P<day>{exactly(WEEKDAY)})"
_DAY = r"(?P<day>\d\d?)"
_EARLY = r"(?:the (?:(?:early|late|mid)[- ])?)?"
_NO_NUMBER = r"(?![:.]?\d)"
_NO_TITLE = r"(?!\w|-[^\W\d]|\.? ?\d| (?:for|on)\b)"
_WHOSE = rf"(?:(?:the )?(?P<front>{YEAR})(?:'s)? |(?P<the>last|this|next) year's |the )?"
_NO_MATCH = r"(?! of (?:the|an?|his|her|its|their)\b(?! (?:fiscal )?(?:year|decade|century)))"
_NTH = rf"(?P<nth>first|second|third|fourth|final)[- ](?:fiscal[- ])?(?P<piece>quarter|half{_NO_MATCH})\b"
_OF = rf"(?:(?: of| in)?(?P<of_fiscal> fiscal)? (?P<year>{YEAR})\b| of (?P<of>last|this|next) year)?"
NAMED = (
    Wording(
        _WEEKDAY_HEADS,
        pattern(
            rf"(?:(?:the )?{_WHICH}(?: past)? )?{_WEEKDAY}\b(?: (?P<part>{PART})\b)?"
            r"(?: of (?:(?P<week>last|this|next)|(?P<story>the \w+)) week)?"
        ),
        _weekday,
        "tense-weekday",
        _is_time_name,
    ),
    Wording(
        _WEEKDAY_HEADS,
        pattern(rf"(?:(?:every|each)(?: other)? {_WEEKDAY}(?: {PART})?)\b"),
        _weekdays,
    ),
    Wording(_WEEKDAY_HEADS, pattern(rf"{_WEEKDAY}(?:s| {PART}s)\b"), _weekdays),
    Wording(
        _MONTH_HEADS,
        pattern(rf"(?:{_WHICH} )?{_MONTH}{_NO_TITLE}(?: (?:of )?(?P<of>last|this|next) year|(?! of \w))"),
        _month,
        fits=_is_time_name,
    ),
    Wording(
        frozenset({DIGIT}),
        pattern(rf"{_MONTH}(?:,| of)? (?P<year>{YEAR})\b"),
        _month_of_year,
        "printed",
    ),
    Wording(
        frozenset({DIGIT}),
        pattern(
            rf"{_MONTH} (?P<first>\d\d?)(?: (?:and|or|to|through|until) |-)(?P<words>\d\d?)\b"
            rf"{_NO_NUMBER}(?:, (?P<year>{YEAR})\b)?"
        ),
        _second_day,
        fits=_counts_nothing,
    ),
    Wording(
        frozenset({DIGIT}),
        pattern(rf"(?P<words>{_MONTH} {_DAY}) ?[-–—] ?\d\d?\b{_NO_NUMBER}"),
        _first_day,
    ),
    Wording(
        frozenset({"week"}),
        pattern(rf"(?:the )?week (?:of|beginning|ending|ended) {_MONTH} {_DAY}\b"),
        _week_of,
    ),
    Wording(
        frozenset({"year", "yearend", "midyear"}),
        pattern(rf"(?:year-?end|mid-?year)\b(?: (?P<year>{YEAR})\b)?"),
        _year_end,
    ),
    Wording(
        frozenset({DIGIT}),
        re.compile(rf"(?<![\w.,$€£/])(?<![A-Z\d]-)(?P<year>{YEAR})(?![\w/%-]|[.,]\d)"),
        _year,
        "printed",
        _tells_year,
    ),
    Wording(
        frozenset({"fiscal", "fy"}),
        pattern(rf"(?:fiscal(?: year)?|FY) ?(?P<year>{YEAR})\b"),
        _fiscal,
    ),
    Wording(frozenset({DIGIT}), pattern(rf"{_EARLY}(?P<decade>(?:1[6-9]|20)\d)0'?s\b"), _decade, "printed"),
    Wording(frozenset({DIGIT}), pattern(rf"{_EARLY}(?<![\w$€£-])'?(?P<decade>[2-9])0'?s\b"), _decade),
    Wording(
        frozenset({"century"}),
        pattern(
            r"(?:the )?(?P<number>\d\d?(?=th|st|nd|rd)|twentieth|twenty-first)(?:st|nd|rd|th)?[- ]century\b"
        ),
        _century,
        "printed",
    ),
    Wording(
        frozenset({"spring", "summer", "autumn", "fall", "winter"}),
        pattern(rf"(?:(?:the )?{_WHICH} |the )?{_SEASON}\b(?:(?: of)? (?P<year>{YEAR})\b)?(?! of)"),
        _season,
        fits=_is_season,
    ),
    Wording(
        frozenset({"quarter", "half", "quarters"}),
        pattern(rf"{_WHOSE}(?P<fiscal>fiscal )?{_NTH}{_OF}"),
        _quarter,
    ),
)
"""Days, months, seasons, years and more, by their names and numbers."""
