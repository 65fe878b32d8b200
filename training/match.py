"""Which found statement answers which gold one, by the rules of the benchmark's scorer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportedly.spans import Span


class Parts(Protocol):
    """Anything with a source, a cue and a content in characters."""

    @property
    def source(self) -> tuple[Span, ...]:
        """The words that name who is credited."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """The words that attribute."""

    @property
    def content(self) -> tuple[Span, ...]:
        """What is attributed."""


@dataclass(frozen=True, slots=True)
class Match:
    """A gold attribution and the found one that answers it, by index; `whole` where source and cue meet
    too.
    """

    gold: int
    found: int
    whole: bool


def matches(gold: Sequence[Parts], found: Sequence[Parts]) -> tuple[Match, ...]:
    """Pair contents that share at least half of the longer one, the best first, one to one.

    A gold attribution without a source or cue asks for none.
    """
    golds = [_characters(one.content) for one in gold]
    founds = [_characters(one.content) for one in found]
    shares = sorted(
        (
            (len(a & b) / max(len(a), len(b)), i, j)
            for i, a in enumerate(golds) for j, b in enumerate(founds) if a & b
        ),
        reverse=True,
    )  # fmt: skip
    taken: dict[int, int] = {}
    for share, i, j in shares:
        if share >= 0.5 and i not in taken and j not in taken.values():
            taken[i] = j
    return tuple(Match(i, j, _meet(gold[i], found[j])) for i, j in sorted(taken.items()))


def _meet(gold: Parts, found: Parts) -> bool:
    pairs = ((gold.source, found.source), (gold.cue, found.cue))
    return all(not mine or bool(_characters(mine) & _characters(theirs)) for mine, theirs in pairs)


def _characters(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(span.start, span.end))
