"""Two sentences that are the same but for a word or two, and whether that word turns what they say."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from reportedly.assertions.concepts import Concept, concept_of
from reportedly.assertions.counts import MONEY, value_of
from reportedly.assertions.words import light
from reportedly.comparison.apart import CHANGING, are_apart
from reportedly.comparison.asserted import Asserted
from reportedly.comparison.content import negates, places_of, tells
from reportedly.comparison.finding import Finding, Odd
from reportedly.dates.days import MONTHS, WEEKDAYS, exact_day
from reportedly.spans import Span, hull

_FEWEST = 5
_ALIKE = 0.7
# A word that comes twice counts once here.
_ROUGHLY = 0.6
_LONGEST_EDIT = 4
# So far apart a number told roughly, and one told exactly, are two; as shares of the greater.
_ROUGH, _EXACT = 0.15, 0.03
_DAY_WORDS = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS)) | {"yesterday", "today", "tomorrow"}
_WEEKDAYS = frozenset(name.lower() for name in WEEKDAYS)
_PARTS = ("VERB", "NOUN", "ADJ")
_WEEK = 7
_ENDINGS = ("", "s", "es", "ed", "d", "ing")

ALONE = "+ "
"""What is of words that only one of two sentences has begins so."""

Word = tuple[str, Span]


def edited(one: Asserted, other: Asserted) -> tuple[Finding, ...] | None:
    """Give the numbers, days and turns that two sentences differ in; None where they are not else alike."""
    mine, others = one.alike, other.alike
    if _is_denied_alone(one, other) or not _may_be_alike(one, other):
        return None
    matcher = SequenceMatcher(None, mine, others, autojunk=False)
    if matcher.ratio() < _ALIKE or sum(block.size for block in matcher.get_matching_blocks()) < _FEWEST:
        return None
    places = places_of(one.words, one.span.start), places_of(other.words, other.span.start)
    here, there = (tuple(zip(*side, strict=True)) for side in zip((mine, others), places, strict=True))
    shared = tuple(sorted(one.terms & other.terms))
    found: list[Finding] = []
    for tag, first, last, second, end in matcher.get_opcodes():
        sides = here[first:last], there[second:end]
        if tag == "equal":
            continue
        kind = None if _is_long(*sides) else _kind(one, other, *sides, _is_of_date(here, first, last))
        if kind is None and _is_other_thing(*sides):
            return None
        ends = _span(here, sides[0], first), _span(there, sides[1], second)
        spans = _whole(one, ends[0]), _whole(other, ends[1])
        if kind and (kind != "number" or _count_apart(one, other, *spans)):
            of = f"{'' if all(sides) else ALONE}{_joined(sides[0] or sides[1])}"
            found.append(Finding(kind, *spans, of, shared, edited=True))
    if len({finding.kind for finding in found}) > 1:
        # What was said on another day was said again; what has another number too happened again.
        found = [finding for finding in found if not _is_day_of_saying(one, finding.one)]
        return () if any(finding.kind == "date" for finding in found) else tuple(found)
    return tuple(found)


def is_of_another(one: Asserted, other: Asserted) -> bool:
    """Tell two sentences that are alike but for who or what they name: Moss was elected, Hale was elected."""
    mine, others = one.names - other.names, other.names - one.names
    if not mine or not others:
        return False
    matcher = SequenceMatcher(None, one.alike, other.alike, autojunk=False)
    return matcher.ratio() >= _ROUGHLY and any(
        not mine.isdisjoint(one.alike[first:last]) and not others.isdisjoint(other.alike[second:end])
        for tag, first, last, second, end in matcher.get_opcodes()
        if tag == "replace"
    )


def _is_day_of_saying(one: Asserted, span: Span) -> bool:
    """Tell the day of "said on Monday", in a sentence that credits somebody, from that of what is said."""
    days = (day for day in one.days if day.span.meets(span))
    return one.credits and any(day.of is None or day.of in light() for day in days)


def _whole(one: Asserted, span: Span) -> Span:
    """Give the whole date or sum of money that a changed word stands in."""
    points = (*(day.span for day in one.days), *(count.span for count in one.counts if count.of in MONEY))
    return next((point for point in points if point.holds(span)), span)


def _is_denied_alone(one: Asserted, other: Asserted) -> bool:
    """Tell whether one side is denied: who denies that any came says what he says who tells that none did."""
    credited = all(side.statement or side.credits for side in (one, other))
    return credited and one.denied != other.denied


def _is_long(here: Sequence[Word], there: Sequence[Word]) -> bool:
    return max(len(here), len(there)) > _LONGEST_EDIT


def _is_other_thing(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Tell whether another thing, name or deed stands in the place of one: then all else may differ too."""
    return all(any(tells(word) for word, _ in side) for side in (here, there))


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word for word, _ in words)


