"""Who said it and when, and who is who, on affairs labelled by hand, built and exported as a user does.

A label file is JSON lines. A party of one report: `{"row": "party", "report", "party", "type",
"mentions": [[start, end], …]}`, with one slug for one party in the whole affair. A statement: `{"row":
"statement", "report", "source", "cue", "content", "speaker", "form", "said_on", "how"}`; `speaker` is a
slug, `unnamed-1` for a group without a name, `a+b` for two, or null; `form` is `name`, `title`, `pronoun`,
`group`, `document` or `none`.
"""

import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path, PurePath
from typing import Any

from sqlalchemy import select

from benchmarks.runs import SHARED, run
from reportedly.record import schema
from reportedly.record.read import look
from reportedly.spans import Span

LABELS = Path(__file__).with_name("affairs")
AFFAIRS = SHARED / "corpora" / "affairs"
PAGES = SHARED / "corpora" / "pages" / "html"
WANTED = {
    "speaker": 0.9,
    "speaker by pronoun or title": 0.8,
    "wrong merges": 0.01,
    "right merges": 0.9,
    "said on, right": 0.95,
    "said on, given": 0.8,
}
"""What is to be reached: speakers of the statements found; parties that hold two (at most); pairs of reports
that name one party; days that are given, and how many of those labelled."""
FLOORS = {
    "speaker": 0.87,
    "speaker by pronoun or title": 0.65,
    "wrong merges": -0.02,
    "right merges": 0.86,
    "said on, right": 0.91,
    "said on, given": 0.46,
}
"""What was reached, so that it does not fall (negative: less is better); the table shows both."""
_ENDING = 2
_PRONOUNS = frozenset(
    {"i", "he", "she", "they", "his", "her", "their", "him", "them", "it", "its", "we", "who", "that"}
)
Row = Mapping[str, Any]
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Affair:
    """An affair's labels, what was exported of it, and its reports' texts by file name."""

    labels: Sequence[Row]
    statements: Sequence[Row]
    parties: Sequence[Row]
    texts: Mapping[str, str]

    def labelled(self, row: str) -> Iterator[Row]:
        """Give the labels of one kind."""
        return (label for label in self.labels if label["row"] == row)


def label_files() -> list[Path]:
    """Give the label files that there are, one an affair."""
    return sorted(LABELS.glob("affair_*.jsonl"))


def measure() -> Mapping[str, Any]:
    """Build, export and score each labelled affair; gives the counts of all of them together."""
    return totals(score(exported(path, AFFAIRS / path.stem)) for path in label_files())


def measure_pages() -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """Score who spoke and when on news pages of many affairs: those that rules were mended on, and others."""
    found = {}
    for name in ("pages_tuning", "pages_held"):
        labels = LABELS / f"{name}.jsonl"
        with tempfile.TemporaryDirectory() as folder:
            for page in {_file(row) for row in _lines(labels)}:
                data = gzip.decompress((PAGES / f"{page}.gz").read_bytes())
                Path(folder, page).write_bytes(data)
            pages = exported(labels, Path(folder))
        pairs = list(matched(pages))
        found[name] = {**_speakers(pages, pairs), **_days(pairs)}
    return found


