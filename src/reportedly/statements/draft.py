"""A draft: an attribution as a finder sees it, before its details are filled in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.spans import Span
from reportedly.statements.cues import Cue
from reportedly.statements.scene import Scene

Pattern = Literal["quotation", "clause", "noun", "adjective", "according", "turn"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Who is credited, by which words, with what; `anchor` is the token that the cue stands at."""

    cue: Cue
    anchor: int
    source: tuple[Span, ...]
    words: tuple[Span, ...]
    content: tuple[Span, ...]
    pattern: Pattern
    via: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    occasion: Span | None = None

    def with_more(self, text: str, more: Iterable[Span]) -> "Draft":
        """Give the draft with more content."""
        return replace(self, content=joined(text, (*self.content, *more)))


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spans in order and join those that meet or have only a comma or the like between them."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and _near(text, found[-1].end, span.start):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _near(text: str, end: int, start: int) -> bool:
    return start <= end + 3 and not text[end:start].strip(", ;:—–-")


def whole_quotations(
    scene: Scene, tokens: Iterable[int], anchor: int, beside: Mapping[int, int]
) -> tuple[Span, ...]:
    """Turn content tokens into spans, in which a quotation that they touch comes whole.

    Tokens in a quotation that stands `beside` another verb than the one at `anchor` do not count.
    """
    kept = [token for token in tokens if beside.get(scene.inside[token], anchor) == anchor]
    touched = {scene.inside[token] for token in kept} - {-1}
    spans = [*scene.spans(kept), *(scene.quotations[q].span for q in touched)]
    return joined(scene.text, spans)
