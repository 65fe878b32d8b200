"""A report: one document as found and as read."""

from dataclasses import dataclass, field
from typing import Literal

from reportedly.spans import Span

Media = Literal["text", "markdown", "html", "pdf"]
PassageKind = Literal[
    "headline", "byline", "dateline", "body", "caption", "teaser", "notice", "about", "comment"
]


@dataclass(frozen=True, slots=True)
class Details:
    """What is told about a report from outside its text: by a sheet, or by a page's metadata.

    `published` and `updated` are ISO 8601 dates (`2021-06-03`, also `2021-06` or `2021`); the local
    date that the page prints, without a time.
    """

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    byline: str | None = None
    headline: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes were found: `name` is what exports call `report` and `places`.

    `name` is the path relative to `root`, with forward slashes, or the address. `root` is the PATH
    given to the build, made absolute, or "" for an address. `archive` is the name, relative to
    `root`, of the WARC file that holds it, or "".
    """

    name: str
    root: str = ""
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or resolved: never lost in silence.

    `what` is a short name (`empty`, `encrypted`, `unsupported`), `where` the place, `why` a sentence.
    """

    what: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Original:
    """One document's bytes as found at a place, not yet read."""

    place: Place
    media: Media
    data: bytes
    charset: str | None = None
    url: str | None = None
    sheet: Details = field(default_factory=Details)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch whose kind the page's own markup tells; `body` stretches are looked at again."""

    kind: PassageKind
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One document as read: its text, and what is told about it.

    Every span of every row counts in `text`. For a plain file `text` is the file as decoded,
    untouched; for a page it is composed once. `blocks` come in order, do not overlap, and are empty
    for a plain file; `left_out` counts menus, footers and the like that a page held.
    """

    sha256: str
    media: Media
    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Details = field(default_factory=Details)
    sheet: Details = field(default_factory=Details)
    left_out: int = 0
    problems: tuple[Problem, ...] = ()
    made_by: str = ""
