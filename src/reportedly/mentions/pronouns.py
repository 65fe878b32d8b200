"""Whom a pronoun means: the likeliest of the persons around it, or nobody whom we could name.

Each "he" and "she" is weighed against all that it may go back to, earlier pronouns among them; what those
mean, it means with them (mention ranking: Denis and Baldridge, 2008). "Who" goes by the parse.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.language.tree import tokens_in
from reportedly.mentions.antecedents import GENDERS, Antecedent, Words, find_antecedents, find_unseen, options
from reportedly.mentions.cast import Member
from reportedly.mentions.mention import Mention
from reportedly.mentions.names import clean
from reportedly.mentions.newcomers import unnamed_at
from reportedly.mentions.scene import Meant, Scene
from reportedly.mentions.signs import is_body
from reportedly.mentions.titles import PEOPLE, Gender, names_organisation
from reportedly.mentions.weigh import weigh

_FARTHEST = 6
# Likelier than any other, and nearly as likely as not; to be credited with words, clearly likelier than not.
# A rival that is less likely than the last is not named in the reason.
_ENOUGH, _ENOUGH_TO_SPEAK, _RIVAL = 0.4, 0.6, 0.1

# The parse may take a person's name for a body's or a place's once or twice, hardly ever all along.
_OFTEN_WRONG = 3

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
            votes.setdefault(id(people[0]), []).extend(GENDERS[w] for w in after if w in GENDERS)
    for member in scene.members:
        told = votes.get(id(member), [])
        if member.gender is None and len(set(told)) == 1 and (member.type == "person" or len(told) > 1):
            member.gender = told[0]
            member.type = "person"


def _may_be_person(member: Member) -> bool:
    return member.type == "person" or (member.type == "organisation" and not is_body(member))


def _apart(members: Iterable[Member]) -> list[Member]:
    return list({id(member): member for member in members}.values())


def weigh_pronouns(scene: Scene) -> None:
    """Work out whom each "he" and "she" of a report means, into the scene's `pronouns`.

    Who is mostly called "she" is never "he". What the parse took for no person becomes one where a pronoun
    very likely means it.
    """
    antecedents = find_antecedents(scene)
    asked = asked_of(scene, antecedents)
    if not asked:
        return
    chosen = list(_chosen(scene, antecedents, asked))
    genders = _genders(antecedents, chosen)
    for one in chosen:
        words = antecedents[one.option].words
        gender = antecedents[one.pronoun].words.gender
        if genders[words.party] == gender and _bring_in(scene, words, gender):
            token = _named_at(scene, words)
            scene.pronouns[antecedents[one.pronoun].words.token] = Meant(token, one.likely, one.reason)


def _named_at(scene: Scene, words: Words) -> int:
    """Give a token at which the party of words is named; their own where it has no name."""
    if words.token in scene.at or words.member is None:
        return words.token
    return tokens_in(scene.reading, words.member.names[0].span).start


def asked_of(scene: Scene, antecedents: Sequence[Antecedent]) -> list[tuple[int, list[int]]]:
    """Give each pronoun with what it may go back to, in text order."""
    pronouns = (i for i, one in enumerate(antecedents) if one.words.kind == "pronoun")
    return [(pronoun, options(scene, antecedents, pronoun)) for pronoun in pronouns]


@dataclass(frozen=True, slots=True)
class _Choice:
    """A pronoun with the nearest words of the party that it most likely means."""

    pronoun: int
    option: int
    likely: float
    reason: str


def _chosen(
    scene: Scene, antecedents: Sequence[Antecedent], asked: Sequence[tuple[int, Sequence[int]]]
) -> Iterator[_Choice]:
    meant: dict[int, Mapping[object, float]] = {}
    for (pronoun, found), likely in zip(asked, weigh(scene, antecedents, asked), strict=True):
        meant[pronoun] = _summed(antecedents, found, likely.tolist(), meant)
        ranked = sorted(meant[pronoun].items(), key=lambda item: -item[1])
        if ranked and ranked[0][1] >= (_ENOUGH_TO_SPEAK if antecedents[pronoun].credited else _ENOUGH):
            named = [i for i in range(len(antecedents)) if antecedents[i].words.party == ranked[0][0]]
            option = min(named, key=lambda i: (i > pronoun, abs(i - pronoun)))
            rival = ranked[1][0] if len(ranked) > 1 and ranked[1][1] >= _RIVAL else None
            reason = _reason(scene, antecedents, pronoun, option, rival)
            yield _Choice(pronoun, option, ranked[0][1], reason)


def _summed(
    antecedents: Sequence[Antecedent],
    found: Sequence[int],
    likely: Sequence[float],
    meant: Mapping[int, Mapping[object, float]],
) -> Mapping[object, float]:
    """Add up how likely each party is meant, by its own words and by the earlier pronouns that mean it."""
    sums: dict[object, float] = defaultdict(float)
    for option, share in zip(found, likely, strict=False):
        if antecedents[option].words.kind == "pronoun":
            for party, part in meant[option].items():
                sums[party] += share * part
        else:
            sums[antecedents[option].words.party] += share
    return sums


def _genders(antecedents: Sequence[Antecedent], chosen: Sequence[_Choice]) -> Mapping[object, Gender | None]:
    """Give what the pronouns mostly call each party."""
    sums: dict[object, float] = defaultdict(float)
    for one in chosen:
        is_he = antecedents[one.pronoun].words.gender == "he"
        sums[antecedents[one.option].words.party] += one.likely if is_he else -one.likely
    return {party: "he" if balance > 0 else "she" for party, balance in sums.items()}


def _bring_in(scene: Scene, words: Words, gender: Gender | None) -> bool:
    """Make sure that what a pronoun means is a person, and tell whether it may be."""
    if words.kind == "noun":
        return True
    member = words.member or scene.at.get(words.token) or _unseen_person(scene, words)
    if member is None or (member.type != "person" and not _is_seen_wrong(member)):
        return False
    member.type, member.gender = "person", member.gender or gender
    return True


def _is_seen_wrong(member: Member) -> bool:
    """Tell what may be a person whom the parse took for a body or a place."""
    return not is_body(member) and len(member.names) <= _OFTEN_WRONG


def _unseen_person(scene: Scene, words: Words) -> Member | None:
    """Bring in, at all its places, the person of a name that the parse did not see."""
    places = [one.span for one in find_unseen(scene) if one.party == words.party]
    named = [name for place in places if (name := clean(scene.text, scene.reading, place, "person", ()))]
    named = [name for name in named if scene.at.keys().isdisjoint(tokens_in(scene.reading, name.span))]
    if not named or named[0].is_acronym or names_organisation(" ".join(named[0].words)):
        return None
    member = Member("person")
    for name in named:
        member.add(name, Mention(name.span, "name", "named here", 0.6))
        scene.at.update(dict.fromkeys(tokens_in(scene.reading, name.span), member))
    scene.members.append(member)
    return member


def _reason(
    scene: Scene, antecedents: Sequence[Antecedent], pronoun: int, option: int, rival: object | None
) -> str:
    """Say where the person stands, in a form with a gap for the name, and who else might be meant."""
    here, there = antecedents[pronoun], antecedents[option]
    word = scene.tokens[here.words.token].text.lower()
    back = here.sentence - there.sentence
    side = "before" if option > pronoun else "after"
    where = "in the same sentence" if back == 0 else f"{abs(back)} sentence{'s' * (abs(back) > 1)} away"
    other = next((one.words.span for one in antecedents if one.words.party == rival), None)
    doubt = f"; less likely {_escaped(other.words(scene.text))}" if other else ""
    return f'"{word}" {side} {{}}, {where}{doubt}'


def _escaped(words: str) -> str:
    return " ".join(words.replace("{", "{{").replace("}", "}}").split())


def resolve_pronoun(scene: Scene, token: int) -> Found | None:
    """Find whom he or she means as a source; None where that is open."""
    meant = scene.pronouns.get(token)
    if meant is None:
        return None
    return scene.at.get(meant.token) or unnamed_at(scene, meant.token), meant.reason, meant.likely


def other_pronouns(scene: Scene) -> Iterator[tuple[int, Found]]:
    """Give the pronouns that mean a party which the report names, with their words' token."""
    for token, meant in scene.pronouns.items():
        member = scene.at.get(meant.token)
        if member is not None:
            yield token, (member, meant.reason, meant.likely)


def resolve_relative(scene: Scene, token: int) -> Found | None:
    """Find what "who" or "which" goes back to: "a resident of Arden, who said", "Sund Bank, which said"."""
    verb = next((i for i in _heads(scene, token) if scene.tokens[i].dep == "relcl"), None)
    antecedent = _told_of(scene, token, scene.tokens[verb].head) if verb is not None else None
    if antecedent is None or _is_joined(scene, antecedent):
        return None
    return scene.at.get(antecedent) or unnamed_at(scene, antecedent), "relative clause of {}", 0.9


def _told_of(scene: Scene, token: int, noun: int) -> int | None:
    """Give whom a clause on a noun is about: a body by name, or a person, who is never "which"."""
    is_which = scene.tokens[token].text.lower() == "which"
    named = scene.at.get(noun)
    is_body = named is not None and (named.is_named_body or named.type == "place")
    if is_body and (is_which or scene.tokens[noun].dep != "pobj"):
        return noun
    return None if is_which else _person_of(scene, noun)


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


def _is_one_person(member: Member) -> bool:
    return member.type == "person" or (member.noun in PEOPLE and not member.plural)
