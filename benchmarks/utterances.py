"""Which statements carry one act of speech, on affairs labelled by hand, by pairs of statements.

A label file is JSON lines: `{"row": "utterance", "speaker", "statements": [[report, start, end], …]}`, each
statement by the hull of its content in the labels of `people`. Beside it, statements of one resolved speaker
whose contents are alike by the cosine of their content words, at the threshold that serves it best.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any

from benchmarks import people
from reportedly.comparison.content import folded, stem, tells

LABELS = Path(__file__).with_name("utterances")
WANTED = {"utterances, precision": 0.85, "utterances, recall": 0.5}
"""What is to be reached, by pairs of the statements that were found."""
FLOORS = {"utterances, precision": 0.85, "utterances, recall": 0.2}
"""What was reached, so that it does not fall."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pile:
    """The statements of an affair that were found and labelled, and which are one act of speech by hand."""

    rows: Sequence[Mapping[str, Any]]
    gold: frozenset[Pair]
    labelled: int


def measure() -> Mapping[str, Any]:
    """Build and export each labelled affair, and count pairs: those told, those labelled, those of both."""
    piles = [_pile(path) for path in sorted(LABELS.glob("affair_*.jsonl"))]
    ours = [_told(pile.rows) for pile in piles]
    thresholds = [step / 20 for step in range(1, 20)]
    peers = {at: _counts(piles, [_cosine(pile.rows, at) for pile in piles]) for at in thresholds}
    best = max(thresholds, key=lambda at: _f1(peers[at]))
    return {
        "reportedly": _counts(piles, ours),
        "speaker and cosine": peers[best],
        "threshold": best,
        "labelled": sum(pile.labelled for pile in piles),
    }


def _pile(path: Path) -> Pile:
    affair = people.exported(people.LABELS / path.relative_to(LABELS), people.AFFAIRS / path.stem)
    group: dict[tuple[str, int, int], int] = {}
    labelled = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        statements = json.loads(line)["statements"]
        labelled += len(statements) * (len(statements) - 1) // 2
        group.update(dict.fromkeys(map(tuple, statements), number))
    rows, of = [], defaultdict(list)
    for label, row in people.matched(affair):
        starts, ends = zip(*label["content"], strict=True)
        number = group.get((Path(label["report"]).name, min(starts), max(ends)), -1)
        rows.append(row)
        of[number].append(row["id"])
    return Pile(rows, _pairs(ids for number, ids in of.items() if number >= 0), labelled)


def _pairs(groups: Iterable[Sequence[str]]) -> frozenset[Pair]:
    return frozenset(pair for ids in groups for pair in combinations(sorted(ids), 2))


def _told(rows: Sequence[Mapping[str, Any]]) -> frozenset[Pair]:
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["utterance"]:
            groups[row["utterance"]].append(row["id"])
    return _pairs(groups.values())


def _cosine(rows: Sequence[Mapping[str, Any]], least: float) -> frozenset[Pair]:
    by_speaker: dict[str, list[tuple[str, Counter[str]]]] = defaultdict(list)
    for row in rows:
        if row["speaker"]:
            words = (word for piece in row["content"] for word in folded(piece["text"]) if tells(word))
            by_speaker[row["speaker"]["id"]].append((row["id"], Counter(map(stem, words))))
    return frozenset(
        (min(a, b), max(a, b))
        for said in by_speaker.values()
        for (a, one), (b, other) in combinations(said, 2)
        if _likeness(one, other) >= least
    )


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    size = sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(n * other[word] for word, n in one.items()) / size if size else 0.0


def _counts(piles: Sequence[Pile], told: Sequence[frozenset[Pair]]) -> tuple[int, int, int]:
    """Count the pairs that are right, told, and labelled."""
    right = sum(len(pile.gold & pairs) for pile, pairs in zip(piles, told, strict=True))
    return right, sum(map(len, told)), sum(len(pile.gold) for pile in piles)


def _f1(counts: tuple[int, int, int]) -> float:
    right, told, labelled = counts
    return 2 * right / (told + labelled) if told + labelled else 0.0


def _shares(counts: tuple[int, int, int]) -> tuple[float, float]:
    right, told, labelled = counts
    return right / told if told else 0.0, right / labelled if labelled else 0.0


def figures(found: Mapping[str, Any]) -> Mapping[str, float]:
    """Give the figures that the floors hold."""
    return dict(zip(FLOORS, _shares(found["reportedly"]), strict=True))


def table(found: Mapping[str, Any]) -> Iterator[str]:
    """Write the figures as rows."""
    yield from ("", "## One act of speech: affairs labelled by hand", "")
    yield "By pairs of statements that were found; the peer takes statements of one speaker whose content"
    yield f"words are alike by a cosine of {found['threshold']} or more, the threshold that serves it best."
    yield ""
    yield "| tool | pairs right | told | labelled | precision | recall |"
    yield "|---|---|---|---|---|---|"
    for tool in ("reportedly", "speaker and cosine"):
        counts = found[tool]
        shares = " | ".join(f"{share:.3f}" for share in _shares(counts))
        yield f"| {tool} | {' | '.join(map(str, counts))} | {shares} |"
    yield f"| wanted | | | | {' | '.join(map(str, WANTED.values()))} |"
    yield ""
    yield f"Labelled are {found['labelled']} pairs; of the rest not both statements were found."
