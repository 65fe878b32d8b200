"""The chain of a statement: who carried it to the report, to whom it was said, and where."""

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass

from reportedly.language.reading import Reading
from reportedly.language.tree import Tree, head_in, sentence_at, tokens_in
from reportedly.spans import Span, trimmed
from reportedly.statements.draft import LOOSE

_RELAYS = frozenset({"quote", "cite", "report"})
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "afternoon",
    "evening", "night",
})  # fmt: skip
_DAY_LEADS = frozenset({"on", "late", "early", "last", "this"})
_ADDS_TO_NOUN = ("relcl", "acl", "advcl", "ccomp", "parataxis")
# Verbs whose object is who was told.
_TOLD = frozenset({
    "tell", "inform", "remind", "assure", "warn", "ask", "notify", "reassure", "brief", "advise",
    "alert", "caution", "persuade", "convince",
})  # fmt: skip
_OCCASIONS = frozenset({
    "interview", "briefing", "conference", "speech", "tweet", "statement", "letter", "call", "debate",
    "rally", "meeting", "hearing", "testimony", "post", "email", "address", "appearance", "show",
    "broadcast", "podcast", "memo", "message", "release", "editorial", "article", "op-ed", "column",
    "essay", "remarks", "event", "forum", "summit", "session", "lecture", "town", "visit",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relay:
    """*She was quoted by a paper as saying*: the tokens of *saying*, of who spoke, of who carried it and
    of what was said.
    """

    saying: int
    spoke: tuple[int, ...]
    carried: tuple[int, ...]
    said: tuple[int, ...]


def relay_at(reading: Reading, tree: Tree, cue: Sequence[Span]) -> Relay | None:
    """Find whose words a cue's verb carries: *a paper quoted her as saying*; None where it carries
    nobody's.
    """
    for verb in (i for span in cue for i in tokens_in(reading, span) if tree.tokens[i].lemma in _RELAYS):
        by = next((k for k in tree.kids(verb, "prep") if tree.tokens[k].lemma == "as"), None)
        saying = tree.kid(by, "pcomp") if by is not None else None
        spoke = tree.kid(verb, "nsubjpass", "dobj")
        if saying is not None and spoke is not None:
            agents = (
                tree.kid(k, "pobj")
                for at in (verb, saying)
                for k in tree.kids(at, "agent", "prep")
                if tree.tokens[k].lemma == "by"
            )
            carried = next((agent for agent in agents if agent is not None), tree.kid(verb, "nsubj"))
            who = () if carried is None else noun_phrase(tree, carried)
            by_whom = {i for i in tree.subtree(saying) if tree.tokens[i].lemma == "by" and i + 1 in who}
            said = (i for i in tree.subtree(saying) if i not in (saying, *who, *by_whom))
            return Relay(saying, noun_phrase(tree, spoke), who, tuple(said))
    return None


def according_to(reading: Reading, tree: Tree, cue: Sequence[Span]) -> Collection[int]:
    """Find the words of who is named by an *according to* in the cue's sentence, if the cue is not that
    itself.
    """
    own = [i for span in cue for i in tokens_in(reading, span)]
    if not own:
        return ()
    sentence = reading.sentences[sentence_at(reading, own[0])]
    for at in range(sentence.first, sentence.last - 1):
        if at not in own and [tree.tokens[i].text.lower() for i in (at, at + 1)] == ["according", "to"]:
            who = tree.kid(at + 1, "pobj")
            return () if who is None else noun_phrase(tree, who)
    return ()


def addressee(reading: Reading, tree: Tree, cue: Sequence[Span], barred: Set[int]) -> Collection[int]:
    """Find the words of to whom it was said: *told reporters*, *said to her*; words `barred` are no part of
    it.
    """
    verb = cue_verb(reading, cue)
    if verb is None:
        return ()
    if tree.tokens[verb].lemma in _TOLD:
        told = tree.kid(verb, "dobj", "dative", "nsubjpass")
        return () if told is None else _free(noun_phrase(tree, told), barred)
    for to in tree.kids(verb, "prep", "dative"):
        told = tree.kid(to, "pobj")
        if tree.tokens[to].lemma == "to" and told is not None and tree.tokens[told].tag not in ("WDT", "WP"):
            return _free(noun_phrase(tree, told), barred)
    return ()


def occasion(reading: Reading, tree: Tree, cue: Sequence[Span], barred: Set[int]) -> Collection[int]:
    """Find the words of where it was said: *in an interview*, *at a briefing on Monday*."""
    verb = cue_verb(reading, cue)
    for prep in tree.kids(verb, "prep") if verb is not None else ():
        thing = tree.kid(prep, "pobj")
        if thing is not None and tree.tokens[thing].lemma in _OCCASIONS:
            return _free((prep, *whole_phrase(tree, thing)), barred)
    return ()


def _free(words: Collection[int], barred: Set[int]) -> Collection[int]:
    return words if barred.isdisjoint(words) else ()


def cue_verb(reading: Reading, cue: Sequence[Span]) -> int | None:
    """Give the verb of a cue: the word that its others depend on, or the first verb among them."""
    for span in cue:
        head = head_in(reading, span)
        if head is not None and reading.tokens[head].pos in ("VERB", "AUX"):
            return head
        verbs = (i for i in tokens_in(reading, span) if reading.tokens[i].pos == "VERB")
        verb = next(verbs, None)
        if verb is not None:
            return verb
    return None


def noun_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """Give a noun phrase with title and apposition, without a day at its end: *the league on Friday*."""
    phrase = whole_phrase(tree, head)
    end = len(phrase)
    while end and tree.tokens[phrase[end - 1]].text.lower() in _DAYS:
        end -= 1
    while 0 < end < len(phrase) and tree.tokens[phrase[end - 1]].text.lower() in _DAY_LEADS:
        end -= 1
    return phrase[:end]


def whole_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """Give the words of a noun phrase that stand together, without a clause that adds to it or an *’s*."""
    left_out = {i for kid in tree.kids(head, *_ADDS_TO_NOUN) if kid > head for i in tree.subtree(kid)}
    left_out.update(tree.kids(head, "case"))
    tokens = [i for i in tree.subtree(head) if i not in left_out]
    first = last = tokens.index(head)
    while first > 0 and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    return tuple(tokens[first : last + 1])


def spans(text: str, tree: Tree, words: Iterable[int]) -> tuple[Span, ...]:
    """Turn words that stand together into a span, without loose punctuation at its ends."""
    places = sorted(words)
    if not places:
        return ()
    found = trimmed(text, tree.tokens[places[0]].span.start, tree.tokens[places[-1]].span.end, LOOSE)
    return (found,) if found else ()
