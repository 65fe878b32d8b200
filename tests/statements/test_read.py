from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.read import understood

TEXT = "Ana Petrova said the pier is safe. “It is new,” she added."
BODY = [Passage("body", Span(0, len(TEXT)))]


def test_every_word_has_a_meaning_and_likely_parts():
    (read,) = understood(TEXT, BODY)
    assert len(read.meanings) == len(read.parts) == len(read.stretch.words)


def test_whoever_asks_again_gets_the_same_reading():
    assert understood(TEXT, BODY) is understood(TEXT, tuple(BODY))


def test_other_passages_are_read_anew():
    assert understood(TEXT, [Passage("notice", Span(0, len(TEXT)))]) == ()
