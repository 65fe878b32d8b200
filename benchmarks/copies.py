"""Copies planted into Wikinews texts, by words, and what is taken for one among outlets that share none.

A passage of one report is put into a report on another topic: whole, cut, in another order, reworded, or
under a new lead. Each word of it counts on both sides; so does each that is taken for a copy and was not
planted. The texts of MEANTIME are put together as `parties` does it; seeded, so each run plants the same.
"""

import json
import random
import re
import tempfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from benchmarks.parties import MEANTIME, put_together
from benchmarks.runs import SHARED, fingerprint, run

AFFAIRS = SHARED / "corpora" / "affairs"
FLOORS = {"copies, precision": 0.97, "copies, recall": 0.95, "wrong origins": 0.0}
"""By words; wrong origins are reports of an affair that are put in one with another outlet's (negative)."""

EDITS = ("whole", "cut", "moved", "reworded", "new lead")
_SENTENCE = re.compile(r"[^.!?]+[.!?]+[\"”')]*\s*")
_WORD = re.compile(r"[^\W_]+")
_SEEDS = (1, 2, 3)
_REWORDED = 0.12
_FEWEST, _MOST = 3, 7


@dataclass(frozen=True, slots=True)
class Planted:
    """One passage put into another report: the edit, and the stretches of both reports that are the same."""

    edit: str
    source: str
    target: str
    source_spans: tuple[tuple[int, int], ...]
    target_spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words as they stand in the source, and as they are put into the target."""

    start: int
    end: int
    words: str


def measure() -> Mapping[str, Any]:
    """Plant, build and score; then count what is found in a pile of all affairs, where nothing is planted."""
    texts, topics = {}, {}
    for corpus in sorted(MEANTIME.glob("corpus_*")):
        for path in sorted(corpus.glob("*.xml")):
            name = f"{path.stem}.txt"
            texts[name], topics[name] = put_together(ET.parse(path).getroot())[0], corpus.name
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for seed in _SEEDS:
        made, planted = plant(texts, topics, random.Random(seed))
        for edit, count in _scored(made, planted):
            counts[edit] = [a + b for a, b in zip(counts[edit], count, strict=True)]
    return {"corpus": f"MEANTIME {fingerprint(MEANTIME)}", "counts": dict(counts), **_unplanted()}


def _scored(texts: Mapping[str, str], planted: Sequence[Planted]) -> Iterator[tuple[str, list[int]]]:
    """Give for each planted passage the words that are right, found and planted; last what is not planted."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        (copies,) = _exported(Path(folder), "copies")
    found: dict[str, set[int]] = defaultdict(set)
    for copy in copies:
        for member in copy["members"]:
            name = PurePath(member["report"]).name
            found[name] |= _words(texts[name], [(member["start"], member["end"])])
    for one in planted:
        gold = {one.source: one.source_spans, one.target: one.target_spans}
        wanted = {name: _words(texts[name], spans) for name, spans in gold.items()}
        own = {name: found.pop(name, set()) for name in gold}
        right = sum(len(wanted[name] & own[name]) for name in gold)
        yield one.edit, [right, sum(map(len, own.values())), sum(map(len, wanted.values()))]
    yield "not planted", [0, sum(map(len, found.values())), 0]


