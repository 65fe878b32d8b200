"""Source, cue and content as the parse tells them."""

from collections.abc import Collection, Iterator, Sequence

from reportedly.language.tree import Tree
from reportedly.statements.cues import ARTIFACTS, AUDIENCES, DAYS, OCCASIONS, RELAYS, VERBS, Cue

_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "prep", "dep"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_ADDS_TO_NOUN = ("relcl", "acl", "advcl", "ccomp", "parataxis")
_POINTERS = frozenset({"even", "only", "also", "meanwhile"})
_DAY_LEADS = frozenset({"on", "late", "early", "last", "this"})
_HIGHEST_CLIMB = 8
_FARTHEST_THAT = 12
_WHEN = frozenset({"after", "amid", "before", "despite", "during", "since", "until"})
_SETTINGS = OCCASIONS | AUDIENCES | DAYS


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is passive: *was told*, *accused by them*."""
    if tree.kid(verb, "nsubjpass", "csubjpass", "auxpass") is not None:
        return True
    token = tree.tokens[verb]
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and tree.kid(verb, "aux") is None


def cue_group(tree: Tree, cue: int) -> tuple[int, ...]:
    """Give the cue word with its neighbouring helpers: *has not said*, *pointed out*."""
    helpers = {
        kid for kid in tree.children[cue] if tree.tokens[kid].dep in _HELPERS and not tree.children[kid]
    }
    first = last = cue
    while first - 1 in helpers:
        first -= 1
    while last + 1 in helpers:
        last += 1
    return tuple(range(first, last + 1))


def noun_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """Give a noun phrase with title and apposition, without *even* before it and a day after it."""
    phrase = whole_phrase(tree, head)
    start = 1 if phrase and tree.tokens[phrase[0]].text.lower() in _POINTERS else 0
    return without_day(tree, phrase[start:])


def whole_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """Give a noun phrase without a clause that adds to it or an *’s*."""
    left_out = {i for kid in tree.kids(head, *_ADDS_TO_NOUN) if kid > head for i in tree.subtree(kid)}
    left_out.update(tree.kids(head, "case"))
    return tuple(i for i in _unbroken(tree.subtree(head), head) if i not in left_out)


def without_day(tree: Tree, words: Sequence[int]) -> tuple[int, ...]:
    """Leave out a day at the end: *the league on Friday*, *state media Monday evening*."""
    end = len(words)
    while end and tree.tokens[words[end - 1]].text.lower() in DAYS:
        end -= 1
    while 0 < end < len(words) and tree.tokens[words[end - 1]].text.lower() in _DAY_LEADS:
        end -= 1
    return tuple(words[:end])


def _unbroken(tokens: tuple[int, ...], head: int) -> tuple[int, ...]:
    """Keep the neighbours of the head: what stands apart from it was hung there by mistake."""
    first = last = tokens.index(head)
    while first > 0 and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    return tokens[first : last + 1]


def source_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Find who is credited: the subject, the *by* of a passive, or the subject of the verb above."""
    if is_passive(tree, verb):
        return agent_of(tree, verb)
    for holder in _holders(tree, verb):
        subject = tree.kid(holder, "nsubj")
        if subject is not None:
            return _speaking(tree, holder, subject)
        passive = tree.kid(holder, "nsubjpass")
        if passive is not None:
            return noun_phrase(tree, passive)
        if tree.tokens[holder].dep == "acl" and not _after_comma(tree, holder):
            return _owner(tree, tree.tokens[holder].head)
    return ()


def _speaking(tree: Tree, verb: int, subject: int) -> tuple[int, ...]:
    """Give a subject that can speak; for *that* and *which* the thing with words that they stand for."""
    if tree.tokens[subject].text.lower() in ("there", "what"):
        return ()
    if tree.tokens[subject].tag != "WDT":
        return noun_phrase(tree, subject)
    noun = tree.tokens[verb].head
    speaks = tree.tokens[noun].pos == "PROPN" or tree.tokens[noun].lemma in ARTIFACTS
    return noun_phrase(tree, noun) if speaks and tree.tokens[verb].dep == "relcl" else ()


def _owner(tree: Tree, noun: int) -> tuple[int, ...]:
    """Find who stands behind a noun: *Kass's letter saying*, *she issued a statement saying*."""
    if tree.tokens[noun].lemma in ARTIFACTS:
        owner = tree.kid(noun, "poss")
        if owner is not None:
            return noun_phrase(tree, owner)
        above = tree.tokens[noun].head
        if tree.tokens[noun].dep == "pobj":
            above = tree.tokens[above].head
        if tree.tokens[noun].dep in ("dobj", "pobj") and tree.tokens[above].pos == "VERB":
            return source_of(tree, above)
    return noun_phrase(tree, noun)


