"""The wordings that tell a time by counting, reviewed like code."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.dates.arithmetic import (
    NUMBER,
    date_ago,
    date_month,
    date_month_of,
    date_near,
    date_unit,
    date_weekday,
    date_weekday_of,
)
from reportedly.dates.clause import Tense
from reportedly.dates.dating import Basis
from reportedly.dates.days import MONTH, WEEKDAY

Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern for words that tell a time, and how to count from the report's day.

    The words are the pattern's group `words`; what it asks for around them only tells that a time is
    meant. `count` is None for words that count from a point in the story ("two days later").
    """

    pattern: re.Pattern[str]
    count: Callable[[Groups, date, Tense | None], str | None] | None
    basis: Basis = "arithmetic"


def _weekday(groups: Groups, anchor: date, tense: Tense | None) -> str | None:
    if groups["story"]:
        return None
    if groups["week"]:
        return date_weekday_of(groups["day"] or "", groups["week"], anchor)
    return date_weekday(groups["day"] or "", _lower(groups["which"]), anchor, tense)


def _month(groups: Groups, anchor: date, tense: Tense | None) -> str | None:
    return date_month(groups["month"] or "", "", anchor, tense)


def _which_month(groups: Groups, anchor: date, tense: Tense | None) -> str | None:
    return date_month(groups["month"] or "", _lower(groups["which"]), anchor, tense)


def _month_of(groups: Groups, anchor: date, tense: Tense | None) -> str | None:
    return date_month_of(groups["month"] or "", _lower(groups["which"]), anchor)


def _unit(groups: Groups, anchor: date, tense: Tense | None) -> str | None:
    return date_unit(groups["unit"] or "", _lower(groups["which"]), anchor)


def _ago(groups: Groups, anchor: date, tense: Tense | None) -> str | None:
    return date_ago(groups["number"] or "", groups["unit"] or "", anchor)


def _near(groups: Groups, anchor: date, tense: Tense | None) -> str | None:
    return date_near(groups["words"] or "", anchor, tense)


def _lower(words: str | None) -> str:
    return (words or "").lower()


_PART = "(?:morning|afternoon|evening|night)"
_WHICH = "(?P<which>[Ll]ast|[Nn]ext|[Tt]his)"
_OF_DAY = "(?:[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater)"
_BEFORE_MONTH = "(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Tt]hrough|[Ee]arly|[Ll]ate)"
_OCCASION = "(?:meeting|interview|speech|address|briefing|statement|letter|memo|report|hearing|conference)"
_NO_DAY_OR_YEAR = r"(?! \d)(?!\w)"

WORDINGS = (
    Wording(
        re.compile(
            r"(?<!every )(?<!each )\b"
            rf"(?P<words>(?:{_OF_DAY} )?(?:{_WHICH} )?(?P<day>{WEEKDAY})(?: {_PART})?"
            r"(?: of (?:(?P<week>last|this|next)|(?P<story>the \w+)) week)?)\b"
        ),
        _weekday,
        "tense-weekday",
    ),
    Wording(re.compile(rf"\b{_BEFORE_MONTH} (?P<words>(?P<month>{MONTH})){_NO_DAY_OR_YEAR}"), _month),
    Wording(
        re.compile(rf"\b(?:[Aa]|[Tt]he|[Hh]is|[Hh]er) (?P<words>(?P<month>{MONTH})) {_OCCASION}\b"), _month
    ),
    Wording(re.compile(rf"\b(?P<words>(?P<month>{MONTH}) (?:of )?{_WHICH} year)\b"), _month_of),
    Wording(re.compile(rf"\b(?P<words>{_WHICH} (?P<month>{MONTH})){_NO_DAY_OR_YEAR}"), _which_month),
    Wording(re.compile(rf"\b(?P<words>(?:{_OF_DAY} )?{_WHICH} (?P<unit>week|month|year))\b"), _unit),
    Wording(re.compile(rf"\b(?P<words>(?P<number>{NUMBER}) (?P<unit>day|week|month|year)s? ago)\b"), _ago),
    Wording(re.compile(rf"\b(?P<words>{NUMBER} (?:day|week|month|year)s? (?:later|earlier))\b"), None),
    Wording(
        re.compile(
            rf"\b(?P<words>[Tt]oday|[Tt]onight|(?:[Yy]esterday|[Tt]omorrow)(?: {_PART})?"
            rf"|[Ll]ast night|[Tt]his {_PART})\b(?!['’]s)"
        ),
        _near,
    ),
)