def exported(labels: Path, reports: Path) -> Affair:
    """Build the reports of an affair into a record of its own, and export what is scored."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "affair.reportedly")
        run(["-m", "reportedly", "build", reports, "--record", record, "--workers", "1"])
        rows = {}
        for what in ("statements", "parties"):
            out = Path(folder, f"{what}.jsonl")
            run(["-m", "reportedly", "export", record, "--what", what, "-o", out])
            rows[what] = _lines(out)
        with look(record) as view:
            read = view.connection.execute(select(schema.reports.c.id, schema.reports.c.text))
            texts = {PurePath(view.names[row.id]).name: row.text for row in read}
    return Affair(_lines(labels), rows["statements"], rows["parties"], texts)


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def totals(counts: Iterable[Mapping[str, tuple[int, int]]]) -> Mapping[str, tuple[int, int]]:
    """Add up counts of what is right and of how many there are."""
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for each in counts:
        for name, (right, total) in each.items():
            found[name] = (found[name][0] + right, found[name][1] + total)
    return dict(found)


def score(affair: Affair) -> Mapping[str, tuple[int, int]]:
    """Count, for each measure, what is right and how many there are."""
    pairs = list(matched(affair))
    return {
        "content": (len(pairs), sum(1 for _ in affair.labelled("statement"))),
        **_speakers(affair, pairs),
        "wrong merges": _wrong_merges(affair),
        "right merges": _right_merges(affair),
        **_days(pairs),
    }


def matched(affair: Affair) -> Iterator[tuple[Row, Row]]:
    """Pair labelled and exported statements whose contents share at least half of both, best pairs first.

    Of statements with the same content, one within another, those whose sources meet are paired first.
    """
    found = []
    for g, label in enumerate(affair.labelled("statement")):
        for f, row in enumerate(affair.statements):
            if _file(label) == _file(row) and (
                share := _share(_spans(label["content"]), _pieces(row, "content"))
            ):
                meets = _any_meet(_spans(label["source"]), _pieces(row, "source"))
                found.append((-share, not meets, g, f, label, row))
    taken: set[tuple[str, int]] = set()
    for _, _, g, f, label, row in sorted(found, key=lambda one: one[:4]):
        if not {("label", g), ("row", f)} & taken:
            taken |= {("label", g), ("row", f)}
            yield label, row


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Give the common part of two contents by characters, of both together, or 0 below half of either."""
    a, b = ({at for span in spans for at in range(span.start, span.end)} for spans in (one, other))
    common = len(a & b)
    return common / len(a | b) if a and b and 2 * common >= max(len(a), len(b)) else 0.0


def _speakers(affair: Affair, pairs: Sequence[tuple[Row, Row]]) -> Mapping[str, tuple[int, int]]:
    """Count the right speakers of statements that were found: all that have one, and by form.

    Where the label names nobody, right is to name nobody, counted apart.
    """
    named, parties = _by_slug(affair), {party["id"]: party for party in affair.parties}
    found = dict.fromkeys(("speaker", "speaker by pronoun or title", "speaker open"), (0, 0))
    for label, row in pairs:
        right = _is_right(label, parties.get((row["speaker"] or {}).get("id")), named)
        names = ["speaker", f"speaker by {label['form']}"] if label["speaker"] else ["speaker open"]
        if label["speaker"] and label["form"] in ("pronoun", "title"):
            names.append("speaker by pronoun or title")
        for name in names:
            count = found.get(name, (0, 0))
            found[name] = (count[0] + right, count[1] + 1)
    return found


def _is_right(label: Row, party: Row | None, named: Mapping[str, Sequence[Place]]) -> bool:
    """Tell whether a speaker is the labelled one: its party has a mention that is one of the label's.

    A group without a name, and two together, are met by a party without a name that the source mentions;
    a document may be met so too, or by whose it is.
    """
    speaker = label["speaker"]
    if speaker is None or party is None:
        return speaker is None and party is None
    source = [(_file(label), span) for span in _spans(label["source"])]
    is_nameless = party["type"] in ("group", "unnamed") or not party["names"]
    may_be_nameless = speaker.startswith("unnamed-") or "+" in speaker or label["form"] == "document"
    if may_be_nameless and is_nameless and any(_meet(a, b) for a in source for b in _places(party)):
        return True
    return any(_aligned(a, b) for a in named.get(speaker, ()) for b in _places(party))


def _by_slug(affair: Affair) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for label in affair.labelled("party"):
        found[label["party"]] += [(_file(label), span) for span in _spans(label["mentions"])]
    return found


def _named(affair: Affair) -> Mapping[str, list[Place]]:
    """Give the labelled mentions of each slug that name it: capitals in them, and no pronoun."""
    return {
        slug: [place for place in places if _is_name(place[1].words(affair.texts[place[0]]))]
        for slug, places in _by_slug(affair).items()
        if not slug.startswith("unnamed-")
    }


def _is_name(words: str) -> bool:
    return any(mark.isupper() for mark in words) and words.lower() not in _PRONOUNS