def _words(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {match.start() for start, end in spans for match in _WORD.finditer(text, start, end)}


def _unplanted() -> Mapping[str, int]:
    copies, origins = _exported(AFFAIRS, "copies", "origins")
    linked = {report for row in origins if len(row["reports"]) > 1 for report in row["reports"]}
    return {"reports": len(list(AFFAIRS.glob("*/*.txt"))), "copies": len(copies), "linked": len(linked)}


def _exported(reports: Path, *tables: str) -> Iterator[list[Any]]:
    """Build reports into a record of their own, and give the rows of its tables."""
    with tempfile.TemporaryDirectory() as folder:
        record, out = Path(folder, "pile.reportedly"), Path(folder, "out.jsonl")
        run(["-m", "reportedly", "build", reports, "--record", record, "--workers", "1"])
        for what in tables:
            run(["-m", "reportedly", "export", record, "--what", what, "-o", out])
            yield [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def figures(found: Mapping[str, Any]) -> Mapping[str, float]:
    """Give the figures that the floors hold."""
    right, given, planted = (sum(count[at] for count in found["counts"].values()) for at in range(3))
    return {
        "copies, precision": right / given,
        "copies, recall": right / planted,
        "wrong origins": -float(found["linked"]),
    }


def table(found: Mapping[str, Any]) -> Iterator[str]:
    """Write the figures as rows."""
    yield from ("", f"## Copies: {found['corpus']}", "")
    yield "Passages put into reports on other topics, by words; three draws."
    yield ""
    yield "| edit | words planted | precision | recall |"
    yield "|---|---|---|---|"
    for edit, (right, given, planted) in found["counts"].items():
        shares = (f"{right / of:.3f}" if of else "–" for of in (given, planted))
        yield f"| {edit} | {planted} | {' | '.join(shares)} |"
    told = figures(found)
    yield f"| all | | {told['copies, precision']:.3f} | {told['copies, recall']:.3f} |"
    yield ""
    yield f"Among the {found['reports']} reports of the affairs, five outlets each, {found['copies']} copies"
    yield f"are found, and {found['linked']} reports are put in one origin with another."


def plant(
    texts: Mapping[str, str], topics: Mapping[str, str], draw: random.Random
) -> tuple[Mapping[str, str], list[Planted]]:
    """Put passages into texts of other topics, one a text; gives the texts then, and what was planted."""
    names = sorted(texts)
    made, planted = dict(texts), []
    vocabulary = sorted({word for text in texts.values() for word in _WORD.findall(text) if word.islower()})
    shuffled = draw.sample(names, len(names))
    # A report gives one passage or takes one: a copy of a copy would count as not planted.
    pairs = zip(shuffled[::2], shuffled[1::2], strict=False)
    for number, (source, target) in enumerate(pair for pair in pairs if len({topics[n] for n in pair}) == 2):
        edit = EDITS[number % len(EDITS)]
        pieces = _edited(draw, edit, _passage(draw, texts[source]), vocabulary)
        body = _body(texts[target])
        at = draw.choice([match.start() for match in _SENTENCE.finditer(texts[target], body)])
        lead = f"{_lead(draw, vocabulary)} " if edit == "new lead" else ""
        put = lead + " ".join(piece.words for piece in pieces)
        made[target] = f"{texts[target][:at]}{put} {texts[target][at:]}"
        start = at + len(lead)
        source_spans = tuple((piece.start, piece.end) for piece in pieces)
        planted.append(Planted(edit, source, target, source_spans, ((start, at + len(put)),)))
    return made, planted


def _passage(draw: random.Random, text: str) -> list[_Piece]:
    found = [_Piece(m.start(), m.end(), m[0].strip()) for m in _SENTENCE.finditer(text, _body(text))]
    # What stands in quotation marks may be a shared quotation: only the report's own words are planted.
    found = [piece for piece in found if not set('"“”') & set(piece.words)]
    length = draw.randint(_FEWEST, _MOST)
    first = draw.randrange(max(1, len(found) - length))
    return found[first : first + length]


def _body(text: str) -> int:
    """Give where the body begins: behind the headline and the date."""
    return text.rindex("\n\n") + 2


def _edited(
    draw: random.Random, edit: str, pieces: Sequence[_Piece], vocabulary: Sequence[str]
) -> list[_Piece]:
    if edit == "cut" and len(pieces) > 2:
        gone = draw.randrange(1, len(pieces) - 1)
        return [piece for at, piece in enumerate(pieces) if at != gone]
    if edit == "moved" and len(pieces) > 2:
        at = draw.randrange(len(pieces) - 1)
        return [*pieces[:at], pieces[at + 1], pieces[at], *pieces[at + 2 :]]
    if edit == "reworded":
        return [_Piece(p.start, p.end, _reworded(draw, p.words, vocabulary)) for p in pieces]
    return list(pieces)


def _reworded(draw: random.Random, words: str, vocabulary: Sequence[str]) -> str:
    return _WORD.sub(lambda m: draw.choice(vocabulary) if draw.random() < _REWORDED else m[0], words)


def _lead(draw: random.Random, vocabulary: Sequence[str]) -> str:
    return f"{' '.join(draw.choice(vocabulary) for _ in range(15)).capitalize()}."
