"""Days that have names: "Christmas Eve", "Election Day", "Easter weekend"."""

from datetime import date, timedelta

from reportedly.dates.arithmetic import tell_unit
from reportedly.dates.moment import Groups, Moment, Told, Wording, lower, pattern

_FIXED = {
    "new year's day": (1, 1), "new year's": (1, 1), "valentine's day": (2, 14), "may day": (5, 1),
    "independence day": (7, 4), "fourth of july": (7, 4), "halloween": (10, 31), "veterans day": (11, 11),
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip
# The month, the weekday (Monday is 0), and the day of the month that it falls on at the earliest.
_MOVING = {
    "memorial day": (5, 0, 25), "labor day": (9, 0, 1), "columbus day": (10, 0, 8),
    "election day": (11, 1, 2), "thanksgiving": (11, 3, 22), "thanksgiving day": (11, 3, 22),
}  # fmt: skip
_FROM_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
# Easter by itself is mostly a season, or the first word of something else.
_NAMES = sorted({*_FIXED, *_MOVING, *_FROM_EASTER} - {"easter"}, key=len, reverse=True)


def _holiday(groups: Groups, moment: Moment) -> Told | None:
    name, here = lower(groups["name"]), moment.day
    if here is None:
        return Told("date", "XXXX-XX-XX", settled=False)
    days = [_holiday_in(here.year + step, name) for step in (-1, 0, 1)]
    if lower(groups["which"]) == "last" or moment.lean == "past":
        chosen = next(day for day in reversed(days) if day <= here)
    else:
        chosen = next(day for day in days if day >= here)
    # "Christmas" may be a season, and not every country keeps a day on the same date.
    settled = name in _FROM_EASTER and moment.tense is not None
    if groups["weekend"]:
        # That of a Monday goes before it.
        return tell_unit("weekend", 0, chosen - timedelta(days=chosen.weekday() == 0), settled=settled)
    return Told("date", chosen.isoformat(), settled=settled)


def _holiday_in(year: int, name: str) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[name])
    month, weekday, earliest = _MOVING[name]
    first = date(year, month, earliest)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def _easter(year: int) -> date:
    """Give Easter Sunday, by the rule of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    moons = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - moons - rest % 4) % 7
    late = (year % 19 + 11 * moons + 22 * days) // 451
    month, day = divmod(moons + days - 7 * late + 114, 31)
    return date(year, month, day + 1)


HOLIDAYS = (
    Wording(
        frozenset(name.split()[0].removesuffix("'s") for name in _NAMES),
        pattern(
            rf"(?:(?P<which>last|this|next) )?"
            rf"(?P<name>{'|'.join(_NAMES)}|easter(?= weekend))\b(?P<weekend> weekend)?"
        ),
        _holiday,
    ),
)
"""Days that recur by name, mostly those that US newspapers take for known."""
