"""Days as they are printed, and the EDTF strings (ISO 8601-2) they come to."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from reportedly.spans import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def either_case(names: Iterable[str]) -> str:
    """Write names as a pattern that knows them capitalised and in capitals: "May" and "MAY", never "may"."""
    return "(?:" + "|".join(form for name in names for form in (name, name.upper())) + ")"


WEEKDAY = either_case(WEEKDAYS)
_SHORT_MONTH = either_case(("Sept", *(month[:3] for month in MONTHS)))
MONTH = rf"(?:{either_case(MONTHS)}|{_SHORT_MONTH}\b\.?)"
YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_LEAD = rf"\b(?:(?P<weekday>{WEEKDAY}),? )?"
_PRINTED = tuple(
    # A line may end within a date.
    re.compile(pattern.replace(" ", r"\s+"))
    for pattern in (
        rf"{_LEAD}(?:the )?{_DAY}(?: of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR})\b)?",
        rf"{_LEAD}(?P<month>{MONTH}) (?:the )?{_DAY}(?!\d|:\d|[-–—/]\d)\b(?:,? (?P<year>{YEAR})\b)?",
        rf"\b(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b(?P<one>\d\d?)(?P<mark>[/.])(?P<two>\d\d?)(?P=mark)(?P<year>{YEAR})\b",
    )
)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as printed: `month` is None where day and month cannot be told apart ("03/04/2021")."""

    span: Span
    year: int | None
    month: int | None
    day: int

    @property
    def edtf(self) -> str | None:
        """The day, where the words alone tell it whole."""
        return day_edtf(self.year, self.month, self.day) if self.year and self.month else None


def find_days(text: str, within: Span) -> tuple[PrintedDay, ...]:
    """Find the days printed in a stretch of text, with or without their year, in text order."""
    found = [
        day
        for pattern in _PRINTED
        for match in pattern.finditer(text, within.start, within.end)
        if (day := _printed_day(match))
    ]
    return tuple(_apart(sorted(found, key=lambda day: (day.span.start, -day.span.end))))


def _apart(days: list[PrintedDay]) -> Iterator[PrintedDay]:
    end = -1
    for day in days:
        if day.span.start >= end:
            end = day.span.end
            yield day


def _printed_day(match: re.Match[str]) -> PrintedDay | None:
    groups = match.groupdict()
    span = Span(*match.span())
    year = int(groups["year"]) if groups["year"] else None
    if "one" in groups:
        return _numeric_day(span, year, int(groups["one"]), int(groups["two"]))
    day, month = int(groups["day"]), month_number(groups["month"])
    # 2024 stands in for an unknown year because it has a 29 February.
    return PrintedDay(span, year, month, day) if day_edtf(year or 2024, month, day) else None


def _numeric_day(span: Span, year: int | None, one: int, two: int) -> PrintedDay | None:
    orders = {(one, two), (two, one)}
    real = [(day, month) for day, month in sorted(orders) if day_edtf(year or 2024, month, day)]
    if len(real) == 1:
        return PrintedDay(span, year, real[0][1], real[0][0])
    return PrintedDay(span, year, None, one) if real else None


def month_number(words: str) -> int:
    """Give the number of a month that is written in letters, whole or short, or in digits."""
    if words.isdigit():
        return int(words)
    return next(n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(words.lower()[:3]))


def weekday_number(words: str) -> int:
    """Give the number of a weekday, Monday being 0."""
    return [day.lower() for day in WEEKDAYS].index(words.lower())


def day_edtf(year: int, month: int, day: int) -> str | None:
    """Write a day, or None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


# A pile has few days and asks for them again and again.
@lru_cache(maxsize=1 << 14)
def exact_day(edtf: str | None) -> date | None:
    """Read an EDTF string that is one whole, certain day; None for anything less."""
    if edtf is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return None
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def first_and_last(edtf: str) -> tuple[date, date] | None:
    """Give the first and the last day of a day, month, year or closed interval in EDTF; None for others."""
    parts = edtf.split("/")
    days = [_day_of(parts[0], last=False), _day_of(parts[-1], last=True)]
    first, last = (exact_day(day) for day in days)
    return (first, last) if first and last else None


def _day_of(edtf: str, *, last: bool) -> str | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(-\d\d)?", edtf)
    if match is None or match[3]:
        return edtf if match else None
    month = int(match[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        return None
    return f"{match[1]}-{month:02}-{monthrange(int(match[1]), month)[1] if last else 1:02}"


def month_edtf(year: int, month: int) -> str:
    """Write a month; `month` may run over into other years ("month 0" is the December before)."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def days_edtf(first: date, days: int) -> str:
    """Write the interval of so many days from the first on."""
    return f"{first.isoformat()}/{(first + timedelta(days=days - 1)).isoformat()}"


def monday_of(day: date) -> date:
    """Give the Monday of the ISO week a day lies in."""
    return day - timedelta(days=day.weekday())
