import re
from fractions import Fraction

import pytest

from reportedly.dates.numbers import COUNT, number, plainly


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a", 1), ("Twelve", 12), ("twenty-five", 25), ("a dozen", 12), ("two hundred and fifty", 250),
        ("1,200", 1200), ("2.5", 2.5), ("5 1/2", 5.5), ("5 ½", 5.5), ("one and a half", 1.5),
        ("two-and-a-half", 2.5),
    ],
)  # fmt: skip
def test_reads_a_number(words: str, count: float) -> None:
    assert number(words) == Fraction(count)
    assert words == "a" or re.fullmatch(COUNT.replace(" ", r"\s+"), words, re.IGNORECASE)


def test_leaves_open_what_tells_no_number() -> None:
    assert number("several") is None


def test_writes_whole_and_broken_numbers() -> None:
    assert [plainly(Fraction(n)) for n in (2, 2.5)] == ["2", "2.5"]
