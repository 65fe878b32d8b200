"""How well a report's own words are told from what stands around them, against labels made by hand.

    python benchmarks/passages.py [--shared FOLDER] [--json]

Counts characters that are not white space, over all texts of a set. `accuracy` is the share whose kind
agrees; precision, recall and F1 are given for each kind. The texts of `passages/texts` are our own; four
of them (CHECK) were not read while tuning, though two phrases were written knowing their forms.
`passages/shared.jsonl` labels texts of others, by file name and offsets only; they are read from FOLDER.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, get_args

from reportedly.passages.find import find_passages
from reportedly.reports.report import PassageKind, Report
from reportedly.spans import Span

HERE = Path(__file__).parent / "passages"
CHECK = ("03_lines", "06_browser_print", "09_tail", "12_messy")
KINDS: tuple[str, ...] = get_args(PassageKind)


class Label(NamedTuple):
    kind: str
    span: Span


class Labelled(NamedTuple):
    name: str
    text: str
    labels: tuple[Label, ...]


def own_texts() -> list[Labelled]:
    return [
        Labelled(path.stem, decoded(path), labels(rows(HERE / "labels" / f"{path.stem}.jsonl")))
        for path in sorted((HERE / "texts").glob("*.txt"))
    ]


def shared_texts(folder: Path) -> list[Labelled]:
    by_file: dict[str, list[dict[str, str | int]]] = defaultdict(list)
    for row in rows(HERE / "shared.jsonl"):
        by_file[str(row["file"])].append(row)
    return [Labelled(name, decoded(folder / name), labels(by_file[name])) for name in sorted(by_file)]


def decoded(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def rows(path: Path) -> list[dict[str, str | int]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labels(found: Iterable[dict[str, str | int]]) -> tuple[Label, ...]:
    return tuple(Label(str(row["kind"]), Span(int(row["start"]), int(row["end"]))) for row in found)


def confusion(texts: Iterable[Labelled]) -> Counter[tuple[str, str]]:
    """Count characters by the kind they were labelled and the kind they were found to be."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, text, wanted in texts:
        true = kinds_by_character(text, wanted)
        passages = find_passages(Report("", "text", text))
        found = kinds_by_character(text, (Label(one.kind, one.span) for one in passages))
        counts.update((a, b) for a, b, letter in zip(true, found, text, strict=True) if not letter.isspace())
    return counts


def kinds_by_character(text: str, found: Iterable[Label]) -> list[str]:
    kinds = [""] * len(text)
    for kind, span in found:
        kinds[span.start : span.end] = [kind] * len(span)
    return kinds


def scores(counts: Counter[tuple[str, str]]) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for kind in KINDS:
        hits = counts[kind, kind]
        wanted = sum(n for (true, _), n in counts.items() if true == kind)
        found = sum(n for (_, mine), n in counts.items() if mine == kind)
        if wanted or found:
            precision, recall = hits / max(found, 1), hits / max(wanted, 1)
            f1 = 2 * hits / (wanted + found)
            table[kind] = {"precision": precision, "recall": recall, "f1": f1, "characters": wanted}
    right = sum(n for (true, mine), n in counts.items() if true == mine)
    table["all"] = {"accuracy": right / max(counts.total(), 1), "characters": counts.total()}
    return table


def show(name: str, table: dict[str, dict[str, float]]) -> None:
    print(f"{name}: accuracy {table['all']['accuracy']:.4f} of {table['all']['characters']} characters")
    print(f"  {'kind':9} precision  recall      f1  characters")
    for kind, row in table.items():
        if kind != "all":
            figures = f"{row['precision']:9.3f} {row['recall']:7.3f} {row['f1']:7.3f}"
            print(f"  {kind:9} {figures} {row['characters']:11}")


def measure(shared: Path | None) -> dict[str, dict[str, dict[str, float]]]:
    """Score the own texts, those of the check apart, and the shared ones where they are."""
    own = own_texts()
    sets = {
        "own": [one for one in own if one.name not in CHECK],
        "own, check": [one for one in own if one.name in CHECK],
    }
    if shared:
        sets["shared"] = shared_texts(shared)
    return {name: scores(confusion(texts)) for name, texts in sets.items()}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Score the finding of passages.")
    parser.add_argument("--shared", type=Path, help="folder that holds the texts of shared.jsonl")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    tables = measure(options.shared)
    if options.json:
        print(json.dumps(tables, indent=1))
        return
    for name, table in tables.items():
        show(name, table)


if __name__ == "__main__":
    main(sys.argv[1:])
