"""Which way a sentence turns: what it affirms, negates or refuses, and of what."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reportedly.assertions.assertion import Time, Turn
from reportedly.assertions.concepts import Concept
from reportedly.assertions.words import concept_at, governing, lemma_of, light, particle_of, terms_of
from reportedly.language.tree import SUBJECTS, Tree
from reportedly.spans import Span, hull

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "nobody", "none", "nothing"})
_OF = frozenset({"of", "to", "on", "from"})
_ASIDES = frozenset({
    "including", "like", "as", "except", "amid", "during", "after", "before", "since", "despite", "without",
    "than", "throughout", "until",
})  # fmt: skip
_CARRYING = frozenset({
    "xcomp", "ccomp", "acl", "dobj", "pobj", "prep", "attr", "acomp", "pcomp", "oprd", "agent", "conj",
})  # fmt: skip
_OTHER_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "conj", "appos", "parataxis"})
_IFS = frozenset({"if", "unless", "whether", "before", "until", "lest", "once"})
_ASIDE = frozenset({"relcl", "pcomp"})
_OUGHT = frozenset({"should", "must", "ought", "let"})
_MAY = frozenset({"can", "could", "may", "might"})
_THINGS = ("NOUN", "PROPN")
_NEAR = 4
"""In words."""
_SAID_OF = frozenset({"amod", "acomp", "attr", "oprd", "ccomp", "xcomp", "ROOT", "conj"})
_ANYTHING = frozenset(
    {"anything", "nothing", "something", "everything", "anyone", "anybody", "nobody", "none"}
)
_VAGUE_SUBJECTS = frozenset({"it", "they", "this", "that", "these", "those"})


def find_turns(tree: Tree, inside: range, spoken_of: tuple[str, ...], *, denied: bool) -> Iterator[Turn]:
    """Give the words of a stretch that another speaker could turn the other way.

    `spoken_of` are the things of the sentence before, for an "it" or "they" that stands for them. What is
    `denied` turns, but not what a thing is called by the way: who denies "a terrible idea" may find it so.
    """
    for token in inside:
        concept = concept_at(tree, token)
        if not _may_turn(tree, token, concept) or _is_open(tree, token, inside):
            continue
        turners = tuple(_turners(tree, token, inside))
        sign = ((concept and concept.sign) or 1) * _parity(turners)
        sign = -sign if denied and tree.tokens[token].dep != "amod" else sign
        about = tuple(dict.fromkeys(_about(tree, token, inside, spoken_of)))
        name = concept.name if concept else lemma_of(tree, token)
        rest = tuple(one for one in about if one != name)
        target = tuple(dict.fromkeys(_target(tree, token, inside, spoken_of)))
        judges = concept is not None and concept.judges
        span, wished = _words(tree, token, turners), _is_wished(tree, token, inside)
        thing = tree.tokens[token].pos == "NOUN" and not judges
        time = _time(tree, token, inside)
        may = time == "ahead" and not turners and _may_be(tree, token, inside)
        yield Turn(span, name, sign, rest, target, bool(concept), thing, judges, wished, time, may)


def _may_turn(tree: Tree, token: int, concept: Concept | None) -> bool:
    one = tree.tokens[token]
    if one.pos == "VERB":
        # "Stay open" is said of "open".
        if tree.kid(token, "acomp") is not None:
            return False
        return bool(concept and concept.sign) or (
            concept is None and lemma_of(tree, token) not in light() and one.dep not in ("amod", "compound")
        )
    if concept is None or not concept.sign:
        # "Made no concessions" turns on the thing made.
        made = one.pos == "NOUN" and one.dep == "dobj" and lemma_of(tree, one.head) in governing("making")
        return made and lemma_of(tree, token) not in light()
    if (
        one.pos == "NOUN"
        and concept.judges
        and one.dep == "pobj"
        and tree.tokens[one.head].text.lower() == "as"
    ):
        return True
    if one.pos == "NOUN":
        return (
            _governed(tree, token)
            or _is_state(tree, token)
            or any(_negation(tree, kid) is not None for kid in tree.children[token])
        )
    return one.pos == "ADP" or (one.pos == "ADJ" and one.dep in _SAID_OF)


def _governed(tree: Tree, token: int) -> bool:
    """Tell whether a thing is said to come about or not, and is no mere part of the scene."""
    one = tree.tokens[token]
    head = one.head
    if one.dep == "pobj":
        return tree.tokens[head].text.lower() in _OF and lemma_of(tree, tree.tokens[head].head) in governing(
            "refusals"
        )
    return one.dep in ("attr", "dobj", "nsubjpass", "oprd") and lemma_of(tree, head) in governing(
        "refusals"
    ) | governing("bringing")


def _is_state(tree: Tree, token: int) -> bool:
    """Tell whether somebody or something is in a state: "is in compliance", "was at war"."""
    one = tree.tokens[token]
    return one.dep == "pobj" and lemma_of(tree, tree.tokens[one.head].head) == "be"


def _parity(turners: Sequence[int]) -> int:
    """Give -1 where a word is negated or refused, once or thrice; else 1."""
    return -1 if len(turners) % 2 else 1


def _words(tree: Tree, token: int, turners: Sequence[int]) -> Span:
    """Give a word with its particle, and with the "not" or the refusal that stands hard before it."""
    last = particle_of(tree, token)
    near = (one for one in turners if 0 < token - one <= _NEAR)
    return hull(tree.tokens[one].span for one in (min((token, *near)), token if last is None else last))


def _turners(tree: Tree, token: int, inside: range) -> Iterator[int]:
    """Give the words that negate or refuse a word."""
    child, one = None, token
    while one in inside:
        # What stands beside a word is under what both hang on, not under that word.
        beside = child is not None and tree.tokens[child].dep == "conj"
        if not beside:
            kids = (kid for kid in tree.children[one] if kid in inside and kid != child)
            yield from islice((word for kid in kids if (word := _negation(tree, kid)) is not None), 1)
        if child is not None and not beside and lemma_of(tree, one) in governing("refusals"):
            yield one
        if tree.tokens[one].dep not in _CARRYING or tree.tokens[one].head == one:
            break
        child, one = one, tree.tokens[one].head


def _negation(tree: Tree, kid: int) -> int | None:
    """Give the word of a dependent that negates what it hangs on: "not", the "no" of "no longer"."""
    one = tree.tokens[kid]
    # "Has yet to sign" is as "has not signed".
    if one.text.lower() == "yet":
        ahead = any(tree.tokens[i].tag == "TO" for i in tree.kids(one.head, "aux"))
        return kid if ahead or tree.kid(one.head, "xcomp") is not None else None
    if one.dep == "neg" or (one.dep in ("det", "preconj") and one.text.lower() in _NEGATIONS):
        return kid
    if one.dep in SUBJECTS and one.text.lower() in _NEGATIONS:
        return kid
    if one.dep not in (*SUBJECTS, "advmod"):
        return None
    below = tree.kids(kid, "det", "neg", "advmod")
    return next((i for i in below if tree.tokens[i].text.lower() in _NEGATIONS), None)


def _is_open(tree: Tree, token: int, inside: range) -> bool:
    """Tell whether a word stands under an "if", an "or" or a "used to", or in a clause by the way."""
    return _is_one_of_two(tree, token) or any(
        tree.tokens[one].dep in _ASIDE
        or (one != token and tree.tokens[one].text.lower() == "used")
        or any(_holds_open(tree, kid) for kid in tree.children[one])
        # What somebody did not do it for may come about otherwise.
        or (tree.tokens[one].dep == "advcl" and _is_negated(tree, tree.tokens[one].head, inside))
        for one in _way_up(tree, token, inside)
    )


def _is_negated(tree: Tree, token: int, inside: range) -> bool:
    return _parity(tuple(_turners(tree, token, inside))) < 0


def _is_one_of_two(tree: Tree, token: int) -> bool:
    first = tree.tokens[token].head if tree.tokens[token].dep == "conj" else token
    return any(tree.tokens[kid].text.lower() == "or" for kid in tree.kids(first, "cc"))


def _holds_open(tree: Tree, kid: int) -> bool:
    return tree.tokens[kid].dep == "mark" and tree.tokens[kid].text.lower() in _IFS


def _is_wished(tree: Tree, token: int, inside: range) -> bool:
    """Tell whether a word stands under a wish or an ought."""
    for one in _way_up(tree, token, inside):
        # Who calls a thing a mistake calls for nothing.
        wishes = lemma_of(tree, one) in governing("wishes") and tree.kid(one, "oprd") is None
        if one != token and wishes:
            return True
        if any(tree.tokens[kid].text.lower() in _OUGHT for kid in tree.kids(one, "aux")):
            return True
        if tree.tokens[one].dep == "advcl":
            return False
    return False


def _time(tree: Tree, token: int, inside: range) -> Time:
    """Tell the time of the clause that a word stands in; a participle or infinitive has that of its verb."""
    for one in _way_up(tree, token, inside):
        helpers = {tree.tokens[kid].tag for kid in tree.kids(one, "aux", "auxpass")}
        if helpers & {"MD", "TO"}:
            return "ahead"
        if tree.tokens[one].tag == "VBD" or "VBD" in helpers or (tree.tokens[one].tag == "VBN" and helpers):
            return "past"
        if tree.tokens[one].tag in ("VBZ", "VBP") or helpers:
            return "now"
    return "now"


def _may_be(tree: Tree, token: int, inside: range) -> bool:
    """Tell what can or could come about from what will."""
    helpers = (kid for one in _way_up(tree, token, inside) for kid in tree.kids(one, "aux"))
    return any(tree.tokens[kid].text.lower() in _MAY for kid in helpers)


def _way_up(tree: Tree, token: int, inside: range) -> Iterator[int]:
    """Give a word, its head and so on, as far as they stand in the stretch."""
    one = token
    while one in inside:
        yield one
        if tree.tokens[one].head == one:
            return
        one = tree.tokens[one].head


def _about(tree: Tree, token: int, inside: range, spoken_of: tuple[str, ...]) -> Iterator[str]:
    one = tree.tokens[token]
    if one.pos == "ADJ" and one.dep == "amod":
        yield from terms_of(tree, _things(tree, one.head, inside))
        subject = _called(tree, one.head, inside)
        yield from () if subject is None else terms_of(tree, _things(tree, subject, inside))
        return
    yield from terms_of(
        tree, (i for i in (*_things(tree, token, inside), *_begun(tree, token)) if i != token)
    )
    subject = _subject(tree, token, inside)
    if subject is not None:
        yield from terms_of(tree, _things(tree, subject, inside))
        if tree.tokens[subject].text.lower() in _VAGUE_SUBJECTS:
            yield from spoken_of
    if one.dep == "pobj":
        yield from terms_of(
            tree, (i for i in _things(tree, tree.tokens[one.head].head, inside) if i != token)
        )
    if one.dep in ("acomp", "attr", "oprd") or one.pos == "ADP":
        yield from terms_of(tree, (i for i in _things(tree, one.head, inside) if i != token))


def _called(tree: Tree, token: int, inside: range) -> int | None:
    """Give what is called a thing: the plan in "the plan is a good idea" and "sees it as a good idea"."""
    one = tree.tokens[token]
    if one.dep == "attr":
        return _subject(tree, token, inside)
    called = one.dep == "oprd" or (one.dep == "pobj" and tree.tokens[one.head].text.lower() == "as")
    verb = one.head if one.dep == "oprd" else tree.tokens[one.head].head
    return tree.kid(verb, "dobj", "nsubjpass") if called else None


def _target(tree: Tree, token: int, inside: range, spoken_of: tuple[str, ...]) -> Iterator[str]:
    """Give what a word is said of first: whose quality it is, what it is done to, else who does it, where."""
    one = tree.tokens[token]
    if one.dep == "amod":
        subject = _called(tree, one.head, inside)
        found = [one.head] if subject is None else [one.head, subject]
    else:
        found = [kid for kid in tree.kids(token, "dobj", "nsubjpass") if not _is_anything(tree, kid)]
        found += _begun(tree, token)
        if not found:
            within = [kid for prep in tree.kids(token, "prep") for kid in tree.kids(prep, "pobj")]
            subject = _subject(tree, token, inside)
            found = [*within, *([] if subject is None else [subject])]
            # "The worst deal": what is called so, and "no talks": what does not come about.
            found += [token] if one.pos == "NOUN" else []
    for thing in found:
        yield from terms_of(tree, (i for i in (thing, *tree.kids(thing, "compound", "conj")) if i in inside))
        if tree.tokens[thing].text.lower() in _VAGUE_SUBJECTS:
            yield from spoken_of


def _begun(tree: Tree, token: int) -> Iterator[int]:
    """Give what somebody starts, stops or is ready to do, with its object: "resume testing missiles"."""
    for verb in tree.kids(token, "xcomp", "pcomp"):
        yield verb
        yield from tree.kids(verb, "dobj")


def _is_anything(tree: Tree, token: int) -> bool:
    """Tell an object that says nothing of what: "will not restart anything" is said of who does not."""
    return tree.tokens[token].text.lower() in _ANYTHING


def _subject(tree: Tree, token: int, inside: range) -> int | None:
    """Give the subject of a word, or of what it hangs on."""
    one = token
    while one in inside:
        found = tree.kid(one, *SUBJECTS)
        if found is not None:
            return found
        if tree.tokens[one].dep not in _CARRYING:
            return None
        one = tree.tokens[one].head
    return None


def _things(tree: Tree, token: int, inside: range) -> Iterable[int]:
    """Give the things and names that hang on a word, in its own clause."""
    found, waiting = [], [token]
    while waiting:
        one = waiting.pop()
        if tree.tokens[one].pos in _THINGS:
            found.append(one)
        waiting += [kid for kid in tree.children[one] if kid in inside and not _is_elsewhere(tree, kid)]
    return sorted(found)


def _is_elsewhere(tree: Tree, kid: int) -> bool:
    one = tree.tokens[kid]
    return (
        one.dep in _OTHER_CLAUSES or one.dep == "mark" or (one.dep == "prep" and one.text.lower() in _ASIDES)
    )
