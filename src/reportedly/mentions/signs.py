"""Signs: what tells for and against one antecedent of a pronoun, as numbers for the weights to weigh.

Most are known from the first rules for pronouns (Hobbs, 1978; Lappin and Leass, 1994): how near it is, its
part in its clause, what binding rules out, who is in focus; others are news' own: who speaks, and what
stands inside quotation marks.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import log1p

from reportedly.language.reading import Token
from reportedly.language.tree import SUBJECTS
from reportedly.mentions.antecedents import Antecedent
from reportedly.mentions.cast import Member
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import KIN, names_organisation

_KINDS = ("person", "organisation", "place", "group", "unseen", "noun", "pronoun")
_NAMES = ("person", "organisation", "place", "unseen")
_PARTS = ("subject", "object", "owner", "inner", "beside", "compound", "other")
_PART: dict[str, str] = {
    "nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "dative": "object", "attr": "object",
    "oprd": "object", "poss": "owner", "pobj": "inner", "appos": "beside", "conj": "beside",
    "compound": "compound", "nmod": "compound", "amod": "compound",
}  # fmt: skip
_PREPOSITIONS = ("by", "with", "of", "to")
_CLAUSES = ("ROOT", "conj", "advcl", "relcl", "ccomp")
_DISTANCES = 4


def signs(
    scene: Scene, antecedents: Sequence[Antecedent], pairs: Sequence[tuple[int, int]]
) -> list[list[float]]:
    """Give the signs of each pair of a pronoun and an option, both as indices of the antecedents."""
    # Many pronouns have the same options: what tells of an option alone is worked out once.
    own = {
        option: (
            *_topic(scene, antecedents[option], antecedents[:option], option),
            *_form(scene, antecedents[option]),
        )
        for option in {option for _, option in pairs}
    }
    counts = _Counts(scene, antecedents)
    return [
        [
            *_nearness(here, there, counts.between(pronoun, option)),
            *own[option],
            *_parts(scene, here, there),
            *_clauses(scene, here, there),
            *_binding(scene, here, there),
            *_speech(here, there),
        ]
        for pronoun, option in pairs
        for here, there in ((antecedents[pronoun], antecedents[option]),)
    ]


class _Counts:
    """How many persons, pronouns of each gender and subjects there are before each antecedent."""

    def __init__(self, scene: Scene, antecedents: Sequence[Antecedent]) -> None:
        self._genders = [one.words.gender for one in antecedents]
        self._persons = _running(one.words.kind == "person" for one in antecedents)
        self._subjects = _running(_part(scene, one) == "subject" for one in antecedents)
        self._pronouns = {
            gender: _running(
                one.words.kind == "pronoun" and one.words.gender == gender for one in antecedents
            )
            for gender in ("he", "she")
        }

    def between(self, pronoun: int, option: int) -> Iterator[int]:
        """Give how many persons, pronouns like this one and subjects stand between it and an option."""
        first, last = min(pronoun, option) + 1, max(pronoun, option)
        found = (self._persons, self._pronouns[self._genders[pronoun] or ""], self._subjects)
        return (counts[last] - counts[first] for counts in found)


def _running(told: Iterable[bool]) -> list[int]:
    return list(accumulate(told, initial=0))


def _nearness(here: Antecedent, there: Antecedent, between: Iterable[int]) -> Iterator[float]:
    back, is_after = here.sentence - there.sentence, there.words.token > here.words.token
    yield is_after
    yield from (not is_after and back == n for n in range(_DISTANCES))
    yield back >= _DISTANCES
    yield log1p(abs(here.words.token - there.words.token))
    yield from map(log1p, between)
    yield here.passage == there.passage


def _topic(scene: Scene, there: Antecedent, earlier: Sequence[Antecedent], option: int) -> Iterator[float]:
    yield scene.reading.sentences[there.sentence].first == there.words.token
    nearest = next((one for one in reversed(earlier) if one.words.kind in _NAMES), None)
    yield nearest is None or nearest.sentence != there.sentence
    yield log1p(there.before)
    yield log1p(there.times)
    yield log1p(option)
    yield bool(there.words.member and there.words.member.roles)


def _form(scene: Scene, there: Antecedent) -> Iterator[float]:
    token, member = there.words.token, there.words.member
    kids = [scene.tokens[kid] for kid in scene.tree.children[token]]
    articles = {kid.text.lower() for kid in kids if kid.dep == "det"}
    relations = {kid.dep for kid in kids}
    yield from (there.words.kind == kind for kind in _KINDS)
    yield there.words.kind == "organisation" and member is not None and is_body(member)
    yield len(there.words.span) > len(scene.tokens[token].text)
    yield there.words.kind == "noun" and scene.tokens[token].lemma in KIN
    yield not articles.isdisjoint(("a", "an"))
    yield "the" in articles
    yield "conj" in relations or scene.tokens[token].dep == "conj"
    yield "appos" in relations
    yield "relcl" in relations
    yield there.bracketed


def is_body(member: Member) -> bool:
    """Tell an organisation by its name alone: its letters, or what it says it is."""
    return any(name.is_acronym or names_organisation(" ".join(name.words)) for name in member.names)


def _part(scene: Scene, one: Antecedent) -> str:
    return _PART.get(scene.tokens[one.words.token].dep, "other")


def _parts(scene: Scene, here: Antecedent, there: Antecedent) -> Iterator[float]:
    mine, its = _part(scene, here), _part(scene, there)
    yield from (its == part for part in _PARTS)
    yield from (mine == part for part in _PARTS[:4])
    yield from (mine == its == part for part in _PARTS[:4])
    preposition = scene.tokens[scene.tokens[there.words.token].head].text.lower() if its == "inner" else ""
    yield from (preposition == one for one in _PREPOSITIONS)
    yield here.words.gender == "she"
    yield there.words.gender is not None
    yield here.bracketed


def _clauses(scene: Scene, here: Antecedent, there: Antecedent) -> Iterator[float]:
    mine, its = scene.tokens[here.verb].dep, scene.tokens[there.verb].dep
    is_subject = _part(scene, there) == "subject"
    yield from (mine == clause for clause in _CLAUSES)
    yield from (is_subject and its == clause for clause in _CLAUSES)
    yield scene.tokens[_top(scene.tokens, there.words.token)].dep in SUBJECTS and not is_subject
    same = here.sentence == there.sentence
    yield same and is_subject and scene.tokens[here.verb].head == there.verb
    yield same and its == "advcl" and scene.tokens[there.verb].head == here.verb


def _top(tokens: Sequence[Token], token: int) -> int:
    """Give the first of words that are joined by "and" or rename each other."""
    while tokens[token].dep in ("conj", "appos") and tokens[token].head != token:
        token = tokens[token].head
    return token


def _binding(scene: Scene, here: Antecedent, there: Antecedent) -> Iterator[float]:
    """Tell how the two stand in one clause: "she praised her" means two, "she praised her aide" may not."""
    same = here.sentence == there.sentence
    is_self = scene.tokens[here.words.token].text.lower().endswith("self")
    mine, its = _part(scene, here), _part(scene, there)
    in_clause = same and here.verb == there.verb
    over = same and not in_clause and there.verb in here.above
    yield in_clause and is_self
    yield (
        in_clause and not is_self and mine in ("subject", "object", "inner") and its in ("subject", "object")
    )
    yield in_clause and mine == "owner" and its == "subject"
    yield in_clause and mine == "owner" and its != "subject"
    yield over and its == "subject"
    yield over and its != "subject"
    yield same and not in_clause and here.verb in there.above
    yield same and there.words.token in here.above
    owned = scene.tokens[here.words.token].head if mine == "owner" else None
    yield owned is not None and (owned in there.above or owned == _top(scene.tokens, there.words.token))


def _speech(here: Antecedent, there: Antecedent) -> Iterator[float]:
    credited = here.held & there.credited
    yield bool(here.quoted)
    yield bool(there.quoted)
    yield bool(here.quoted & there.quoted)
    yield bool(here.held)
    yield bool(here.held & there.held)
    yield bool(credited - here.quoted)
    yield bool(credited & here.quoted)
    yield bool(there.held - here.held)
    yield bool(there.credited)
