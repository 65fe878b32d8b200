"""Finding the passages: what stands where in a report."""

from collections.abc import Iterator
from itertools import pairwise

from reportedly.passages.classify import Look, look, plain
from reportedly.passages.dateline import colon_length, dateline_length
from reportedly.passages.paragraph import paragraphs
from reportedly.passages.passage import Passage
from reportedly.passages.settle import settled
from reportedly.reports.report import PassageKind, Report
from reportedly.spans import Span, trimmed

# So many paragraphs into the body a bare "PORT SELE – " is still a dateline.
_EARLY = 3


def find_passages(report: Report) -> tuple[Passage, ...]:
    """Tell what stands where in a report, from the headline to the readers' comments.

    The passages tile the text: the first starts at 0, each where the one before ends, the last ends with
    the text; white space belongs to the paragraph before it. What a page's markup told is kept, and its
    body is looked at again. A text of white space only is one `body` passage, an empty text has none.
    """
    looks = tuple(_looks(report))
    starts = _starts(report.text, looks, settled(looks, page=bool(report.blocks)))
    if not starts:
        starts = [(0, "body")]
    starts[0] = (0, starts[0][1])
    ends = [start for start, _ in starts[1:]] + [len(report.text)]
    return tuple(
        Passage(kind, Span(start, end))
        for (start, kind), end in zip(starts, ends, strict=True)
        if start < end
    )


def _looks(report: Report) -> Iterator[Look]:
    for kind, stretch in _stretches(report):
        if kind == "body":
            yield from (look(paragraph) for paragraph in paragraphs(report.text, stretch))
        elif words := trimmed(report.text, stretch.start, stretch.end):
            yield Look(words, plain(words.words(report.text)), kind)


def _stretches(report: Report) -> Iterator[tuple[PassageKind, Span]]:
    """Give the stretches that the page's markup told, each up to the next; a plain text is one."""
    if not report.text:
        return
    if not report.blocks:
        yield "body", Span(0, len(report.text))
        return
    starts = [0, *(block.span.start for block in report.blocks[1:]), len(report.text)]
    for block, (start, end) in zip(report.blocks, pairwise(starts), strict=True):
        yield block.kind, Span(start, end)


def _starts(
    text: str, looks: tuple[Look, ...], kinds: tuple[PassageKind, ...]
) -> list[tuple[int, PassageKind]]:
    """Give each passage's first character, with a dateline parted from the paragraph it opens."""
    bodies = [one.span for one, kind in zip(looks, kinds, strict=True) if kind == "body"]
    datelines = _datelines([span.words(text) for span in bodies])
    lengths = {span.start: length for span, length in zip(bodies, datelines, strict=True) if length}
    starts: list[tuple[int, PassageKind]] = []
    for one, kind in zip(looks, kinds, strict=True):
        at = one.span.start
        if at in lengths:
            starts.append((at, "dateline"))
            at += lengths[at]
        starts.append((at, kind))
    return starts


def _datelines(bodies: list[str]) -> list[int]:
    """Count the characters of each body paragraph's dateline; "HALE:" is one only where it stands alone."""
    lengths: list[int] = []
    for at, words in enumerate(bodies):
        lengths.append(dateline_length(words, early=at < _EARLY and not any(lengths)))
    colons = [colon_length(words) for words in bodies]
    if not any(lengths) and sum(map(bool, colons)) == 1:
        lengths[:1] = colons[:1]
    return lengths