def _count_apart(one: Asserted, other: Asserted, here: Span, there: Span) -> bool:
    """Tell whether the numbers at two places count one thing and differ by more than rounding.

    "Article 5" counts nothing, and where a number rises another one later is none against it.
    """
    mine, others = (
        [count for count in side.counts if count.span.meets(span)]
        for side, span in ((one, here), (other, there))
    )
    values = value_of(one.span.cut(one.words, here)), value_of(other.span.cut(other.words, there))
    if None in values:
        return any(first.of == second.of and are_apart(first, second) for first in mine for second in others)
    low, high = sorted(value for value in values if value is not None)
    rough = any(count.low != count.high for count in (*mine, *others))
    counted = any(
        first.of == second.of and CHANGING not in (first.verb, second.verb)
        for first in mine
        for second in others
    )
    return counted and high - low > high * (_ROUGH if rough else _EXACT)


def _may_be_alike(one: Asserted, other: Asserted) -> bool:
    """Tell quickly of most pairs that they are not alike, or that they are the same."""
    if one.alike == other.alike:
        return False
    both, every = len(one.different & other.different), len(one.different) + len(other.different)
    if both < _FEWEST or 2 * both < _ROUGHLY * every:
        return False
    mine, others = one.different - other.different, other.different - one.different
    return not (any(map(_is_thing, mine)) and any(map(_is_thing, others)))


# A pile of thousands of reports asks for the same words again and again.
@lru_cache(maxsize=65_536)
def _is_thing(word: str) -> bool:
    """Tell a thing, name or deed from a number, a day and a word with an opposite."""
    turns = word in _DAY_WORDS or value_of(word) is not None or any(_listed(word, part) for part in _PARTS)
    return tells(word) and not turns


def _span(words: Sequence[Word], side: Sequence[Word], at: int) -> Span:
    """Give where an edit stands; where one side leaves words out, the word that they are missing before."""
    return hull(span for _, span in side or words[min(at, len(words) - 1) :][:1])


def _is_of_date(words: Sequence[Word], first: int, last: int) -> bool:
    return any(word in _DAY_WORDS for word, _ in words[max(0, first - 1) : last + 1])


def _kind(
    one: Asserted, other: Asserted, here: Sequence[Word], there: Sequence[Word], of_date: bool
) -> Odd | None:
    mine, others = [word for word, _ in here], [word for word, _ in there]
    values = [
        next((v for word in side if (v := value_of(word)) is not None), None) for side in (mine, others)
    ]
    days = [any(word in _DAY_WORDS for word in side) for side in (mine, others)]
    if all(days) or (of_date and None not in values):
        return "date" if _days_differ(one, other, here, there) else None
    if None not in values:
        return "number" if values[0] != values[1] else None
    if negates(mine) != negates(others):
        return "opposite"
    return "opposite" if _are_opposed(mine, others) else None


def _days_differ(one: Asserted, other: Asserted, here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Tell whether two days are not one day in other words, nor one weekday's name in other weeks."""
    told = [
        next(
            (exact_day(day.edtf) for day in side.days if any(day.span.meets(span) for _, span in words)), None
        )
        for side, words in ((one, here), (other, there))
    ]
    first, second = told
    if first is None or second is None:
        return True
    named = any(word in _WEEKDAYS for word, _ in (*here, *there))
    return first != second and (not named or abs((first - second).days) < _WEEK)


def _are_opposed(mine: Sequence[str], others: Sequence[str]) -> bool:
    signs = [
        {(concept.name, concept.sign) for word in side for part in _PARTS if (concept := _listed(word, part))}
        for side in (mine, others)
    ]
    return any(sign and (name, -sign) in signs[1] for name, sign in signs[0])


def _listed(word: str, part: str) -> Concept | None:
    """Look a word up by its form, and by what is left of it without an ending: its lemma is not at hand."""
    stems = (word[: len(word) - len(end)] for end in _ENDINGS if word.endswith(end))
    return next((c for one in stems for form in (one, one + "e") if (c := concept_of(form, part))), None)
