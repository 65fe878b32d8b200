"""Numbers as a report writes them before a unit of time: "two", "twenty-five", "1 1/2", "several"."""

import re
from fractions import Fraction
from unicodedata import numeric

_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_WORD = {**_SMALL, **_TENS, "a": 1, "an": 1, "half": 1, "dozen": 12, "hundred": 100, "thousand": 1000}
_BY_LENGTH = sorted({*_SMALL, *_TENS}, key=len, reverse=True)
_SPELT = rf"(?:{'|'.join(_BY_LENGTH)})(?:[-\s](?:{'|'.join(sorted(_SMALL, key=len, reverse=True))})\b)?"
_FIGURES = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+|[-\s]\d/\d|\s?[¼½¾])?"

_ROUND = r"(?:(?:an?|one) )?(?:dozen|hundred|thousand)"
_LARGE = rf"{_SPELT}(?: (?:hundred|thousand)(?:(?: and)? {_SPELT})?)?"
COUNT = rf"(?:{_FIGURES}|{_ROUND}|{_LARGE})(?:[-\s]+and[-\s]+a[-\s]+half)?"
"""A number that tells how many."""

VAGUE = r"(?:several|many|some|(?:quite )?a few|few|a couple(?: of)?|a number of|(?:dozens|hundreds) of)"
"""Words that leave open how many."""

ORDINALS = ("first", "second", "third", "fourth")


def number(words: str) -> Fraction | None:
    """Read a number; None where the words leave it open ("several")."""
    lowered = re.sub(
        "[¼½¾]", lambda part: f" {Fraction(numeric(part[0]))}", words.lower().replace(",", "")
    ).strip()
    half = Fraction(1, 2) if re.search(r"and[\s-]+a[\s-]+half$", lowered) else Fraction(0)
    parts = re.split(r"[\s-]+", re.sub(r"[\s-]+and[\s-]+a[\s-]+half$", "", lowered))
    total = Fraction(0)
    for part in (part for part in parts if part != "and"):
        if part in ("hundred", "thousand", "dozen"):
            total = max(total, Fraction(1)) * _WORD[part]
        elif part in _WORD or re.fullmatch(r"\d+(?:\.\d+|/[1-9]\d*)?", part):
            total += Fraction(_WORD.get(part, part))
        else:
            return None
    return total + half


def plainly(count: Fraction) -> str:
    """Write a number as a TIMEX3 value does: whole or with a decimal point."""
    return str(count.numerator) if count.denominator == 1 else f"{float(count):.10g}"
