"""Examples: stretches of reports as the product reads them, labelled with what people marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from reportedly.passages.find import find_passages
from reportedly.spans import Span
from reportedly.statements.quotes import find_quotations
from reportedly.statements.words import Stretch, stretches
from training.corpus import Attribution, Text

NONE, SOURCE, CUE, CONTENT = 0, 1, 3, 5


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution in words of its stretch; `source` and `content` are runs, in order."""

    cue: range
    source: tuple[range, ...]
    content: tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A stretch with its attributions, and each word's part in them: none, or begin and middle of three
    parts.
    """

    stretch: Stretch
    gold: tuple[Gold, ...]
    parts: tuple[int, ...]


def examples(texts: Sequence[Text], tokenizer: Tokenizer) -> Iterator[Example]:
    """Label every stretch of every text. An attribution without a cue, or parted from it, is left out."""
    for text in texts:
        passages = find_passages(text.report)
        quotations = find_quotations(text.report.text, passages)
        for stretch in stretches(text.report.text, passages, quotations, tokenizer):
            yield _example(stretch, text.attributions)


def _example(stretch: Stretch, attributions: Sequence[Attribution]) -> Example:
    starts = [word.span.start for word in stretch.words]
    ends = [word.span.end for word in stretch.words]

    def run(span: Span) -> range:
        return range(bisect_right(ends, span.start), bisect_left(starts, span.end))

    gold = []
    for one in attributions:
        cues = [found for span in one.cue[:1] if (found := run(span))]
        content = tuple(found for span in one.content if (found := run(span)))
        if cues and content:
            gold.append(Gold(cues[0], tuple(found for span in one.source if (found := run(span))), content))
    return Example(stretch, tuple(gold), tuple(_parts(len(starts), gold)))


def _parts(length: int, gold: Sequence[Gold]) -> list[int]:
    parts = [NONE] * length
    for one in gold:
        for first, runs in ((SOURCE, one.source), (CONTENT, one.content), (CUE, (one.cue,))):
            for run in runs:
                for at in run:
                    parts[at] = first + (at > run.start)
    return parts
