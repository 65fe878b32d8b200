"""A report's words as they are compared: folded, in order, each with its place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate

from reportedly.language.parse import READ_KINDS
from reportedly.mentions.names import fold
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.quotes import find_quotations

_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)[^\W_]+|['’][^\W_]+)*")

_LONGEST_QUOTATION = 80


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report's own text: headline, body and captions, without what is set aside.

    `folded` are written without case and accents; `spans` count characters of the report's text; `own`
    tells which stand outside quotation marks and in no stock phrase, so that sharing them tells of a copy;
    `block` numbers the stretches of text that something set aside stands between; `named` tells numbers and
    words with a capital.
    """

    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    own: tuple[bool, ...]
    block: tuple[int, ...]
    named: tuple[bool, ...]

    def hull(self, first: int, last: int) -> Span:
        """Give the stretch of the text from one word up to, not including, another."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


def words_of(text: str, passages: Sequence[Passage]) -> Words:
    """Take a report's text apart into the words that can be compared with another's."""
    set_aside = accumulate(passage.kind not in READ_KINDS for passage in passages)
    found = [
        (Span(match.start(), match.end()), block)
        for passage, block in zip(passages, set_aside, strict=True)
        if passage.kind in READ_KINDS
        for match in _WORD.finditer(text, passage.span.start, passage.span.end)
    ]
    spans = tuple(span for span, _ in found)
    folded = tuple(fold(span.words(text)) for span in spans)
    own = [True] * len(spans)
    for first, last in (*_quoted(text, passages, spans), *_stock(folded)):
        own[first:last] = [False] * (last - first)
    named = tuple(text[span.start].isupper() or text[span.start].isdigit() for span in spans)
    return Words(folded, spans, tuple(own), tuple(block for _, block in found), named)


def _quoted(text: str, passages: Sequence[Passage], spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Give the words inside quotation marks, from one up to another.

    Where a mark is missing there are none; very long quotations are mostly marks paired wrongly.
    """
    for quotation in (one for one in find_quotations(text, passages) if one.marks is None):
        first = bisect_left(spans, quotation.span.start, key=lambda span: span.start)
        last = bisect_left(spans, quotation.span.end, key=lambda span: span.start)
        if first < last <= first + _LONGEST_QUOTATION:
            yield first, last


def _stock(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the words of phrases that every report may use, from one up to another."""
    line = " ".join(folded)
    starts = list(accumulate((len(word) + 1 for word in folded), initial=0))
    for match in _phrases().finditer(line):
        yield bisect_left(starts, match.start()), bisect_left(starts, match.end())


@cache
def _phrases() -> re.Pattern[str]:
    text = resources.files("reportedly.comparison").joinpath("stock.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(lines)})\b")


def count_words(words: str) -> int:
    """Count words as they are compared."""
    return sum(1 for _ in _WORD.finditer(words))
