"""A report that says it first appeared elsewhere: its own date tells nothing of "on Tuesday"."""

import re
from functools import lru_cache

from reportedly.dates.dating import Dating
from reportedly.dates.days import find_days
from reportedly.spans import Span

_NOTE = re.compile(
    r"(?i)\b(?:(?:this|the) (?:article|story|piece|report|post|essay|column|interview)"
    r"(?: was| is| has)?(?: been)? )?"
    r"(?:(?:first|originally|previously) (?:appeared|published|posted|ran|printed)|"
    r"re-?printed|re-?published|re-?posted|cross-?posted)"
    r" (?:in|at|by|on|from|with)\b[^\n]*"
)


# One, for every statement of a report asks.
@lru_cache(maxsize=1)
def anchor_of(text: str, published: Dating | None) -> Dating | None:
    """Give the day from which a report's weekdays count: its own, or that of the report that it reprints.

    "This article first appeared in the Harbour Times on 3 June 2021" counts from that day, with the note
    as evidence; a note without a whole day settles nothing, so nothing can be counted.
    """
    note = note_of(text)
    if note is None:
        return published
    for day in find_days(text, note):
        if day.edtf:
            return Dating(day.edtf, day.span.words(text), "printed", (note,))
    return None


def note_of(text: str) -> Span | None:
    """Give the words by which a report says that it first appeared elsewhere, to the end of their line."""
    found = (match for match in _NOTE.finditer(text) if _opens_line(text, match.start()))
    return next((Span(*match.span()) for match in found), None)


def _opens_line(text: str, start: int) -> bool:
    """Tell a note from a story about a book that "first appeared in 1961": it begins its own line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not any(mark.isalnum() for mark in line)
