"""Who had a part in which there is room for one: who led a delegation, won a vote, was named to an office."""

from collections.abc import Callable, Iterator

from reportedly.assertions.assertion import Part
from reportedly.assertions.words import light, term_at, terms_of
from reportedly.language.tree import Tree
from reportedly.mentions.titles import is_title
from reportedly.spans import hull

_DEEDS = {
    "lead": "lead", "head": "lead", "chair": "lead", "command": "lead", "captain": "lead",
    "win": "win", "replace": "replace", "succeed": "replace", "found": "found", "invent": "invent",
    "host": "host", "moderate": "moderate", "represent": "represent",
}  # fmt: skip
_NAMING = frozenset({"appoint", "elect", "name", "nominate"})
# One event in the plural.
_ROUNDS = frozenset({"negotiation", "talk"})
_ANY = frozenset({"a", "an", "another", "any", "each", "every", "no", "some"})
_OFFICE = ("oprd", "attr")
_FIRST_NAMES = ("compound", "flat")


def find_parts(tree: Tree, inside: range, is_person: Callable[[int], bool]) -> Iterator[Part]:
    """Give who had such a part, and in what; `is_person` tells a token that names somebody."""
    for verb in inside:
        lemma = tree.tokens[verb].lemma.lower()
        is_deed = tree.tokens[verb].pos == "VERB" and tree.kid(verb, "neg") is None
        if not is_deed or (lemma not in _DEEDS and lemma not in _NAMING):
            continue
        who, what = _of_office(tree, verb) if lemma in _NAMING else _of_deed(tree, verb)
        heads = list(_joined(tree, who))
        known = bool(heads) and all(head in inside and is_person(head) for head in heads)
        if known and what is not None and what in inside and _is_one(tree, what):
            whole = [i for head in heads for i in _name(tree, head) if i in inside and is_person(i)]
            beside = set(tree.subtree(verb)) if tree.tokens[verb].head == what else set(whole)
            about = (i for i in tree.subtree(what) if i in inside and i not in beside)
            yield Part(
                hull(tree.tokens[i].span for i in whole),
                _DEEDS.get(lemma, "name"),
                tuple(sorted({term_at(tree, i) for i in whole})),
                term_at(tree, what),
                tuple(dict.fromkeys(terms_of(tree, about))),
            )


def _of_deed(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Give who did it and what it was done to: "Hale led the talks", "the talks led by Hale", "Hale, who"."""
    by = next((kid for kid in tree.kids(verb, "agent", "prep") if tree.tokens[kid].lemma == "by"), None)
    above = tree.tokens[verb].head
    if by is not None:
        done_to = tree.kid(verb, "nsubjpass")
        is_told_of = tree.tokens[verb].dep in ("acl", "relcl") and (
            done_to is None or tree.tokens[done_to].tag in ("WDT", "WP")
        )
        return tree.kid(by, "pobj"), above if is_told_of else done_to
    subject = tree.kid(verb, "nsubj")
    if subject is not None and tree.tokens[subject].tag in ("WDT", "WP"):
        subject = above
    return subject, tree.kid(verb, "dobj")


def _of_office(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Give who was named, and to what: "Hale was elected mayor", "the council named Hale as its envoy"."""
    behind = (tree.kid(kid, "pobj") for kid in tree.kids(verb, "prep") if tree.tokens[kid].lemma == "as")
    office = next((one for one in (tree.kid(verb, *_OFFICE), *behind) if one is not None), None)
    subject = tree.kid(verb, "nsubjpass")
    return (subject if subject is not None else tree.kid(verb, "dobj")), office


def _is_one(tree: Tree, what: int) -> bool:
    """Tell "the delegation", "talks" and an office from "a prize" and "soldiers", of which there are many."""
    articles = {tree.tokens[kid].text.lower() for kid in tree.kids(what, "det")}
    one = tree.tokens[what]
    is_plain = one.tag in ("NN", "NNP") or one.lemma in _ROUNDS
    return is_plain and term_at(tree, what) not in light() and articles.isdisjoint(_ANY)


def _joined(tree: Tree, head: int | None) -> Iterator[int]:
    """Give a noun and those joined to it: two may lead together."""
    if head is not None:
        yield head
        for kid in tree.kids(head, "conj"):
            yield from _joined(tree, kid)


def _name(tree: Tree, head: int) -> list[int]:
    """Give the words of the name that a token ends, without titles."""
    return [*(i for i in tree.kids(head, *_FIRST_NAMES) if not is_title(tree.tokens[i].text)), head]
