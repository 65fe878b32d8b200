"""Occasions: the meeting or the vote that a statement names, and that the report dates elsewhere."""

from collections.abc import Collection

from reportedly.dates.dating import Basis, Dating, Expression
from reportedly.dates.days import exact_day
from reportedly.dates.reprints import anchor_of
from reportedly.dates.said import DOCUMENTS, TALKS, by_tense_of_cue, governs, makes
from reportedly.dates.scene import AT, Scene
from reportedly.language.reading import Token
from reportedly.language.tree import climb, head_in, tokens_in
from reportedly.spans import Span

_DEFINITE = frozenset({"the", "his", "her", "their", "its", "this", "that", "same"})
_SOON = frozenset({"minutes", "moments", "shortly", "immediately", "soon", "right", "just", "seconds"})
_STAGES = frozenset({
    "beginning", "close", "conclusion", "end", "margin", "opening", "outset", "sideline", "start",
})  # fmt: skip
_SPEAKING = frozenset({"speak", "testify", "appear", "preach", "lecture"})
_AFTER = frozenset({"after", "following"})
_NAMED_FOR = {
    "announce": "announcement", "warn": "warning", "declare": "declaration", "accuse": "accusation",
    "criticize": "criticism", "threaten": "threat", "testify": "testimony", "state": "statement",
    "deny": "denial", "admit": "admission", "propose": "proposal", "apologize": "apology",
    "decide": "decision", "pledge": "pledge", "vow": "vow", "promise": "promise", "tweet": "tweet",
}  # fmt: skip
_PAPERS = DOCUMENTS | {
    "brief", "indictment", "affidavit", "subpoena", "motion", "ruling", "order", "opinion", "decision",
    "resolution", "document", "paper", "study", "survey", "dossier", "notice", "proposal", "draft",
}  # fmt: skip
# Words for one thing, with the verbs for making it.
_KIN = (
    frozenset({"lawsuit", "suit", "complaint", "filing", "petition", "sue"}),
    frozenset({"memo", "memorandum"}),
    frozenset({"tweet", "post", "message"}),
    frozenset({"statement", "announcement", "release", "communique", "announce"}),
    frozenset({"interview", "conversation"}),
    frozenset({"briefing", "conference"}),
    frozenset({"speech", "address", "remark", "remarks"}),
    frozenset({"hearing", "testimony", "testify"}),
    frozenset({"ruling", "order", "decision", "opinion", "rule"}),
    frozenset({"op-ed", "editorial", "article", "column", "essay"}),
)


def of_occasion(scene: Scene, n: int) -> Dating | None:
    """Date "she said during the meeting" by the one day that the report tells of a meeting, or None.

    So too "minutes after the vote", with the basis `happening`. The occasion must be told apart by an
    article or a name; two days told of such occasions give none.
    """
    if scene.verbs[n] is not None and scene.is_of_its_own_time(n):
        return None
    outer = scene.statements[n].within is None
    ways = (
        (_named, _soon_after, _of_today, _announced, _of_document, _of_noun)
        if outer
        else (_named, _of_document)
    )
    return next(filter(None, (way(scene, n) for way in ways)), None)


def _named(scene: Scene, n: int) -> Dating | None:
    """Give "she said at the dinner" the one day that the report tells of a dinner."""
    occasion, noun = scene.statements[n].occasion, scene.occasion_noun(n)
    named = [(occasion, noun)] if occasion is not None and noun is not None else []
    named += [(span, noun) for span in scene.written_in(n) if (noun := _head(scene, span)) in TALKS | _STAGES]
    for span, told in named:
        noun = _whole(scene, span) if told in _STAGES else told
        if "same" in span.words(scene.text).lower().split():
            return _told_before(scene, span)
        if _is_definite(scene, span):
            return day_of(scene, noun, span, "utterance")
    return None


def _whole(scene: Scene, words: Span) -> str:
    """Give the meeting of which words name a part: "the hearing" of "at the end of the hearing"."""
    top = head_in(scene.reading, words)
    of = None if top is None else next(iter(scene.reading.tokens[top + 1 : top + 2]), None)
    if top is None or of is None or of.text.lower() != "of" or of.head != top:
        return ""
    return next((one.lemma.lower() for one in scene.below(top + 1) if one.dep == "pobj"), "")


