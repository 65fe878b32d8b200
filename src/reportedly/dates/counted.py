"""Wordings that count from a day: "yesterday", "last week", "three days ago", "a year earlier"."""

import re
from fractions import Fraction

from reportedly.dates.arithmetic import tell_unit
from reportedly.dates.days import YEAR
from reportedly.dates.moment import Groups, Moment, Told, Wording, lower, pattern
from reportedly.dates.named import PART, PARTS
from reportedly.dates.numbers import COUNT, VAGUE, number
from reportedly.dates.values import moved, span_value
from reportedly.language.reading import Reading
from reportedly.language.tree import tokens_in
from reportedly.spans import Span

UNIT = r"(?P<unit>day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
UNITS = (
    r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?"
    r"|years?|decades?|century|centuries)"
)
UNIT_HEADS = frozenset(
    f"{unit}{ending}"
    for unit in ("second", "minute", "hour", "day", "night", "weekend", "week", "fortnight", "month")
    for ending in ("", "s")
) | {"quarter", "quarters", "year", "years", "decade", "decades", "century", "centuries"}
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_FROM_STORY = {
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "that same": 0,
    "that": 0,
    "following": 1,
}
_FROM_REPORT = {
    "last": -1, "this past": -1, "latest": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1,
    "upcoming": 1, "new": 1,
}  # fmt: skip
_SHORT = frozenset({"second", "minute", "hour"})
_AS = {"decade": (10, "year"), "century": (100, "year"), "night": (1, "day"), "fortnight": (2, "week")}
_SMALL = frozenset({"day", "night", "week", "weekend", "fortnight"})
_ANY_WHICH = "|".join(sorted({*_FROM_STORY, *_FROM_REPORT}, key=len, reverse=True))
_REFERENCES = {
    "PRESENT_REF": r"now|currently|current|presently|nowadays|at present|these days|the present",
    "PAST_REF": r"(?:(?:more|most|very) )?recently|recent|lately|the (?:(?:recent|distant) )?past(?! \w)",
    "FUTURE_REF": r"(?:very )?(?<!as\s)soon(?! as| after)"
    r"|(?:the )?(?:(?:near|immediate|foreseeable|distant) )?future",
}


def one(words: str | None) -> str:
    """Give the unit that a word is the plural of."""
    unit = lower(words)
    return "century" if unit == "centuries" else unit.removesuffix("s")


def _near(groups: Groups, moment: Moment) -> Told | None:
    name, part = lower(groups["name"]), lower(groups["part"])
    told = tell_unit("day", _NEAR[name], moment.day, settled=name != "today" or moment.tense is not None)
    part = "night" if name == "tonight" else part
    return Told("time", f"{told.value}T{PARTS[part]}", told.settled) if part else told


def _day_around(groups: Groups, moment: Moment) -> Told | None:
    return tell_unit("day", -2 if lower(groups["name"]) == "yesterday" else 2, moment.day)


def _part(groups: Groups, moment: Moment) -> Told | None:
    which, part = lower(groups["which"]), PARTS[lower(groups["part"])]
    if which in ("this", "last"):
        told = tell_unit("day", -(which == "last"), moment.day)
        return Told("time", f"{told.value}T{part}")
    there = moment.story or moment.day
    told = tell_unit("day", which in ("next", "the next", "following"), there, settled=False)
    return Told("time", f"{told.value}T{part}", settled=False)


def _unit(groups: Groups, moment: Moment) -> Told | None:
    which, unit = lower(groups["which"]), lower(groups["unit"])
    if groups["fiscal"]:
        year = moment.day.year + _FROM_REPORT.get(which, 0) if moment.day else None
        return Told("date", f"FY{year}" if year else "FYXXXX", settled=False)
    if which in _FROM_STORY or (which == "next" and unit in ("day", "night")):
        there = (moment.story if unit in _SMALL else moment.era) or moment.day
        return tell_unit(unit, _FROM_STORY.get(which, 1), there, settled=False)
    settled = which not in ("latest", "current", "present", "coming", "upcoming")
    return tell_unit(unit, _FROM_REPORT[which], moment.day, settled=settled)


def _the_unit(groups: Groups, moment: Moment) -> Told | None:
    unit = lower(groups["unit"])
    if unit == "weekend":
        return tell_unit(
            unit, 0 if moment.lean == "future" else -_begins_week(moment), moment.day, settled=False
        )
    if moment.stretch and ("-Q" in moment.stretch) == (unit == "quarter") and unit in ("quarter", "month"):
        return Told("date", moment.stretch, settled=False)
    return tell_unit(unit, -(unit == "quarter"), moment.day, settled=False)


def _the_day(groups: Groups, moment: Moment) -> Told | None:
    return tell_unit("day", 0, moment.story or moment.day, settled=False)


def _begins_week(moment: Moment) -> int:
    return 1 if moment.day and moment.day.weekday() < 5 else 0


def _ago(groups: Groups, moment: Moment) -> Told | None:
    count, unit = _in_units(groups)
    if count is None:
        return Told("date", "PAST_REF", settled=False)
    if unit in _SHORT:
        return tell_unit("day", 0, moment.day, settled=False)
    return tell_unit(unit, -round(count), moment.day, near=unit != "day")


