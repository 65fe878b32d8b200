"""Wordings that tell a time of day."""

from dataclasses import replace
from datetime import date

from reportedly.dates.arithmetic import tell_unit, tell_weekday
from reportedly.dates.days import WEEKDAY, weekday_number
from reportedly.dates.moment import Groups, Moment, Told, Wording, exactly, lower, pattern
from reportedly.dates.named import DIGIT, PART, PARTS

_ZONE = exactly(r"(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|IST|JST)\b")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DAY = rf"(?:,? (?:on )?(?P<day>{exactly(WEEKDAY)}|{'|'.join(_NEAR)})\b)?"
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _day_of(groups: Groups, moment: Moment) -> tuple[str, bool]:
    words = lower(groups.get("day"))
    if words in _NEAR:
        told = tell_unit("day", _NEAR[words], moment.day)
    elif words:
        told = tell_weekday(weekday_number(words), "", moment)
    else:
        there: date | None = moment.same or moment.day
        told = replace(tell_unit("day", 0, there), settled=moment.beside)
    return told.value, told.settled


def _clock(groups: Groups, moment: Moment) -> Told | None:
    hour, minute = int(groups["hour"] or 0), int(groups["minute"] or 0)
    half, zone = lower(groups["half"]), groups["zone"] or ""
    if half or groups.get("part"):
        late = half.startswith("p") or lower(groups.get("part")) in ("afternoon", "evening")
        hour = hour % 12 + 12 * late if hour <= 12 else hour
    if hour > 24 or minute > 59:
        return None
    day, settled = _day_of(groups, moment)
    return Told("time", f"{day}T{hour:02}:{minute:02}{'Z' * (zone in ('GMT', 'UTC'))}", settled)


def _whole_clock(groups: Groups, moment: Moment) -> Told | None:
    digits = groups["digits"] or ""
    return _clock({**groups, "hour": digits[:2], "minute": digits[2:], "half": ""}, moment)


def _named(groups: Groups, moment: Moment) -> Told | None:
    day, settled = _day_of(groups, moment)
    return Told("time", f"{day}T{_NAMED[lower(groups['name'])]}", settled)


def _part(groups: Groups, moment: Moment) -> Told | None:
    day, settled = _day_of({}, moment)
    return Told("time", f"{day}T{PARTS.get(lower(groups['part']), 'NI')}", settled)


CLOCK = (
    Wording(
        frozenset({DIGIT}),
        pattern(
            r"(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.m\.|[ap]\.?m\b)"
            rf"(?: (?P<zone>{_ZONE}))?{_DAY}"
        ),
        _clock,
    ),
    Wording(
        frozenset({DIGIT}),
        pattern(
            r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![:.]?\d)(?P<half>)"
            rf"(?: (?P<zone>{_ZONE}))?{_DAY}"
        ),
        _clock,
    ),
    Wording(
        frozenset({DIGIT}), pattern(rf"(?P<digits>[0-2]\d[0-5]\d) (?P<zone>{_ZONE}){_DAY}"), _whole_clock
    ),
    Wording(
        frozenset({"o'clock", "morning", "afternoon", "evening", "night"}),
        pattern(
            r"(?P<hour>\d\d?)(?P<minute>)(?P<half>)(?P<zone>)(?: o'clock)?"
            rf"(?: (?:in the|at) (?P<part>{PART})|(?<=clock))\b"
        ),
        _clock,
    ),
    Wording(frozenset(_NAMED), pattern(rf"(?P<name>{'|'.join(_NAMED)})\b{_DAY}"), _named),
    Wording(
        frozenset(PARTS),
        pattern(rf"(?:in|during|by|until|of) (?P<words>the (?P<part>{PART}))\b(?! of| before| after)"),
        _part,
    ),
    Wording(frozenset({"overnight"}), pattern(r"(?P<part>overnight)\b"), _part),
)
"""Times of day, on the clock or by their names."""
