"""Pronouns on GAP (Webster et al., 2018): whether a pronoun's party is A, and whether it is B.

python benchmarks/pronouns.py FILE     such as ../shared/corpora/gap/gap-validation.tsv
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.runs import SHARED
from reportedly.language.parse import read_language
from reportedly.mentions.find import find_mentions
from reportedly.mentions.mention import Chain
from reportedly.passages.find import find_passages
from reportedly.reports.read import read
from reportedly.reports.report import Original, Place
from reportedly.spans import Span
from reportedly.statements.find import find_statements

VALIDATION = SHARED / "corpora" / "gap" / "gap-validation.tsv"
FLOORS = {"pronouns": 0.7}
"""F1 over all answers."""
WOMEN = frozenset({"she", "her", "hers"})


@dataclass(frozen=True, slots=True)
class Case:
    """A text with a pronoun and two names: for each name, where it stands and whether the pronoun means
    it."""

    name: str
    text: str
    pronoun: Span
    names: tuple[tuple[Span, bool], ...]

    @property
    def gender(self) -> str:
        return "she" if self.pronoun.words(self.text).lower() in WOMEN else "he"


def read_cases(path: Path) -> Iterator[Case]:
    """Read GAP's table; its offsets are characters of the text."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = tuple((_span(row, side), row[f"{side}-coref"] == "TRUE") for side in "AB")
            yield Case(row["ID"], row["Text"], _span(row, "Pronoun"), names)


def _span(row: Mapping[str, str], column: str) -> Span:
    start = int(row[f"{column}-offset"])
    return Span(start, start + len(row[column]))


def answers(case: Case) -> tuple[bool, ...]:
    """Read the text as the product reads a report, and tell of each name whether its party is the
    pronoun's."""
    report = read(Original(Place(f"{case.name}.txt"), "text", case.text.encode()))
    passages = find_passages(report)
    reading = read_language(report.text, passages)
    statements = find_statements(report.text, passages, reading)
    chains = find_mentions(report.text, passages, reading, statements).chains
    meant = [chain for chain in chains if _covers(chain, case.pronoun)]
    return tuple(any(_covers(chain, name) for chain in meant) for name, _ in case.names)


def _covers(chain: Chain, span: Span) -> bool:
    return any(mention.span.holds(span) for mention in chain.mentions)


def measure(path: Path = VALIDATION) -> Mapping[str, float]:
    """Score as GAP's own scorer does: precision, recall and F1 over the answers, F1 by gender, and their
    ratio as `bias`."""
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for case in read_cases(path):
        for (_, gold), found in zip(case.names, answers(case), strict=True):
            counts[case.gender, gold, found] += 1
    both = Counter({("all", gold, found): 0 for gold in (True, False) for found in (True, False)})
    for (_, gold, found), times in counts.items():
        both["all", gold, found] += times
    women, men = _scores(counts, "she")["f1"], _scores(counts, "he")["f1"]
    return {**_scores(both, "all"), "she": women, "he": men, "bias": women / max(men, 1e-9)}


def _scores(counts: Counter[tuple[str, bool, bool]], which: str) -> dict[str, float]:
    right = counts[which, True, True]
    precision = right / max(right + counts[which, False, True], 1)
    recall = right / max(right + counts[which, True, False], 1)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
    }


def figures(found: Mapping[str, float]) -> Mapping[str, float]:
    """Give what a floor holds."""
    return {"pronouns": found["f1"]}


def table(found: Mapping[str, float]) -> Iterator[str]:
    """Lay out the figures."""
    yield from ("", "## Pronouns: GAP validation", "")
    yield "As GAP's scorer counts (Webster et al., 2018): is the pronoun's party A, and is it B? The columns"
    yield "she and he are F1 by the pronoun's gender, bias is one by the other. What is left open answers no."
    yield ""
    yield "| precision | recall | F1 | she | he | bias |"
    yield "|---|---|---|---|---|---|"
    names = ("precision", "recall", "f1", "she", "he", "bias")
    yield f"| {' | '.join(f'{found[name]:.3f}' for name in names)} |"


def main(path: Path) -> None:
    print(", ".join(f"{name} {value:.3f}" for name, value in measure(path).items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
