"""A paragraph: words that stand together, before anybody asks what kind they are."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.passages.phrases import is_furniture
from reportedly.passages.printed import HANGING, STAMP
from reportedly.spans import Span, trimmed

_ENDED = re.compile(r"[.!?:;…*][\W_]*$")
_BULLET = re.compile(r"[•●▪‣◦]|[-–—*]\s")
_DASH = re.compile(r"[-–—]\s")
_HEADING = re.compile(r"#{1,6}\s")
# Marks that are neither white space nor words: byte-order mark, zero-width space, word joiner.
_INVISIBLE = "\ufeff\u200b\u2060"
# How a paragraph ends is read from so many characters.
TAIL = 40
# Shorter lines that run on are headlines and form rows more often than prose.
_SHORTEST_PROSE = 40
# Lines of a proportional font differ by this much and still fill the column.
_FULL = 0.8
# Longer lines are nobody's page header.
_LONGEST_HEADER = 100


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph's words stand; `furniture` where it is a page's header, footer or number."""

    span: Span
    words: str
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank; `apart` where a blank line or a page's end stands before it."""

    span: Span
    words: str
    indent: int
    apart: bool
    furniture: bool = False


def paragraphs(text: str, within: Span) -> tuple[Paragraph, ...]:
    """Split a stretch of text into paragraphs, however it was pasted.

    Blank lines part paragraphs, and so does every line end where lines are not wrapped; a paragraph
    that breaks off in mid-sentence goes on in the next, over a blank line or a page's end. They come
    in order, lie apart, and each begins and ends on a letter or mark.
    """
    lines = _lines(text, within)
    width = _column(lines)
    if width is not None or "\f" in text:
        lines = _with_headers(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _runs_on(groups[-1], line, width, first=len(groups) == 1):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_paragraph(text, group) for group in groups)


def _paragraph(text: str, lines: list[_Line]) -> Paragraph:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Paragraph(span, span.words(text), lines[0].furniture)


def _lines(text: str, within: Span) -> tuple[_Line, ...]:
    found: list[_Line] = []
    at, apart = within.start, True
    for raw in within.words(text).splitlines(keepends=True):
        span = trimmed(text, at, at + len(raw), _INVISIBLE)
        if span:
            words = span.words(text)
            found.append(_Line(span, words, span.start - at, apart, is_furniture(words)))
        apart = span is None or raw.endswith("\f")
        at += len(raw)
    return tuple(found)


def _with_headers(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """Mark the short lines that come back on page after page, but for the numbers in them.

    The text's first line may be its headline, which comes back too; a printed date tells it apart.
    """
    times = Counter(_mould(line) for line in lines)
    return tuple(
        replace(line, furniture=True)
        if times[_mould(line)] > 1 and _may_be_header(line) and (at > 0 or STAMP.match(line.words))
        else line
        for at, line in enumerate(lines)
    )


def _mould(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.words)


def _may_be_header(line: _Line) -> bool:
    return len(line.words) <= _LONGEST_HEADER and " " in line.words and not _ended(line)


def _column(lines: tuple[_Line, ...]) -> int | None:
    """Tell how wide the column is, in characters, where a program wrapped the lines; else None."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.apart]
    wrapped = sorted(len(a.words) for a, b in pairs if _breaks_off(a, b) and len(a.words) <= 140)
    if len(wrapped) < 2 or len(wrapped) * 5 < len(pairs):
        return None
    return wrapped[len(wrapped) * 4 // 5]


def _ended(line: _Line) -> bool:
    return bool(_ENDED.search(line.words[-TAIL:]))


def _breaks_off(line: _Line, following: _Line) -> bool:
    """Tell whether a line stops in mid-sentence and the following goes on in lower case."""
    return len(line.words) >= _SHORTEST_PROSE and not _ended(line) and following.words[0].islower()


def _runs_on(group: list[_Line], following: _Line, width: int | None, *, first: bool) -> bool:
    line = group[-1]
    if any(one.furniture or _HEADING.match(one.words) for one in (line, following)):
        return False
    if _begins_item(line, following):
        return False
    if _breaks_off(line, following):
        # the text's first paragraph may be a headline, which has no end mark either
        return not (first and following.apart) or bool(HANGING.search(line.words))
    if width is None or not _fills(line, following, width):
        return False
    return not following.apart or (not _ended(line) and _is_paragraph(group))


def _is_paragraph(group: list[_Line]) -> bool:
    """Tell whether lines read as the beginning of prose, so that a page's end may stand in them."""
    return len(group) > 1 or bool(HANGING.search(group[-1].words))


def _begins_item(line: _Line, following: _Line) -> bool:
    """Tell whether a list's item begins; a dash after an unfinished line is the sentence's own."""
    if _DASH.match(following.words):
        return _ended(line)
    return bool(_BULLET.match(following.words))


def _fills(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether a wrapped line is full, so that what follows belongs to the same paragraph."""
    if len(line.words) > width * 1.4 or following.indent > line.indent + 1:
        return False
    if len(line.words) + 1 + len(following.words.split()[0]) >= _FULL * width:
        return True
    return not _ended(line) and following.words[0].islower()
