"""What the finders look at: one report's text, parse and quotation marks, side by side."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reportedly.language.reading import Reading, Token
from reportedly.language.tree import Tree, grow_tree
from reportedly.passages.passage import Passage
from reportedly.spans import Span, trimmed
from reportedly.statements.quotes import Quotation, find_quotations

LOOSE = ",.;:—–-…"


@dataclass(frozen=True, slots=True)
class Scene:
    """A report's text with its parse and quotations.

    `inside` gives for each token the index of the quotation that it stands in, or -1; `passage` the
    index of its passage; `sentence` the index of its sentence. `people` are the persons' names.
    """

    text: str
    passages: tuple[Passage, ...]
    tree: Tree
    quotations: tuple[Quotation, ...]
    inside: tuple[int, ...]
    passage: tuple[int, ...]
    sentence: tuple[int, ...]
    people: frozenset[Span]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The report's tokens."""
        return self.tree.tokens

    def spans(self, found: Collection[int]) -> tuple[Span, ...]:
        """Turn tokens into spans, in order and apart; loose punctuation at the ends is left out."""
        whole = (trimmed(self.text, run.start, run.end, LOOSE) for run in self._runs(sorted(found)))
        return tuple(span for span in whole if span)

    def passage_at(self, character: int) -> int:
        """Give the index of the passage that holds a character."""
        return bisect_right(self.passages, character, key=lambda passage: passage.span.start) - 1

    def _runs(self, found: Sequence[int]) -> Iterator[Span]:
        """Join neighbouring tokens; punctuation between two of them does not part them."""
        start = last = -1
        for token in found:
            if start >= 0 and not self._only_punctuation(last + 1, token):
                yield Span(self.tokens[start].span.start, self.tokens[last].span.end)
                start = -1
            start = token if start < 0 else start
            last = token
        if start >= 0:
            yield Span(self.tokens[start].span.start, self.tokens[last].span.end)

    def _only_punctuation(self, first: int, last: int) -> bool:
        return last - first <= 3 and all(self.tokens[i].pos == "PUNCT" for i in range(first, last))


def set_scene(text: str, passages: Sequence[Passage], reading: Reading) -> Scene:
    """Bring text, parse and quotation marks together, in one walk over each."""
    quotations = find_quotations(text, passages)
    return Scene(
        text,
        tuple(passages),
        grow_tree(reading),
        quotations,
        tuple(_places(reading.tokens, [q.span for q in quotations])),
        tuple(_places(reading.tokens, [p.span for p in passages])),
        tuple(i for i, s in enumerate(reading.sentences) for _ in range(s.first, s.last)),
        frozenset(name.span for name in reading.names if name.type == "person"),
    )


def _places(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[int]:
    """Tell for each token the index of the span that it starts in, or -1; both stand in order."""
    at = 0
    for token in tokens:
        while at < len(spans) and spans[at].end <= token.span.start:
            at += 1
        yield at if at < len(spans) and spans[at].start <= token.span.start else -1
