"""A passage: a stretch of a report of one kind."""

from dataclasses import dataclass

from reportedly.reports.report import PassageKind
from reportedly.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report of one kind, one paragraph or block long.

    The passages of a report stand in order and tile its text: every character belongs to exactly
    one. White space after a paragraph belongs to the paragraph before it.
    """

    kind: PassageKind
    span: Span
