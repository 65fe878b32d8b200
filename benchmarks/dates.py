"""How often a saved page's date of publication is told, next to htmldate.

    python -m benchmarks.dates FOLDER     with FOLDER/html/*.html.gz and FOLDER/bodies.json

The labels in `dates/pages.jsonl` were made by hand, page by page: the day that a reader is shown as that
of publication, else the one that the markup calls so; null where the page tells none. Where markup counts
in UTC and the page shows its own day, the shown day is right.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from htmldate import find_date

from benchmarks.runs import SHARED, fingerprint
from reportedly.dates.published import published
from reportedly.errors import UnreadableError
from reportedly.passages.find import find_passages
from reportedly.reports.read import read
from reportedly.reports.report import Original, Place

LABELS = Path(__file__).parent / "dates" / "pages.jsonl"

Way = Callable[[bytes, str], str | None]


def own(data: bytes, url: str) -> str | None:
    try:
        report = read(Original(Place("page"), "html", data, url=url))
    except UnreadableError:
        return None
    dating = published(report, find_passages(report))
    return dating.edtf if dating else None


def peer(data: bytes, url: str) -> str | None:
    return find_date(data, original_date=True, url=url)


def measure(folder: Path) -> dict[str, dict[str, int]]:
    """Count for each way the pages whose date it gives right, gives wrong, and does not give."""
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    wanted = {row["page"]: row["published"] for row in rows}
    urls = {name: body["url"] for name, body in json.loads((folder / "bodies.json").read_text()).items()}
    pages = {name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in wanted}
    return {
        way: _counts({name: find(data, urls[name]) for name, data in pages.items()}, wanted)
        for way, find in WAYS.items()
    }


def _counts(found: dict[str, str | None], wanted: dict[str, str | None]) -> dict[str, int]:
    counts = Counter(_judged(day, wanted[name]) for name, day in found.items())
    return {name: counts[name] for name in ("right", "wrong", "not given")}


def _judged(found: str | None, wanted: str | None) -> str:
    if found is None:
        return "not given"
    return "right" if found == wanted else "wrong"


def table(found: dict[str, dict[str, int]]) -> Iterator[str]:
    """Give the lines of the figures' table."""
    yield from ("", f"## The date of a saved page: {fingerprint(SHARED / 'corpora/pages')}", "")
    yield "Pages whose date of publication is given as the page tells it, by labels made by hand."
    yield ""
    yield "| tool | right | wrong | not given |"
    yield "|---|---|---|---|"
    for tool, row in found.items():
        yield f"| {tool} | {row['right']} | {row['wrong']} | {row['not given']} |"


def figures(found: dict[str, dict[str, int]]) -> dict[str, float]:
    """Give what the floors hold: right ones above the peer's, and the share of wrong ones, negative."""
    ours = found["reportedly"]
    given = ours["right"] + ours["wrong"]
    return {
        "dates, right": ours["right"] - found["htmldate"]["right"],
        "dates, wrong": -ours["wrong"] / max(given, 1),
    }


WAYS: dict[str, Way] = {"reportedly": own, "htmldate": peer}


def main(folder: Path) -> None:
    print(f"{'way':12}  right  wrong  not given")
    for way, row in measure(folder).items():
        print(f"{way:12}  {row['right']:5}  {row['wrong']:5}  {row['not given']:9}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
