import pytest

from reportedly.dates.dating import Dating
from reportedly.dates.expressions import find_expressions
from reportedly.dates.worked_out import worked_out
from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span


def found(text: str) -> Dating | None:
    passages = [Passage("body", Span(0, len(text)))]
    reading = read_language(text, passages)
    return worked_out(text, passages, reading, find_expressions(text, reading, None))


@pytest.mark.parametrize(
    ("text", "year", "words"),
    [
        (
            "Ardania left the pact. The treaty of 2005 is void. The treaty was signed 14 years ago in Port Sele.",
            "2019",
            ("2005", "14 years ago"),
        ),
        ("The bridge was opened in 2011, ten years ago, by the old king.", "2021", ("2011", "ten years ago")),
        ("Twelve years ago, in 2009, the bridge opened.", "2021", ("Twelve years ago", "2009")),
    ],
)
def test_a_count_of_years_and_the_year_of_one_event_pin_the_year(text, year, words):
    dating = found(text)
    assert dating is not None
    assert (dating.edtf, dating.basis) == (year, "arithmetic")
    assert tuple(span.words(text) for span in dating.evidence) == words


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was opened in 2011, nearly ten years ago, by the old king.",
        "The treaty of 2005 is void. The treaty was broken two years ago.",
        "The bridge was opened in 2011. The mole was built ten years ago.",
        "“It was opened in 2011, ten years ago,” the mayor said.",
        "The bridge was opened in 2011, ten years ago. The mole was built in 2001, five years ago.",
    ],
)
def test_pins_nothing_where_it_would_be_a_guess(text):
    assert found(text) is None


def test_the_latest_whole_day_told_as_past_is_a_lower_bound():
    text = "The ferry sank on 1 March 2019. A boat was lost on 3 May 2018. A vote is planned for 9 June 2019."
    dating = found(text)
    assert dating is not None
    assert (dating.edtf, dating.basis) == ("2019-03-01/..", "bound")
    assert [span.words(text) for span in dating.evidence] == ["1 March 2019"]


def test_a_year_before_what_is_told_as_past_is_not_pinned():
    text = "The bridge was opened in 2011, five years ago. The ferry sank on 1 March 2019."
    dating = found(text)
    assert dating is not None
    assert dating.edtf == "2019-03-01/.."


def test_nothing_told_is_nothing_worked_out():
    assert found("The ferry sank on Tuesday.") is None