def agent_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give who did it in a passive: *accused by the ministry*."""
    for by in tree.kids(verb, "agent", "prep"):
        who = tree.kid(by, "pobj")
        if tree.tokens[by].lemma == "by" and who is not None:
            return noun_phrase(tree, who)
    return ()


def _holders(tree: Tree, verb: int) -> Iterator[int]:
    """Climb from a verb to those whose subject it may share.

    *…, adding that* goes with the outermost clause, not with one inside what that clause reports.
    """
    yield verb
    first = first_cue(tree, verb)
    verb = verb if first is None else first
    for _ in range(_HIGHEST_CLIMB):
        if first is not None:
            yield verb
        if tree.tokens[verb].dep not in _SHARES_SUBJECT:
            return
        verb = tree.tokens[verb].head
        if first is None:
            yield verb


def first_cue(tree: Tree, verb: int) -> int | None:
    """Find the cue that a second one goes on from, where the parse hung the second inside what is said.

    *She said it was over, adding that …*; *he said it had begun, and recalled …*.
    """
    added = tree.tokens[verb].tag == "VBG" and _after_comma(tree, verb)
    if not (added or tree.tokens[verb].dep == "conj") or tree.kid(verb, "mark") is not None:
        return None
    cue = verb_cue(tree, verb)
    if cue is None or cue.act != "say":
        return None
    above = verb
    if added:
        while tree.tokens[above].dep in _SHARES_SUBJECT and tree.tokens[above].head < above:
            above = tree.tokens[above].head
        while _is_told_by(tree, tree.tokens[above].head, above):
            above = tree.tokens[above].head
        return above if above != verb and verb_cue(tree, above) is not None else None
    while tree.tokens[above].dep == "conj" and tree.tokens[above].head < above:
        above = tree.tokens[above].head
    outer = tree.tokens[above].head
    if above == verb or not _is_told_by(tree, outer, above) or _tense(tree, verb) != _tense(tree, outer):
        return None
    return outer if verb_cue(tree, outer) and not _could_go_on(tree, above) else None


def _is_told_by(tree: Tree, outer: int, clause: int) -> bool:
    return tree.tokens[clause].dep == "ccomp" and outer < clause


def _tense(tree: Tree, verb: int) -> str:
    """Give the tag of the word that shows the tense: of *did* in *did not say*."""
    helper = tree.kid(verb, "aux", "auxpass")
    return tree.tokens[verb if helper is None else helper].tag


def _could_go_on(tree: Tree, clause: int) -> bool:
    """Tell a clause whose own subject may do the next thing too: one with a name, in a simple tense."""
    subject = tree.kid(clause, "nsubj")
    named = subject is not None and tree.tokens[subject].pos == "PROPN"
    return named and tree.kid(clause, "aux") is None


def _after_comma(tree: Tree, verb: int) -> bool:
    before = verb - 2 if verb > 1 and tree.tokens[verb - 1].tag == "''" else verb - 1
    return before >= 0 and tree.tokens[before].text == ","


def verb_cue(tree: Tree, verb: int) -> Cue | None:
    """Look a verb up, first together with a particle or preposition: *called for* is no *called*."""
    lemma = tree.tokens[verb].lemma
    for kid in tree.kids(verb, "prt", "prep", "agent", "advmod"):
        cue = VERBS.get(f"{lemma}_{tree.tokens[kid].lemma}") if kid > verb else None
        if cue is not None:
            return cue
    if led_on(tree, verb) is not None and f"{lemma}_for" in VERBS:
        return VERBS[f"{lemma}_for"]
    # *showed off*, *called up* are not *showed*, *called*.
    return VERBS.get(lemma) if tree.kid(verb, "prt") is None else None


def led_on(tree: Tree, verb: int) -> int | None:
    """Find the *for* that leads from a cue to a clause with a subject: *called for them to leave*."""
    clauses = (kid for kid in tree.kids(verb, "ccomp", "xcomp", "advcl") if kid > verb)
    marks = (mark for clause in clauses for mark in tree.kids(clause, "mark"))
    return next((m for m in marks if m == verb + 1 and tree.tokens[m].lemma == "for"), None)


def relayed(tree: Tree, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Give source and carrier of *was quoted by a paper as saying*, *the paper quoted him as saying*."""
    by = tree.tokens[verb].head
    carried = tree.tokens[by].head
    if (
        tree.tokens[verb].dep != "pcomp"
        or tree.tokens[by].lemma != "as"
        or tree.tokens[carried].lemma not in RELAYS
    ):
        return None
    said_by = tree.kid(carried, "nsubjpass", "dobj")
    source = noun_phrase(tree, said_by) if said_by is not None else ()
    return source, source_of(tree, carried) or agent_of(tree, verb)