def _holders(affair: Affair) -> Mapping[str, dict[str, set[str]]]:
    """Give for each party the slugs whose names it holds, and the reports in which it does."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    by_report = defaultdict(list)
    for party in affair.parties:
        for report, span in _places(party):
            by_report[report].append((span, party["id"]))
    for slug, places in _named(affair).items():
        for report, span in places:
            for own, party in by_report[report]:
                if _aligned((report, span), (report, own)):
                    found[party][slug].add(report)
    return found


def _wrong_merges(affair: Affair) -> tuple[int, int]:
    """Count the parties that hold names of two slugs, of those that hold any."""
    held = _holders(affair)
    return sum(len(slugs) > 1 for slugs in held.values()), len(held)


def _right_merges(affair: Affair) -> tuple[int, int]:
    """Count the pairs of reports that name one slug, and those of them that one party holds."""
    right = total = 0
    held = _holders(affair).values()
    for slug, places in _named(affair).items():
        for pair in combinations(sorted({report for report, _ in places}), 2):
            total += 1
            right += any(set(pair) <= slugs.get(slug, set()) for slugs in held)
    return right, total


def _days(pairs: Sequence[tuple[Row, Row]]) -> Mapping[str, tuple[int, int]]:
    """Count the days that are right of those given, and those given of those labelled."""
    told = [(label["said_on"], (row["said_on"] or {}).get("edtf")) for label, row in pairs]
    given = [(gold, ours) for gold, ours in told if ours]
    labelled = [ours for gold, ours in told if gold]
    return {
        "said on, right": (sum(_sure(gold) == _sure(ours) for gold, ours in given), len(given)),
        "said on, given": (sum(1 for ours in labelled if ours), len(labelled)),
    }


def _sure(edtf: str | None) -> str:
    return (edtf or "").rstrip("?~%")


def _aligned(one: Place, other: Place) -> bool:
    """Tell whether two mentions are of the same words: they end alike, or share half of the longer."""
    if not _meet(one, other):
        return False
    a, b = one[1], other[1]
    common = min(a.end, b.end) - max(a.start, b.start)
    return abs(a.end - b.end) <= _ENDING or 2 * common >= max(len(a), len(b))


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1].meets(other[1])


def _any_meet(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.meets(b) for a in one for b in other)


def _places(party: Row) -> Iterator[Place]:
    return ((_file(mention), Span(mention["start"], mention["end"])) for mention in party["mentions"])


def _file(row: Row) -> str:
    return PurePath(row["report"]).name


def _spans(pairs: Iterable[Sequence[int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs]


def _pieces(row: Row, name: str) -> list[Span]:
    return [Span(piece["start"], piece["end"]) for piece in row[name]]


def figures(found: Mapping[str, tuple[int, int]]) -> Mapping[str, float]:
    """Give the shares that the floors hold."""
    shares = {name: right / total for name, (right, total) in found.items() if total}
    return {
        name: -shares[name] if floor < 0 else shares[name] for name, floor in FLOORS.items() if name in shares
    }


def table(found: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    """Write the figures as rows; none where no affair is labelled."""
    if not found:
        return
    yield from ("", "## Who said it, when, and who is who: affairs labelled by hand", "")
    yield "Of statements whose content was found (half of both contents shared). A speaker is right when its"
    yield "party has a mention that is one of the labelled party's; a merge is wrong when a party holds names"
    yield "of two labelled ones, and right merges are pairs of reports that name one party."
    yield ""
    yield "| measure | right | of | share | wanted |"
    yield "|---|---|---|---|---|"
    for name, (right, total) in found.items():
        share = f"{right / total:.3f}" if total else "–"
        yield f"| {name} | {right} | {total} | {share} | {WANTED.get(name, '')} |"


def pages_table(found: Mapping[str, Mapping[str, tuple[int, int]]]) -> Iterator[str]:
    """Write the figures of the news pages as rows, both halves side by side."""
    yield from ("", "## Who said it and when: news pages of 42 outlets", "")
    yield "Rules were mended on 28 pages; of the 14 others only these figures were looked at."
    yield ""
    yield "| measure | mended on | share | kept back | share |"
    yield "|---|---|---|---|---|"
    for name in ("speaker", "speaker by pronoun or title", "said on, given", "said on, right"):
        shown = []
        for half in ("pages_tuning", "pages_held"):
            right, total = found[half].get(name, (0, 0))
            shown += [f"{right} of {total}", f"{right / total:.3f}" if total else "–"]
        yield f"| {name} | {' | '.join(shown)} |"
