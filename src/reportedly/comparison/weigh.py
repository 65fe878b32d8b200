"""Whether two assertions can both hold: numbers, days and turns of one thing, set side by side."""

from collections.abc import Iterator
from itertools import product

from reportedly.assertions.assertion import Day, Turn
from reportedly.assertions.concepts import is_concept
from reportedly.assertions.counts import MONEY
from reportedly.assertions.words import light
from reportedly.comparison.apart import are_apart
from reportedly.comparison.asserted import Asserted
from reportedly.comparison.edits import edited
from reportedly.comparison.finding import Finding
from reportedly.dates.days import first_and_last

# Lengths of time and of ways measure many things at once.
_MEASURES = frozenset({
    "year", "month", "week", "day", "hour", "minute", "second", "time", "metre", "meter", "kilometre",
    "kilometer",
    "mile", "foot", "inch", "kilogram", "ton", "tonne", "percent", "percentage", "dollar", "euro", "pound",
    "point", "page", "side", "way", "thing", "part", "version", "country", "leader", "man",
})  # fmt: skip
_DAYS_APART = 10
JUDGED = "judged"
"""What two judge in opposite ways, each in words of another meaning."""

_NEAR = 300
"""In characters."""


def weigh(one: Asserted, other: Asserted) -> tuple[Finding, ...]:
    """Give what cannot hold on both sides; of two sentences alike but for a word, that word alone."""
    found = edited(one, other) if one.report != other.report else None
    if found is not None or one.credits or other.credits:
        return found or ()
    return (*_numbers(one, other), *_days(one, other), *_parts(one, other), *_turns(one, other))


def _numbers(one: Asserted, other: Asserted) -> Iterator[Finding]:
    for here, there in product(one.counts, other.counts):
        if here.of == there.of and are_apart(here, there):
            shared = (one.terms & other.terms) - {here.of, here.verb}
            same = (here.verb,) if here.verb == there.verb and here.verb and here.verb not in light() else ()
            # Of the dead one number is enough; of those who saw something, that alone says little.
            told = len(shared) > 1 or (same and is_concept(same[0]))
            # Two may pay, wait or walk so much and so much; what one thing costs is one.
            told = told and (here.of not in _MEASURES or (here.of in MONEY and same and len(shared) > 1))
            if told and not _other_names(one, other):
                yield Finding("number", here.span, there.span, here.of, tuple(sorted((*same, *shared))))


def _days(one: Asserted, other: Asserted) -> Iterator[Finding]:
    for here, there in product(one.days, other.days):
        shared = set(here.about) & set(there.about) - {here.of}
        known = here.of is not None and here.of == there.of and here.of not in light()
        mine, others = (side.names & {*day.about} for side, day in ((one, here), (other, there)))
        # Of a meeting one may name the place and another the office of who came.
        alone = len(mine - others), len(others - mine)
        apart = min(alone) > 0 and max(alone) >= len(mine & others)
        if known and shared and not apart and _differ(here, there):
            yield Finding("date", here.span, there.span, here.of or "", tuple(sorted(shared)))


def _differ(here: Day, there: Day) -> bool:
    first, second = first_and_last(here.edtf), first_and_last(there.edtf)
    if first is None or second is None:
        return False
    earlier, later = sorted((first, second))
    # Where a stretch begins or ends is told loosely: "Good Friday", "Easter weekend".
    least = 0 if first[0] == first[1] and second[0] == second[1] else 1
    return least < (later[0] - earlier[1]).days <= _DAYS_APART


def _parts(one: Asserted, other: Asserted) -> Iterator[Finding]:
    """Give two persons of whom each is told to have had one and the same part."""
    for here, there in product(one.parts, other.parts):
        same = here.of == there.of and here.target == there.target
        if not same or not {*here.who}.isdisjoint(there.who):
            continue
        shared = ({*here.about} & {*there.about}) | (one.names & other.names)
        shared -= {here.target, *here.who, *there.who}
        mine, others = (side.names & {*part.about} for side, part in ((one, here), (other, there)))
        if shared and not (mine - others and others - mine):
            yield Finding("who", here.span, there.span, here.target, tuple(sorted(shared)))


def _other_names(one: Asserted, other: Asserted) -> bool:
    """Tell whether each speaks of somebody whom the other does not name."""
    return bool(one.names - other.names and other.names - one.names)


def _turns(one: Asserted, other: Asserted) -> Iterator[Finding]:
    for here, there in product(one.turns, other.turns):
        both = here.of if here.of == there.of else JUDGED if here.judges and there.judges else None
        if both is None or here.sign != -there.sign or here.wished != there.wished:
            continue
        shared = {*here.about} & {*there.about}
        # What was and what will be may be opposite and both true; a judgement holds.
        one_time = here.time == there.time or (here.judges and there.judges)
        told = one_time and shared and _is_of_one_thing(one, other, here, there, shared)
        if told or (not shared and both != JUDGED and _may_be_of_one(one, other, here, there)):
            yield _turned_round(one, other, here, there, both, shared)


def _turned_round(
    one: Asserted, other: Asserted, here: Turn, there: Turn, of: str, shared: set[str]
) -> Finding:
    return Finding(
        "opposite",
        here.span,
        there.span,
        of,
        tuple(sorted(shared)),
        judges=here.judges or there.judges,
        firm=here.listed and there.listed and (bool(shared) or not (here.about or there.about)),
        beside=here.time == there.time and (_are_near(one, other) or _is_one_name(here, there)),
        may=here.may or there.may,
    )


def _may_be_of_one(one: Asserted, other: Asserted, here: Turn, there: Turn) -> bool:
    """Tell whether two turns with nothing in common may be of one thing: by who speaks, or where they are."""
    bare = here.listed and there.listed and not here.about and not there.about
    # Who denies what another said of him is named there.
    denied = (one.denied and other.names) or (other.denied and one.names)
    near = _are_near(one, other) and not (here.about and there.about)
    return bare or bool(denied) or _is_one_name(here, there) or near


def _is_one_name(here: Turn, there: Turn) -> bool:
    """Tell whether one says "this is no war" and another that there is one."""
    return here.is_thing and there.is_thing and not (here.about and there.about)


def _are_near(one: Asserted, other: Asserted) -> bool:
    """Tell whether two assertions stand so near in one report that they may speak of one thing."""
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    return one.report == other.report and second.start - first.end <= _NEAR


def _is_of_one_thing(one: Asserted, other: Asserted, here: Turn, there: Turn, shared: set[str]) -> bool:
    """Tell whether two turns are of one thing, by what both are said of.

    Two may speak of one state or man and of quite other things; of the same thing, seldom.
    """
    aimed = {*here.target} & {*there.target}
    if not (aimed or one.denied or other.denied):
        return False
    if shared - one.names - other.names and len(shared) > 1:
        return True
    mine, others = one.names & {*here.about}, other.names & {*there.about}
    if mine - others and others - mine:
        return False
    if shared - one.names - other.names:
        return here.listed
    nothing_else = {*here.about} <= shared or {*there.about} <= shared
    return nothing_else and here.of == there.of
