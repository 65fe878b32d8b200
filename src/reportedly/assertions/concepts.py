"""Words of one meaning, and words of the opposite one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Concept:
    """What a word means here: the name of the meaning, -1 where it means the opposite; 0 where it has none.

    `judges` tells a word that finds a thing good or bad.
    """

    name: str
    sign: int
    judges: bool = False


def concept_of(lemma: str, pos: str) -> Concept | None:
    """Look up a lemma, a verb's with its particle joined on (`come_back`); None where it is not listed.

    `pos` is its part of speech (Universal Dependencies).
    """
    return _concepts().get(f"{lemma}.{pos[:1].lower()}") or _concepts().get(lemma)


@cache
def _concepts() -> Mapping[str, Concept]:
    text = files("reportedly.assertions").joinpath("concepts.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {word: concept for line in lines for word, concept in _of_line(line)}


def _of_line(line: str) -> Iterator[tuple[str, Concept]]:
    name, _, words = line.lstrip("=+ ").partition(":")
    judges = line.startswith("+")
    same, _, opposite = words.partition("|")
    sign = 0 if line.startswith("=") else 1
    yield from ((word, Concept(name, sign, judges)) for word in same.split())
    yield from ((word, Concept(name, -sign, judges)) for word in opposite.split())
