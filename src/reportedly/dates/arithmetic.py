"""Counting from a day to the day, week, month, quarter or year that words mean."""

from collections.abc import Sequence
from datetime import date, timedelta

from reportedly.dates.clause import Tense
from reportedly.dates.days import day_edtf, monday_of, month_edtf
from reportedly.dates.moment import Moment, Told
from reportedly.dates.values import moved, unit_value

_TOMORROW = 6
_NEAR = timedelta(days=90)


def tell_weekday(number: int, which: str, moment: Moment) -> Told:
    """Tell a weekday: the latest up to the report's day in a past clause, the next one in a future clause.

    The report's own day counts: on a Thursday "said on Thursday" means that day, "last Thursday" never.
    Open where neither tense nor words settle the direction, for "next Friday" (writers differ on whether
    it can be two days away), and for the weekday after the report's own in a past clause: that is six
    days back, or tomorrow where the event's clock was ahead.
    """
    if moment.day is None:
        return Told("date", f"XXXX-WXX-{number + 1}", settled=False)
    gap = (moment.day.weekday() - number) % 7
    if which == "last":
        return Told("date", (moment.day - timedelta(days=gap or 7)).isoformat())
    ahead = which == "next" or moment.lean == "future" or gap == _TOMORROW
    days = (-gap % 7 or 7 * (which == "next")) if ahead else -gap
    open_still = which == "next" or (gap == _TOMORROW and moment.tense == "past")
    settled = moment.tense is not None and not open_still
    return Told("date", (moment.day + timedelta(days=days)).isoformat(), settled=settled)


def tell_weekday_of(number: int, shift: int, day: date | None) -> Told:
    """Tell "Tuesday of last week"."""
    if day is None:
        return Told("date", f"XXXX-WXX-{number + 1}", settled=False)
    return Told("date", (monday_of(day) + timedelta(weeks=shift, days=number)).isoformat())


def tell_day(month: int, day: int, moment: Moment, weekday: int | None = None) -> Told:
    """Tell a day and month without a year: the latest such day in a past clause, the next in a future one.

    One that is printed with its weekday is the nearest that falls on it. Where no clause tells ("the 5 May
    letter"), it is the nearest, and sure if it is near: of 125 such days in the news of TempEval-3 that lie
    within three months of the report, 124 are the nearest.
    """
    if moment.day is None:
        return Told("date", f"XXXX-{month:02}-{day:02}", settled=False)
    here = moment.day
    years = range(here.year - 4, here.year + 5)
    found = [date.fromisoformat(edtf) for year in years if (edtf := day_edtf(year, month, day))]
    fitting = [one for one in found if one.weekday() == weekday]
    if fitting:
        return Told("date", min(fitting, key=lambda one: abs(one - here)).isoformat())
    chosen = _chosen(found, here, moment.tense)
    near = abs(chosen - here) <= _NEAR
    return Told("date", chosen.isoformat(), settled=moment.tense is not None or near)


def tell_month(month: int, which: str, moment: Moment) -> Told:
    """Tell a month without a year: the latest begun in a past clause, the next in a future one."""
    if moment.day is None:
        return Told("date", f"XXXX-{month:02}", settled=False)
    here = moment.day.replace(day=1)
    months = [date(here.year + step, month, 1) for step in (-1, 0, 1)]
    if which == "this":
        return Told("date", unit_value("month", months[1]))
    if which in ("last", "next"):
        months.remove(here) if here in months else None
    tense: Tense | None = {"last": "past", "next": "future"}.get(which, moment.tense)  # type: ignore[assignment]
    chosen = _chosen(months, here, tense)
    return Told("date", unit_value("month", chosen), settled=tense is not None and which != "next")


def _chosen(found: Sequence[date], here: date, tense: Tense | None) -> date:
    """Choose the latest in the past, the first to come, or where nothing tells the nearest."""
    if tense == "past":
        return next((one for one in reversed(found) if one <= here), found[0])
    if tense == "future":
        return next((one for one in found if one >= here), found[-1])
    return min(found, key=lambda one: abs(one - here))


def tell_quarter(number: int, year: int | None, moment: Moment) -> Told:
    """Tell a quarter: without a year the latest begun, or the next one in a future clause."""
    if year is not None:
        return Told("date", f"{year:04}-Q{number}")
    if moment.day is None:
        return Told("date", f"XXXX-Q{number}", settled=False)
    begun = number <= (moment.day.month + 2) // 3
    ahead = moment.lean == "future"
    year = moment.day.year + (not begun and ahead) - (not begun and not ahead)
    return Told("date", f"{year:04}-Q{number}", settled=moment.tense is not None)


def tell_unit(unit: str, shift: int, day: date | None, *, settled: bool = True, near: bool = False) -> Told:
    """Tell the day, week, month … so many of them on from the one that a day lies in."""
    there = moved(day, unit, shift) if day else None
    if day and there is None:
        return Told("date", "PAST_REF" if shift < 0 else "FUTURE_REF", settled=False)
    return Told("date", unit_value(unit, there), settled=settled, near=near)


def month_of_year(month: int, year: int) -> Told:
    """Tell "March 2019"."""
    return Told("date", month_edtf(year, month))
