"""Tokens, sentences and names, with every span in the report's own text."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language import parse
from reportedly.language.parse import cut, plain_text, read_language
from reportedly.language.reading import Reading
from reportedly.passages.passage import Passage
from reportedly.spans import Span

NASTY = st.text(
    alphabet=st.sampled_from("ab .,!?\n\r\t\u00a0\u00ad\u200b“”‘’'\"«»—…\x0c\x00é😀\ud800"), max_size=60
)


def body(text: str, kind="body") -> tuple[Passage, ...]:
    return (Passage(kind, Span(0, len(text))),) if text else ()


def read(text: str) -> Reading:
    return read_language(text, body(text))


def test_tokens_give_their_words_back():
    text = "The envoy of Ardania\u00a0said: “We don’t know.”\r\nNobody asked."
    reading = read(text)
    assert [token.text for token in reading.tokens] == [
        "The", "envoy", "of", "Ardania", "said", ":", "“", "We", "do", "n’t", "know", ".", "”",
        "Nobody", "asked", ".",
    ]  # fmt: skip
    assert all(token.span.words(text) == token.text for token in reading.tokens)


def test_heads_and_lemmas():
    reading = read("Mira Kass said the port had closed.")
    words = {token.text: token for token in reading.tokens}
    assert words["Kass"].dep == "nsubj"
    assert reading.tokens[words["Kass"].head].lemma == "say"
    assert reading.tokens[words["closed"].head].text == "said"


def test_names_come_with_their_type():
    text = "Angela Brown met officials of Microsoft in London."
    names = {name.span.words(text): name.type for name in read(text).names}
    assert names == {"Angela Brown": "person", "Microsoft": "organisation", "London": "place"}


def test_no_sentence_crosses_a_passage():
    text = "The port is\n\nclosed today"
    passages = (Passage("headline", Span(0, 13)), Passage("body", Span(13, len(text))))
    reading = read_language(text, passages)
    assert [reading.tokens[sentence.first].text for sentence in reading.sentences] == ["The", "closed"]


@pytest.mark.parametrize("kind", ["notice", "teaser", "comment", "about", "byline", "dateline"])
def test_passages_that_hold_no_statement_are_not_read(kind):
    text = "Subscribe now, she said."
    reading = read_language(text, body(text, kind))
    assert (reading.tokens, reading.sentences, reading.names) == ((), (), ())


def test_a_reading_is_the_same_alone_and_among_others():
    text = "Mira Kass denied it. The port, she said, is open."
    alone = read(text)
    read("Another report comes between, about something else altogether.")
    again = read(text)
    assert (again.tokens, again.sentences, again.names) == (alone.tokens, alone.sentences, alone.names)


def test_plain_text_keeps_every_place():
    assert plain_text("“It’s\u00a0on,”\r\n\u00adshe") == '"It\'s on,"   she'


def test_a_long_passage_is_cut_at_a_sentence_end(monkeypatch):
    monkeypatch.setattr(parse, "LONGEST", 300)
    text = "The port is closed today. " * 40
    pieces = list(cut(text, Span(0, len(text))))
    assert "".join(piece.words(text) for piece in pieces) == text
    assert all(len(piece) <= 300 and piece.words(text).startswith("The port") for piece in pieces)


def test_a_long_passage_without_sentences_is_cut_all_the_same(monkeypatch):
    monkeypatch.setattr(parse, "LONGEST", 60)
    text = "a" * 200 + " " + "b" * 30
    pieces = list(cut(text, Span(0, len(text))))
    assert "".join(piece.words(text) for piece in pieces) == text
    assert max(len(piece) for piece in pieces) <= 60


@settings(max_examples=40, deadline=None)
@given(NASTY)
def test_no_text_is_refused(text):
    reading = read(text)
    assert all(token.span.words(text) == token.text and token.text.strip() for token in reading.tokens)
    assert [i for s in reading.sentences for i in range(s.first, s.last)] == list(range(len(reading.tokens)))
    assert all(0 <= token.head < len(reading.tokens) for token in reading.tokens)
    assert not set("".join(token.text for token in reading.tokens)) & set(string.whitespace)


def test_a_rule_drawn_with_marks_holds_no_words():
    assert [token.text for token in read("Above\n" + "“=" * 2_000 + "\nbelow").tokens] == ["Above", "below"]
