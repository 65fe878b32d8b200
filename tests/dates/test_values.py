from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.dates.values import first_day, moved, span_value, unit_value, value_edtf


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2021-06-03", "2021-06-03"), ("2021-06-03TMO", "2021-06-03"), ("2021-06-03T17:00Z", "2021-06-03"),
        ("2021-06", "2021-06"), ("2021", "2021"), ("199", "199X"), ("18", "18XX"),
        ("2021-W22", "2021-05-31/2021-06-06"), ("2021-W22-WE", "2021-06-05/2021-06-06"),
        ("2021-Q3", "2021-07/2021-09"), ("2021-H2", "2021-07/2021-12"), ("2021-SP", "2021-03/2021-05"),
        ("2021-WI", None), ("FY2021", None), ("XXXX-WXX-2", None), ("XXXX-06", None), ("P2D", None),
        ("PAST_REF", None),
    ],
)  # fmt: skip
def test_a_value_as_an_edtf_date(value: str, edtf: str | None) -> None:
    assert value_edtf(value) == edtf


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2, "day", "P2D"),
        (16, "hour", "PT16H"),
        (4, "decade", "P40Y"),
        (None, "year", "PXY"),
        (1.5, "year", "P1.5Y"),
    ],
)
def test_a_length(count: float | None, unit: str, value: str) -> None:
    assert span_value(None if count is None else Fraction(count), unit) == value


def test_counting_keeps_to_the_calendar() -> None:
    assert moved(date(2021, 3, 31), "month", -1) == date(2021, 2, 28)
    assert moved(date(2020, 2, 29), "year", 1) == date(2021, 2, 28)
    assert moved(date(2021, 3, 31), "year", -3000) is None


def test_an_unknown_day_leaves_its_places_open() -> None:
    assert unit_value("week", None) == "XXXX-WXX"
    assert first_day("2021-06") == date(2021, 6, 1)


@settings(max_examples=25, deadline=None)
@given(
    st.dates(date(1700, 1, 1), date(2200, 1, 1)), st.sampled_from(["day", "week", "weekend", "month", "year"])
)
def test_a_day_lies_in_what_is_told_of_it(day: date, unit: str) -> None:
    first, _, last = (value_edtf(unit_value(unit, day)) or "").partition("/")
    here = day.isoformat()
    assert unit == "weekend" or first <= here[: len(first)] <= (last or first)
    assert moved(moved(day, unit, 3) or day, unit, -3) == day or unit in ("month", "year")
