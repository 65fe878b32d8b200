import pytest

from reportedly.dates.dating import Dating
from reportedly.dates.expressions import find_expressions
from reportedly.dates.happenings import find_happenings
from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.find import find_statements

THURSDAY = Dating("2021-06-03", None, "sheet")


def happenings(text: str, published: Dating | None = THURSDAY) -> list[tuple[str | None, str]]:
    passages = [Passage("body", Span(0, len(text)))]
    reading = read_language(text, passages)
    statements = find_statements(text, passages, reading)
    expressions = find_expressions(text, reading, published)
    found = find_happenings(text, passages, reading, expressions, statements)
    return [(one.expression.edtf, one.span.words(text)) for one in found]


def test_a_sentence_of_the_reports_own_that_tells_what_happened():
    text = "The ferry sank on Tuesday. It was built in 1998 by the old yard."
    assert happenings(text) == [
        ("2021-06-01", "The ferry sank on Tuesday."),
        ("1998", "It was built in 1998 by the old yard."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova said on Tuesday that the ferry is safe.",
        "Ana Petrova said that the ferry sank on Tuesday.",
        "The ferry will sail on Friday.",
        "The ferry is safe.",
        "The ferry sank after the vote on Tuesday.",
        "“It sank on 1 June 2021,” she said.",
    ],
)
def test_what_is_said_planned_or_undated_is_none(text):
    assert happenings(text) == []


def test_a_day_that_is_not_known_tells_no_happening():
    assert happenings("The ferry sank on Tuesday.", None) == []
