"""Whom a pronoun means when it is a source: the one in focus, or nobody we could name.

The focus is the subject of the clause before, as in centering theory (Grosz, Joshi & Weinstein 1995),
and a speaker counts as one.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.language.reading import Token
from reportedly.mentions.cast import Member
from reportedly.mentions.newcomers import unnamed_at
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import PEOPLE, Gender, names_organisation

PRONOUNS: dict[str, Gender | None] = {
    "he": "he", "his": "he", "she": "she", "her": "she", "they": None, "their": None,
}  # fmt: skip
_POSSESSIVES: dict[str, Gender] = {
    **dict.fromkeys(("he", "his", "him", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
_FARTHEST = 6

Found = tuple[Member, str, float]


def learn_genders(scene: Scene) -> None:
    """Take a person's gender from the pronouns of sentences that name nobody else, where they all agree.

    What the parse took for an organisation of one word is a person where such sentences say "he" or "she".
    """
    votes: dict[int, list[Gender]] = {}
    for one in scene.reading.sentences:
        tokens = range(one.first, one.last)
        people = _apart(scene.at[i] for i in tokens if i in scene.at and _may_be_person(scene.at[i]))
        if len(people) == 1 and not any(scene.tokens[i].text in '"“”' for i in tokens):
            first = next(i for i in tokens if scene.at.get(i) is people[0])
            after = (scene.tokens[i].text.lower() for i in tokens if i > first)
            votes.setdefault(id(people[0]), []).extend(_POSSESSIVES[w] for w in after if w in _POSSESSIVES)
    for member in scene.members:
        told = votes.get(id(member), [])
        if member.gender is None and len(set(told)) == 1 and (member.type == "person" or len(told) > 1):
            member.gender = told[0]
            member.type = "person"


def _may_be_person(member: Member) -> bool:
    if member.type != "organisation":
        return member.type == "person"
    return not any(name.is_acronym or names_organisation(" ".join(name.words)) for name in member.names)


def learn_from(heard: Sequence[Member], scene: Scene) -> None:
    """Take a party's gender from what the pronouns of the whole report mostly called it in a first hearing.

    `heard` are the same parties in the same order as the scene's.
    """
    for before, member in zip(heard, scene.members, strict=True):
        words = [m.span.words(scene.text).lower() for m in before.mentions if m.form == "pronoun"]
        he, she = (sum(PRONOUNS.get(word) == gender for word in words) for gender in ("he", "she"))
        if member.gender is None and he != she:
            member.gender = "he" if he > she else "she"


def resolve_pronoun(scene: Scene, token: int) -> Found | None:
    """Find whom he, she or they means as a source; None where more than one could be meant."""
    word = scene.tokens[token].text.lower()
    if scene.in_content(scene.tokens[token].span):
        return _outer_speaker(scene, token, word)
    if PRONOUNS[word] is None:
        return _speakers_before(scene, token)
    if scene.tokens[token].dep == "poss" and (ahead := _named_next(scene, token, word)):
        return ahead
    passed: list[Member] = []
    for sentence in _backwards(scene, token):
        people = _in_focus(scene, sentence, token, PRONOUNS[word])
        if people:
            rivals = (
                passed if people[0].gender else passed + _in_same_sentence(scene, sentence, token, people[0])
            )
            others = [member for member in rivals if member not in people]
            return None if others else _only(people, f'"{word}" after {{}} in focus')
        pronoun = _leading_pronoun(scene, sentence, token)
        if pronoun is not None:
            before = None if passed else resolve_pronoun(scene, pronoun)
            return before if before and _agrees(before[0], PRONOUNS[word]) else None
        passed += _mentioned(scene, sentence, token, PRONOUNS[word])
    return None if passed else _named_next(scene, token, word)


def _named_next(scene: Scene, token: int, word: str) -> Found | None:
    """Look ahead where nobody stands before: "A week after she left, Ana Petrova said"."""
    is_fronted = any(scene.tokens[i].dep in ("advcl", "prep") for i in _heads(scene, token))
    subjects = (_subject(scene, above) for above in _heads(scene, token))
    subject = next((one for one in subjects if one is not None and one > token), None)
    if not is_fronted or subject is None:
        return None
    member = scene.at.get(subject)
    fits = member is not None and _is_one_person(member) and _agrees(member, PRONOUNS[word])
    return (member, f'"{word}" before {{}}', 0.7) if member is not None and fits else None


def _subject(scene: Scene, verb: int) -> int | None:
    return scene.tree.kid(verb, "nsubj", "nsubjpass")


def _in_same_sentence(scene: Scene, sentence: int, token: int, focus: Member) -> list[Member]:
    """Give the persons named between the one in focus and a pronoun in its own sentence."""
    if scene.sentence(token) != sentence:
        return []
    first = scene.reading.sentences[sentence].first
    subjects = (i for i in range(first, token) if scene.at.get(i) is focus and _is_free_subject(scene, i))
    named = range(next(subjects, first), token)
    return [scene.at[i] for i in named if i in scene.at and _is_one_person(scene.at[i])]


def _leading_pronoun(scene: Scene, sentence: int, before: int) -> int | None:
    """Give the "he" or "she" that a sentence is about, where a pronoun is its subject."""
    one = scene.reading.sentences[sentence]
    for i in range(one.first, min(one.last, before)):
        token = scene.tokens[i]
        is_subject = token.dep in ("nsubj", "nsubjpass") and scene.tokens[token.head].dep == "ROOT"
        if is_subject and token.text.lower() in ("he", "she") and not scene.in_content(token.span):
            return i
    return None


def resolve_relative(scene: Scene, token: int) -> Found | None:
    """Find whom "who" goes back to: "Ana Petrova, who said", "a resident of Arden, who said"."""
    verb = next((i for i in _heads(scene, token) if scene.tokens[i].dep == "relcl"), None)
    antecedent = _person_of(scene, scene.tokens[verb].head) if verb is not None else None
    if antecedent is None or _is_joined(scene, antecedent):
        return None
    return scene.at.get(antecedent) or unnamed_at(scene, antecedent), "relative clause of {}", 0.9


def _person_of(scene: Scene, noun: int) -> int | None:
    """Give the noun itself where it is someone, else the noun that it is a part of: no place says a thing."""
    while not _is_someone(scene, noun):
        if scene.tokens[noun].dep != "pobj":
            return None
        noun = scene.tokens[scene.tokens[noun].head].head
    return noun


def _is_someone(scene: Scene, token: int) -> bool:
    if token in scene.at:
        return _is_one_person(scene.at[token]) or scene.at[token].type == "group"
    return scene.tokens[token].lemma in PEOPLE


def _is_joined(scene: Scene, token: int) -> bool:
    return scene.tokens[token].dep == "conj" or scene.tree.kid(token, "conj") is not None


def _heads(scene: Scene, token: int) -> Iterator[int]:
    for _ in range(_FARTHEST):
        token = scene.tokens[token].head
        yield token


def _outer_speaker(scene: Scene, token: int, word: str) -> Found | None:
    """In "Petrova said she feared", she is the speaker, unless the content named someone first."""
    span = scene.tokens[token].span
    outer = [
        scene.statements[i]
        for i in scene.in_content(span)
        if not any(q.holds(span) for q in scene.statements[i].quoted)
    ]
    member = next(
        (m for start, m in reversed(scene.spoke) if any(s.start == start for o in outer for s in o.source)),
        None,
    )
    if len(outer) != 1 or member is None or not _agrees(member, PRONOUNS[word]) or PRONOUNS[word] is None:
        return None
    within = [i for i in scene.at if outer[0].content[0].start <= scene.tokens[i].span.start < span.start]
    if any(scene.at[i].type == "person" and scene.at[i] is not member for i in within):
        return None
    return member, f'"{word}" in the words of {{}}', 0.75


def _speakers_before(scene: Scene, token: int) -> Found | None:
    """Take "they" for the several who spoke last, in this paragraph or the one before."""
    place = scene.tokens[token].span.start
    start, member = next(((s, m) for s, m in reversed(scene.spoke) if s < place), (0, None))
    if member is None or not member.plural or scene.passage(place) - scene.passage(start) > 1:
        return None
    are_people = member.noun in PEOPLE or not member.noun
    return (member, '"they" after {} spoke', 0.65) if are_people else None


def _backwards(scene: Scene, token: int) -> Iterator[int]:
    """Give the pronoun's sentence and those before, down to the paragraph before the last."""
    here = scene.sentence(token)
    lowest = scene.passage(scene.tokens[token].span.start) - 2
    for sentence in range(here, max(-1, here - _FARTHEST), -1):
        first = scene.tokens[scene.reading.sentences[sentence].first]
        if scene.passage(first.span.start) < lowest:
            return
        yield sentence


