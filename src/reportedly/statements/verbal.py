"""Verbs that attribute: *said*, *was accused of*, *wants to*."""

from collections.abc import Collection, Sequence

from reportedly.language.tree import Tree
from reportedly.spans import Span
from reportedly.statements.clauses import (
    carried_verb,
    content_of,
    first_cue,
    is_passive,
    noun_phrase,
    relayed,
    source_of,
    surroundings,
    verb_cue,
    whole_phrase,
)
from reportedly.statements.cues import DAYS, OCCASIONS, Cue
from reportedly.statements.draft import Draft, joined, whole_quotations
from reportedly.statements.happened import happened
from reportedly.statements.scene import Scene
from reportedly.statements.speech import Links

_NAMING = frozenset({"call", "name", "dub", "label", "term"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSAL = frozenset({"VERB", "AUX", "SCONJ", "CCONJ", "PART"})
_LOOSE_ENDS = frozenset({"CCONJ", "PUNCT"})
_FAR = 8
# A verb that is in no lexicon but stands where a cue stands beside a quotation: *“…,” smiled Petrova*.
_ANY_SPEECH = Cue("say", "other", frozenset({"quote"}))


def verbal_draft(scene: Scene, verb: int, links: Links) -> Draft | None:
    """Draft what a verb attributes; None where it attributes nothing, or nobody knows to whom."""
    quotations = links.quotations.get(verb, ())
    cue = verb_cue(scene.tree, verb) or (_ANY_SPEECH if quotations else None)
    if cue is None or _only_describes(scene, verb) or carried_verb(scene.tree, verb) is not None:
        return None
    if not quotations and not happened(scene.tree, verb, cue):
        return None
    words, group = _attributed(scene, verb, cue, bool(quotations))
    source, carrier = relayed(scene.tree, verb) or (source_of(scene.tree, verb), ())
    if quotations:
        source = _in_own_words(scene, source, group)
    elif words and min(words) > verb and _lost_subject(scene, verb, source):
        # The parse lost the subject, or took that of what was said for it.
        source, words = _noun_before(scene, group), words | set(source)
    source = tuple(i for i in source if i not in group and scene.tokens[i].tag not in ("``", "''"))
    if not (words or quotations) or not source:
        return None
    content = _kept(scene, verb, words - {*source, *group}, links)
    around = whole_quotations(scene, content, verb, links.beside)
    return Draft(
        cue=cue,
        anchor=verb,
        source=scene.spans(source),
        words=scene.spans(group),
        content=joined(scene.text, (*around, *(scene.quotations[q].span for q in quotations))),
        pattern="quotation" if quotations else "clause",
        via=scene.spans(carrier),
        addressee=scene.spans(_addressee(scene, verb, cue, words)),
        occasion=_occasion(scene, verb, words),
    )


def _kept(scene: Scene, verb: int, words: set[int], links: Links) -> set[int]:
    """Leave out of a content what is no content: another's aside, a second cue, the report's own clause.

    What stands for the content before the cue (*which she denied*, *what he said was dust*) is no
    content by itself, and without it the rest says nothing.
    """
    if words and min(words) < verb and scene.tokens[min(words)].tag in ("WP", "WDT"):
        after = {word for word in words if word > verb}
        words = after if any(scene.inside[word] >= 0 for word in after) else set()
    words = words if verb in links.asides else words - links.asides
    return _without_ends(scene, _to_semicolon(scene, verb, _to_next_cue(scene.tree, verb, words)))


def _to_next_cue(tree: Tree, verb: int, words: set[int]) -> set[int]:
    """Let a content end at a second cue that the parse hung inside: *said he would, adding that …*."""
    verbs = sorted(i for i in words if i > verb and tree.tokens[i].pos == "VERB")
    for other in verbs:
        first = first_cue(tree, other)
        if first is not None and first not in words:
            return {i for i in words if i < tree.subtree(other)[0]}
    return words


def _without_ends(scene: Scene, words: set[int]) -> set[int]:
    """Leave out a conjunction or a dash that is left at the end of a content."""
    while words and scene.tokens[max(words)].pos in _LOOSE_ENDS and scene.inside[max(words)] < 0:
        words = words - {max(words)}
    return words


def _attributed(scene: Scene, verb: int, cue: Cue, quoted: bool) -> tuple[set[int], tuple[int, ...]]:
    """Give the content as the parse tells it, and the cue's words."""
    words, group = content_of(scene.tree, verb, cue)
    if quoted and "person" in cue.takes:
        whom = scene.tree.kid(verb, "dobj")
        told = set(scene.tree.subtree(whom)) if whom is not None else set()
        words = {i for i in words if scene.inside[i] >= 0 or i not in told}
    if not words and not quoted and "quote" in cue.takes:
        words = surroundings(scene.tree, verb)
    return words, group


def _to_semicolon(scene: Scene, verb: int, words: Collection[int]) -> set[int]:
    """Let a content end at a semicolon after which the report speaks in a clause of its own."""
    stops = (i for i in words if i > verb and scene.tokens[i].text == ";" and scene.inside[i] < 0)
    stop = min(stops, default=len(scene.tokens))
    speaks = any(i > stop and scene.tokens[i].dep == "nsubj" and scene.tokens[i].tag[0] != "W" for i in words)
    return {i for i in words if i < stop} if speaks else set(words)


def _only_describes(scene: Scene, verb: int) -> bool:
    """Tell *a group called “The Circle”*, *a plan to ask*, *his mocking it* from words that attribute."""
    token = scene.tokens[verb]
    names = token.lemma in _NAMING and token.tag == "VBN"
    owned = token.tag == "VBG" and any(
        scene.tokens[k].tag == "PRP$" for k in scene.tree.children[verb] if k < verb
    )
    return owned or (token.dep == "acl" and (names or token.tag == "VB"))


def _in_own_words(scene: Scene, source: Sequence[int], group: Sequence[int]) -> tuple[int, ...]:
    """Keep a source to the report's own words; beside a quotation the parse often loses it.

    *“…,” said Petrova* may come out with Petrova as what was said, or with words of the quotation as
    who said it; then the noun next to the cue is taken.
    """
    kept = tuple(i for i in source if scene.inside[i] < 0)
    return kept or _noun_after(scene, group) or _noun_before(scene, group)


def _lost_subject(scene: Scene, verb: int, source: Collection[int]) -> bool:
    """Tell a verb that must have a subject before it: *said*, *says*, not *saying* or *was told*."""
    subject = scene.tree.kid(verb, "nsubj")
    if source:
        return subject is not None and min(source) > verb
    relative = subject is not None and scene.tokens[subject].tag == "WDT"
    finite = scene.tokens[verb].tag in ("VBD", "VBZ", "VBP") and not is_passive(scene.tree, verb)
    return finite and not relative


def _noun_after(scene: Scene, group: Sequence[int]) -> tuple[int, ...]:
    """Give the noun phrase that follows a cue at once: *“…,” said the minister*."""
    return _noun_on(scene, range(group[-1] + 1, group[-1] + _FAR), (*_CLAUSAL, "ADP"))


def _noun_before(scene: Scene, group: Sequence[int]) -> tuple[int, ...]:
    """Give the noun phrase that stands before a cue, where the parse did not tie them together."""
    return _noun_on(scene, range(group[0] - 1, group[0] - _FAR, -1), _CLAUSAL)


def _noun_on(scene: Scene, way: range, barriers: Collection[str]) -> tuple[int, ...]:
    for i in way:
        if not 0 <= i < len(scene.tokens) or scene.inside[i] >= 0:
            return ()
        if scene.tokens[i].pos in barriers or scene.tokens[i].text in ".:;":
            return ()
        if scene.tokens[i].text == "what":
            return ()
        if scene.tokens[i].pos in _NOMINAL and scene.tokens[i].text.lower() not in DAYS:
            return tuple(
                word for word in noun_phrase(scene.tree, _head_noun(scene, i)) if scene.inside[word] < 0
            )
    return ()


def _head_noun(scene: Scene, noun: int) -> int:
    """Go up from *foreign*, *Ana* or *of Ardania* to the noun that heads the phrase."""
    head, above = noun, noun
    for _ in range(_FAR):
        above = scene.tokens[above].head
        if scene.tokens[above].pos not in (*_NOMINAL, "ADP") or scene.inside[above] >= 0:
            break
        if scene.tokens[head].pos == scene.tokens[above].pos == "PROPN" and _parted(scene, above, head):
            break
        head = above if scene.tokens[above].pos in _NOMINAL else head
    return head


def _parted(scene: Scene, one: int, other: int) -> bool:
    """Tell two names beside a comma, of which neither explains the other: *by Ms. Kass, Ana Lind, …*."""
    return any(scene.tokens[i].text == "," for i in range(one, other))


def _addressee(scene: Scene, verb: int, cue: Cue, content: Collection[int]) -> tuple[int, ...]:
    """Find to whom it was said: *told reporters*, *said to her*."""
    tree = scene.tree
    if "person" in cue.takes:
        passive = tree.kid(verb, "nsubjpass")
        whom = passive if passive is not None else tree.kid(verb, "dobj", "dative")
        return () if whom is None or whom in content else noun_phrase(tree, whom)
    for to in tree.kids(verb, "prep", "dative"):
        whom = tree.kid(to, "pobj")
        if whom in content or (whom is not None and tree.tokens[whom].tag in ("WDT", "WP")):
            continue
        if cue.act == "say" and tree.tokens[to].lemma == "to" and whom is not None:
            return noun_phrase(tree, whom)
    return ()


def _occasion(scene: Scene, verb: int, content: Collection[int]) -> Span | None:
    """Find where it was said: *in an interview*, *at a briefing on Monday*."""
    tree = scene.tree
    for prep in tree.kids(verb, "prep"):
        thing = tree.kid(prep, "pobj")
        if thing is not None and tree.tokens[thing].lemma in OCCASIONS and scene.inside[thing] < 0:
            spans = scene.spans([i for i in (prep, *whole_phrase(tree, thing)) if i not in content])
            return spans[0] if spans else None
    return None
