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
from pathlib import Path

import trafilatura

from reportedly.errors import UnreadableError
from reportedly.reports.read import read
from reportedly.reports.report import Original, Place

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


def main(folder: Path) -> None:
    bodies = json.loads((folder / "bodies.json").read_text())
    pages = {
        name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in sorted(bodies)
    }
    ways = {
        "reports, body and captions": own,
        "reports, body alone": lambda data, url: own(data, url, ("body",)),
        "trafilatura": plain,
    }
    print(f"{'way':28}  precision  recall     f1  seconds   ({len(pages)} pages)")
    for way, extract in ways.items():
        began = time.perf_counter()
        pairs = [
            scores(extract(data, bodies[name]["url"]), bodies[name]["articleBody"])
            for name, data in pages.items()
        ]
        precision, recall = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{way:28}  {precision:9.3f}  {recall:6.3f}  {f1:5.3f}  {time.perf_counter() - began:7.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
