"""Wordings that tell how long, and how often."""

from fractions import Fraction

from reportedly.dates.counted import UNIT_HEADS, UNITS, one
from reportedly.dates.moment import Groups, Moment, Told, Wording, lower, pattern
from reportedly.dates.numbers import COUNT, VAGUE, number
from reportedly.dates.values import span_value
from reportedly.language.reading import Reading
from reportedly.language.tree import tokens_in
from reportedly.spans import Span

_OF_SERIES = (
    "past|last|next|first|final|coming|previous|preceding|following|recent|ensuing|remaining|intervening"
)
_KIND = (
    "more|additional|straight|consecutive|successive|full|whole|entire|long|short|other|extra|further|business|"
    "working|trading|calendar|fiscal|solid"
)
_OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
    "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biweekly": "P2W", "semiannual": "P6M",
}  # fmt: skip
_HALVES = {"other": 2, "second": 2, "third": 3, "fourth": 4}


def _length(groups: Groups, moment: Moment) -> Told | None:
    words = groups["count"]
    return Told("duration", span_value(number(words) if words else None, one(groups["unit"])))


def _one(groups: Groups, moment: Moment) -> Told | None:
    return Told("duration", span_value(Fraction(1), one(groups["unit"])))


def _half(groups: Groups, moment: Moment) -> Told | None:
    unit = one(groups["unit"])
    smaller = {"hour": (30, "minute"), "year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
    count, unit = smaller.get(unit, (Fraction(1, 2), unit))
    return Told("duration", span_value(Fraction(count), unit))


def _often(groups: Groups, moment: Moment) -> Told | None:
    return Told("set", _OFTEN[lower(groups["name"])])


def _each(groups: Groups, moment: Moment) -> Told | None:
    words = lower(groups["count"])
    count = Fraction(_HALVES[words]) if words in _HALVES else number(words or "one")
    return Told("set", span_value(count, one(groups["unit"])))


def _is_unit(reading: Reading, span: Span) -> bool:
    """Tell a unit from a second try, a quarter of the vote, and an age."""
    stop = tokens_in(reading, span).stop
    last = reading.tokens[stop - 1]
    after = [token.text.lower() for token in reading.tokens[stop : stop + 2]]
    if last.lemma == "second" and last.pos != "NOUN":
        return False
    if last.lemma == "quarter" and after[:1] in (["of"], ["-"], ["century"], ["point"]):
        return False
    return after[:1] not in (["old"], ["olds"]) and after not in (["-", "old"], ["-", "olds"], ["of", "age"])


def _is_rate(reading: Reading, span: Span) -> bool:
    """Tell "twice a week" and "15 a year" from "for a week"."""
    start = tokens_in(reading, span).start
    before = reading.tokens[max(0, start - 1)]
    return before.pos in ("NUM", "NOUN", "SYM") or before.lemma in ("once", "twice")


def _is_one(reading: Reading, span: Span) -> bool:
    return _is_unit(reading, span) and not _is_rate(reading, span)


def _is_habit(reading: Reading, span: Span) -> bool:
    """Tell "his daily walk" from the Daily Herald."""
    token = reading.tokens[tokens_in(reading, span).start]
    return token.pos in ("ADJ", "ADV", "NOUN") and token.tag != "NNP"


LENGTHS = (
    Wording(
        UNIT_HEADS,
        pattern(
            rf"(?:(?:the|these|those) )?(?:(?:{_OF_SERIES}) )?(?P<count>{COUNT}|{VAGUE})"
            rf"(?: (?:{_KIND}))? {UNITS}\b"
        ),
        _length,
        fits=_is_unit,
    ),
    Wording(
        UNIT_HEADS,
        pattern(rf"(?P<count>{COUNT}|several|many)-?(?:(?:{_KIND})-)?{UNITS}(?:-long)?\b"),
        _length,
        fits=_is_unit,
    ),
    Wording(
        UNIT_HEADS,
        pattern(
            r"(?:(?:the )?(?:recent|coming|past|intervening|subsequent|last|next) )?"
            r"(?P<count>)(?P<unit>seconds|minutes|hours|days|nights|weekends|weeks|months|quarters|years|decades|centuries)(?:-long)?\b"
        ),
        _length,
        fits=_is_unit,
    ),
    Wording(
        UNIT_HEADS,
        pattern(rf"(?:an?|(?:the )?(?:past|last|next|previous)) {UNITS} and a half\b"),
        lambda groups, moment: Told("duration", span_value(Fraction(3, 2), one(groups["unit"]))),
    ),
    Wording(
        UNIT_HEADS,
        pattern(rf"(?:an?|(?:the )?past|all|(?:the|an?) (?:whole|entire|full)|another) {UNITS}(?<!s)\b(?!-)"),
        _one,
        fits=_is_one,
    ),
    Wording(
        UNIT_HEADS | {"weeklong", "daylong", "monthlong", "yearlong"},
        pattern(r"(?P<unit>day|week|month|year)-?long\b"),
        _one,
    ),
    Wording(
        UNIT_HEADS | {"multiyear"},
        pattern(r"multi-?(?P<count>)(?P<unit>year)\b"),
        _length,
    ),
    Wording(
        UNIT_HEADS,
        pattern(
            r"(?:half (?:an?|the|of the|of this)|(?:an? )?half)[- ](?P<unit>hour|day|year|decade|century)\b"
        ),
        _half,
    ),
    Wording(
        frozenset(_OFTEN),
        pattern(rf"(?P<name>{'|'.join(sorted(_OFTEN, reverse=True))})\b"),
        _often,
        fits=_is_habit,
    ),
    Wording(
        frozenset({"every", "each", "per"}),
        pattern(rf"(?:every|each|per) (?P<count>other |second |third |fourth |{COUNT} )?{UNITS}\b"),
        _each,
        fits=_is_unit,
    ),
    Wording(
        UNIT_HEADS,
        pattern(r"(?P<count>)an? (?P<unit>second|minute|hour|day|night|week|month|quarter|year)\b(?!-)"),
        _each,
        fits=_is_rate,
    ),
)
"""Lengths of time, and what comes again."""
