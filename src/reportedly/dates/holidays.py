"""Days that have names: "Christmas Eve", "Election Day"."""

from datetime import date, timedelta

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
_NAMES = sorted({*_FIXED, *_MOVING}, key=len, reverse=True)


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
    return Told("date", chosen.isoformat(), settled=False)


def _holiday_in(year: int, name: str) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    month, weekday, earliest = _MOVING[name]
    first = date(year, month, earliest)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


HOLIDAYS = (
    Wording(
        frozenset(name.split()[0].removesuffix("'s") for name in _NAMES),
        pattern(rf"(?:(?P<which>last|this|next) )?(?P<name>{'|'.join(_NAMES)})\b"),
        _holiday,
    ),
)
"""Days that recur by name, mostly those that US newspapers take for known."""
