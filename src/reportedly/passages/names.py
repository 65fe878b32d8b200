"""The names that a report gives itself: its headline, and who wrote it."""

from collections.abc import Iterable

from reportedly.passages.classify import names_of, plain
from reportedly.passages.passage import Passage
from reportedly.reports.report import Report


def headline_of(report: Report, passages: Iterable[Passage]) -> str | None:
    """Give the words of a report's headline as its text prints them, or None where it prints none."""
    return next((_words(report, one) for one in passages if one.kind == "headline"), None)


def byline_of(report: Report, passages: Iterable[Passage]) -> str | None:
    """Give the names of a report's writers as its text prints them, without "By" and without dates.

    They come from the first byline that holds names: "Edda Marsh, Jonas Whitlock". None where none does.
    """
    lines = (names_of(_words(report, one)) for one in passages if one.kind == "byline")
    return next((", ".join(names) for names in lines if names), None)


def _words(report: Report, passage: Passage) -> str:
    return plain(passage.span.words(report.text).strip())
