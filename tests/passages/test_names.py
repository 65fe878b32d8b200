"""Headline and byline, as a report's text prints them."""

import pytest

from reportedly.passages.find import find_passages
from reportedly.passages.names import byline_of, headline_of
from reportedly.reports.report import Report

BODY = "The harbour of Bressum was closed on Monday after a barge struck the eastern pier, the port said.\n"


def names(text: str) -> tuple[str | None, str | None]:
    report = Report("", "text", text)
    passages = find_passages(report)
    return headline_of(report, passages), byline_of(report, passages)


@pytest.mark.parametrize(
    ("line", "names_printed"),
    [
        ("By Nadia Verlaine", "Nadia Verlaine"),
        ("By Nadia Verlaine and Simon Achter, Staff Writers", "Nadia Verlaine, Simon Achter"),
        ("Nadia Verlaine | Staff Reporter", "Nadia Verlaine"),
        ("NADIA VERLAINE, 3 March 2021", "NADIA VERLAINE"),
        ("*By Nadia Verlaine*", "Nadia Verlaine"),
        ("Published 3 March 2021", None),
        ("3 MIN READ", None),
        ("MARCH 28, 2019 / 10:15 AM / UPDATED 2 YEARS AGO", None),
    ],
)
def test_the_byline_gives_names(line: str, names_printed: str | None) -> None:
    assert names(f"Barge strikes pier in Bressum\n\n{line}\n\n{BODY}") == (
        "Barge strikes pier in Bressum",
        names_printed,
    )


def test_the_credit_line_at_the_end_names_the_writers() -> None:
    credit = "(Reporting by Nadia Verlaine in Hale and Simon Achter in Dorn; Editing by Lorna Pike)"
    text = f"Barge strikes pier\n\n{BODY}\n{credit}\n"
    assert names(text) == ("Barge strikes pier", "Nadia Verlaine, Simon Achter")


def test_a_text_may_print_neither() -> None:
    assert names(BODY) == (None, None)
    assert names(f"# Barge *strikes* pier\n\n{BODY}")[0] == "Barge *strikes* pier"
