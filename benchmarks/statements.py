"""Statements and speed on PolNeAR dev: the whole product beside textacy with the same language model."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from benchmarks.runs import SHARED, Run, fingerprint, run, words_in
from reportedly.language.encoder import weights_home
from reportedly.spans import Span
from training.corpus import Text, read_corpus
from training.match import matches

DEV = SHARED / "corpora" / "polnear" / "dev"
SCORER = SHARED / "bench" / "score_attributions.py"
_PRODUCT = ("-m", "reportedly")
_TURNS = 5


def measure() -> Mapping[str, Any]:
    """Build, export and score, and let textacy do what it does on the same texts; each five times in turn.

    The costs are those of the turn whose ratio is the median: what else the machine does changes by the
    minute, and weighs on both alike.
    """
    texts = DEV / "text"
    words = words_in(texts)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.jsonl"), Path(folder, "theirs.jsonl")
        records = [Path(folder, f"{turn}.reportedly") for turn in range(_TURNS)]
        turns = [(_build(texts, record), _peer(texts, theirs)) for record in records]
        run([*_PRODUCT, "export", records[0], "--what", "statements", "-o", ours])
        build, peer = sorted(turns, key=lambda turn: turn[0].cpu_seconds / turn[1].cpu_seconds)[_TURNS // 2]
        judged = tuple(_judged(ours))
        return {
            "corpus": f"PolNeAR dev {fingerprint(DEV)}, {words} words",
            "reportedly": {**_scores(ours), "quoted": _quoted_recall(ours), **_cost(build, words)},
            "reliability": reliability(judged),
            "weights_mb": sum(path.stat().st_size for path in weights_home().iterdir() if path.is_file())
            / 2**20,
            "textacy": {
                **_scores(theirs, "--without-cues"),
                "quoted": _quoted_recall(theirs),
                **_cost(peer, words),
            },
        }


def _build(texts: Path, record: Path) -> Run:
    return run([*_PRODUCT, "build", texts, "--record", record, "--workers", "1"])


def _peer(texts: Path, quotations: Path) -> Run:
    return run([Path(__file__).with_name("textacy_quotes.py"), texts, quotations])


def _scores(statements: Path, *options: str) -> dict[str, float]:
    found = json.loads(run([SCORER, DEV, statements, *options]).output.splitlines()[-1])
    return {name: found[name]["f1"] for name in ("content", "whole", "exact")}


def _cost(cost: Run, words: int) -> dict[str, float]:
    return {"words_per_cpu_second": round(words / cost.cpu_seconds), "peak_mb": round(cost.peak_mb)}


@dataclass(frozen=True, slots=True)
class Found:
    """An exported statement, as far as it is judged."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


def _exported(statements: Path) -> Iterator[tuple[Text, tuple[Found, ...]]]:
    """Give each text of the corpus with the statements that were exported of it."""
    rows = defaultdict(list)
    for line in statements.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[PurePath(row["report"]).name].append(row)
    for text in read_corpus(DEV):
        yield text, tuple(_found(row) for row in rows[text.name])


def _found(row: Mapping[str, Any]) -> Found:
    def spans(name: str) -> tuple[Span, ...]:
        return tuple(Span(piece["start"], piece["end"]) for piece in row.get(name) or ())

    return Found(spans("source"), spans("cue"), spans("content"), row.get("confidence", 0.0))


def _quoted_recall(statements: Path) -> float:
    """Give how many of the contents that begin with a quotation mark are found."""
    found = gold = 0
    for text, rows in _exported(statements):
        quoted = {
            n for n, one in enumerate(text.attributions)
            if text.report.text[one.content[0].start] in "\"'“”‘’"
        }  # fmt: skip
        gold += len(quoted)
        found += sum(pair.gold in quoted for pair in matches(text.attributions, rows))
    return round(found / gold, 3)


def _judged(statements: Path) -> Iterator[tuple[float, bool]]:
    """Give for each statement how sure it was, and whether it is right as a whole."""
    for text, rows in _exported(statements):
        right = {pair.found for pair in matches(text.attributions, rows) if pair.whole}
        for n, row in enumerate(rows):
            yield row.confidence, n in right


def reliability(judged: Sequence[tuple[float, bool]]) -> Mapping[str, Any]:
    """Compare confidence with what was right, by tenths, with the expected calibration error (Naeini et
    al., 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in judged:
        bins[min(int(sure * 10), 9)].append((sure, right))
    rows = [
        {
            "from": tenth / 10, "statements": len(ones),
            "confidence": sum(sure for sure, _ in ones) / len(ones),
            "right": sum(right for _, right in ones) / len(ones),
        }
        for tenth, ones in sorted(bins.items())
    ]  # fmt: skip
    error = sum(row["statements"] * abs(row["confidence"] - row["right"]) for row in rows) / max(
        len(judged), 1
    )
    return {
        "bins": rows,
        "error": error,
        "sure": sum(sure >= 0.9 for sure, _ in judged) / max(len(judged), 1),
    }
