"""Cues that are no verbs: *the claim that*, *confident that*, *according to*."""

from collections.abc import Mapping
from dataclasses import replace

from reportedly.language.tree import Tree
from reportedly.statements.clauses import cue_group, noun_phrase, source_of
from reportedly.statements.cues import ADJECTIVES, LIGHT_VERBS, NOUNS, TIMES, VERBS, VIEWS, Cue
from reportedly.statements.draft import Draft, Pattern, whole_quotations
from reportedly.statements.happened import happened
from reportedly.statements.scene import Scene
from reportedly.statements.speech import Links

_BY = frozenset({"by", "from", "among"})
_HELD = frozenset({"have", "hold"})
_HIGHEST_CLIMB = 8
_NEAR = 5

_Found = tuple[tuple[int, ...], tuple[int, ...], set[int]]


def nominal_draft(scene: Scene, token: int, links: Links) -> Draft | None:
    """Draft what a noun, an adjective or *according to* attributes; None where it attributes nothing."""
    word = scene.tokens[token]
    if word.text.lower() == "according":
        return _draft(scene, token, VERBS["say"], "according", _according_to(scene.tree, token), {})
    if word.pos == "NOUN" and word.lemma in VIEWS and scene.tokens[word.head].lemma == "in":
        cue = VERBS["say" if word.lemma == "word" else "think"]
        return _draft(scene, token, cue, "according", _in_view(scene.tree, token), {})
    if word.pos == "NOUN" and word.lemma in NOUNS:
        cue = NOUNS[word.lemma]
        found = _noun_cue(scene.tree, token, cue)
        return _draft(scene, token, _spoken(scene.tree, token, cue), "noun", found, links.beside)
    if word.pos in ("ADJ", "VERB") and word.lemma in ADJECTIVES:
        cue = ADJECTIVES[word.lemma]
        return _draft(scene, token, cue, "adjective", _adjective_cue(scene.tree, token, cue), links.beside)
    return None


def _draft(
    scene: Scene, token: int, cue: Cue, pattern: Pattern, found: _Found, beside: Mapping[int, int]
) -> Draft | None:
    source, words, content = found
    spans = whole_quotations(scene, content - {*source, *words}, token, beside)
    return (
        Draft(cue, token, scene.spans(source), scene.spans(words), spans, pattern)
        if source and spans
        else None
    )


def _noun_cue(tree: Tree, noun: int, cue: Cue) -> _Found:
    """Read *Kass's claim that …*, *made a promise to …*, *calls from residents for …*."""
    if any(tree.tokens[kid].lemma == "no" for kid in tree.kids(noun, "det")):
        return (), (), set()
    source, first = _behind_noun(tree, noun, cue)
    words, content = _after(tree, noun, cue, tuple(range(first, noun + 1)))
    return source, words, content


def _spoken(tree: Tree, noun: int, cue: Cue) -> Cue:
    """Take a wish that someone *expressed* for something said, not for one they only *have*."""
    verb = tree.tokens[noun].head
    only_held = tree.tokens[verb].lemma in _HELD
    lent = tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in LIGHT_VERBS and not only_held
    return replace(cue, act="say") if lent else cue


def _behind_noun(tree: Tree, noun: int, cue: Cue) -> tuple[tuple[int, ...], int]:
    """Find who stands behind a noun, and at which token the cue's words start."""
    owner = tree.kid(noun, "poss")
    if owner is not None and tree.tokens[owner].text.lower() not in TIMES:
        return noun_phrase(tree, owner), noun
    for by in tree.kids(noun, "prep"):
        who = tree.kid(by, "pobj")
        if tree.tokens[by].lemma in _BY and who is not None:
            return noun_phrase(tree, who), noun
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in LIGHT_VERBS and noun - verb < _NEAR:
        # Who *has* a warning was warned.
        got = cue.act == "say" and tree.tokens[verb].lemma in _HELD
        if not got and happened(tree, verb, VERBS["say"]):
            return source_of(tree, verb), cue_group(tree, verb)[0]
    return (), noun


def _adjective_cue(tree: Tree, adjective: int, cue: Cue) -> _Found:
    """Read *she is confident that …*, *they were angry about …*."""
    verb = tree.tokens[adjective].head
    if tree.tokens[adjective].dep not in ("acomp", "oprd"):
        return (), (), set()
    if not happened(tree, verb, cue):
        return (), (), set()
    first = cue_group(tree, verb)[0]
    start = first if 0 <= adjective - first <= _NEAR else adjective
    words, content = _after(tree, adjective, cue, tuple(range(start, adjective + 1)))
    return source_of(tree, verb), words, content


def _after(tree: Tree, head: int, cue: Cue, words: tuple[int, ...]) -> tuple[tuple[int, ...], set[int]]:
    """Give the cue's words, with a preposition that leads on, and the content that follows."""
    content: set[int] = set()
    for kid in (k for k in tree.children[head] if k > head):
        if _clause_fits(tree, kid, cue):
            content.update(tree.subtree(kid))
        elif (
            tree.tokens[kid].dep in ("prep", "agent") and tree.tokens[kid].lemma in cue.takes and not content
        ):
            content.update(i for k in tree.kids(kid, "pobj", "pcomp") for i in tree.subtree(k))
            words = (*words, kid) if kid == head + 1 else words
    return words, content


def _clause_fits(tree: Tree, clause: int, cue: Cue) -> bool:
    relation = tree.tokens[clause].dep
    if relation not in ("acl", "ccomp", "xcomp"):
        return False
    if tree.tokens[clause].tag == "VB" and tree.kid(clause, "nsubj") is None:
        return "infinitive" in cue.takes
    return "clause" in cue.takes and (relation == "ccomp" or tree.kid(clause, "mark") is not None)


def _according_to(tree: Tree, according: int) -> _Found:
    """Read *according to the ministry*."""
    to = tree.kid(according, "prep")
    who = tree.kid(to, "pobj") if to is not None else None
    if to is None or who is None:
        return (), (), set()
    return noun_phrase(tree, who), (according, to), _framed(tree, according)


def _in_view(tree: Tree, view: int) -> _Found:
    """Read *in Kass's view*, *in the words of a diplomat*."""
    of = tree.kid(view, "prep")
    who = tree.kid(view, "poss")
    if who is None and of is not None and tree.tokens[of].lemma == "of":
        who = tree.kid(of, "pobj")
    if who is None:
        return (), (), set()
    return noun_phrase(tree, who), (view,), _framed(tree, tree.tokens[view].head)


def _framed(tree: Tree, phrase: int) -> set[int]:
    """Give the clause that a phrase stands in, without the phrase."""
    head = tree.tokens[phrase].head
    for _ in range(_HIGHEST_CLIMB):
        if tree.tokens[head].pos in ("VERB", "AUX"):
            break
        head = tree.tokens[head].head
    return set(tree.subtree(head)) - set(tree.subtree(phrase))
