"""The words of a report as the marker reads them: cut into pieces, with what the pieces do not tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tokenizers import Tokenizer

from reportedly.language.parse import READ_KINDS, plain_text
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.quotes import Quotation

MOST_PIECES = 254
_ENDS = ".?!"
# Numbers of the vocabulary: what stands before a stretch, what after each passage, and a colon.
FIRST, PART, COLON = 101, 102, 1024

Mark = Literal[0, 1, 2, 3]
Case = Literal[0, 1, 2]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a report.

    `pieces` are its word pieces (WordPiece: Schuster and Nakajima, 2012) as numbers of the vocabulary,
    which knows no capitals. `mark` tells where it stands to the outermost quotation marks: 0 outside, 1 the
    opening mark, 2 inside, 3 the closing mark. `case` is 0 for lower case, 1 for a capital first letter, 2
    for capitals. `passage` is the index of its passage.
    """

    span: Span
    pieces: tuple[int, ...]
    mark: Mark
    case: Case
    passage: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Passages of a report that are read together: their words in order, each passage whole where it fits."""

    words: tuple[Word, ...]

    def arrays(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Give the pieces with their marks and cases, and where among them each word's first one is."""
        pieces, firsts = [FIRST], []
        marks, cases = [0], [0]
        for at, word in enumerate(self.words):
            firsts.append(len(pieces))
            more = word.pieces
            last = at + 1 == len(self.words) or self.words[at + 1].passage != word.passage
            pieces += (*more, PART) if last else more
            marks += [word.mark] * len(more) + [0] * last
            cases += [word.case] * len(more) + [0] * last
        return pieces, marks, cases, firsts


def stretches(
    text: str, passages: Sequence[Passage], quotations: Sequence[Quotation], tokenizer: Tokenizer
) -> Iterator[Stretch]:
    """Give a report's words in stretches of at most `MOST_PIECES` pieces, passages parted by one more.

    A passage that is longer is cut after the last sentence that fits; one that ends with a colon stays with
    the next. Only passages that can hold a statement are read; the stretches, and so all that is made of
    them, depend on nothing outside the report.
    """
    here: list[list[Word]] = []
    for at, passage in enumerate(passages):
        if passage.kind not in READ_KINDS:
            continue
        for part in _parts(text, _words(text, at, passage.span, quotations, tokenizer)):
            if here and _size(here) + _size([part]) > MOST_PIECES + 2:
                leads_on = len(here) > 1 and text[here[-1][-1].span.start] == ":"
                carried = [here.pop()] if leads_on else []
                yield Stretch(tuple(word for part in here for word in part))
                here = carried
            here.append(part)
    if here:
        yield Stretch(tuple(word for part in here for word in part))


def _size(parts: Sequence[Sequence[Word]]) -> int:
    return sum(1 + sum(len(word.pieces) for word in part) for part in parts)


def _words(
    text: str, passage: int, span: Span, quotations: Sequence[Quotation], tokenizer: Tokenizer
) -> list[Word]:
    # Curly, straight and angled marks are one to the encoder: `mark` tells which open and which close.
    encoded = tokenizer.encode(plain_text(span.words(text)), add_special_tokens=False)
    grouped: list[tuple[int, int, list[int]]] = []
    last = None
    for piece, (start, end), word in zip(encoded.ids, encoded.offsets, encoded.word_ids, strict=True):
        if word == last:
            grouped[-1] = (grouped[-1][0], end, [*grouped[-1][2], piece])
        else:
            grouped.append((start, end, [piece]))
        last = word
    places = ((Span(span.start + a, span.start + b), tuple(pieces)) for a, b, pieces in grouped if a < b)
    marks = _Marks(quotations)
    return [
        Word(place, pieces, marks.at(place.start), _case(place.words(text)), passage)
        for place, pieces in places
    ]


class _Marks:
    """Where places, asked for in text order, stand to the quotations."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._waiting = iter(quotations)
        self._one = next(self._waiting, None)

    def at(self, place: int) -> Mark:
        while self._one is not None and self._one.span.end <= place:
            self._one = next(self._waiting, None)
        if self._one is None or place < self._one.span.start:
            return 0
        return 1 if place < self._one.inner.start else 3 if place >= self._one.inner.end else 2


def _case(word: str) -> Case:
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[0].isupper() else 0


def _parts(text: str, words: list[Word]) -> Iterator[list[Word]]:
    """Cut a passage's words into parts that fit, after a sentence's end where there is one."""
    while words:
        fit = _how_many_fit(words)
        if fit < len(words):
            ends = (i for i in range(fit - 1, fit // 2 - 1, -1) if text[words[i].span.start] in _ENDS)
            fit = next(ends, fit - 1) + 1
        yield words[:fit]
        words = words[fit:]


def _how_many_fit(words: list[Word]) -> int:
    size = 0
    for at, word in enumerate(words):
        size += len(word.pieces)
        if size > MOST_PIECES:
            return max(at, 1)
    return len(words)
