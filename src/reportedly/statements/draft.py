"""A draft: a frame in characters of the report, before its details are filled in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.spans import Span, trimmed
from reportedly.statements.frame import Frame
from reportedly.statements.quotes import MARKS
from reportedly.statements.words import Word

LOOSE = ",.;:—–-…"


@dataclass(frozen=True, slots=True)
class Draft:
    """Who is credited, by which words, with what, how sure that is, and whom the cue names as its carrier."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    carrier: tuple[Span, ...] = ()

    def with_more(self, text: str, more: Iterable[Span]) -> "Draft":
        """Give the draft with more content."""
        return replace(self, content=joined(text, (*self.content, *more)))


def draft(text: str, words: Sequence[Word], frame: Frame, confidence: float) -> Draft:
    """Turn a frame's words into spans, without loose punctuation at their ends."""

    def spans(*found: tuple[int, int] | None, loose: str = LOOSE) -> tuple[Span, ...]:
        whole = (Span(words[run[0]].span.start, words[run[1] - 1].span.end) for run in found if run)
        kept = (trimmed(text, span.start, span.end, loose) for span in whole)
        return tuple(_with_dot(text, span) for span in kept if span)

    # A cue may be nothing but a colon or a dash.
    cue = spans(frame.cue, loose=LOOSE + MARKS) or (
        Span(words[frame.cue[0]].span.start, words[frame.cue[1] - 1].span.end),
    )
    return Draft(spans(frame.source), cue, joined(text, spans(*frame.content)), confidence)


def _with_dot(text: str, span: Span) -> Span:
    """Give an abbreviation at the end its last dot back: *in the U.K.*."""
    cut = text[span.end - 2 : span.end + 1]
    dotted = len(cut) == 3 and cut[0] == cut[2] == "." and cut[1].isupper()
    return Span(span.start, span.end + dotted)


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
