"""Antecedents: the words that "he" or "she" may go back to, where they stand in a report."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Literal

from reportedly.language.tree import SUBJECTS, climb, head_in, tokens_in
from reportedly.mentions.cast import Member
from reportedly.mentions.first_names import gender_of_first_name
from reportedly.mentions.names import fold
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import PEOPLE, TIMES, Gender, gender_of, is_title
from reportedly.spans import Span

GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "his", "him", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}

AntecedentKind = Literal["person", "organisation", "place", "group", "unseen", "noun", "pronoun"]
_SENTENCES_BACK, _SENTENCES_ON, _SPEAKERS_BACK = 4, 1, 8
_MOST_BACK, _MOST_ON = 24, 4


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words that may be an antecedent: `token` is their head, as an index in the reading.

    `kind` is the type of a name, `unseen` for proper nouns in which no name was found. `party` is the same
    for all words that stand for one party.
    """

    token: int
    span: Span
    kind: AntecedentKind
    member: Member | None
    party: object
    gender: Gender | None


@dataclass(frozen=True, slots=True, eq=False)
class Antecedent:
    """Words in their place: their sentence, the verb of their clause and all that they depend on.

    `before` counts how often their party stood before, `times` how often in all. `held` and `quoted` are the
    statements whose content, or whose content in marks, holds them, `credited` those whose source they are.
    """

    words: Words
    sentence: int
    passage: int
    verb: int
    above: tuple[int, ...]
    held: frozenset[int]
    quoted: frozenset[int]
    credited: frozenset[int]
    bracketed: bool
    before: int
    times: int


def find_antecedents(scene: Scene) -> tuple[Antecedent, ...]:
    """List a report's names, nouns for persons and pronouns, in text order."""
    found = (*_names(scene), *find_unseen(scene), *_nouns(scene), *_pronouns(scene))
    ordered = sorted(found, key=lambda words: words.token)
    around, times = _Around(scene), Counter(words.party for words in ordered)
    before: Counter[object] = Counter()
    antecedents = []
    for words in ordered:
        counts = before[words.party], times[words.party]
        antecedents.append(_placed(scene, words, around, counts))
        before[words.party] += 1
    return tuple(antecedents)


def options(scene: Scene, antecedents: Sequence[Antecedent], pronoun: int) -> list[int]:
    """Give the indices of what a pronoun may mean, nearest first, then who spoke last, then those behind it.

    Left out is what is known to be of the other gender, who is named in the pronoun's own words (in "“Hale is
    late,” he said" he is not Hale), and an object's subject. Nobody is looked for behind someone whom a
    sentence newly brings in ("A surveyor came").
    """
    here = antecedents[pronoun]
    found: list[int] = []
    for i in range(pronoun - 1, -1, -1):
        if here.sentence - antecedents[i].sentence > _SENTENCES_BACK or len(found) == _MOST_BACK:
            break
        if _agrees(scene, antecedents[i], here):
            found.append(i)
            if _is_newcomer(antecedents[i]):
                break
    speaker = last_speaker(scene, antecedents, pronoun)
    if speaker is not None and speaker not in found and not any(_is_newcomer(antecedents[i]) for i in found):
        found.append(speaker)
    near = takewhile(lambda one: here.passage - one.passage <= 1, reversed(antecedents[:pronoun]))
    if any(_is_of_other_name(one.words, here.words) for one in near):
        # Rather than somebody whom the report has not named yet, it may be him after all.
        return found
    return found + _behind(scene, antecedents, pronoun)


def _behind(scene: Scene, antecedents: Sequence[Antecedent], pronoun: int) -> list[int]:
    here = antecedents[pronoun]
    found: list[int] = []
    for i in range(pronoun + 1, len(antecedents)):
        if antecedents[i].sentence - here.sentence > _SENTENCES_ON or len(found) == _MOST_ON:
            break
        if antecedents[i].words.kind != "pronoun" and _agrees(scene, antecedents[i], here):
            found.append(i)
    return found


def _is_newcomer(one: Antecedent) -> bool:
    return one.words.kind == "noun" and one.words.member is not None and not one.words.member.names


def last_speaker(scene: Scene, antecedents: Sequence[Antecedent], pronoun: int) -> int | None:
    """Give who is credited last before a pronoun that is a source itself, both in the report's own words."""
    here = antecedents[pronoun]
    if not here.credited or here.held:
        return None
    for i in range(pronoun - 1, -1, -1):
        one = antecedents[i]
        if here.sentence - one.sentence > _SPEAKERS_BACK:
            return None
        if one.credited and not one.held and not one.credited & here.credited:
            return i if _agrees(scene, one, here) else None
    return None


def last_subject(scene: Scene, antecedents: Sequence[Antecedent], pronoun: int) -> int | None:
    """Give the named person whom the last sentence is about, before a pronoun that is a source itself.

    Both are subjects of a main clause, in the report's own words and in one paragraph or two that follow.
    """
    here = antecedents[pronoun]
    if not here.credited or here.held or not _is_subject(scene, here):
        return None
    for i in range(pronoun - 1, -1, -1):
        one = antecedents[i]
        if here.passage - one.passage > 1:
            return None
        if not one.held and one.sentence < here.sentence and _is_subject(scene, one):
            return i if _is_named_person(one) and _agrees(scene, one, here) else None
    return None


def _is_named_person(one: Antecedent) -> bool:
    member = one.words.member
    return one.words.kind in ("person", "noun") and member is not None and bool(member.names)


def _is_subject(scene: Scene, one: Antecedent) -> bool:
    """Tell the subject of a sentence's main clause."""
    return scene.tokens[one.words.token].dep in SUBJECTS and scene.tokens[one.verb].dep == "ROOT"


