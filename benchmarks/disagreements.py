"""Disagreements planted into copies of real reports, and those that a reader judged, on the affairs.

A copy of a report of an affair has one sentence changed: another number, another day, or the opposite
(a "not" put in or taken out, a verb by its opposite). Found is one where a disagreement of that kind stands
on the changed sentence and on the same one unchanged, in its report or in another copy of it. Of those that
the product shows of the affairs as they are, a reader's verdicts are kept as places in the reports; what
nobody judged counts as not accepted.
"""

import csv
import json
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from benchmarks.copies import AFFAIRS
from benchmarks.runs import run

JUDGED = Path(__file__).with_name("disagreements") / "judged.jsonl"
FLOORS = {"disagreements, planted": 0.8, "disagreements, accepted": 0.7, "disagreements, shown": 25.0}
"""The share found of those planted, the share accepted of those shown, and how many are shown."""

KINDS = {"number": ("number",), "day": ("date",), "polarity": ("opposite", "denial")}
_MANY = 40
_SEED = 7
# The product may cut sentences otherwise, in characters.
_AROUND = 200
_SAME_SIDES = 0.5
_SENTENCE = re.compile(r"[^.!?\n]{50,300}[.!?](?=[\s\"”])")
_NUMBER = re.compile(r"(?<![\w.,$-])(\d{1,3}(?:,\d{3})+|[2-9]\d|[3-9]|[1-9]00)(?= [a-z]{4,})")
_SPELT = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|dozen)(?= [a-z]{4,})")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile("|".join(_WEEKDAYS))
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen")
_HELPER = re.compile(r"\b(will|would|has|have|had|is|are|was|were|could|can|does|did)( not)?\b")
_OPPOSITES = {
    "agreed": "refused", "supported": "opposed", "accepted": "rejected", "increased": "decreased",
    "started": "stopped", "good": "bad", "possible": "impossible", "likely": "unlikely", "rise": "fall",
    "succeed": "fail", "support": "oppose", "keep": "abandon",
}  # fmt: skip
_OPPOSED = re.compile(rf"\b(?:{'|'.join(_OPPOSITES)})\b")


@dataclass(frozen=True, slots=True)
class Planted:
    """A changed copy: the report, the kind of change, the sentence as it was, and where it stands changed."""

    report: str
    kind: str
    unchanged: str
    copy: str
    copy_span: tuple[int, int]
    text: str


def measure() -> Mapping[str, Any]:
    """Plant, build and count what is found; then count the verdicts on what the affairs show."""
    found, planted = Counter[str](), Counter[str]()
    for one, rows in _built(_plant(random.Random(_SEED))):
        planted[one.kind] += 1
        found[one.kind] += _is_found(one, rows)
    return {"planted": dict(planted), "found": dict(found), **_verdicts()}


def _plant(draw: random.Random) -> Iterator[Planted]:
    paths = sorted(AFFAIRS.glob("*/*.txt"))
    kinds = [list(KINDS)[at % len(KINDS)] for at in range(_MANY)]
    for number, kind in enumerate(kinds):
        path = paths[number % len(paths)]
        text = path.read_bytes().decode()
        options = [(m, new) for m in _SENTENCE.finditer(text) if (new := _changed(draw, kind, m[0]))]
        if not options:
            # Not every report tells a number or a day: another one does.
            path = paths[draw.randrange(len(paths))]
            text = path.read_bytes().decode()
            options = [(m, new) for m in _SENTENCE.finditer(text) if (new := _changed(draw, kind, m[0]))]
        if options:
            sentence, new = draw.choice(options)
            changed = f"{text[: sentence.start()]}{new}{text[sentence.end() :]}"
            name = f"{path.parent.name}/{path.name}"
            ends = sentence.start(), sentence.start() + len(new)
            around = text[max(0, sentence.start() - _AROUND) : sentence.end() + _AROUND]
            yield Planted(name, kind, " ".join(around.split()), f"copy_{number}.txt", ends, changed)


def _changed(draw: random.Random, kind: str, sentence: str) -> str | None:
    """Change a sentence so that it says something else; None where it tells nothing of this kind."""
    if kind == "number":
        match = _NUMBER.search(sentence) or _SPELT.search(sentence)
        return match and _put(sentence, match, _other_number(draw, match[0]))
    if kind == "day":
        match = _WEEKDAY.search(sentence)
        return match and _put(sentence, match, draw.choice([day for day in _WEEKDAYS if day != match[0]]))
    match = _OPPOSED.search(sentence)
    if match:
        return _put(sentence, match, _OPPOSITES[match[0]])
    match = _HELPER.search(sentence)
    return match and _put(sentence, match, match[1] if match[2] else f"{match[1]} not")


def _put(sentence: str, match: re.Match[str], words: str) -> str:
    return f"{sentence[: match.start()]}{words}{sentence[match.end() :]}"


def _other_number(draw: random.Random, number: str) -> str:
    if number in _WORDS:
        return draw.choice([word for word in _WORDS if word != number])
    value = int(number.replace(",", ""))
    return f"{value + max(2, round(value * draw.choice((0.4, 0.8, 1.5)))):,}"