def _in_focus(scene: Scene, sentence: int, before: int, gender: Gender | None) -> list[Member]:
    """Give the persons in focus in a sentence: who speaks in it, else its subject, else other subjects."""
    one = scene.reading.sentences[sentence]
    tokens = range(one.first, min(one.last, before))
    start, end = scene.tokens[one.first].span.start, scene.tokens[before].span.start
    spoke = [
        m for place, m in scene.spoke if start <= place < end and place < scene.tokens[one.last - 1].span.end
    ]
    subjects = [i for i in tokens if _is_free_subject(scene, i)]
    roots = [i for i in subjects if _is_missed_subject(scene, i) or _is_root(scene, _renamed(scene, i).head)]
    below = [] if _leading_pronoun(scene, sentence, before) is not None else subjects
    for group in (spoke, [scene.at[i] for i in roots], [scene.at[i] for i in below]):
        people = _apart(m for m in group if _is_one_person(m) and _agrees(m, gender))
        if people:
            return people
    return []


def _mentioned(scene: Scene, sentence: int, before: int, gender: Gender | None) -> list[Member]:
    """Give the persons that a sentence names in the report's own words, whatever their part in it."""
    one = scene.reading.sentences[sentence]
    named = [i for i in range(one.first, min(one.last, before)) if i in scene.at]
    members = [scene.at[i] for i in named if not scene.in_content(scene.tokens[i].span)]
    return [member for member in members if _is_one_person(member) and _agrees(member, gender)]


