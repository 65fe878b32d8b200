from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.dates.dating import Dating
from reportedly.dates.expressions import find_expressions
from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span

# A Thursday.
THURSDAY = Dating("2021-06-03", None, "sheet")


def found(text: str, anchor: Dating | None = THURSDAY) -> list[tuple[str, str | None]]:
    reading = read_language(text, [Passage("body", Span(0, len(text)))])
    return [(one.span.words(text), one.edtf) for one in find_expressions(text, reading, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on Thursday that the pier was safe.", [("Thursday", "2021-06-03")]),
        ("The minister said on Tuesday that the pier was safe.", [("Tuesday", "2021-06-01")]),
        ("She resigned last Thursday.", [("last Thursday", "2021-05-27")]),
        ("The council will meet on Monday.", [("Monday", "2021-06-07")]),
        ("He spoke to reporters late Wednesday.", [("late Wednesday", "2021-06-02")]),
        ("She left on Tuesday of last week.", [("Tuesday of last week", "2021-05-25")]),
        ("He left on Tuesday of the following week.", [("Tuesday of the following week", None)]),
        ("The ferry sank yesterday.", [("yesterday", "2021-06-02")]),
        ("The ferry sank three days ago.", [("three days ago", "2021-05-31")]),
        ("The council met last week.", [("last week", "2021-05-24/2021-05-30")]),
        ("The council met earlier this month.", [("earlier this month", "2021-06")]),
        ("The bridge closed in January.", [("January", "2021-01")]),
        ("The bridge closed in January of last year.", [("January of last year", "2020-01")]),
        ("The bridge closed in November.", [("November", "2020-11")]),
        ("The bridge closed on January 23.", [("January 23", "2021-01-23")]),
        ("The bridge opened on 23 January 2019.", [("23 January 2019", "2019-01-23")]),
        ("The bridge opened in March 2019.", [("March 2019", "2019-03")]),
        ("The bridge opened in 2005 and closed in the 1990s.", [("2005", "2005"), ("1990s", "199X")]),
    ],
)
def test_dates_an_expression(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He resigned ahead of the vote on Friday.",
        "“We will sail tomorrow,” she said.",
        "She said on Friday that the pier was safe.",
        "He left and, two months later, called again.",
        "The ministry missed the 12 May deadline.",
    ],
)
def test_leaves_open_what_nothing_settles(text: str) -> None:
    assert [edtf for _, edtf in found(text)] == [None]


@pytest.mark.parametrize(
    "text", ["He may march on.", "It cost 2000 crowns.", "May Hale said so.", "They sail every Monday."]
)
def test_finds_no_time_where_none_is_told(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "anchor", [None, Dating("../2021-06-03", "June 3", "updated"), Dating("2021-06", None, "address")]
)
def test_counts_from_an_exact_day_alone(anchor: Dating | None) -> None:
    assert found("She said on Thursday that it sank in 2005.", anchor) == [
        ("Thursday", None),
        ("2005", "2005"),
    ]


def test_takes_the_year_that_the_report_prints_elsewhere() -> None:
    text = "The letter of 8 February 2019 was lost. He wrote it on 8 February."
    assert found(text) == [("8 February 2019", "2019-02-08"), ("8 February", "2019-02-08")]


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("Thursday 3 June 2021 last week ago “”\"'\n,.é🙂"), max_size=80))
def test_spans_stand_in_order_apart_and_inside(text: str) -> None:
    reading = read_language(text, [Passage("body", Span(0, len(text)))] if text else [])
    spans = [one.span for one in find_expressions(text, reading, THURSDAY)]
    assert all(span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert spans == [one.span for one in find_expressions(text, reading, THURSDAY)]
