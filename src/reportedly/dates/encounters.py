"""Encounters: what was said at a meeting has the day of other words there, the speaker's or another's."""

from collections.abc import Iterator
from datetime import timedelta

from reportedly.dates.clause import is_planned
from reportedly.dates.dating import Dating
from reportedly.dates.days import exact_day, first_and_last
from reportedly.dates.scene import Scene
from reportedly.dates.utterances import goes_on, names_its_own, stands_apart
from reportedly.language.tree import climb, tokens_in

_NEWS = timedelta(days=2)
"""A report tells of the days right before it; what is older is its background."""
_AHEAD = timedelta(days=-1)
"""So far ahead of the report's own a clock elsewhere may be."""
_MEETINGS = frozenset({
    "meeting", "talk", "conference", "appearance", "visit", "summit", "discussion", "session", "lunch",
    "dinner", "ceremony", "briefing", "chat", "conversation", "interview", "debate", "call",
})  # fmt: skip
_TALKS = _MEETINGS | {"speech", "address", "hearing", "testimony", "rally", "forum"}
_AT = frozenset({"in", "at", "during"})
_HOLD = frozenset({"hold", "have", "attend", "begin", "open", "start", "close", "end"})
_RECEIVE = frozenset({"host", "welcome", "receive", "greet"})
_BESIDE = frozenset({"next", "alongside", "beside"})
# "Before the talks with Hale": then the two had not met.
_NOT_YET = frozenset({"before", "ahead", "until", "till", "since", "without", "following", "after"})
_NOT_THERE = _NOT_YET | {"for", "about", "by", "on", "of"}
# Nobody else hears what is said there.
_CLOSED = frozenset({"privately", "private", "secretly", "secret"})


def of_encounter(scene: Scene, n: int) -> Dating | None:
    """Date a statement by the day on which its speaker met another one who spoke there, or None.

    "Petrova said on Monday during a meeting with Hale … Hale said", and "Petrova told Hale": only for one day
    of the news, and where its speaker spoke last on no other.
    """
    dated = scene.published is not None and scene.published.edtf is not None
    speaker = scene.speakers[n]
    if not dated or speaker is None or stands_apart(scene, n):
        return None
    if is_elsewhere(scene, n):
        found = [] if _is_before(scene, n) else _told(scene, n, speaker)
    else:
        found = [dating for token in named_at(scene, n) for dating in _met(scene, token)]
    days = {dating.edtf for dating in found} | last_day(scene, n)
    return found[-1] if found and len(days) == 1 else None


def is_elsewhere(scene: Scene, n: int) -> bool:
    """Tell a statement with an occasion or a day of its own, and one that goes on with such a statement."""
    verb = scene.verbs[n]
    if verb is None or not scene.is_past(verb) or names_its_own(scene, n) or _is_before(scene, n):
        return True
    same = [k for k in scene.order if k != n and scene.speakers[k] == scene.speakers[n]]
    before = [k for k in same if scene.ranks[k] < scene.ranks[n]]
    goes_with = before and scene.found[before[-1]] is None and goes_on(scene, before[-1], n)
    return bool(goes_with and names_its_own(scene, before[-1]))


def last_day(scene: Scene, n: int) -> set[str]:
    """Give the day of the speaker's last dated statement; a month or a year is of the background."""
    same = (k for k in scene.order[: scene.ranks[n]] if scene.speakers[k] == scene.speakers[n])
    days = [dating.edtf or "" for k in same if (dating := scene.found[k])]
    return set([day for day in days if exact_day(day[:10])][-1:])


def _is_before(scene: Scene, n: int) -> bool:
    verb = scene.verbs[n]
    return verb is not None and any(one.text.lower() in _NOT_YET for one in scene.below(verb))


def named_at(scene: Scene, n: int) -> Iterator[int]:
    """Give the tokens of the report's own words that name the speaker of a statement."""
    same = (k for k, who in enumerate(scene.speakers) if who == scene.speakers[n])
    names = {scene.reading.tokens[i].text for k in same for i in scene.source_heads(k)}
    for name in sorted(names):
        yield from scene.names_at.get(name, ())


def _told(scene: Scene, n: int, speaker: int) -> list[Dating]:
    """Give the days of the news on which a speaker met whom a statement of his was made to."""
    told = [i for span in scene.statements[n].addressee for i in tokens_in(scene.reading, span)]
    names = {scene.reading.tokens[i].text for i in told if scene.reading.tokens[i].pos == "PROPN"}
    at = (token for name in sorted(names) for token in scene.names_at.get(name, ()))
    return [day for token in at for day in _met(scene, token, speaker)]