def _later(groups: Groups, moment: Moment) -> Told | None:
    (count, unit), way = _in_units(groups), lower(groups["way"])
    if unit in _SHORT:
        return Told("duration", span_value(count, unit))
    if count is None:
        return Told("date", "PAST_REF", settled=False)
    back = way in ("earlier", "previously")
    if back and unit == "year" and count == 1 and moment.stretch:
        return _year_before(moment.stretch)
    told_before = moment.story if unit in _SMALL else moment.era
    there = moment.day if way == "from now" or (back and unit not in _SMALL) else told_before
    return tell_unit(unit, round(-count if back else count), there or moment.day, settled=False)


def _in_units(groups: Groups) -> tuple[Fraction | None, str]:
    """Give how many of which unit to count: decades as years, nights as days, a year and a half as months."""
    count, unit = number(groups["count"] or ""), one(groups["unit"])
    times, unit = _AS.get(unit, (1, unit))
    if count is None:
        return None, unit
    if unit == "year" and count.denominator != 1:
        times, unit = times * 12, "month"
    return count * times, unit


def _year_before(stretch: str) -> Told:
    """Tell "a year earlier" of a month or a quarter: the same one of the year before."""
    return Told("date", f"{int(stretch[:4]) - 1:04}{stretch[4:]}", settled=False)


def _year_ago(groups: Groups, moment: Moment) -> Told | None:
    if moment.stretch:
        return _year_before(moment.stretch)
    there = moved(moment.day, "year", -1) if moment.day else None
    if lower(groups["piece"]) == "quarter":
        return tell_unit("quarter", -1, there, settled=False)
    return tell_unit("year", 0, there, settled=False)


def _of_year(groups: Groups, moment: Moment) -> Told | None:
    """Tell "the 2018 quarter": the one of that year that the sentence compares with."""
    quarter = moment.stretch[4:] if moment.stretch and "-Q" in moment.stretch else ""
    return Told("date", f"{groups['year']}{quarter}", settled=False)


def _reference(groups: Groups, moment: Moment) -> Told | None:
    name = next(name for name in _REFERENCES if groups[name])
    return Told("date", name, settled=False)


def _is_reference(reading: Reading, span: Span) -> bool:
    """Tell "the current talks" from a strong current."""
    last = tokens_in(reading, span).stop - 1
    token = reading.tokens[last]
    if token.lemma == "current":
        return token.pos == "ADJ"
    return token.pos in ("ADV", "ADJ", "NOUN")


def _is_no_title(reading: Reading, span: Span) -> bool:
    """Tell "this morning" from a broadcast or a paper with a name like This Morning."""
    tokens = [reading.tokens[i].text for i in tokens_in(reading, span)]
    return tokens[0] != "This" or not all(token[0].isupper() for token in tokens)


def _is_time_of(reading: Reading, span: Span) -> bool:
    """Tell "in the year" from "the year that she left": a bare unit follows a preposition, and ends there."""
    tokens = tokens_in(reading, span)
    if not tokens.start or reading.tokens[tokens.start - 1].pos not in ("ADP", "SCONJ", "ADV"):
        return False
    after = reading.tokens[tokens.stop : tokens.stop + 1]
    return not any(token.lemma in ("of", "that", "when", "after", "before", "in", "since") for token in after)


COUNTED = (
    Wording(
        frozenset(_NEAR),
        pattern(rf"(?P<name>today|tonight|yesterday|tomorrow)\b(?: (?P<part>{PART})\b)?"),
        _near,
    ),
    Wording(
        frozenset(_NEAR),
        pattern(r"the day (?:before (?=y)|after (?=t))(?P<name>yesterday|tomorrow)\b"),
        _day_around,
    ),
    Wording(
        frozenset(PARTS),
        pattern(
            rf"(?P<which>this|last|that|the same|the next|the following|next|following) (?P<part>{PART})\b"
        ),
        _part,
        fits=_is_no_title,
    ),
    Wording(
        UNIT_HEADS,
        pattern(
            rf"(?:the )?(?P<which>{_ANY_WHICH}) (?P<fiscal>(?:fiscal|financial|business) (?=year))?{UNIT}\b"
            r"(?!-| and a half)"
        ),
        _unit,
        fits=_is_no_title,
    ),
    Wording(
        UNIT_HEADS,
        pattern(
            r"the (?:(?:whole|entire|full|fiscal) )?"
            r"(?P<unit>weekend|week|month|quarter|year|decade|century)\b(?!-)"
        ),
        _the_unit,
        fits=_is_time_of,
    ),
    Wording(frozenset({"day"}), pattern(r"(?:later|earlier|late|early) in (?P<words>the day)\b"), _the_day),
    Wording(
        UNIT_HEADS,
        pattern(
            r"(?:the |a )?year-(?:ago|earlier) (?P<piece>quarter|period|month|week)\b|year-(?:ago|earlier)\b"
        ),
        _year_ago,
    ),
    Wording(
        UNIT_HEADS,
        pattern(rf"(?:(?P<count>{COUNT}|{VAGUE}|an?) )?{UNITS}[- ]ago\b"),
        _ago,
    ),
    Wording(
        UNIT_HEADS,
        pattern(
            rf"(?P<count>{COUNT}|{VAGUE}|an?) {UNITS} (?P<way>earlier|later|from now|hence|previously)\b"
        ),
        _later,
        floats=True,
    ),
    Wording(
        frozenset({"quarter", "period"}),
        pattern(rf"(?:the |a )?(?P<year>{YEAR}) (?:quarter|period)\b"),
        _of_year,
    ),
    Wording(
        frozenset(re.findall("[a-z]+", " ".join(_REFERENCES.values()))),
        pattern(f"(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _REFERENCES.items())})\\b"),
        _reference,
        fits=_is_reference,
    ),
)
"""Words that count from the report's day, or from a day told before."""