def carried_verb(tree: Tree, verb: int) -> int | None:
    """Give the verb whose words another only carries on: *saying* of *quoted him as saying*."""
    by = next((k for k in tree.kids(verb, "prep") if tree.tokens[k].lemma == "as"), None)
    return tree.kid(by, "pcomp") if by is not None and tree.tokens[verb].lemma in RELAYS else None


def content_of(tree: Tree, verb: int, cue: Cue) -> tuple[set[int], tuple[int, ...]]:
    """Give the words that are attributed, and the cue's words grown by a preposition that leads there."""
    group = cue_group(tree, verb)
    if is_passive(tree, verb) and ("person" not in cue.takes or "object" in cue.takes):
        return _passive_content(tree, verb, cue) - set(group), group
    right = {i for kid in tree.children[verb] if kid > verb for i in _taken(tree, verb, kid, cue)}
    # A relative pronoun before the cue is the content only where nothing after it is.
    found = right or {i for kid in tree.children[verb] if kid < verb for i in _taken(tree, verb, kid, cue)}
    if not found and "clause" in cue.takes:
        found = _beyond_occasion(tree, verb) or _garbled(tree, verb)
    if not found:
        return _prepositional(tree, verb, cue, group)
    return _with_opening_that(tree, _after_day(tree, found), group), group


def _after_day(tree: Tree, found: set[int]) -> set[int]:
    """Leave out a day that opens the content but tells of the cue: *said Tuesday the talks were over*."""
    first = min(found)
    day = tree.tokens[first].text.lower() in DAYS and tree.tokens[first].dep != "nsubj"
    return found - {first} if day and len(found) > 1 else found


def _beyond_occasion(tree: Tree, verb: int) -> set[int]:
    """Give the clause that the parse hung on where it was said: *said in an interview that …*."""
    things = (thing for prep in tree.kids(verb, "prep") for thing in tree.kids(prep, "pobj") if prep > verb)
    for clause in (kid for thing in things for kid in tree.kids(thing, "acl", "relcl", "ccomp")):
        words = tree.subtree(clause)
        if tree.tokens[words[0]].text == "that" and tree.tokens[words[0]].tag == "IN":
            return set(words)
    return set()


def _garbled(tree: Tree, verb: int) -> set[int]:
    """Give the clause after *said* that the parse took for its object: *said the rumours … appeal*."""
    if tree.tokens[verb].lemma != "say":
        return set()
    found = {i for kid in tree.kids(verb, "dobj", "xcomp") if kid > verb for i in tree.subtree(kid)}
    clausal = any(tree.tokens[i].pos in ("VERB", "AUX") for i in found)
    return found if clausal and all(tree.tokens[i].text != ":" for i in found) else set()


def _with_opening_that(tree: Tree, found: set[int], group: tuple[int, ...]) -> set[int]:
    """Let the content start at its *that*, where the parse hung *that* and what follows it elsewhere."""
    start = min(found)
    for i in range(start - 1, max(group[-1], start - _FARTHEST_THAT), -1):
        if tree.tokens[i].text == "that" and tree.tokens[i].tag == "IN":
            return (found | set(range(i, start))) - set(group)
    return found - set(group)


def _taken(tree: Tree, verb: int, kid: int, cue: Cue) -> tuple[int, ...]:
    """Give what one dependent of the cue adds to the content, by what the cue takes."""
    relation = tree.tokens[kid].dep
    if "clause" in cue.takes and (relation == "ccomp" or (relation == "advcl" and _asks(tree, kid, cue))):
        return tree.subtree(kid)
    if relation in ("xcomp", "ccomp") and "infinitive" in cue.takes and kid > verb:
        return tree.subtree(kid)
    if relation in ("xcomp", "ccomp") and "object" in cue.takes and kid > verb and _is_gerund(tree, kid):
        return tree.subtree(kid)  # what was done stands as an object does: *denied taking the money*
    if relation in ("dobj", "oprd") and "object" in cue.takes and not _is_told(tree, verb, kid, cue):
        more = _after_object(tree, verb, kid)
        return (*_to_nobody(tree, kid), *more)
    return ()


def _is_gerund(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[i].tag == "VBG" for i in (clause, *tree.kids(clause, "aux")))


def _to_nobody(tree: Tree, thing: int) -> tuple[int, ...]:
    """Give an object up to *to reporters* or a day at its end: those tell of the cue."""
    to = next((k for k in tree.kids(thing, "prep") if _is_setting(tree, k, AUDIENCES)), len(tree.tokens))
    return without_day(tree, [i for i in tree.subtree(thing) if i < to])


