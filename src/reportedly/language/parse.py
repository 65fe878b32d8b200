"""Reading a report's own words: tokens, sentences, names and the parse."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from reportedly.language.lemmas import load_lemmas
from reportedly.language.model import load_model, one_thread
from reportedly.language.reading import Name, NameType, Reading, Sentence, Token
from reportedly.language.recogniser import mark_names
from reportedly.passages.passage import Passage
from reportedly.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

READ_KINDS = frozenset({"headline", "body", "caption"})
LONGEST = 5_000
_BATCH = 64
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s")
# What is asked of each token, at once: asking token by token takes as long as tagging them.
_COLUMNS: list[int | str] = ["HEAD", "IS_SPACE", "SENT_START", "IDX", "LENGTH", "TAG", "DEP"]
_NAME_TYPES: dict[str, NameType] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "group", "EVENT": "other", "LAW": "other", "PRODUCT": "other", "WORK_OF_ART": "other",
}  # fmt: skip

# One character for one, so that what the parser counts is what stands in the report.
_PLAIN = {ord(mark): "'" for mark in "‘’‚‛′`´ʼ"} | {ord(mark): '"' for mark in "“”„‟″«»"}
_ODD_SPACE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufffc\ud800-\udfff]"
)

# A rule drawn with marks is no word, and a tokenizer takes very long over one of thousands.
_RULE = re.compile(r"[^\w\s]{40,}")


def read_language(text: str, passages: Sequence[Passage]) -> Reading:
    """Find the sentences, words and names of the passages that can hold a statement.

    Only headlines, body and captions are read, each by itself and in order, so a report alone gives
    what it gives in a pile. Every span counts in `text`. ModelError where the parser's weights are
    missing or altered; no text is refused.
    """
    pieces = [
        piece for passage in passages if passage.kind in READ_KINDS for piece in cut(text, passage.span)
    ]
    if not pieces:
        return Reading((), (), ())
    plain = plain_text(text)
    model = load_model()
    with one_thread():
        docs = tuple(model.pipe((plain[p.start : p.end] for p in pieces), batch_size=_BATCH))
        mark_names(docs)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for piece, doc, words in zip(pieces, docs, load_lemmas().look_up(docs), strict=True):
        _add_sentences(doc, words, text, piece.start, tokens, sentences)
        names += _names(doc, piece.start)
    return Reading(tuple(tokens), tuple(sentences), tuple(names))


def plain_text(text: str) -> str:
    """Write a text with straight quotation marks and ordinary spaces, character for character."""
    return _RULE.sub(_blank, _ODD_SPACE.sub(" ", text.translate(_PLAIN)))


def _blank(run: re.Match[str]) -> str:
    return " " * len(run[0])


def cut(text: str, span: Span) -> Iterator[Span]:
    """Cut a very long passage into pieces the parser takes, at sentence ends where there are any.

    A piece has at most `LONGEST` characters; without a sentence end it is cut at a space, or anywhere.
    """
    start = span.start
    while span.end - start > LONGEST:
        end = _cutting_point(text, start, start + LONGEST)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _cutting_point(text: str, start: int, limit: int) -> int:
    ends = [m.end() for m in _SENTENCE_END.finditer(text, limit - LONGEST // 10, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + 1, limit)
    return space + 1 if space > start else limit


def _add_sentences(
    doc: "Doc",
    words: Sequence[tuple[str, str]],
    text: str,
    offset: int,
    tokens: list[Token],
    sentences: list[Sentence],
) -> None:
    """Add one piece's sentences; the parser's tokens for white space are left out."""
    string = doc.vocab.strings
    rows = doc.to_array(_COLUMNS)
    # Heads are counted from their token on; a negative number comes wrapped round.
    heads: list[int] = (rows[:, 0].astype(np.int64) + np.arange(len(rows))).tolist()
    is_space = rows[:, 1].tolist()
    place = list(accumulate((not space for space in is_space), initial=len(tokens)))
    first = len(tokens)
    for i, ((_, space, opens, at, length, tag, dep), (pos, lemma)) in enumerate(
        zip(rows.tolist(), words, strict=True)
    ):
        if opens == 1 and len(tokens) > first:
            sentences.append(Sentence(first, len(tokens)))
            first = len(tokens)
        if not space:
            span = Span(offset + at, offset + at + length)
            head = i if is_space[heads[i]] else heads[i]
            tokens.append(Token(span, span.words(text), lemma, pos, string[tag], string[dep], place[head]))
    if len(tokens) > first:
        sentences.append(Sentence(first, len(tokens)))


def _names(doc: "Doc", offset: int) -> Iterator[Name]:
    for entity in doc.ents:
        kind = _NAME_TYPES.get(entity.label_)
        if kind is not None:
            yield Name(Span(offset + entity.start_char, offset + entity.end_char), kind)
