"""Statements inside statements: what someone says that another said."""

from collections.abc import Sequence
from typing import get_args

from reportedly.language.tree import tokens_in
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.chain import cue_verb
from reportedly.statements.draft import Draft
from reportedly.statements.finish import cue_words
from reportedly.statements.happened import only_possible
from reportedly.statements.quotes import Quotation
from reportedly.statements.scene import Scene
from reportedly.statements.sense import Sense, sense_of
from reportedly.statements.statement import CueSense

_FEWEST_WORDS = 5
# A wrong line inside a right one is worse than none.
_SURE_ENOUGH = 0.85
_TOLD_TAGS = ("VBD", "VBZ", "VBP", "VBN")
_TELLING = frozenset(Sense("say", sense) for sense in get_args(CueSense) if sense != "other")
_PRONOUNS = frozenset(
    {"i", "we", "me", "us", "you", "my", "our", "who", "it", "that", "which", "they", "he", "she"}
)


def inner_passages(scene: Scene, drafts: Sequence[Draft]) -> tuple[Passage, ...]:
    """Give, as passages of their own, the contents in which someone may be said to have said something."""
    pieces = sorted({_inside_marks(piece, scene.quotations) for one in drafts for piece in one.content})
    return tuple(Passage("body", piece) for piece in pieces if _may_tell(scene, piece))


def _inside_marks(piece: Span, quotations: Sequence[Quotation]) -> Span:
    """Leave out the marks around a piece, so that marks inside it count as the outermost there."""
    return next((q.inner for q in quotations if q.span.holds(piece) and piece.holds(q.inner)), piece)


def _may_tell(scene: Scene, piece: Span) -> bool:
    tokens = tokens_in(scene.reading, piece)
    return len(tokens) >= _FEWEST_WORDS and any(_says(scene, i) for i in tokens)


def _says(scene: Scene, verb: int) -> bool:
    """Tell a verb of saying that tells of an act, with a subject or *by* that is no pronoun."""
    token = scene.reading.tokens[verb]
    if token.pos != "VERB" or not _tells(scene, verb):
        return False
    who = scene.tree.kid(verb, "nsubj", "agent")
    if who is None or scene.reading.tokens[who].text.lower() in _PRONOUNS:
        return False
    told = scene.tree.kid(verb, "ccomp", "xcomp", "dobj", "prep") is not None
    return told and sense_of(((token.text.lower(), token.lemma, token.pos),)) in _TELLING


def stands(scene: Scene, draft: Draft) -> bool:
    """Tell an inner statement that counts: a named other's act of speech that took place."""
    if draft.confidence < _SURE_ENOUGH:
        return False
    verb = cue_verb(scene.reading, draft.cue)
    words = draft.source[0].words(scene.text).lower().split() if draft.source else ()
    if verb is None or not words or words[0] in _PRONOUNS:
        return False
    return _tells(scene, verb) and sense_of(cue_words(scene.reading, draft.cue)).act == "say"


def _tells(scene: Scene, verb: int) -> bool:
    return scene.reading.tokens[verb].tag in _TOLD_TAGS and not only_possible(scene.tree, verb)
