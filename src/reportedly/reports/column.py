"""The column: what of a page is the article, and what kind each of its lines is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from reportedly.errors import UnreadableError
from reportedly.reports.hints import around_of, comment_item, hinted_kind, hinting_element, is_outside
from reportedly.reports.markup import Line
from reportedly.reports.report import PassageKind

_SHINGLE = 4
_MOST = 0.9
_HALF = 0.5
_LINK_LIST = 0.6
_ALL_LINK = 0.95
# A letter of a script without spaces counts as a word.
_WORD = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]|[^\W\u3040-\u9fff\uac00-\ud7af]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_PROSE_WORDS = 8
_SAME_TITLE = 0.8
_CREDIT = re.compile(r"(?i)\((?:image|photo|picture|credit|file)\b|\bfile photo\b|^©|\bphoto(?:graph)? by\b")
_BUTTON = re.compile(
    r"(?:share|tweet|facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|print|copy link"
    r"|comments?|view author archive|get author rss feed|email the author|follow(?: on \w+)?|\W|\d)*",
    re.IGNORECASE,
)
_TOGETHER = ("byline", "about", "notice")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A line that belongs to the article, and its kind; `item` is what it is part of: a comment, a byline."""

    line: Line
    kind: PassageKind
    item: HtmlElement | None = None


def article_lines(lines: Sequence[Line], body: str, title: str) -> list[Kept]:
    """Pick the article's lines out of a page's, in page order, and tell the kind of each.

    `body` is the main text as an extractor found it, `title` the page's own title. All that stands in
    the column that holds the body is kept; of what stands around, only headline, byline and comments.
    """
    in_body = _in_body(lines, body)
    if not any(in_body):
        in_body = _in_body(lines, short_body(lines))
    if all(_is_menu(line) for line, taken in zip(lines, in_body, strict=True) if taken):
        raise UnreadableError("no-text", "The page holds no article, only menus and the like.")
    page = _Page(lines, in_body, title)
    return [kept for at in range(len(lines)) if (kept := page.kept(at))]


def short_body(lines: Sequence[Line]) -> str:
    """Give the sentences of a page that is too short for an extractor: those of its article, or all."""
    for tag in ("article", "main", "body"):
        prose = [line.text for line in lines if _is_prose(line) and _is_within(line, tag)]
        if prose:
            return "\n".join(prose)
    return ""


def _is_within(line: Line, tag: str) -> bool:
    """Tell whether a line stands in such an element and in no menu or the like below it."""
    around = list(around_of(line.holder))
    tags = [element.tag for element in around]
    return tag in tags and not is_outside(around[: tags.index(tag)])


def _is_menu(line: Line) -> bool:
    return any(element.tag in ("nav", "footer") for element in around_of(line.holder))


def _in_body(lines: Sequence[Line], body: str) -> list[bool]:
    """Tell of each line whether the extractor took it: most of its runs of four words stand in the body."""
    known = {words for line in body.splitlines() for words in _shingles(line)}
    return [_share(_shingles(line.text), known) > _HALF for line in lines]


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    if not words:
        return []
    return [tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))]


def _share(shingles: Sequence[tuple[str, ...]], known: set[tuple[str, ...]]) -> float:
    return sum(one in known for one in shingles) / len(shingles) if shingles else 0.0