def _is_setting(tree: Tree, prep: int, things: Collection[str]) -> bool:
    thing = tree.kid(prep, "pobj")
    return thing is not None and tree.tokens[thing].lemma in things


def _asks(tree: Tree, clause: int, cue: Cue) -> bool:
    return cue.sense == "ask" and any(
        tree.tokens[k].lemma in ("if", "whether") for k in tree.kids(clause, "mark")
    )


def _is_told(tree: Tree, verb: int, thing: int, cue: Cue) -> bool:
    """Tell to whom from what: *asked him whether* beside *asked a question*."""
    if "person" not in cue.takes:
        return False
    named = tree.tokens[thing].pos in ("PROPN", "PRON")
    return named or any(kid > thing for kid in tree.kids(verb, "ccomp", "prep", "advcl"))


def _after_object(tree: Tree, verb: int, thing: int) -> tuple[int, ...]:
    """Give what is said of the object: *accused him of lying*, *called it a disgrace*."""
    kids = [k for k in tree.kids(verb, "xcomp", "oprd", "prep", "ccomp") if k > max(thing, verb)]
    preps = [k for k in kids if tree.tokens[k].dep == "prep"]
    settings = [k for k in preps if tree.tokens[k].lemma in _WHEN or _is_setting(tree, k, _SETTINGS)]
    # *dismissed it in a letter as a farce*: the parse hangs *as* on the letter.
    beyond = (k for s in settings for k in tree.subtree(s) if tree.tokens[k].lemma == "as")
    return tuple(i for k in (*(k for k in kids if k not in settings), *beyond) for i in tree.subtree(k))


def _prepositional(
    tree: Tree, verb: int, cue: Cue, group: tuple[int, ...]
) -> tuple[set[int], tuple[int, ...]]:
    """Give what a preposition leads to: *called for an inquiry*, *referred to him as a friend*."""
    mark = led_on(tree, verb)
    if mark is not None and tree.tokens[mark].lemma in cue.takes:
        return set(tree.subtree(tree.tokens[mark].head)) - {mark}, (*group, mark)
    leads = [k for k in tree.kids(verb, "prep", "agent") if k > verb and tree.tokens[k].lemma in cue.takes]
    if not leads:
        return set(), group
    first = leads[0]
    found = {i for k in tree.kids(first, "pobj", "pcomp", "prep") for i in tree.subtree(k)}
    found |= {i for k in tree.kids(verb, "xcomp", "prep") if k > first for i in tree.subtree(k)}
    if tree.kid(first, "pobj", "pcomp") is None and found:
        found |= set(range(first + 1, min(found)))
    return found, (*group, first) if first == group[-1] + 1 else group


def _passive_content(tree: Tree, verb: int, cue: Cue) -> set[int]:
    """Give what a passive credits to someone: its subject with what is said of it."""
    if not cue.takes & {"clause", "object", "infinitive"}:
        return set()
    after = {
        i for k in tree.kids(verb, "xcomp", "oprd", "ccomp", "prep")
        if k > verb and tree.tokens[k].lemma != "by" for i in tree.subtree(k)
    }  # fmt: skip
    subject = tree.kid(verb, "nsubjpass")
    if subject is None or not (after or agent_of(tree, verb)):
        return set()
    if tree.tokens[subject].text.lower() == "it" and tree.kid(verb, "ccomp") is not None:
        return after
    return after | set(tree.subtree(subject))


def surroundings(tree: Tree, verb: int) -> set[int]:
    """Give the clause that a parenthesis interrupts: *The deal, she said, is dead*; empty where none is."""
    token = tree.tokens[verb]
    if token.dep not in ("parataxis", "ccomp", "advcl") or tree.kid(verb, "nsubj") is None:
        return set()
    aside = tree.subtree(verb)
    words = [i for i in aside if tree.tokens[i].pos != "PUNCT"]
    before, after = words[0] - 1, words[-1] + 1
    if before >= 0 and tree.tokens[before].text not in (",", "—", "–", "-", "("):
        return set()
    if after < len(tree.tokens) and tree.tokens[after].pos != "PUNCT":
        return set()
    return (set(tree.subtree(token.head)) - set(aside)) | _fronted(tree, verb, token.head)


def _fronted(tree: Tree, verb: int, clause: int) -> set[int]:
    """Give a subject that the parse hung on the parenthesis: *Ardania, she said, has no army*."""
    if tree.kid(clause, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return set()
    return {i for kid in tree.kids(verb, "npadvmod", "dep") if kid < verb for i in tree.subtree(kid)}