def _told_before(scene: Scene, words: Span) -> Dating | None:
    """Give "in the same meeting" the one time that the sentence before it tells."""
    start = scene.sentence(tokens_in(scene.reading, words).start).start
    before = scene.sentence(start - 1) if start else range(0)
    days = [one for one in scene.told if one.edtf and tokens_in(scene.reading, one.span).start in before]
    if len({one.edtf for one in days}) != 1:
        return None
    one = days[0]
    return Dating(one.edtf, one.span.words(scene.text), "utterance", (one.span, words, *one.evidence))


def _head(scene: Scene, span: Span) -> str:
    head = head_in(scene.reading, span)
    return scene.reading.tokens[head].lemma.lower() if head is not None else ""


def _is_definite(scene: Scene, span: Span) -> bool:
    """Tell whether an article or a name tells a thing apart: "the letter", "Hale's letter"."""
    own = [scene.reading.tokens[i] for i in tokens_in(scene.reading, span)]
    return any(one.text.lower() in _DEFINITE or one.pos == "PROPN" for one in own)


def _soon_after(scene: Scene, n: int) -> Dating | None:
    """Give "minutes after the vote" the day of the vote, "soon after they voted on Tuesday" that Tuesday."""
    verb = scene.verbs[n]
    tokens = scene.reading.tokens
    for i in scene.sentence(verb)[1:] if verb is not None else ():
        if not _is_soon_after(tokens[i - 1], tokens[i]):
            continue
        if tokens[i].head == verb:
            event = next((one for one in scene.below(i) if one.dep == "pobj"), None)
            return None if event is None else day_of(scene, event.lemma.lower(), event.span, "happening")
        if tokens[i].dep == "mark" and tokens[tokens[i].head].head == verb:
            return _day_by(scene, tokens[i].head, "happening")
    return None


def _day_by(scene: Scene, verb: int, basis: Basis) -> Dating | None:
    """Give the one day up to the report's own on which something was done."""
    days = [one for one in scene.told if governs(one.span, (verb,), set(), set(), scene.reading)]
    days = [_settled(scene, one) for one in days]
    if len({one.edtf for one in days}) != 1 or not days[0].edtf or _is_to_come(scene, days[0]):
        return None
    words, done = days[0].span, scene.reading.tokens[verb].span
    return Dating(days[0].edtf, words.words(scene.text), basis, (words, done, *days[0].evidence))


def _of_today(scene: Scene, n: int) -> Dating | None:
    """Give who speaks of "today's vote" the one day that the report tells of a vote."""
    for span in scene.statements[n].quoted:
        for i in tokens_in(scene.reading, span):
            one = scene.reading.tokens[i]
            if one.text.lower() == "today" and one.dep == "poss":
                return day_of(scene, scene.reading.tokens[one.head].lemma.lower(), one.span, "utterance")
    return None


def _is_soon_after(before: Token, one: Token) -> bool:
    return one.text.lower() in _AFTER and before.text.lower() in _SOON


def _of_document(scene: Scene, n: int) -> Dating | None:
    """Give "the letter said", "she wrote in the letter" the one day on which the report has it written."""
    for span in (*scene.statements[n].source[:1], *scene.written_in(n)):
        noun = _head(scene, span)
        if noun in _PAPERS and _is_definite(scene, span):
            return day_of(scene, noun, span, "utterance")
    return None


def _of_noun(scene: Scene, n: int) -> Dating | None:
    """Give "she announced" the day of "Friday's announcement", where only one speaker did so."""
    noun = _noun(scene, n)
    alike = {scene.speakers[k] for k in scene.order if noun and _noun(scene, k) == noun} - {None}
    if noun is None or len(alike) > 1:
        return None
    anchor = anchor_of(scene.text, scene.published)
    told = [one for one in scene.told if _hangs_on(scene, one, noun)]
    days = [one if one.edtf else by_tense_of_cue(one, scene.text, anchor) for one in told]
    if len({one.edtf for one in days}) != 1 or not days[0].edtf:
        return None
    one = days[0]
    return Dating(one.edtf, one.span.words(scene.text), "utterance", (one.span, *one.evidence))


