"""What a pile costs as it grows: invented affairs of ten reports, made by template, built and added to.

Names, numbers and words are drawn anew for each affair, so that no two affairs share twelve words; the
reports of one affair share speakers, a remark, and in part a paragraph. Seeded: each run makes the same pile.
"""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.runs import Run, run

SIZES = (30, 300, 3000)
FLOORS = {"growth": -13.0, "growth, memory": -2048.0, "growth, one more": -3.0}
"""Negative, less is better: how many times longer ten times the reports take, in processor seconds; megabytes
for the largest pile; seconds beyond reading it that one more report takes there, of which 2 are wanted."""

_OF_AFFAIR = 10
_TRIES = 3
_SYLLABLES = tuple(f"{first}{second}" for first in "bdfgklmnprstv" for second in "aeo")
_JOBS = ("mayor", "minister", "director", "chairman", "governor", "ambassador", "secretary", "commissioner")
_THINGS = (
    "bridge", "harbour", "tunnel", "market", "railway", "dam", "stadium", "station", "airport", "mine",
    "canal", "theatre", "hospital", "reservoir", "lighthouse", "mill", "forest", "school", "prison",
)  # fmt: skip
_DOINGS = (
    "reopened", "sold", "rebuilt", "closed", "flooded", "inspected", "painted", "moved", "repaired",
    "emptied", "doubled", "searched", "fenced", "measured", "drained", "insured",
)  # fmt: skip
_WHENS = ("spring", "summer", "autumn", "winter", "harvest", "holidays", "festival", "elections")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def pile(folder: Path, reports: int, *, affairs: int | None = None) -> None:
    """Write a pile of so many reports, ten to an affair, or all of them to so many affairs."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["file,outlet,published"]
    size = _OF_AFFAIR if affairs is None else -(-reports // affairs)
    for number in range(reports):
        affair, place = divmod(number, size)
        name = f"{affair:04}-{place:04}.txt"
        (folder / name).write_text(_report(affair, place), encoding="utf-8")
        lines.append(f"{name},Outlet {place % 25},2031-03-{1 + affair % 27:02}")
    (folder / "reportedly.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _report(affair: int, place: int) -> str:
    shared, own = random.Random(affair), random.Random(affair * 1_000_003 + place)
    town, people = _name(shared), [(_name(shared), _name(shared), shared.choice(_JOBS)) for _ in range(3)]
    remarks = [_remark(shared) for _ in range(4)]
    paragraph = " ".join(_told(shared, town) for _ in range(3))
    first, last, job = people[place % 3]
    parts = [
        f"{own.choice(_THINGS).capitalize()} in {town} {own.choice(_DOINGS)}",
        _told(own, town),
        f"{job.capitalize()} {first} {last} said on {own.choice(_DAYS)} that {remarks[0]}.",
        f"“{remarks[1].capitalize()},” {last} said. {last} added that {_remark(own)}.",
        paragraph if place % 4 == 0 else " ".join(_told(own, town) for _ in range(3)),
    ]
    other = people[(place + 1) % 3]
    parts.append(f"{other[0]} {other[1]}, the {other[2]} of {town}, denied that {remarks[2]}.")
    return "\n\n".join(parts) + "\n"


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(draw.choice((2, 3)))).capitalize()


def _remark(draw: random.Random) -> str:
    thing, other = draw.sample(_THINGS, 2)
    number, verb = draw.randint(2, 900), draw.choice(("would", "could", "might", "should", "had to"))
    when = f"{draw.choice(('before', 'after', 'by', 'during'))} the {draw.choice(_WHENS)}"
    things = f"the {thing} {draw.choice(('and', 'with', 'or'))} {number} {other}s"
    return f"{things} {verb} be {draw.choice(_DOINGS)} {when}"


_OPENINGS = (
    "Some {} people saw", "It took {} weeks until", "With {} votes the council wanted",
    "For {} crowns one hears how", "After {} letters nobody believes that", "A crowd of {} remembers when",
    "In {} villages they tell that", "At least {} guests knew why",
)  # fmt: skip
_MIDDLES = (
    "{0} lost its old {1}", "the {1} of {0} was given away", "{0} would never leave the {1}",
    "a new {1} came to {0}", "{0} asked twice for its {1}", "every {1} near {0} stood empty",
    "{0} borrowed one more {1}", "neither {0} nor the {1} was warned",
)  # fmt: skip
_ENDINGS = (
    "in the {}.", "long before the {}.", "and then came the {}.", "as in any {}.", "though the {} was near.",
    "for the sake of the {}.", "while others kept the {}.", "until the next {}.",
)  # fmt: skip


def _told(draw: random.Random, town: str) -> str:
    opening, middle, ending = map(draw.choice, (_OPENINGS, _MIDDLES, _ENDINGS))
    parts = opening.format(draw.randint(2, 900)), middle.format(town, draw.choice(_THINGS))
    return " ".join((*parts, ending.format(draw.choice(_WHENS))))


def measure() -> Mapping[str, Any]:
    """Build piles of each size, one affair of 300 beside them, and add one report to the largest."""
    rows = {}
    with tempfile.TemporaryDirectory() as place:
        for size in SIZES:
            rows[size] = _built(Path(place), f"{size}", size)
        alone = _built(Path(place), "one affair", 300, affairs=1)
        more = _one_more(Path(place), f"{SIZES[-1]}")
    return {"piles": rows, "one affair": alone, "one more": more}


def _built(place: Path, name: str, size: int, **how: int) -> Run:
    pile(place / name, size, **how)
    record = place / f"{name}.reportedly"
    return run(["-m", "reportedly", "build", place / name, "--record", record, "--workers", "1"])


def _one_more(place: Path, name: str) -> float:
    """Give the seconds that one more report takes, less what it takes in a record of its own.

    Of several tries the best counts: what else the machine does is no cost of growth.
    """
    alone = place / "alone"
    alone.mkdir()
    (alone / "new.txt").write_text(_report(1, 77), encoding="utf-8")
    there = place / f"{name}.reportedly"
    return min(_added(place, alone, there) for _ in range(_TRIES)) - min(
        _added(place, alone, None) for _ in range(_TRIES)
    )


def _added(place: Path, folder: Path, there: Path | None) -> float:
    """Give the seconds that a folder takes, added to a copy of a record or read into one of its own."""
    record = place / "more.reportedly"
    record.unlink(missing_ok=True)
    if there is not None:
        shutil.copy(there, record)
        os.sync()
    began = time.monotonic()
    run(["-m", "reportedly", "build", folder, "--record", record, "--workers", "1"])
    return time.monotonic() - began


def figures(found: Mapping[str, Any]) -> Mapping[str, float]:
    """Give the figures that the floors hold."""
    costs = [found["piles"][size].cpu_seconds for size in SIZES]
    return {
        "growth": -costs[-1] / costs[-2],
        "growth, memory": -found["piles"][SIZES[-1]].peak_mb,
        "growth, one more": -found["one more"],
    }


def table(found: Mapping[str, Any]) -> Iterator[str]:
    """Write the figures as rows."""
    yield from ("", "## The cost of growth", "")
    yield "Invented reports of some 130 words, ten to an affair, built by one process."
    yield ""
    yield "| reports | processor seconds | peak memory, MB |"
    yield "|---|---|---|"
    rows = [*found["piles"].items(), ("300 of one affair", found["one affair"])]
    for name, cost in rows:
        yield f"| {name} | {cost.cpu_seconds:.1f} | {cost.peak_mb:.0f} |"
    yield ""
    beyond = f"{found['one more']:.1f} s beyond reading it; 2 are wanted."
    yield f"One more report in the pile of {SIZES[-1]} takes {beyond}"
