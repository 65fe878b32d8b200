"""Whom "they", "it" and "I" mean as a source: by who has spoken, and in whose words it stands."""

from collections.abc import Iterator

from reportedly.language.tree import SUBJECTS
from reportedly.mentions.cast import Member
from reportedly.mentions.mention import Mention
from reportedly.mentions.newcomers import unnamed_at
from reportedly.mentions.pronouns import Found
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import DOCUMENTS, ORGANISATION_NOUNS, PEOPLE
from reportedly.spans import Span, hull

PLURAL = frozenset({"they", "their"})
NEUTER = frozenset({"it", "its"})
FIRST_PERSON = frozenset({"i", "me"})
_BACK = 2
# One word for several, who are "they".
_TOGETHER = frozenset({
    "band", "couple", "crew", "crowd", "duo", "family", "jury", "pair", "panel", "quartet", "squad", "team",
    "trio",
})  # fmt: skip
# Verbs and nouns of a meeting, and those whose object one meets.
_RECEIVE = frozenset({"meet", "host", "receive", "welcome"})
_MEET = _RECEIVE | {"speak", "talk", "dine", "confer"}
_MEETINGS = frozenset({
    "call", "conference", "conversation", "dinner", "discussion", "lunch", "meeting", "phone", "session",
    "summit", "talk",
})  # fmt: skip


def resolve_they(scene: Scene, token: int) -> Found | None:
    """Take "they" for the several who spoke last or whom a sentence before is about, whichever is nearer."""
    span = scene.tokens[token].span
    if scene.in_content(span):
        return None
    start, last = scene.last_spoke(span.start)
    for sentence in range(scene.sentence(token), max(-1, scene.sentence(token) - 1 - _BACK), -1):
        first = scene.tokens[scene.reading.sentences[sentence].first].span.start
        if last is not None and start >= first and scene.is_near(start, span.start):
            return (last, '"they" after {} spoke', 0.65) if _are_several(last) else None
        found = list(_several(scene, sentence, token)) if scene.is_near(first, span.start) else []
        if len(found) == 1 and found[0] not in scene.members:
            scene.members.append(found[0])
        if found:
            return (found[0], '"they" after {}', 0.6) if len(found) == 1 else None
    return None


def resolve_it(scene: Scene, token: int) -> Found | None:
    """Take "it" for the body or document that the last sentence is about, and that spoke last or is named."""
    span = scene.tokens[token].span
    if scene.in_content(span):
        return None
    last, topics = scene.just_spoke(span.start), list(_topics(scene, token))
    if last is not None and not last.plural and _is_thing(last):
        is_topic = any(one.span.holds(scene.tokens[i].span) for one in last.mentions for i in topics)
        return (last, '"it" after {} spoke', 0.65) if is_topic else None
    topic = _body_at(scene, topics[-1]) if topics else None
    return (topic, '"it" after {}', 0.6) if topic is not None else None


def _body_at(scene: Scene, token: int) -> Member | None:
    """Give the body or document that a word stands for, by a name or by what it is: "the authority"."""
    named, one = scene.at.get(token), scene.tokens[token]
    if named is not None:
        return named if _is_thing(named) else None
    is_one = one.tag == "NN" and one.lemma in ORGANISATION_NOUNS | DOCUMENTS
    return unnamed_at(scene, token) if is_one else None


def _topics(scene: Scene, token: int) -> Iterator[int]:
    """Give the subjects before a token in its sentence and in the one before, past what is no paragraph."""
    last = scene.sentence(token)
    before = next((i for i in range(last - 1, -1, -1) if scene.is_told(i)), last)
    for i in range(scene.reading.sentences[before].first, token):
        if scene.tokens[i].dep in SUBJECTS and scene.is_told(scene.sentence(i)):
            yield i


def _is_thing(member: Member) -> bool:
    return member.type in ("organisation", "place") or member.noun in DOCUMENTS | ORGANISATION_NOUNS


def _are_several(member: Member) -> bool:
    told = member.noun in PEOPLE | ORGANISATION_NOUNS | DOCUMENTS or not member.noun
    return (member.plural and told) or member.type == "group"


def _several(scene: Scene, sentence: int, before: int) -> Iterator[Member]:
    """Give the people and the pairs of persons that are subjects of a sentence, in the report's own words."""
    one = scene.reading.sentences[sentence]
    for i in range(one.first, min(one.last, before)):
        token = scene.tokens[i]
        if token.dep not in SUBJECTS or scene.in_content(token.span):
            continue
        joined = [i, *scene.tree.kids(i, "conj")]
        if len(joined) > 1 and all(k in scene.at and scene.at[k].names for k in joined):
            yield _together(scene, hull(sorted(_name_at(scene, k) for k in joined)))
        elif (token.tag == "NNS" and token.lemma in PEOPLE | ORGANISATION_NOUNS) or token.lemma in _TOGETHER:
            yield unnamed_at(scene, i)
        elif i in scene.at and scene.at[i].type == "group":
            yield scene.at[i]
        elif i in scene.at and (met := _met(scene, i, before)):
            yield _pair(scene, scene.at[i], met)


def _met(scene: Scene, subject: int, before: int) -> Member | None:
    """Give the other person of a meeting: "Hale met Petrova", "Hale held talks with Petrova"."""
    verb = scene.tokens[subject].head
    things = list(scene.tree.kids(verb, "dobj"))
    meets = [verb] if scene.tokens[verb].lemma.lower() in _MEET else []
    meets += [thing for thing in things if scene.tokens[thing].lemma.lower() in _MEETINGS]
    withs = [kid for top in meets for kid in scene.tree.kids(top, "prep") if _is_with(scene, kid)]
    others = [token for kid in withs for token in scene.tree.kids(kid, "pobj")]
    others += things if scene.tokens[verb].lemma.lower() in _RECEIVE else []
    persons = [scene.at[k] for k in others if k < before and k in scene.at and scene.at[k].type == "person"]
    is_two = len(persons) == 1 and scene.at[subject].type == "person" and persons[0] is not scene.at[subject]
    return persons[0] if is_two else None


def _is_with(scene: Scene, token: int) -> bool:
    return scene.tokens[token].text.lower() in ("with", "alongside")


def _pair(scene: Scene, one: Member, other: Member) -> Member:
    """Give the party that two persons are together whom no words name together."""
    known = (m for m in scene.members if m.parts == (one, other))
    return next(known, Member("unnamed", plural=True, parts=(one, other)))


def _name_at(scene: Scene, token: int) -> Span:
    span = scene.tokens[token].span
    return next((name.span for name in scene.at[token].names if name.span.holds(span)), span)


def _together(scene: Scene, span: Span) -> Member:
    known = next((m for m in scene.members if any(one.span == span for one in m.mentions)), None)
    if known is None:
        known = Member("unnamed", plural=True)
        known.mentions.append(Mention(span, "group", "named together", 0.9))
        scene.members.append(known)
    return known


def resolve_i(scene: Scene, token: int) -> Found | None:
    """Take "I" inside quotation marks for whoever is credited with the words."""
    span = scene.tokens[token].span
    around = [scene.statements[i] for i in scene.in_content(span)]
    quoting = [one for one in around if one.source and any(part.holds(span) for part in one.quoted)]
    inner = min(quoting, key=lambda one: sum(map(len, one.content)), default=None)
    found = scene.meant.get(hull(inner.source)) if inner else None
    return (found[0], '"I" in the words of {}', 0.85) if found and not found[0].plural else None
