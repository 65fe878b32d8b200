"""Whether a cue tells of something that was said: *said*, not *if she says*, *must say*, *nobody said*."""

from collections.abc import Sequence

from reportedly.language.reading import Reading
from reportedly.language.tree import Tree, tokens_in
from reportedly.spans import Span
from reportedly.statements.chain import cue_verb

_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_SUPPOSITIONS = frozenset({"if", "unless", "whether", "lest"})
# Verbs after which an infinitive tells what was done: *went on to say*.
_GOING_ON = frozenset({"go", "continue", "begin", "start", "come", "proceed", "use", "take"})
_HIGHEST_CLIMB = 8


def happened(reading: Reading, tree: Tree, source: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Tell an act that took place from one supposed, demanded, only possible, or done by nobody.

    Negated cues are not looked for here: the lexicon of senses reads them.
    """
    if any(_is_nobody(reading, span) for span in source):
        return False
    verb = cue_verb(reading, cue)
    if verb is None:
        return True
    if any(tree.tokens[kid].tag == "TO" for kid in tree.kids(verb, "aux")):
        return _goes_on(tree, verb)
    first = _first_of_row(tree, verb)
    return not (_supposed(tree, first) or only_possible(tree, verb) or _shares_modal(tree, verb, first))


def only_possible(tree: Tree, verb: int) -> bool:
    """Tell *might say*, *must say*, *will say* from *said*."""
    return any(tree.tokens[kid].tag == "MD" for kid in tree.kids(verb, "aux"))


def _is_nobody(reading: Reading, source: Span) -> bool:
    words = [reading.tokens[i].text.lower() for i in tokens_in(reading, source)[:2]]
    # *No 10* is a house.
    return bool(words) and words[0] in _NOBODY and not words[-1].isdigit()


def _goes_on(tree: Tree, verb: int) -> bool:
    """Tell *went on to say* and *used the visit to praise* from *planned to say*."""
    above = tree.tokens[tree.tokens[verb].head]
    done = above.lemma in _GOING_ON and above.text.lower() != "going"
    return done or (tree.tokens[verb].dep == "advcl" and above.tag == "VBD")


def _first_of_row(tree: Tree, verb: int) -> int:
    """Give the first of coordinated verbs, whose *if* and *must* hold for the others too."""
    for _ in range(_HIGHEST_CLIMB):
        if tree.tokens[verb].dep != "conj" or tree.kid(verb, "nsubj", "nsubjpass") is not None:
            break
        verb = tree.tokens[verb].head
    return verb


def _supposed(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[kid].lemma in _SUPPOSITIONS for kid in tree.kids(verb, "mark"))


def _shares_modal(tree: Tree, verb: int, first: int) -> bool:
    return tree.tokens[verb].tag == "VB" and verb != first and only_possible(tree, first)
