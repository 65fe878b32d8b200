"""Pages: a web page's article, composed once from its markup."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from itertools import groupby

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from resiliparse.parse.encoding import detect_encoding
from trafilatura import bare_extraction

from reportedly.errors import UnreadableError
from reportedly.reports.column import Kept, article_lines, short_body
from reportedly.reports.markup import Line, lines_of
from reportedly.reports.metadata import page_details
from reportedly.reports.report import Block, Original, Problem, Report
from reportedly.reports.text import Decoded, decoded
from reportedly.reports.version import READER
from reportedly.spans import Span

_MADE_BY = f"{READER} trafilatura {version('trafilatura')}"
_MOST_ELEMENTS = 100_000
# Reading takes time by the sum of how deep each tag stands.
_MOST_DEPTHS = 4_000_000
_BLANK_LINE = "\n\n"
_PARSER = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def read_page(original: Original) -> Report:
    """Read a page's article: headline, byline, body, captions, set-aside blocks, comments, in page order.

    Menus, footers and the like are left out and counted in lines. Raises UnreadableError: `empty`,
    `not-page`, `no-text`, `too-large`, `encoding`.
    """
    found = _page_source(original)
    tree = _tree(found.text)
    details = page_details(tree, original.url)
    lines = lines_of(tree)
    kept = article_lines(lines, _main_text(tree, lines), details.headline or "")
    text, blocks = _composed(kept)
    printed = next((one.line.text for one in kept if one.kind == "headline"), None)
    return Report(
        sha256=hashlib.sha256(original.data).hexdigest(),
        media="html",
        text=text,
        blocks=blocks,
        metadata=replace(details, headline=printed or details.headline),
        sheet=original.sheet,
        left_out=len(lines) - len(kept),
        problems=(Problem("encoding", original.place.name, found.doubt),) if found.doubt else (),
        made_by=_MADE_BY,
    )


def _page_source(original: Original) -> Decoded:
    """Decode a page as its server, its byte-order mark or its own markup says, else as it looks."""
    data = original.data
    if not data.strip():
        raise UnreadableError("empty", "The file is empty; save it again.")
    found = decoded(data, original.charset or detect_encoding(data, from_html_meta=True))
    if "\x00" in found.text or "<" not in found.text:
        raise UnreadableError(
            "not-page", "The file is named as a page but holds something else, a picture perhaps."
        )
    return found


def _tree(source: str) -> HtmlElement:
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=_PARSER)
    except etree.ParserError as fault:
        raise UnreadableError("no-text", "The page holds no text.") from fault
    _check_size(tree)
    return tree


def _check_size(tree: HtmlElement) -> None:
    """Raise UnreadableError where a page has more elements, or deeper ones, than could be read in time."""
    elements = depth = depths = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        depths += depth
        if elements > _MOST_ELEMENTS or depths > _MOST_DEPTHS:
            raise UnreadableError("too-large", "The page has too many elements to be read; cut it down.")


def _main_text(tree: HtmlElement, lines: Sequence[Line]) -> str:
    """Find the words of the article itself, without comments; on a short page, all of its sentences."""
    found = bare_extraction(tree, with_metadata=False, include_comments=True)
    return getattr(found, "text", None) or short_body(lines)


def _composed(kept: Sequence[Kept]) -> tuple[str, tuple[Block, ...]]:
    """Join lines by blank lines into one text, with a block for each.

    The lines of one comment, byline, notice or author's box are one block together.
    """
    text, blocks = "", []
    for group in _grouped(kept):
        start = len(text)
        between = _BLANK_LINE if group[0].kind in ("about", "comment") else "\n"
        text += between.join(one.line.text for one in group)
        blocks.append(Block(group[0].kind, Span(start, len(text))))
        text += _BLANK_LINE
    return text.removesuffix(_BLANK_LINE), tuple(blocks)


def _grouped(kept: Iterable[Kept]) -> Iterator[list[Kept]]:
    for (_, item), together in groupby(kept, key=lambda one: (one.kind, one.item)):
        group = list(together)
        yield from [[one] for one in group] if item is None else [group]