def _noun(scene: Scene, n: int) -> str | None:
    """Give the noun for what a statement's cue tells: "announcement" for that and for "announced"."""
    lemma = scene.lemma(n)
    if lemma is not None:
        return _NAMED_FOR.get(lemma)
    cue = [i for span in scene.statements[n].cue for i in tokens_in(scene.reading, span)]
    nouns = (scene.reading.tokens[i].lemma.lower() for i in cue if scene.reading.tokens[i].pos == "NOUN")
    return next((noun for noun in nouns if noun in _NAMED_FOR.values()), None)


def _hangs_on(scene: Scene, one: Expression, noun: str) -> bool:
    """Tell "Friday's announcement" and "the announcement on Friday"."""
    top = head_in(scene.reading, one.span)
    above = None if top is None else scene.reading.tokens[scene.reading.tokens[top].head]
    if above is not None and above.text.lower() == "on":
        above = scene.reading.tokens[above.head]
    return above is not None and above.pos == "NOUN" and above.lemma.lower() == noun


def _announced(scene: Scene, n: int) -> Dating | None:
    """Give a statement the day of the speech that the sentence before it tells of, by the same subject.

    "Petrova spoke to the council on Monday. “…,” she said."
    """
    verb = scene.verbs[n]
    start = scene.sentence(verb).start if verb is not None else 0
    if not start or scene.occasion_noun(n) is not None or _is_parted(scene, start):
        return None
    if any(tokens_in(scene.reading, one.span).start in scene.sentence(start) for one in scene.told):
        return None
    before = scene.sentence(start - 1)
    root = next((i for i in before if scene.reading.tokens[i].head == i), before.start)
    if (
        scene.reading.tokens[root].tag != "VBD"
        or not _is_speech(scene, root)
        or not _same_subject(scene, root, n)
    ):
        return None
    return _day_by(scene, root, "utterance")


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


def day_of(scene: Scene, noun: str, words: Span, basis: Basis) -> Dating | None:
    """Give the one day up to the report's own that the report tells of a meeting, a vote …, or None."""
    told = (_settled(scene, one) for one in scene.expressions if _dates_event(scene, one, noun))
    days = [one for one in told if exact_day(one.edtf)]
    if len({one.edtf for one in days}) != 1 or _is_to_come(scene, days[0]):
        return None
    one = days[0]
    return Dating(one.edtf, one.span.words(scene.text), basis, (one.span, words, *one.evidence))


def _settled(scene: Scene, one: Expression) -> Expression:
    """Date a weekday by the past tense of what was done on it: "spoke before the council on Tuesday"."""
    top = head_in(scene.reading, one.span)
    above = (scene.reading.tokens[i] for i in climb(scene.reading, top)) if top is not None else iter(())
    verb = next((token for token in above if token.pos == "VERB"), None)
    if one.edtf or verb is None or verb.tag != "VBD":
        return one
    return by_tense_of_cue(one, scene.text, anchor_of(scene.text, scene.published))


def _is_to_come(scene: Scene, one: Expression) -> bool:
    day = exact_day(scene.published.edtf) if scene.published else None
    return day is not None and (one.edtf or "") > day.isoformat()


def _dates_event(scene: Scene, one: Expression, noun: str) -> bool:
    """Tell whether a day is that of a thing: "Tuesday's vote", "held a vote on Tuesday".

    A document's is the day on which it was made, not that on which somebody had it.
    """
    names = next((kin for kin in _KIN if noun in kin), {noun})
    top = head_in(scene.reading, one.span)
    for above in climb(scene.reading, top) if top is not None else ():
        token = scene.reading.tokens[above]
        if token.lemma.lower() in names:
            return True
        if token.pos in ("VERB", "AUX"):
            made = noun not in _PAPERS or makes(token.lemma, noun)
            return any(_is_part(scene, i, above, made) for i in _those(scene, above, names))
    return False


def _those(scene: Scene, verb: int, names: Collection[str]) -> list[int]:
    return [i for i in scene.sentence(verb) if scene.reading.tokens[i].lemma.lower() in names]


def _is_part(scene: Scene, i: int, verb: int, made: bool) -> bool:
    """Tell whether a thing is where a verb's act is done, or else what it is about, if that made it."""
    one, act = scene.reading.tokens[i], scene.reading.tokens[verb]
    if one.head == verb:
        return made and one.dep in ("dobj", "nsubj", "nsubjpass")
    if act.head == i:
        return made and act.dep in ("acl", "relcl")
    prep = scene.reading.tokens[one.head]
    return one.dep == "pobj" and prep.text.lower() in AT and prep.head == verb