def _met(scene: Scene, name: int, speaker: int | None = None) -> Iterator[Dating]:
    """Give the days of the news on which whom a token names was met, by the parse from there upwards.

    Of a `speaker`, where one is given: that of his own words there.
    """
    met = False
    for above in climb(scene.reading, name):
        one = scene.reading.tokens[above]
        if one.text.lower() in _NOT_THERE or scene.is_in_content(above) or is_planned(scene.reading, above):
            return
        if not met and _is_meeting(scene, above):
            met = True
            if _is_closed(scene, name):
                return
        if met and one.pos == "VERB" and one.tag in ("VBD", "VBG", "VBN"):
            yield from _days_at(scene, above, speaker)


def _is_closed(scene: Scene, token: int) -> bool:
    return any(scene.reading.tokens[i].text.lower() in _CLOSED for i in scene.sentence(token))


def _is_meeting(scene: Scene, token: int) -> bool:
    """Tell a meeting that is held: "in talks", "held talks", "while welcoming"; not "described a visit"."""
    one = scene.reading.tokens[token]
    above = scene.reading.tokens[one.head]
    held = above.text.lower() in _AT or above.lemma in _HOLD
    return one.lemma.lower() in _RECEIVE | _BESIDE or (one.lemma.lower() in _MEETINGS and held)


def _days_at(scene: Scene, verb: int, speaker: int | None) -> Iterator[Dating]:
    """Give the days of the news that the statements of a verb have, and that its sentence tells."""
    own = [k for k in scene.order if scene.verbs[k] == verb and speaker in (None, scene.speakers[k])]
    for k in own:
        dating = scene.found[k]
        if dating and _is_news(scene, dating.edtf):
            yield from filter(None, [scene.passed_on(k)])
    if speaker is not None and not own:
        return
    around = scene.sentence(verb)
    for one in scene.told:
        if tokens_in(scene.reading, one.span).start in around and _is_news(scene, one.edtf):
            yield Dating(one.edtf, one.span.words(scene.text), "utterance", (one.span, *one.evidence))


def _is_news(scene: Scene, edtf: str | None) -> bool:
    """Tell a day of the news: the report's own, the two before it, or the next of a clock ahead of it."""
    day, own = exact_day(edtf), exact_day(scene.published.edtf) if scene.published else None
    return day is not None and own is not None and _AHEAD <= own - day <= _NEWS


def of_talk(scene: Scene, n: int) -> Dating | None:
    """Date a statement by the talk of the news at which its speaker spoke before it, or None.

    "Petrova said Tuesday in a chat with Hale … Petrova said": only where she has words of no other day, and
    no older time is told between.
    """
    if (
        scene.speakers[n] is None
        or stands_apart(scene, n)
        or is_elsewhere(scene, n)
        or _is_set_apart(scene, n)
    ):
        return None
    same = [k for k in scene.order if scene.speakers[k] == scene.speakers[n]]
    days = {dating.edtf for k in same if (dating := scene.found[k])}
    before = [k for k in same if scene.ranks[k] < scene.ranks[n]]
    talk = next((k for k in before if _is_talk(scene, k)), None)
    if talk is None or len(days) != 1 or _is_older_between(scene, before[-1], n):
        return None
    return scene.passed_on(talk)


def _is_set_apart(scene: Scene, n: int) -> bool:
    """Tell a statement made to somebody, and one with a scene in front: "As a lawyer, Petrova argued"."""
    verb = scene.verbs[n]
    front = () if verb is None else (one for one in scene.below(verb) if one.dep in ("prep", "advcl"))
    where = scene.reading.tokens[verb].span.start if verb is not None else 0
    return bool(scene.statements[n].addressee) or any(one.span.start < where for one in front)


def _is_older_between(scene: Scene, last: int, n: int) -> bool:
    """Tell whether a time before the news is told between two statements."""
    start, end = scene.place(last).end, scene.place(n).start
    between = (one for one in scene.told if start <= one.span.start < end)
    return any(_is_older(scene, one.edtf) for one in between)


def _is_older(scene: Scene, edtf: str | None) -> bool:
    ends, own = first_and_last(edtf or ""), exact_day(scene.published.edtf) if scene.published else None
    return ends is not None and own is not None and own - ends[1] > _NEWS


def _is_talk(scene: Scene, n: int) -> bool:
    """Tell a statement whose own sentence names a talk and a day of the news."""
    own = scene.own[n]
    return own is not None and _is_news(scene, own.edtf) and bool(scene.nouns_around(n) & _TALKS)
