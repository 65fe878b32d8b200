"""TIMEX3 values (ISO 24617-1, after ISO 8601), and the EDTF dates that they come to.

A place that is not known has an `X`: "XXXX-WXX-2" is some Tuesday.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from reportedly.dates.days import days_edtf, exact_day, monday_of, month_edtf
from reportedly.dates.numbers import plainly

_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "season": 12, "year": 12, "decade": 120, "century": 1200}
_LETTER = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W",
    "weekend": "{}WE", "month": "{}M", "quarter": "{}Q", "year": "{}Y",
}  # fmt: skip
_MULTIPLE = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}
SEASONS = {
    "spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12),
}  # fmt: skip
"""Each season's letters in a value, and the month that it begins in, north of the equator."""
_CLOCK = re.compile(r"T.*")


def moved(day: date, unit: str, count: int) -> date | None:
    """Count so many units on (or back) from a day; None where the calendar ends before.

    A month has its last day where it has not so many: 31 March and a month back is 28 or 29 February.
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_WRITTEN: Mapping[str, tuple[str, Callable[[date], str]]] = {
    "day": ("XXXX-XX-XX", date.isoformat),
    "night": ("XXXX-XX-XXTNI", lambda day: f"{day.isoformat()}TNI"),
    "week": ("XXXX-WXX", _week),
    "weekend": ("XXXX-WXX-WE", lambda day: f"{_week(day)}-WE"),
    "month": ("XXXX-XX", lambda day: month_edtf(day.year, day.month)),
    "quarter": ("XXXX-QX", lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}"),
    "year": ("XXXX", lambda day: f"{day.year:04}"),
    "decade": ("XXX", lambda day: f"{day.year // 10:03}"),
    "century": ("XX", lambda day: f"{day.year // 100:02}"),
}


def unit_value(unit: str, day: date | None) -> str:
    """Write the day, week, month … that a day lies in; with an `X` in each place where no day is known."""
    unknown, write = _WRITTEN[unit]
    return write(day) if day else unknown


def span_value(count: Fraction | None, unit: str) -> str:
    """Write a length of time: "P2D", "PT16H", "P1.5Y"; "PXY" for an unknown number of years."""
    times, unit = _MULTIPLE.get(unit, (1, unit))
    return "P" + _LETTER[unit].format("X" if count is None else plainly(count * times))


_READ: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\d{4}(?:-\d\d(?:-\d\d)?)?", lambda m: m[0]),
        (r"(\d{4})-W(\d\d)", lambda m: days_edtf(_monday(m[1], m[2]), 7)),
        (r"(\d{4})-W(\d\d)-WE", lambda m: days_edtf(_monday(m[1], m[2]) + timedelta(days=5), 2)),
        (r"(\d{4})-Q([1-4])", lambda m: _months(int(m[1]), int(m[2]) * 3 - 2, 3)),
        (r"(\d{4})-H([12])", lambda m: _months(int(m[1]), int(m[2]) * 6 - 5, 6)),
        (r"(\d{4})-(SP|SU|FA)", lambda m: _months(int(m[1]), dict(SEASONS.values())[m[2]], 3)),
        (r"\d{3}", lambda m: f"{m[0]}X"),
        (r"\d\d", lambda m: f"{m[0]}XX"),
    )
)


def _monday(year: str, week: str) -> date:
    return monday_of(date.fromisocalendar(int(year), int(week), 1))


def _months(year: int, first: int, count: int) -> str:
    return f"{month_edtf(year, first)}/{month_edtf(year, first + count - 1)}"


def value_edtf(value: str) -> str | None:
    """Give the EDTF date of a value: a week as the interval of its days, a time as its day.

    None for lengths, for "now", where a place is open, for a fiscal year, and for a winter: it has two.
    """
    bare = _CLOCK.sub("", value)
    return next((read(match) for pattern, read in _READ if (match := pattern.fullmatch(bare))), None)


def day_in(value: str) -> date | None:
    """Give the day that a value begins with, or None where it tells none."""
    return exact_day(value[:10])


def first_day(value: str) -> date | None:
    """Give the first day of a year, month or day; None for any other value."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d).*)?)?", value)
    return exact_day("-".join(part or "01" for part in match.groups())) if match else None
