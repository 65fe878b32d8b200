"""Encounters: what was said at a meeting has the day of the other one's words there."""

from collections.abc import Iterator

from reportedly.dates.clause import is_planned
from reportedly.dates.dating import Dating
from reportedly.dates.newsday import is_elsewhere, is_news, is_of_the_news, own_days
from reportedly.dates.scene import Scene
from reportedly.dates.utterances import stands_apart
from reportedly.language.tree import climb, tokens_in

_MEETINGS = frozenset({
    "meeting", "talk", "conference", "appearance", "visit", "summit", "discussion", "session", "lunch",
    "dinner",
})  # fmt: skip
_AT = frozenset({"in", "at", "during", "after"})
_HOLD = frozenset({"hold", "have", "attend", "begin", "open", "start", "close", "end"})
_MEET = frozenset({"host", "welcome", "receive", "greet", "meet"})
_BESIDE = frozenset({"next", "alongside", "beside"})
# "Before the talks with Hale": then the two had not met.
_NOT_YET = frozenset({"before", "ahead", "until", "till", "since", "without", "following"})
_NOT_THERE = _NOT_YET | {"for", "about", "by", "on", "of"}


def of_encounter(scene: Scene, n: int) -> Dating | None:
    """Date a statement by the day on which its speaker met another one who spoke there, or None.

    "Petrova said on Monday during a meeting with Hale … Hale said": only for the day of the news, and
    where its speaker has no other day.
    """
    if scene.speakers[n] is None or stands_apart(scene, n) or is_elsewhere(scene, n) or own_days(scene, n):
        return None
    if not is_of_the_news(scene, n) or _is_before(scene, n):
        return None
    found = [dating for token in _named(scene, n) for dating in _met(scene, token)]
    return max(found, key=lambda dating: dating.edtf or "", default=None)


def _is_before(scene: Scene, n: int) -> bool:
    verb = scene.verbs[n]
    return verb is not None and any(one.text.lower() in _NOT_YET for one in scene.below(verb))


def _named(scene: Scene, n: int) -> Iterator[int]:
    """Give the tokens of the report's own words that name the speaker of a statement."""
    same = (k for k, who in enumerate(scene.speakers) if who == scene.speakers[n])
    names = {scene.reading.tokens[i].text for k in same for i in scene.source_heads(k)}
    for i, one in enumerate(scene.reading.tokens):
        if one.pos == "PROPN" and one.text in names and not scene.is_in_content(i):
            yield i


def _met(scene: Scene, name: int) -> Iterator[Dating]:
    """Give the days of the news on which whom a token names was met, by the parse from there upwards."""
    met = False
    for above in climb(scene.reading, name):
        one = scene.reading.tokens[above]
        if one.text.lower() in _NOT_THERE or scene.is_in_content(above) or is_planned(scene.reading, above):
            return
        met = met or _is_meeting(scene, above)
        if met and one.pos == "VERB" and one.tag in ("VBD", "VBG", "VBN"):
            yield from _days_at(scene, above)


def _is_meeting(scene: Scene, token: int) -> bool:
    """Tell a meeting that is held: "in talks", "held talks", "while welcoming"; not "described a visit"."""
    one = scene.reading.tokens[token]
    above = scene.reading.tokens[one.head]
    held = above.text.lower() in _AT or above.lemma in _HOLD
    return one.lemma.lower() in _MEET | _BESIDE or (one.lemma.lower() in _MEETINGS and held)


def _days_at(scene: Scene, verb: int) -> Iterator[Dating]:
    """Give the days of the news that the statements of a verb have, and that its sentence tells."""
    for k in scene.order:
        dating = scene.found[k]
        if scene.verbs[k] == verb and dating and is_news(scene, dating.edtf):
            yield from filter(None, [scene.passed_on(k)])
    around = scene.sentence(verb)
    for one in scene.told:
        if tokens_in(scene.reading, one.span).start in around and is_news(scene, one.edtf):
            yield Dating(one.edtf, one.span.words(scene.text), "utterance", (one.span, *one.evidence))