def _is_free_subject(scene: Scene, token: int) -> bool:
    is_subject = _renamed(scene, token).dep in ("nsubj", "nsubjpass") or _is_missed_subject(scene, token)
    return token in scene.at and is_subject and not scene.in_content(scene.tokens[token].span)


def _is_missed_subject(scene: Scene, token: int) -> bool:
    """Tell whether a name right before a main verb without a subject is the subject that the parse missed."""
    if token not in scene.at or token + 1 >= len(scene.tokens):
        return False
    helps = scene.tokens[token + 1].dep in ("aux", "auxpass")
    verb = scene.tokens[token + 1].head if helps else token + 1
    is_verb = scene.tokens[verb].pos in ("VERB", "AUX") and _is_root(scene, verb)
    return is_verb and _subject(scene, verb) is None


def _is_root(scene: Scene, token: int) -> bool:
    return scene.tokens[token].dep == "ROOT"


def _renamed(scene: Scene, token: int) -> Token:
    """Give the word that a name renames ("The mayor, Jon Hale, was asked"), else the name's own."""
    one = scene.tokens[token]
    return scene.tokens[one.head] if one.dep == "appos" else one


def _is_one_person(member: Member) -> bool:
    return member.type == "person" or (member.noun in PEOPLE and not member.plural)


def _agrees(member: Member, gender: Gender | None) -> bool:
    return member.gender is None or gender is None or member.gender == gender


def _apart(members: Iterable[Member]) -> list[Member]:
    return list({id(member): member for member in members}.values())


def _only(people: list[Member], reason: str) -> Found | None:
    return (people[0], reason, 0.8 if people[0].gender else 0.7) if len(people) == 1 else None
