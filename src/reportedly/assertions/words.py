"""The words of a sentence by their meaning."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from reportedly.assertions.concepts import Concept, concept_of
from reportedly.language.tree import Tree
from reportedly.mentions.names import fold

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_RELATIONS = frozenset({"ADP", "ADV", "SYM"})


def lemma_of(tree: Tree, token: int) -> str:
    """Give a word's lemma, with its particle where the two have a meaning of their own: "open to"."""
    one = tree.tokens[token]
    lemma = fold(one.text if one.pos == "PROPN" else one.lemma)
    particle = particle_of(tree, token)
    return lemma if particle is None else _joined(tree, token, particle)


def particle_of(tree: Tree, token: int) -> int | None:
    """Give the particle behind a word with which it has a meaning of its own."""
    one = tree.tokens[token]
    if one.pos not in ("VERB", "ADJ"):
        return None
    behind = (kid for kid in tree.kids(token, "prt", "advmod", "prep") if kid > token)
    return next((kid for kid in behind if concept_of(_joined(tree, token, kid), one.pos)), None)


def _joined(tree: Tree, token: int, particle: int) -> str:
    return f"{fold(tree.tokens[token].lemma)}_{tree.tokens[particle].text.lower()}"


def concept_at(tree: Tree, token: int) -> Concept | None:
    """Give what a word means, if that is listed: by its lemma, a participle also by its form."""
    one = tree.tokens[token]
    if one.pos == "PROPN":
        return None
    return concept_of(lemma_of(tree, token), one.pos) or concept_of(fold(one.text), one.pos)


def term_at(tree: Tree, token: int) -> str:
    """Name what a word means: its concept, else its lemma."""
    found = concept_at(tree, token)
    return found.name if found else lemma_of(tree, token)


def terms_of(tree: Tree, tokens: Iterable[int]) -> Iterator[str]:
    """Give the content words among tokens by their meaning, in order."""
    return (term_at(tree, i) for i in tokens if _tells(tree, i))


def _tells(tree: Tree, token: int) -> bool:
    one = tree.tokens[token]
    if one.pos in _CONTENT:
        return len(one.text) > 1 and fold(one.lemma) not in light()
    return one.pos in _RELATIONS and concept_at(tree, token) is not None


@cache
def governing(section: str) -> frozenset[str]:
    """The words on which something hangs that comes about or not, by lemma; for each section of the list."""
    text = files("reportedly.assertions").joinpath("governing.txt").read_text(encoding="utf-8")
    lines = text.partition(f"[{section}]\n")[2].partition("\n[")[0].splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def light() -> frozenset[str]:
    """The words that say too little to bring two sentences together, by lemma."""
    text = files("reportedly.assertions").joinpath("light.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
