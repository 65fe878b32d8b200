"""Whether cue words tell of something that happened: *said*, not *did not say*, *if she says*, *must say*."""

from reportedly.language.tree import Tree
from reportedly.statements.cues import GOING_ON, SUPPOSITIONS, Cue

_NOBODY = frozenset({"nobody", "none", "neither"})
_HIGHEST_CLIMB = 8


def happened(tree: Tree, verb: int, cue: Cue) -> bool:
    """Tell an act that took place from one denied, supposed, demanded or only possible.

    What someone does *not* think, want or feel tells what they think, so there a negation counts.
    """
    if (cue.act == "say" and _denied(tree, verb)) or _has_no(tree, tree.tokens[verb].head):
        return False
    if _is_infinitive(tree, verb):
        return _goes_on(tree, verb)
    first = _first_of_row(tree, verb)
    return not (_supposed(tree, first) or _only_possible(tree, verb) or _shares_modal(tree, verb, first))


def _denied(tree: Tree, verb: int) -> bool:
    subject = tree.kid(verb, "nsubj")
    none = subject is not None and (tree.tokens[subject].lemma in _NOBODY or _has_no(tree, subject))
    return none or tree.kid(verb, "neg") is not None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[kid].tag == "TO" for kid in tree.kids(verb, "aux"))


def _goes_on(tree: Tree, verb: int) -> bool:
    """Tell *went on to say* and *used the visit to praise* from *planned to say*."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    done = above.lemma in GOING_ON and above.text.lower() != "going" and tree.kid(token.head, "neg") is None
    return done or (token.dep == "advcl" and above.tag == "VBD")


def _first_of_row(tree: Tree, verb: int) -> int:
    """Give the first of coordinated verbs, whose *if* and *must* hold for the others too."""
    for _ in range(_HIGHEST_CLIMB):
        if tree.tokens[verb].dep != "conj" or tree.kid(verb, "nsubj", "nsubjpass") is not None:
            break
        verb = tree.tokens[verb].head
    return verb


def _supposed(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[kid].lemma in SUPPOSITIONS for kid in tree.kids(verb, "mark"))


def _only_possible(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[kid].tag == "MD" for kid in tree.kids(verb, "aux"))


def _shares_modal(tree: Tree, verb: int, first: int) -> bool:
    return tree.tokens[verb].tag == "VB" and verb != first and _only_possible(tree, first)


def _has_no(tree: Tree, noun: int) -> bool:
    """Tell *no officer*, *no sign*."""
    return any(tree.tokens[kid].lemma == "no" for kid in tree.kids(noun, "det"))
