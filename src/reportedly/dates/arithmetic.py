"""Counting from the day of a report to the day that its words mean."""

import re
from datetime import date, timedelta

from reportedly.dates.clause import Tense
from reportedly.dates.days import (
    PrintedDay,
    day_edtf,
    days_edtf,
    monday_of,
    month_edtf,
    month_number,
    weekday_number,
)

_NUMBERS = (
    "a an one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NUMBER = {word: n for n, words in enumerate(_NUMBERS, 1) for word in words.split()}
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBER, reverse=True)) + ")"
_TOMORROW = 6
_SHIFT = {"last": -1, "this": 0, "next": 1}


def date_weekday(words: str, which: str, anchor: date, tense: Tense | None) -> str | None:
    """Date a weekday: the latest up to the report's day in a past clause, the next one in a future clause.

    The report's own day counts: on a Thursday "said on Thursday" means that day, "last Thursday" never.
    None where neither tense nor words settle the direction, and for the weekday after the report's own
    in a past clause: that is six days back, or tomorrow where the event's clock was ahead.
    """
    gap = (anchor.weekday() - weekday_number(words)) % 7
    if gap == _TOMORROW and which != "last" and tense == "past":
        return None
    if which == "last" or (which != "next" and tense == "past"):
        back = gap or (7 if which == "last" else 0)
        return (anchor - timedelta(days=back)).isoformat()
    if which == "next":
        # Writers differ on whether "next Friday" can be two days away.
        return None
    return (anchor + timedelta(days=-gap % 7)).isoformat() if tense == "future" else None


def date_weekday_of(words: str, which: str, anchor: date) -> str:
    """Date "Tuesday of last week"."""
    monday = monday_of(anchor) + timedelta(weeks=_SHIFT[which])
    return (monday + timedelta(days=weekday_number(words))).isoformat()


def date_day(day: PrintedDay, anchor: date, tense: Tense | None) -> str | None:
    """Date a day and month without a year: the latest such day in a past clause, the next in a future one."""
    if day.month is None or tense is None:
        return None
    years = (
        range(anchor.year - 4, anchor.year + 1) if tense == "past" else range(anchor.year, anchor.year + 5)
    )
    found = [edtf for year in years if (edtf := day_edtf(year, day.month, day.day))]
    if tense == "past":
        return next((edtf for edtf in reversed(found) if edtf <= anchor.isoformat()), None)
    return next((edtf for edtf in found if edtf >= anchor.isoformat()), None)


def date_month(words: str, which: str, anchor: date, tense: Tense | None) -> str | None:
    """Date a month without a year: the latest begun in a past clause, the next in a future one."""
    number = month_number(words)
    here = month_edtf(anchor.year, anchor.month)
    months = [month_edtf(anchor.year + step, number) for step in (-1, 0, 1)]
    if which == "this":
        return months[1]
    if which == "last":
        return next(month for month in reversed(months) if month < here)
    if which == "next":
        return None
    if tense == "past":
        return next(month for month in reversed(months) if month <= here)
    return next(month for month in months if month >= here) if tense == "future" else None


def date_month_of(words: str, which: str, anchor: date) -> str:
    """Date "January of last year"."""
    return month_edtf(anchor.year + _SHIFT[which], month_number(words))


def date_unit(unit: str, which: str, anchor: date) -> str:
    """Date "last week", "this month", "next year": an ISO week from Monday to Sunday, a month, or a year."""
    shift = _SHIFT[which]
    if unit == "week":
        return days_edtf(monday_of(anchor) + timedelta(weeks=shift), 7)
    return month_edtf(anchor.year, anchor.month + shift) if unit == "month" else f"{anchor.year + shift:04}"


def date_ago(number: str, unit: str, anchor: date) -> str | None:
    """Date "three days ago" to the day; weeks, months and years ago are marked approximate (`~`)."""
    count = int(number) if number.isdigit() else _NUMBER[number.lower()]
    if unit == "day":
        return (anchor - timedelta(days=count)).isoformat()
    if unit == "week":
        return f"{(anchor - timedelta(weeks=count)).isoformat()}~"
    if unit == "month":
        return f"{month_edtf(anchor.year, anchor.month - count)}~"
    return f"{anchor.year - count:04}~"


def date_near(words: str, anchor: date, tense: Tense | None) -> str | None:
    """Date "yesterday", "tonight", "this morning", "tomorrow"; "today" only where it is not "nowadays"."""
    first = re.split(r"\s+", words.lower())[0]
    if first == "today" and tense is None:
        return None
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(first, 0)
    return (anchor + timedelta(days=shift)).isoformat()
