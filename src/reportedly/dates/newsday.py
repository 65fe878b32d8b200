"""The day a report is about: a speaker's statements of the news are of one day."""

from datetime import timedelta

from reportedly.dates.dating import Dating
from reportedly.dates.days import exact_day
from reportedly.dates.scene import Scene
from reportedly.dates.utterances import announces, goes_on, hearers, is_written, stands_apart
from reportedly.language.tree import tokens_in

_NEWS = timedelta(days=2)
"""A report tells of the days right before it; what is older is its background."""
_AHEAD = timedelta(days=-1)
"""So far ahead of the report's own a clock elsewhere may be."""

# A talk that is none of what the report is about, but was given for itself.
_APART = frozenset(
    {"interview", "podcast", "show", "broadcast", "rally", "speech", "address", "lecture", "debate"}
)


def of_news_day(scene: Scene, n: int) -> Dating | None:
    """Date a statement by the one day that the report tells of its speaker, or None.

    Only a day of the two before the report, or its own, on which another statement by the same speaker was
    made; a speaker of two days may have spoken on either. Nothing written, said in an interview, or told to
    an outlet by name has that day unless the dated one was so too.
    """
    if scene.speakers[n] is None or stands_apart(scene, n) or is_elsewhere(scene, n):
        return None
    giver = next((k for k in _givers(scene, n) if _same_medium(scene, k, n)), None)
    return scene.passed_on(giver) if giver is not None and _may_share(scene, giver, n) else None


def is_of_the_news(scene: Scene, n: int) -> bool:
    """Tell a statement that names no hearer, no writing and no talk of its own."""
    apart = scene.occasion_noun(n) in _APART
    return not (apart or is_written(scene, n) or any(hearers(scene, n)))


def is_elsewhere(scene: Scene, n: int) -> bool:
    """Tell a statement with an occasion of its own, or that goes on with one of another time."""
    verb = scene.verbs[n]
    if verb is None or not scene.is_past(verb):
        return True
    beside = [k for k in scene.order if _same_speaker(scene, k, n) and _same_sentence(scene, k, n)]
    if any(scene.is_of_its_own_time(k) for k in beside) or _has_other_day(scene, n):
        return True
    last = next((k for k in reversed(scene.order[: scene.ranks[n]]) if _same_speaker(scene, k, n)), None)
    if last is None or announces(scene, last, n) or not goes_on(scene, last, n):
        return False
    dating = scene.found[last]
    written = is_written(scene, last) and dating is None
    return written or bool(dating and not dating.edtf) or scene.is_of_its_own_time(last)


def _has_other_day(scene: Scene, n: int) -> bool:
    """Tell whether a statement's sentence tells a time before the news."""
    verb = scene.verbs[n]
    around = scene.sentence(verb) if verb is not None else range(0)
    inside = (one for one in scene.told if tokens_in(scene.reading, one.span).start in around)
    own = (scene.published.edtf if scene.published else None) or ""
    return any(one.edtf and one.edtf < own and not is_news(scene, one.edtf) for one in inside)


def _same_sentence(scene: Scene, one: int, other: int) -> bool:
    verbs = scene.verbs[one], scene.verbs[other]
    return None not in verbs and verbs[0] in scene.sentence(verbs[1] or 0)


def _same_speaker(scene: Scene, one: int, other: int) -> bool:
    return scene.speakers[one] is not None and scene.speakers[one] == scene.speakers[other]


def own_days(scene: Scene, n: int) -> list[int]:
    """Give the statements of the same speaker that have a day or a stretch of days, in text order.

    A month or a year is of the background: "last year she said".
    """
    same = (k for k in scene.order if k != n and _same_speaker(scene, k, n))
    return [k for k in same if exact_day((_edtf(scene, k) or "").partition("/")[0])]


def _edtf(scene: Scene, n: int) -> str | None:
    dating = scene.found[n]
    return dating.edtf if dating else None


def _givers(scene: Scene, n: int) -> list[int]:
    """Give the dated statements of the speaker, those before this one first, from the nearest on."""
    dated = own_days(scene, n)
    before = [k for k in dated if scene.ranks[k] < scene.ranks[n]]
    return [*reversed(before), *(k for k in dated if k not in before)]


def _may_share(scene: Scene, giver: int, n: int) -> bool:
    """Tell whether a day is one of the news, and the only one that the report tells of its speaker."""
    days = {_edtf(scene, k) for k in own_days(scene, n)}
    return len(days) == 1 and is_news(scene, _edtf(scene, giver))


def _same_medium(scene: Scene, giver: int, n: int) -> bool:
    """Tell whether a statement names no hearer, interview or writing that the dated one has not."""
    if announces(scene, giver, n):
        return True
    around = scene.words_around(giver)
    occasion = scene.occasion_noun(n)
    apart = occasion in _APART and occasion not in around
    same_way = is_written(scene, n) == is_written(scene, giver)
    return same_way and not apart and around.issuperset(hearers(scene, n))


def is_news(scene: Scene, edtf: str | None) -> bool:
    """Tell a day of the news: the report's own, the two before it, or the next of a clock ahead of it."""
    day, own = exact_day(edtf), exact_day(scene.published.edtf) if scene.published else None
    return day is not None and own is not None and _AHEAD <= own - day <= _NEWS
