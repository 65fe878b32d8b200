"""Moments: dates as a page's markup writes them, and the local day they come to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reportedly.reports.sheet import iso_date

_FIRST_DAY = "1800"
_ZERO_OF_CLOCKS = "1970-01-01"
# The widest offset there is; and offsets go by quarters of an hour.
_FARTHEST = timedelta(hours=14)
_QUARTER = timedelta(minutes=15)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d{2})"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
        rf"\b{_DAY} {_MONTH},? {_YEAR}",
        r"^(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)\b",
    )
)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date as written: the moment it means where it has a time and an offset, else the bare clock."""

    day: str
    at: datetime | None
    clock: datetime | None


def local_day(told: Sequence[str]) -> str | None:
    """Give the local day of the first date told, as ISO 8601.

    Where that one is in UTC, another that tells the same moment with an offset of its own, or as a bare
    clock a whole offset away, holds the local day. A date in letters counts ("Nov 18, 2019").
    """
    moments = [moment for words in told if (moment := _moment(words))]
    if not moments:
        return None
    first = moments[0]
    return next((one.day for one in moments if _is_local(one, first)), first.day)


def _is_local(one: _Moment, first: _Moment) -> bool:
    if first.at is None or first.at.utcoffset():
        return False
    if one.at is not None:
        return one.at == first.at and bool(one.at.utcoffset())
    if one.clock is None:
        return False
    apart = abs(one.clock.replace(microsecond=0) - first.at.replace(microsecond=0, tzinfo=None))
    return timedelta() < apart <= _FARTHEST and apart % _QUARTER == timedelta()


def same_moment(words: str, other: str) -> bool:
    """Tell whether two dates as written mean one moment of one clock."""
    one, two = _moment(words), _moment(other)
    return bool(one and two and one.at and one.at == two.at)


def _moment(words: str) -> _Moment | None:
    day = iso_date(words) or written_day(words)
    if day is None or day < _FIRST_DAY or day == _ZERO_OF_CLOCKS:
        return None
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return _Moment(day, None, None)
    return _Moment(day, at, None) if at.tzinfo else _Moment(day, None, at if ":" in words else None)


def written_day(words: str) -> str | None:
    """Give the one whole day that words hold ("Tue Nov 19 2019 03:05 GMT"), as ISO 8601, else None."""
    days = set(_written(words))
    return days.pop() if len(days) == 1 else None


def _written(words: str) -> Iterator[str]:
    for pattern in _WRITTEN:
        for match in pattern.finditer(words):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
            try:
                yield date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                continue
