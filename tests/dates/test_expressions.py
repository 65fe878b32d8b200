import re
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
        ("The council met over Easter weekend.", [("Easter weekend", "2021-04-03/2021-04-04")]),
        ("The council answered a May 20 letter.", [("May 20", "2021-05-20")]),
        ("The council answered a Jan. 20 letter.", [("Jan. 20", None)]),
        ("The council set a May 20 deadline.", [("May 20", None)]),
        ("The council met on Tuesday (June 1).", [("Tuesday", "2021-06-01"), ("June 1", "2021-06-01")]),
        ("The council met on Good Friday.", [("Good Friday", "2021-04-02")]),
        ("The council met at Christmas.", [("Christmas", None)]),
        ("The council met earlier this month.", [("earlier this month", "2021-06")]),
        ("The bridge closed in January.", [("January", "2021-01")]),
        ("The bridge closed in January of last year.", [("January of last year", "2020-01")]),
        ("The bridge closed in November.", [("November", "2020-11")]),
        ("The bridge closed in January this year.", [("January this year", "2021-01")]),
        ("The bridge closed on January 23.", [("January 23", "2021-01-23")]),
        ("The bridge opened on 23 January 2019.", [("23 January 2019", "2019-01-23")]),
        ("The bridge opened in March 2019.", [("March 2019", "2019-03")]),
        ("The bridge opened in 2005 and closed in the 1990s.", [("2005", "2005"), ("the 1990s", "199X")]),
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
        "They meet next Friday.",
        "It sank more than four decades ago.",
    ],
)
def test_leaves_open_what_nothing_settles(text: str) -> None:
    assert [edtf for _, edtf in found(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "It cost 2000 crowns.",
        "May Hale said so.",
        "The Sunday Herald was sold.",
        "A five-year-old girl made a second try in a strong current.",
        "The prices fall and the boats spring a leak.",
        "The Daily Courier printed the March of the Ferrymen.",
    ],
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


def values(text: str, anchor: Dating | None = THURSDAY) -> list[tuple[str, str, str]]:
    reading = read_language(text, [Passage("body", Span(0, len(text)))])
    return [(one.span.words(text), one.type, one.value) for one in find_expressions(text, reading, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left yesterday morning.", [("yesterday morning", "time", "2021-06-02TMO")]),
        ("The pier closes at 5 p.m. Monday.", [("5 p.m. Monday", "time", "2021-06-07T17:00")]),
        ("It sank at 0430 GMT on Tuesday.", [("0430 GMT on Tuesday", "time", "2021-06-01T04:30Z")]),
        ("It sank in the third quarter of 2019.", [("the third quarter of 2019", "date", "2019-Q3")]),
        ("It sank in the first half of last year.", [("the first half of last year", "date", "2020-H1")]),
        ("Profits of fiscal 2019 fell.", [("fiscal 2019", "date", "FY2019")]),
        ("The ferry was built in the 19th century.", [("the 19th century", "date", "18")]),
        ("The ferry sank last spring.", [("last spring", "date", "2021-SP")]),
        ("The ferry sank two weeks ago.", [("two weeks ago", "date", "2021-W20")]),
        ("The ferry sank nearly twenty-five years ago.", [("nearly twenty-five years ago", "date", "1996")]),
        ("It was closed over the weekend.", [("the weekend", "date", "2021-W21-WE")]),
        ("It was closed on New Year's Eve.", [("New Year's Eve", "date", "2020-12-31")]),
        ("The ferry sailed for over 30 years.", [("over 30 years", "duration", "P30Y")]),
        ("It took one and a half hours.", [("one and a half hours", "duration", "PT1.5H")]),
        ("A two-year dispute ended.", [("two-year", "duration", "P2Y")]),
        ("It has rained for the past three months.", [("the past three months", "duration", "P3M")]),
        ("It has rained for several weeks.", [("several weeks", "duration", "PXW")]),
        ("They sail every Monday.", [("every Monday", "set", "XXXX-WXX-1")]),
        ("They sail on Mondays.", [("Mondays", "set", "XXXX-WXX-1")]),
        ("They sail every other week.", [("every other week", "set", "P2W")]),
        (
            "They sail daily and cost a million crowns a year.",
            [("daily", "set", "P1D"), ("a year", "set", "P1Y")],
        ),
        ("The pier is now closed.", [("now", "date", "PRESENT_REF")]),
        ("The pier was closed years ago.", [("years ago", "date", "PAST_REF")]),
        ("The pier was recently closed.", [("recently", "date", "PAST_REF")]),
        ("The pier will soon be closed.", [("soon", "date", "FUTURE_REF")]),
        ("It is open from 3 to 5 June.", [("5 June", "date", "2021-06-05")]),
        ("It was open on June 1 and 2.", [("June 1", "date", "2021-06-01"), ("2", "date", "2021-06-02")]),
    ],
)
def test_tells_type_and_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert values(text) == expected


def test_an_open_place_has_an_x_where_the_report_has_no_day() -> None:
    text = "It sank on Tuesday, in March, last week, yesterday and on 3 June."
    told = [(words, value) for words, _, value in values(text, None)]
    assert told == [
        ("Tuesday", "XXXX-WXX-2"), ("March", "XXXX-03"), ("last week", "XXXX-WXX"), ("yesterday", "XXXX-XX-XX"),
        ("3 June", "XXXX-06-03"),
    ]  # fmt: skip


def test_a_value_may_say_more_than_the_date_that_is_settled() -> None:
    text = "“We left on Tuesday,” she said."
    assert values(text) == [("Tuesday", "date", "2021-06-01")]
    assert found(text) == [("Tuesday", None)]


def test_words_of_the_story_count_from_its_days() -> None:
    text = "He left on 10 March 2019. Two days later he fell. That year it rained."
    assert [value for _, _, value in values(text)] == ["2019-03-10", "2019-03-12", "2019"]
    assert [edtf for _, edtf in found(text)] == ["2019-03-10", None, None]


def test_a_story_of_another_year_leaves_its_days_open() -> None:
    text = "He sailed in 1931. Two months later, on 30 March, he fell."
    assert found(text) == [("1931", "1931"), ("Two months later", None), ("30 March", None)]


def test_a_year_earlier_is_the_same_quarter() -> None:
    text = "Sales rose in the second quarter of 2020 from a year earlier."
    assert values(text)[-1] == ("a year earlier", "date", "2019-Q2")


def test_a_time_of_day_lies_on_the_day_beside_it() -> None:
    assert found("On Monday at 5 p.m. she left.") == [("Monday", "2021-05-31"), ("5 p.m.", "2021-05-31")]


def test_a_weekday_printed_with_a_day_tells_its_year() -> None:
    assert found("They met on Friday, 5 June.") == [("Friday, 5 June", "2020-06-05")]


def test_keeps_where_the_year_is_printed() -> None:
    text = "The letter of 8 February 2019 was lost. He wrote it on 8 February."
    reading = read_language(text, [Passage("body", Span(0, len(text)))])
    whole, short = find_expressions(text, reading, None)
    assert (short.edtf, short.basis, short.evidence) == ("2019-02-08", "printed", (whole.span,))


def test_a_dateline_that_is_not_parsed_has_its_day() -> None:
    text = "PORT SELE, June 2\n\nThe pier closed."
    passages = [Passage("dateline", Span(0, 19)), Passage("body", Span(19, len(text)))]
    (day,) = find_expressions(text, read_language(text, passages), THURSDAY, passages)
    assert (day.span.words(text), day.value) == ("June 2", "2021-06-02")


def test_a_line_may_end_within_words() -> None:
    assert found("It sank on June\n3, 2019, three\nyears\nago.")[0] == ("June\n3, 2019", "2019-06-03")


_WORDS = re.findall(
    r"\S+",
    "the end of early mid-2019 year-end about three years ago two-year 1990s next Monday morning at 5 p.m. every "
    "quarter first half of a day earlier fiscal May 30 February and 31 century now soon - 12:30 GMT Christmas spring",
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*_WORDS, "Thursday", "3", "June", "2021", "last", "week", "“", "”", "é🙂", ",\n"]),
        max_size=14,
    ).map(" ".join)
)
def test_spans_stand_in_order_apart_and_inside(text: str) -> None:
    reading = read_language(text, [Passage("body", Span(0, len(text)))] if text else [])
    spans = [one.span for one in find_expressions(text, reading, THURSDAY)]
    assert all(span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert spans == [one.span for one in find_expressions(text, reading, THURSDAY)]
