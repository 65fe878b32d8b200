"""Markup: a page's tree cut into lines of text, each with the element that holds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree
from lxml.html import HtmlElement

_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|nobr|picture|q|rb"
    r"|rp|rt|ruby|s|samp|small|source|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_UNSEEN = re.compile(
    r"applet|audio|button|canvas|datalist|embed|frame|frameset|head|iframe|input|link|map|math|meta|noembed"
    r"|noframes|noscript|object|option|script|select|style|svg|template|textarea|title|video"
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASS = re.compile(
    r"(^|\s)(visually-?hidden|sr-only|screen-reader-text|element-invisible|off-?screen)(\s|$)"
)
_BREAK = "\n"
_SEAM = "\x1f"
_LONGEST_CELL = 80


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One run of text between two block tags: a paragraph, a list item, a caption.

    `linked` is the share of its characters that stand in links, 0 to 1. White space is single; a line
    break that the page sets stays one.
    """

    text: str
    holder: HtmlElement
    linked: float


def lines_of(tree: HtmlElement) -> list[Line]:
    """Cut a page into its lines in page order; scripts, styles and what is hidden give none."""
    lines = _Cutter().cut(tree)
    return [line for _, group in groupby(lines, _row_of) for line in _as_row(list(group))]


def _row_of(line: Line) -> HtmlElement | None:
    return next(line.holder.iterancestors("tr"), None) if line.holder.tag in ("td", "th") else None


def _as_row(lines: list[Line]) -> list[Line]:
    """Make the short cells of one table row one line, parted by tabs; longer ones stand alone."""
    row = _row_of(lines[0])
    if row is None or max(len(line.text) for line in lines) > _LONGEST_CELL:
        return lines
    linked = sum(line.linked * len(line.text) for line in lines) / sum(len(line.text) for line in lines)
    return [Line("\t".join(line.text for line in lines), row, linked)]


def squeezed(text: str) -> str:
    """Make each run of white space one space, and drop soft hyphens and zero-width marks."""
    return " ".join(re.sub("[\u00ad\u200b\u2060\ufeff]", "", text).split())


class _Cutter:
    """Walks a tree once, without recursion since pages nest deeply, and cuts at block tags."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool]] = []
        self._blocks: list[HtmlElement] = []
        self._links = 0
        self._set_lines = 0
        self._closed = False

    def cut(self, tree: HtmlElement) -> Iterator[Line]:
        walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
        unseen: HtmlElement | None = None
        for event, element in walk:
            if event == "start":
                if is_unseen(element):
                    walk.skip_subtree()
                    unseen = element
                else:
                    yield from self._enter(element)
            elif event == "end":
                if element is unseen:
                    unseen = None
                else:
                    yield from self._leave(element)
                self._add(element.tail if element is not tree else None)
            else:
                self._add(element.tail)

    def _enter(self, element: HtmlElement) -> Iterator[Line]:
        if not _INLINE.fullmatch(element.tag):
            yield from self._flush()
            self._blocks.append(element)
        elif self._closed:
            self._add(_SEAM, raw=True)
        self._links += element.tag == "a"
        self._set_lines += element.tag == "pre"
        self._add({"br": _BREAK, "q": "“"}.get(element.tag), raw=True)
        self._add(element.text)

    def _leave(self, element: HtmlElement) -> Iterator[Line]:
        self._links -= element.tag == "a"
        if element.tag == "q":
            self._add("”", raw=True)
        if not _INLINE.fullmatch(element.tag):
            yield from self._flush()
            self._blocks.pop()
        self._set_lines -= element.tag == "pre"
        self._closed = True

    def _add(self, text: str | None, raw: bool = False) -> None:
        if text:
            kept = text if raw or self._set_lines else re.sub(r"\s", " ", text)
            self._pieces.append((kept, self._links > 0))
            self._closed = False

    def _flush(self) -> Iterator[Line]:
        """Give what has gathered since the last block tag; two line breaks part paragraphs."""
        whole = _without_seams("".join(text for text, _ in self._pieces))
        linked = sum(len(text.strip()) for text, is_link in self._pieces if is_link)
        self._pieces = []
        if not whole.strip():
            return
        share = min(1.0, linked / len(whole.strip()))
        for paragraph in re.split(r"\n\s*\n", whole):
            text = "\n".join(filter(None, map(squeezed, paragraph.split(_BREAK))))
            if text:
                yield Line(text, self._blocks[-1], share)


def _without_seams(text: str) -> str:
    """Part words that stand in two elements side by side, as pages do by style: `Ana Belo` `3 June`."""
    first, *others = text.split(_SEAM)
    for other in others:
        apart = first[-1:].islower() and (other[:1].isupper() or other[:1].isdigit())
        first += f" {other}" if apart else other
    return first


def is_unseen(element: HtmlElement) -> bool:
    """Tell whether a browser would not show the element as text."""
    return (
        bool(_UNSEEN.fullmatch(element.tag))
        or "hidden" in element.attrib
        or bool(_UNSEEN_STYLE.search(element.get("style", "")))
        or bool(_UNSEEN_CLASS.search(element.get("class", "")))
    )
