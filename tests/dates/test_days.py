from datetime import date

import pytest

from reportedly.dates.days import exact_day, find_days, month_edtf
from reportedly.spans import Span


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("3 June 2021", "2021-06-03"),
        ("June 3rd, 2021", "2021-06-03"),
        ("Thursday, June 3, 2021", "2021-06-03"),
        ("JUNE 3, 2021", "2021-06-03"),
        ("the 3rd of June, 2021", "2021-06-03"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("2021-06-03", "2021-06-03"),
        ("13/04/2021", "2021-04-13"),
        ("04/13/2021", "2021-04-13"),
        ("04/04/2021", "2021-04-04"),
        ("03/04/2021", None),
        ("June 3", None),
    ],
)
def test_reads_a_printed_day(words: str, edtf: str | None) -> None:
    text = f"It met ({words}) again."
    (day,) = find_days(text, Span(0, len(text)))
    assert day.span.words(text) == words
    assert day.edtf == edtf


@pytest.mark.parametrize(
    "text", ["may 3 boats", "30 February 2021", "June 3-5", "May 2021", "31 troops march"]
)
def test_reads_no_day_where_none_is_printed(text: str) -> None:
    assert find_days(text, Span(0, len(text))) == ()


def test_only_a_whole_certain_day_is_exact() -> None:
    assert exact_day("2021-06-03") == date(2021, 6, 3)
    assert [exact_day(edtf) for edtf in ("2021-06", "2021-06-03?", "../2021-06-03", "2021-02-30", None)] == [
        None
    ] * 5


def test_months_run_over_into_other_years() -> None:
    assert [month_edtf(2021, month) for month in (0, 1, 13)] == ["2020-12", "2021-01", "2022-01"]
