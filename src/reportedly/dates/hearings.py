"""Hearings: what a witness said has the one day on which the report tells of a hearing."""

from collections.abc import Iterator

from reportedly.dates.dating import Dating
from reportedly.dates.encounters import is_elsewhere, last_day, named_at
from reportedly.dates.occasions import day_of
from reportedly.dates.scene import Scene
from reportedly.dates.utterances import stands_apart
from reportedly.language.tree import SUBJECTS, tokens_in
from reportedly.spans import hull

_HEARINGS = ("hearing", "testimony", "sentencing", "arraignment", "inquest")
_TESTIFY = frozenset({"testify", "appear", "attest"})
_QUESTION = frozenset({"question", "grill", "quiz", "hear", "interrogate", "press"})
_HEARERS = frozenset({
    "committee", "congressman", "court", "judge", "juror", "jury", "lawmaker", "legislator", "panel",
    "parliament", "senator", "subcommittee", "tribunal",
})  # fmt: skip


def of_hearing(scene: Scene, n: int) -> Dating | None:
    """Date what a witness said by the one day that the report tells of a hearing, or None.

    "Petrova testified at Tuesday's hearing. … Petrova said": only where she has words of no other day and
    names no other place where she said it.
    """
    if scene.speakers[n] is None or stands_apart(scene, n):
        return None
    told_them = not _HEARERS.isdisjoint(_told(scene, n))
    if not (told_them or scene.lemma(n) == "testify" or _is_witness(scene, n)):
        return None
    if is_elsewhere(scene, n) and not told_them:
        return None
    words = hull(scene.statements[n].cue)
    found = [day for noun in _HEARINGS if (day := day_of(scene, noun, words, "utterance"))]
    days = {day.edtf for day in found} | last_day(scene, n)
    return found[0] if found and len(days) == 1 else None


def _told(scene: Scene, n: int) -> Iterator[str]:
    own = (i for span in scene.statements[n].addressee for i in tokens_in(scene.reading, span))
    return (scene.reading.tokens[i].lemma.lower() for i in own)


def _is_witness(scene: Scene, n: int) -> bool:
    """Tell whether the report's own words have a speaker testify, or be questioned."""
    return any(_testifies(scene, token) for token in named_at(scene, n))


def _testifies(scene: Scene, token: int) -> bool:
    tokens = scene.reading.tokens
    while tokens[token].dep in ("conj", "appos") and tokens[token].head != token:
        token = tokens[token].head
    one, verb = tokens[token], tokens[tokens[token].head]
    if verb.tag not in ("VBD", "VBN"):
        return False
    asked = one.dep in ("dobj", "nsubjpass") and verb.lemma in _QUESTION
    return asked or (one.dep in SUBJECTS and verb.lemma in _TESTIFY)
