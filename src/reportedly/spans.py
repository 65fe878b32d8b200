"""Spans: where words stand in a report's text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text, so that every line can be pointed at.

    Half-open, `start` to `end`, counted in Unicode characters of the text (not bytes). Never empty:
    a span that holds nothing raises ValueError. `Span(0, 3).words("She said") == "She"`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def words(self, text: str) -> str:
        """Give back the words that stand here in the text."""
        return text[self.start : self.end]

    def cut(self, words: str, part: "Span") -> str:
        """Give the words of a part of this stretch, out of those that stand here."""
        return words[part.start - self.start : part.end - self.start]

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, start: int, end: int, marks: str = "") -> Span | None:
    """Shrink a stretch until it neither begins nor ends with white space or one of the marks.

    Gives None where nothing is left, since a span is never empty.
    """
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end) if start < end else None


def hull(spans: Iterable[Span]) -> Span:
    """Give the one span from the first character of the spans to the last."""
    found = tuple(spans)
    return Span(min(s.start for s in found), max(s.end for s in found))
