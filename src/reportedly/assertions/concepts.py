"""Words of one meaning, and words of the opposite one."""

from collections import defaultdict
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
    by_part = _concepts().get(lemma)
    return (by_part.get(pos[:1].lower()) or by_part.get("")) if by_part else None


def is_concept(term: str) -> bool:
    """Tell whether a term names a listed meaning."""
    return term in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(concept.name for by_part in _concepts().values() for concept in by_part.values())


@cache
def _concepts() -> Mapping[str, Mapping[str, Concept]]:
    """Give the listed words, each with what it means as which part of speech; "" for any."""
    text = files("reportedly.assertions").joinpath("concepts.txt").read_text(encoding="utf-8")
    found: dict[str, dict[str, Concept]] = defaultdict(dict)
    for line in (line for line in text.splitlines() if line and not line.startswith("#")):
        for word, concept in _of_line(line):
            lemma, _, part = word.partition(".")
            found[lemma][part] = concept
    return found


def _of_line(line: str) -> Iterator[tuple[str, Concept]]:
    name, _, words = line.lstrip("=+ ").partition(":")
    judges = line.startswith("+")
    same, _, opposite = words.partition("|")
    sign = 0 if line.startswith("=") else 1
    yield from ((word, Concept(name, sign, judges)) for word in same.split())
    yield from ((word, Concept(name, -sign, judges)) for word in opposite.split())