class _Page:
    """A page's lines with where its article stands among them."""

    def __init__(self, lines: Sequence[Line], in_body: Sequence[bool], title: str) -> None:
        self.lines = lines
        self.in_body = in_body
        self.held = _held(line for line, taken in zip(lines, in_body, strict=True) if taken)
        self.all = max(map(len, self.held.values()))
        self.column = self._column()
        inside = [at for at, line in enumerate(lines) if self.column in around_of(line.holder)]
        self.first, self.last = inside[0], inside[-1]
        self.body_start = next(at for at in inside if in_body[at])
        self.headline = self._headline(title)
        self.body_parents = {lines[at].holder.getparent() for at in inside if in_body[at]}

    def _column(self) -> HtmlElement:
        """Find the deepest element that holds nearly all of the body's words."""
        return max((e for e, words in self.held.items() if len(words) >= _MOST * self.all), key=_depth)

    def _headline(self, title: str) -> int | None:
        """Find the headline among the lines up to the body's middle: the title's words, best as an h1."""
        taken = [at for at, is_body in enumerate(self.in_body) if is_body]
        wanted = set(_WORD.findall(title.lower()))
        alike = {at: _alike(self.lines[at].text, wanted) for at in range(taken[len(taken) // 2] + 1)}
        tops = [at for at in alike if any(e.tag == "h1" for e in around_of(self.lines[at].holder))]
        same = [at for at in alike if alike[at] >= _SAME_TITLE]
        best = [at for at in tops if at in same] or same or [at for at in tops if at <= self.body_start]
        return max(best, key=lambda at: (alike[at], at), default=None)

    def kept(self, at: int) -> Kept | None:
        """Give a line with its kind, or None where it is no part of the article."""
        line = self.lines[at]
        if at == self.headline:
            return Kept(line, "headline")
        around = self._around(line)
        item = comment_item(around)
        if item is not None:
            return Kept(line, "comment", item)
        if self._belongs(at, around):
            kind = self._kind(at, around)
            part_of = hinting_element(around, kind) if kind in _TOGETHER else None
            return Kept(line, kind, part_of)
        return None

    def _belongs(self, at: int, around: Sequence[HtmlElement]) -> bool:
        """Tell whether a line stands in the column, above it under the headline, or strayed from it.

        Menus and the like are left out there too, but no sentence that stands in the column.
        """
        start = self.first if self.headline is None else self.headline
        inside = self.first <= at <= self.last
        if inside and (self.in_body[at] or _is_prose(self.lines[at])):
            return True
        if start <= at <= self.last and not is_outside(around):
            return True
        return self._is_stray(at) or (at > self.last and hinted_kind(around) == "about")

    def _is_stray(self, at: int) -> bool:
        """Tell whether the extractor took a line whose words do not stand in the column."""
        known = self.held[self.column]
        return self.in_body[at] and _share(_shingles(self.lines[at].text), known) <= _HALF

    def _around(self, line: Line) -> list[HtmlElement]:
        """Give the elements around a line, inner first, up to one that holds half of the body."""
        around = []
        for element in around_of(line.holder):
            if len(self.held.get(element, ())) >= _HALF * self.all:
                break
            around.append(element)
        return around

    def _kind(self, at: int, around: Sequence[HtmlElement]) -> PassageKind:
        line, hint = self.lines[at], hinted_kind(around)
        if hint == "byline" and (_is_prose(line) or _BUTTON.fullmatch(line.text)):
            hint = None
        if hint == "about" and at < self.body_start and not _is_prose(line):
            hint = "byline"
        if self.in_body[at]:
            return self._kind_in_body(at, hint)
        return hint or self._kind_by_shape(at)

    def _kind_in_body(self, at: int, hint: PassageKind | None) -> PassageKind:
        """Trust the extractor on sentences, and the markup on captions, buttons and the like."""
        if self.headline is not None and at < self.headline:
            return "notice"
        line = self.lines[at]
        if hint in ("caption", "about") or (hint in ("notice", "teaser") and not _is_prose(line)):
            return hint
        is_pointer = line.linked > _ALL_LINK and line.holder.tag == "p" and not _is_prose(line)
        return "teaser" if is_pointer else "body"

    def _kind_by_shape(self, at: int) -> PassageKind:
        """Judge a line that its markup tells nothing of: prose among the body's paragraphs is body too.

        So is prose under the headline, the standfirst.
        """
        line = self.lines[at]
        if line.linked > _LINK_LIST:
            return "teaser"
        if self.headline is not None and self.headline < at < self.body_start and _is_prose(line):
            return "body"
        if _CREDIT.search(line.text):
            return "caption"
        among = line.holder.getparent() in self.body_parents or _is_quoted(line)
        return "body" if among and (line.holder.tag in _HEADINGS or _is_prose(line)) else "notice"


def _held(lines: Iterable[Line]) -> dict[HtmlElement, set[tuple[str, ...]]]:
    """Collect which of the body's runs of words each element holds; one that stands twice counts once."""
    held: dict[HtmlElement, set[tuple[str, ...]]] = defaultdict(set)
    for line in lines:
        shingles = _shingles(line.text)
        for element in around_of(line.holder):
            held[element].update(shingles)
    return held


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _alike(text: str, wanted: set[str]) -> float:
    """Tell how far a line says what the title says, 0 to 1; a site's name after the title does no harm."""
    words = set(_WORD.findall(text.lower()))
    if len(words) < 3:
        return 0.0
    return len(words & wanted) / max(len(words), _SAME_TITLE * len(wanted))


def _is_quoted(line: Line) -> bool:
    return any(element.tag == "blockquote" for element in around_of(line.holder))


def _is_prose(line: Line) -> bool:
    return len(_WORD.findall(line.text)) >= _PROSE_WORDS and bool(_SENTENCE_END.search(line.text))
