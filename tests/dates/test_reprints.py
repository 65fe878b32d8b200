import pytest

from reportedly.dates.dating import Dating
from reportedly.dates.expressions import find_expressions
from reportedly.dates.reprints import anchor_of
from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span

OWN = Dating("2021-06-24", None, "metadata")
STORY = "\n\nThe minister said on Tuesday that the pier was safe."


@pytest.mark.parametrize(
    "note",
    [
        "This article first appeared in the Harbour Times and is printed with leave.",
        "*Originally published at The Quay.*",
        "Reprinted from the Harbour Times.",
    ],
)
def test_a_reprint_has_no_day_to_count_from(note: str) -> None:
    assert anchor_of(note + STORY, OWN) is None


def test_a_note_that_tells_its_day_is_what_weekdays_count_from() -> None:
    note = "This story was first published in the Harbour Times on 3 June 2021."
    anchor = anchor_of(note + STORY, OWN)
    assert anchor == Dating("2021-06-03", "3 June 2021", "printed", (Span(0, len(note)),))


@pytest.mark.parametrize(
    "text", ["The pier was safe.", "Her book first appeared in 1961.", "The book was reprinted in Arden."]
)
def test_other_reports_count_from_their_own_day(text: str) -> None:
    assert anchor_of(text + STORY, OWN) is OWN


def test_a_weekday_stays_open_in_a_reprint_and_a_printed_day_does_not() -> None:
    text = "Reprinted from the Harbour Times.\n\nShe left on Tuesday. She wrote on 3 June."
    reading = read_language(text, [Passage("body", Span(0, len(text)))])
    found = [(one.span.words(text), one.edtf) for one in find_expressions(text, reading, OWN)]
    assert found == [("Tuesday", None), ("3 June", "2021-06-03")]
