"""A corpus in PolNeAR's layout: texts, and who is credited with what in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.reports.gather import gather
from reportedly.reports.read import read
from reportedly.reports.report import Original, Report
from reportedly.spans import Span

_SPAN = re.compile(r"(T\d+)\t\w+ ([\d ;]+)\t?")
_EVENT = re.compile(r"E\d+\t(.*)")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as people marked it; source and cue may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the product reads it, with its attributions."""

    name: str
    report: Report
    attributions: tuple[Attribution, ...]


def read_corpus(folder: Path) -> Iterator[Text]:
    """Read `text/*.txt` with `attributions/NAME*.ann` (brat standoff, in characters of the file as decoded).

    Of several annotations of a text the first by file name counts; a text without one is left out.
    """
    for path in sorted((folder / "text").glob("*.txt")):
        found = sorted(p for p in (folder / "attributions").glob("*.ann") if p.name.startswith(path.stem))
        if found:
            yield Text(path.name, _report(path), tuple(_attributions(found[0].read_text(encoding="utf-8"))))


def _report(path: Path) -> Report:
    (original,) = (found for found in gather([str(path)]) if isinstance(found, Original))
    return read(original)


def _attributions(annotation: str) -> Iterator[Attribution]:
    spans: dict[str, list[Span]] = {}
    for line in annotation.splitlines():
        if named := _SPAN.match(line):
            spans[named[1]] = [Span(*map(int, piece.split())) for piece in named[2].split(";")]
        elif event := _EVENT.match(line):
            parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for role, name in _ROLE.findall(event[1]):
                parts[role] += spans.get(name, [])
            if parts["Content"]:
                yield Attribution(*(tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content")))
