"""How well the article's own words are found on saved pages, next to plain trafilatura.

    python benchmarks/pages.py FOLDER     with FOLDER/html/*.html.gz and FOLDER/bodies.json

Precision, recall and F1 of runs of four words, a mean over pages, as in Zyte's article-extraction benchmark.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura

from reportedly.errors import UnreadableError
from reportedly.reports.read import read
from reportedly.reports.report import Original, Place

Way = Callable[[bytes, str], str]

RUN = 4
KINDS = ("body", "caption")


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def scores(found: str, wanted: str) -> tuple[float, float]:
    """Precision and recall of one page; an empty answer is precise."""
    mine, theirs = runs(found), runs(wanted)
    hits = sum((mine & theirs).values())
    return (hits / mine.total() if mine else 1.0, hits / theirs.total() if theirs else 1.0)


def own(data: bytes, url: str, kinds: tuple[str, ...] = KINDS) -> str:
    try:
        report = read(Original(Place("page"), "html", data, url=url))
    except UnreadableError:
        return ""
    return "\n".join(block.span.words(report.text) for block in report.blocks if block.kind in kinds)


def plain(data: bytes, url: str) -> str:
    return trafilatura.extract(data, url=url, include_comments=False) or ""


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Score each way over all pages: precision, recall, F1 and pages a second."""
    bodies = json.loads((folder / "bodies.json").read_text())
    pages = {
        name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in sorted(bodies)
    }
    return {way: _score(extract, pages, bodies) for way, extract in WAYS.items()}


def _score(extract: Way, pages: dict[str, bytes], bodies: dict[str, dict[str, str]]) -> dict[str, float]:
    began = time.process_time()
    found = {name: extract(data, bodies[name]["url"]) for name, data in pages.items()}
    seconds = time.process_time() - began
    pairs = [scores(found[name], bodies[name]["articleBody"]) for name in pages]
    precision, recall = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, "pages_per_cpu_second": len(pages) / seconds}


WAYS: dict[str, Way] = {
    "reportedly": lambda data, url: own(data, url, ("body",)),
    "reportedly, with captions": own,
    "trafilatura": plain,
}


def main(folder: Path) -> None:
    print(f"{'way':26}  precision  recall     f1  pages/CPU second")
    for way, row in measure(folder).items():
        figures = f"{row['precision']:9.3f}  {row['recall']:6.3f}  {row['f1']:5.3f}"
        print(f"{way:26}  {figures}  {row['pages_per_cpu_second']:16.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
