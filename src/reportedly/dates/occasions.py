"""Occasions: the meeting or the vote that a statement names, and that the report dates elsewhere."""

from reportedly.dates.dating import Basis, Dating, Expression
from reportedly.dates.days import exact_day
from reportedly.dates.said import DOCUMENTS, TALKS, governs
from reportedly.dates.scene import Scene
from reportedly.language.reading import Token
from reportedly.language.tree import climb, head_in, tokens_in
from reportedly.spans import Span

_DEFINITE = frozenset({"the", "his", "her", "their", "its", "this", "that", "same"})
_AT = frozenset({"in", "at", "during", "on"})
_SOON = frozenset({"minutes", "moments", "shortly", "immediately", "soon", "right", "just", "seconds"})
_SPEAKING = frozenset({"speak", "testify", "appear", "preach", "lecture"})
_AFTER = frozenset({"after", "following"})


def of_occasion(scene: Scene, n: int) -> Dating | None:
    """Date "she said during the meeting" by the one day that the report tells of a meeting, or None.

    So too "minutes after the vote", with the basis `happening`. The occasion must be told apart by an
    article or a name; two days told of such occasions give none.
    """
    if scene.statements[n].within is not None or scene.is_of_its_own_time(n):
        return None
    return _named(scene, n) or _soon_after(scene, n) or _announced(scene, n) or _of_document(scene, n)


def _named(scene: Scene, n: int) -> Dating | None:
    occasion, noun = scene.statements[n].occasion, scene.occasion_noun(n)
    if occasion is None or noun is None:
        return None
    own = [scene.reading.tokens[i] for i in tokens_in(scene.reading, occasion)]
    if not any(one.text.lower() in _DEFINITE or one.pos == "PROPN" for one in own):
        return None
    return _day_of(scene, noun, occasion, "utterance")


def _soon_after(scene: Scene, n: int) -> Dating | None:
    verb = scene.verbs[n]
    tokens = scene.reading.tokens
    for i in scene.sentence(verb)[1:] if verb is not None else ():
        if tokens[i].head == verb and _is_soon_after(tokens[i - 1], tokens[i]):
            event = next((one for one in scene.below(i) if one.dep == "pobj"), None)
            return None if event is None else _day_of(scene, event.lemma.lower(), event.span, "happening")
    return None


def _is_soon_after(before: Token, one: Token) -> bool:
    return one.text.lower() in _AFTER and before.text.lower() in _SOON


def _of_document(scene: Scene, n: int) -> Dating | None:
    """Give "the letter said" the one day on which the report has the letter sent."""
    source = scene.statements[n].source
    head = head_in(scene.reading, source[0]) if source else None
    words = (
        {scene.reading.tokens[i].text.lower() for i in tokens_in(scene.reading, source[0])}
        if source
        else set()
    )
    if head is None or words.isdisjoint(_DEFINITE):
        return None
    noun = scene.reading.tokens[head].lemma.lower()
    return _day_of(scene, noun, source[0], "utterance") if noun in DOCUMENTS else None


def _announced(scene: Scene, n: int) -> Dating | None:
    """Give a statement the day of the speech that the sentence before it tells of, by the same subject.

    "Petrova spoke to the council on Monday. “…,” she said."
    """
    verb = scene.verbs[n]
    start = scene.sentence(verb).start if verb is not None else 0
    if not start or scene.occasion_noun(n) is not None or _is_parted(scene, start):
        return None
    before = scene.sentence(start - 1)
    root = next((i for i in before if scene.reading.tokens[i].head == i), before.start)
    if (
        scene.reading.tokens[root].tag != "VBD"
        or not _is_speech(scene, root)
        or not _same_subject(scene, root, n)
    ):
        return None
    days = [one for one in scene.told if one.edtf and governs(one.span, (root,), set(), set(), scene.reading)]
    if len({one.edtf for one in days}) != 1 or _is_to_come(scene, days[0]):
        return None
    one = days[0]
    evidence = (one.span, scene.reading.tokens[root].span, *one.evidence)
    return Dating(one.edtf, one.span.words(scene.text), "utterance", evidence)


def _is_parted(scene: Scene, start: int) -> bool:
    """Tell whether words that are not the report's own stand before a sentence: a caption, a notice."""
    before, one = scene.reading.tokens[start - 1 : start + 1]
    return any(map(str.isalnum, scene.text[before.span.end : one.span.start]))


def _is_speech(scene: Scene, verb: int) -> bool:
    """Tell whether a verb is of speaking, or has a speech as its object: "spoke", "gave an interview"."""
    objects = (one for one in scene.below(verb) if one.dep == "dobj")
    return scene.reading.tokens[verb].lemma in _SPEAKING or any(one.lemma in TALKS for one in objects)


def _same_subject(scene: Scene, verb: int, n: int) -> bool:
    """Tell whether who spoke is whom a statement credits, by the last word of the name or a pronoun."""
    subject = next((one for one in scene.below(verb) if one.dep == "nsubj"), None)
    source = [
        scene.reading.tokens[i] for span in scene.statements[n].source for i in tokens_in(scene.reading, span)
    ]
    if subject is None or not source:
        return False
    if len(source) == 1 and source[0].text.lower() in ("he", "she"):
        return subject.pos == "PROPN" or subject.text.lower() == source[0].text.lower()
    return any(one.pos == "PROPN" and one.text == subject.text for one in source)


def _day_of(scene: Scene, noun: str, words: Span, basis: Basis) -> Dating | None:
    """Give the one day up to the report's own that the report tells of a meeting, a vote …, or None."""
    days = [one for one in scene.expressions if exact_day(one.edtf) and _dates_event(scene, one, noun)]
    if len({one.edtf for one in days}) != 1 or _is_to_come(scene, days[0]):
        return None
    one = days[0]
    return Dating(one.edtf, one.span.words(scene.text), basis, (one.span, words, *one.evidence))


def _is_to_come(scene: Scene, one: Expression) -> bool:
    day = exact_day(scene.published.edtf) if scene.published else None
    return day is not None and (one.edtf or "") > day.isoformat()


def _dates_event(scene: Scene, one: Expression, noun: str) -> bool:
    """Tell whether a day is that of a thing: "Tuesday's vote", "held a vote on Tuesday"."""
    top = head_in(scene.reading, one.span)
    for above in climb(scene.reading, top) if top is not None else ():
        token = scene.reading.tokens[above]
        if token.lemma.lower() == noun:
            return True
        if token.pos in ("VERB", "AUX"):
            return any(_is_part(scene, i, above, noun) for i in scene.sentence(above))
    return False


def _is_part(scene: Scene, i: int, verb: int, noun: str) -> bool:
    """Tell whether a token is the noun, as what a verb is about or where it is done."""
    one = scene.reading.tokens[i]
    if one.lemma.lower() != noun:
        return False
    if one.head == verb:
        return one.dep in ("dobj", "nsubj", "nsubjpass")
    prep = scene.reading.tokens[one.head]
    return one.dep == "pobj" and prep.text.lower() in _AT and prep.head == verb
