"""Statements and speed on PolNeAR dev: the whole product beside textacy with the same language model."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.runs import SHARED, Run, fingerprint, run, words_in

DEV = SHARED / "corpora" / "polnear" / "dev"
SCORER = SHARED / "bench" / "score_attributions.py"


def measure() -> Mapping[str, Any]:
    """Build, export and score, then let textacy do what it does on the same texts."""
    texts = DEV / "text"
    words = words_in(texts)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.jsonl"), Path(folder, "theirs.jsonl")
        record = Path(folder, "dev.reportedly")
        product = ["-m", "reportedly"]
        build = run([*product, "build", texts, "--record", record, "--workers", "1"])
        run([*product, "export", record, "--what", "statements", "-o", ours])
        peer = run([Path(__file__).with_name("textacy_quotes.py"), texts, theirs])
        return {
            "corpus": f"PolNeAR dev {fingerprint(DEV)}, {words} words",
            "reportedly": {**_scores(ours), **_cost(build, words)},
            "textacy": {**_scores(theirs, "--without-cues"), **_cost(peer, words)},
        }


def _scores(statements: Path, *options: str) -> dict[str, float]:
    found = json.loads(run([SCORER, DEV, statements, *options]).output.splitlines()[-1])
    return {name: found[name]["f1"] for name in ("content", "whole", "exact")}


def _cost(cost: Run, words: int) -> dict[str, float]:
    return {"words_per_cpu_second": round(words / cost.cpu_seconds), "peak_mb": round(cost.peak_mb)}
