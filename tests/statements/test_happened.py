"""What was said, apart from what only might be."""

import pytest

from reportedly.language.parse import read_language
from reportedly.language.tree import grow_tree
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.happened import happened


def tells(text: str, source: str, cue: str) -> bool:
    reading = read_language(text, (Passage("body", Span(0, len(text))),))
    source_span, cue_span = (Span(text.index(w), text.index(w) + len(w)) for w in (source, cue))
    return happened(reading, grow_tree(reading), (source_span,), (cue_span,))


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Kass said that the port was closed.", "Kass", "said"),
        ("Kass has told the court that he is ill.", "Kass", "has told"),
        ("Kass went on to say that the dam was safe.", "Kass", "say"),
        ("The engineer warned that the dam would break.", "The engineer", "warned"),
        ("Kass did not say whether she would come.", "Kass", "did not say"),
        ("No 10 said that the talks were over.", "No 10", "said"),
    ],
)
def test_an_act_that_took_place_or_is_denied_by_its_own_words(text, source, cue):
    assert tells(text, source, cue)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("No officer said that the gate was open.", "No officer", "said"),
        ("Nobody claimed that the vote was fair.", "Nobody", "claimed"),
        ("If Kass says that he is ill, the port will close.", "Kass", "says"),
        ("Kass might say that the dam was safe.", "Kass", "might say"),
        ("Kass wanted to say that the dam was safe.", "Kass", "say"),
    ],
)
def test_an_act_by_nobody_or_only_possible(text, source, cue):
    assert not tells(text, source, cue)