def _built(planted: Iterator[Planted]) -> Iterator[tuple[Planted, Sequence[Mapping[str, Any]]]]:
    """Build each affair with its changed copies, dated as what they are copies of, and give what it shows."""
    by_affair: dict[str, list[Planted]] = {}
    for one in planted:
        by_affair.setdefault(one.report.partition("/")[0], []).append(one)
    for affair, own in sorted(by_affair.items()):
        with tempfile.TemporaryDirectory() as folder:
            sheet = list(csv.DictReader((AFFAIRS / affair / "reportedly.csv").open(encoding="utf-8")))
            told = {row["file"]: row for row in sheet}
            for path in (AFFAIRS / affair).glob("*.txt"):
                Path(folder, path.name).write_bytes(path.read_bytes())
            for one in own:
                Path(folder, one.copy).write_bytes(one.text.encode())
                sheet.append({**told[PurePath(one.report).name], "file": one.copy, "url": ""})
            with Path(folder, "reportedly.csv").open("w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, list(sheet[0]))
                writer.writeheader()
                writer.writerows(sheet)
            rows = shown(Path(folder))
        yield from ((one, rows) for one in own)


def shown(reports: Path) -> Sequence[Mapping[str, Any]]:
    """Build reports into a record of their own, and give the disagreements that it shows."""
    with tempfile.TemporaryDirectory() as folder:
        record, out = Path(folder, "pile.reportedly"), Path(folder, "out.jsonl")
        run(["-m", "reportedly", "build", reports, "--record", record, "--workers", "1"])
        run(["-m", "reportedly", "export", record, "--what", "disagreements", "-o", out])
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def _is_found(one: Planted, rows: Sequence[Mapping[str, Any]]) -> bool:
    pairs = [(row[x], row[y]) for row in rows if row["kind"] in KINDS[one.kind] for x, y in ("ab", "ba")]
    return any(
        PurePath(changed["report"]).name == one.copy
        and changed["start"] < one.copy_span[1]
        and one.copy_span[0] < changed["end"]
        and other["report"] != changed["report"]
        and " ".join(other["text"].split()) in one.unchanged
        for changed, other in pairs
    )


def _verdicts() -> Mapping[str, int]:
    """Count what is shown of the affairs, what of it was judged, and what was accepted."""
    lines = JUDGED.read_text(encoding="utf-8").splitlines() if JUDGED.exists() else ()
    judged = [json.loads(line) for line in lines]
    told = [row for affair in sorted(AFFAIRS.iterdir()) for row in shown(affair)]
    verdicts = [verdict(row, judged) for row in told]
    return {"shown": len(told), "judged": len(told) - verdicts.count(None), "accepted": verdicts.count(True)}


def verdict(row: Mapping[str, Any], judged: Sequence[Mapping[str, Any]]) -> bool | None:
    """Give a reader's verdict on a disagreement; None where nobody judged it.

    It is the one judged that has its sides at most other characters: another processor rounds otherwise, and
    cuts a statement a few words earlier or later.
    """
    pairs = [(one, _overlap(row, one)) for one in judged]
    best, share = max(pairs, key=lambda pair: pair[1], default=({}, 0.0))
    return bool(best["accepted"]) if share > _SAME_SIDES else None


def _overlap(row: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Give the share of characters that two disagreements have in common, of the two sides the lesser."""
    return max(
        min(_in_common(row[one], other[there]) for one, there in pairs)
        for pairs in ((("a", "a"), ("b", "b")), (("a", "b"), ("b", "a")))
    )


def _in_common(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    if PurePath(one["report"]).name != PurePath(other["report"]).name:
        return 0.0
    both = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return float(max(both, 0) / max(one["end"] - one["start"], other["end"] - other["start"]))


def figures(found: Mapping[str, Any]) -> Mapping[str, float]:
    """Give the figures that the floors hold."""
    return {
        "disagreements, planted": sum(found["found"].values()) / sum(found["planted"].values()),
        "disagreements, accepted": found["accepted"] / max(found["shown"], 1),
        "disagreements, shown": float(found["shown"]),
    }


def table(found: Mapping[str, Any]) -> Iterator[str]:
    """Write the figures as rows."""
    yield from ("", "## Disagreements: planted into copies of the affairs' reports, and shown of them", "")
    yield "| planted | of | found | share |"
    yield "|---|---|---|---|"
    for kind, planted in found["planted"].items():
        yield f"| {kind} | {planted} | {found['found'][kind]} | {found['found'][kind] / planted:.3f} |"
    told = figures(found)
    every, right = sum(found["planted"].values()), sum(found["found"].values())
    yield f"| all | {every} | {right} | {told['disagreements, planted']:.3f} |"
    yield ""
    yield f"Of the six affairs as they are {found['shown']} disagreements are shown. A reader judged"
    share = told["disagreements, accepted"]
    yield f"{found['judged']} of them and accepted {found['accepted']}, {share:.2f} of those shown;"
    least, shown = FLOORS["disagreements, accepted"], FLOORS["disagreements, shown"]
    yield f"{least} of at least {shown:.0f} are wanted."