def _agrees(scene: Scene, one: Antecedent, pronoun: Antecedent) -> bool:
    is_own = one.held & pronoun.credited
    return (
        not is_own
        and one.words.gender in (None, pronoun.words.gender)
        and not _is_of_other_name(one.words, pronoun.words)
        and not _is_barred(scene, one, pronoun)
    )


def _is_of_other_name(words: Words, pronoun: Words) -> bool:
    """Tell by a first name whom a pronoun hardly ever means, where nothing else of the report tells."""
    full = words.member.full() if words.member is not None and words.gender is None else None
    gender = gender_of_first_name(full.bare[0]) if full is not None and len(full.bare) > 1 else None
    return gender is not None and gender != pronoun.gender


def _is_barred(scene: Scene, one: Antecedent, pronoun: Antecedent) -> bool:
    """Tell the subject of a verb from its object: in "she praised her" they are two."""
    subject, its_object = scene.tokens[one.words.token], scene.tokens[pronoun.words.token]
    is_self = its_object.text.lower().endswith("self")
    together = its_object.head == subject.head and subject.dep in SUBJECTS
    return together and its_object.dep in ("dobj", "dative") and not is_self


def _placed(scene: Scene, words: Words, around: "_Around", counts: tuple[int, int]) -> Antecedent:
    token, tokens = words.token, scene.tokens
    above = tuple(climb(scene.reading, token))
    verbs = (i for i in above if tokens[i].pos in ("VERB", "AUX"))
    return Antecedent(
        words, scene.sentence(token), scene.passage(tokens[token].span.start),
        next(verbs, above[-1] if above else token), above,
        frozenset(around.held[token]), frozenset(around.quoted[token]), frozenset(around.credited[token]),
        token in around.brackets, *counts,
    )  # fmt: skip


class _Around:
    """What stands around a report's tokens: the statements that hold or credit each, and round brackets."""

    def __init__(self, scene: Scene) -> None:
        self.brackets = _brackets(scene)
        self.held, self.quoted, self.credited = (defaultdict[int, set[int]](set) for _ in range(3))
        for i, one in enumerate(scene.statements):
            if one.source or one.quoted:
                for spans, found in ((one.content, self.held), (one.quoted, self.quoted)):
                    for token in (token for span in spans for token in tokens_in(scene.reading, span)):
                        found[token].add(i)
            head = scene.head(one.source)
            if head is not None:
                self.credited[head].add(i)


def _brackets(scene: Scene) -> frozenset[int]:
    """Give the tokens that stand in round brackets, within one sentence."""
    inside = set()
    for sentence in scene.reading.sentences:
        depth = 0
        for i in range(sentence.first, sentence.last):
            depth = max(0, depth + (scene.tokens[i].text == "(") - (scene.tokens[i].text == ")"))
            if depth:
                inside.add(i)
    return frozenset(inside)


def _names(scene: Scene) -> Iterator[Words]:
    for member in scene.members:
        if member.type != "unnamed":
            for name in member.names:
                head = head_in(scene.reading, name.span)
                if head is not None:
                    yield Words(head, name.span, member.type, member, id(member), member.gender)


def find_unseen(scene: Scene) -> Iterator[Words]:
    """Give the runs of proper nouns in which no name was found, without titles before them."""
    for may_be, run in groupby(range(len(scene.tokens)), key=lambda i: _may_be_name(scene, i)):
        tokens = list(run) if may_be else []
        while tokens and is_title(scene.tokens[tokens[0]].text):
            tokens.pop(0)
        if tokens and scene.tokens[tokens[-1]].text[0].isupper():
            span = Span(scene.tokens[tokens[0]].span.start, scene.tokens[tokens[-1]].span.end)
            head = head_in(scene.reading, span)
            called = fold(span.words(scene.text))
            yield Words(tokens[-1] if head is None else head, span, "unseen", None, called, None)


def _may_be_name(scene: Scene, token: int) -> bool:
    one = scene.tokens[token]
    return one.tag in ("NNP", "NNPS") and token not in scene.at and one.lemma not in TIMES


def _nouns(scene: Scene) -> Iterator[Words]:
    """Give the nouns for one person; "the consul" is the one person whom the report calls consul."""
    for i, token in enumerate(scene.tokens):
        if token.tag == "NN" and token.lemma in PEOPLE and token.dep != "compound":
            member = scene.at.get(i)
            if member is None or not member.names:
                member = member or _renamed(scene, i) or _bearer(scene, i)
                party = id(member) if member else -1 - i
                yield Words(i, token.span, "noun", member, party, gender_of(token.lemma))


def _renamed(scene: Scene, noun: int) -> Member | None:
    """Give the person whom a noun renames: "Jon Hale, the consul", "the consul, Jon Hale"."""
    one = scene.tokens[noun]
    near = [one.head] if one.dep == "appos" else list(scene.tree.kids(noun, "appos"))
    return next((scene.at[i] for i in near if i in scene.at and scene.at[i].type == "person"), None)


def _bearer(scene: Scene, noun: int) -> Member | None:
    articles = {scene.tokens[kid].text.lower() for kid in scene.tree.kids(noun, "det")}
    title = scene.tokens[noun].lemma
    bearers = [m for m in scene.members if any(title in fold(role.title).split() for role in m.roles)]
    return bearers[0] if "the" in articles and len(bearers) == 1 else None


def _pronouns(scene: Scene) -> Iterator[Words]:
    for i, token in enumerate(scene.tokens):
        gender = GENDERS.get(token.text.lower())
        if gender and i not in scene.at:
            yield Words(i, token.span, "pronoun", None, -1 - i, gender)
