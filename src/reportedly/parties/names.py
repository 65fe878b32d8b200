"""A person's name taken apart: first, middle and last names, without titles, particles and endings."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.mentions.names import SUFFIXES, fold
from reportedly.mentions.titles import without_titles
from reportedly.parties.spelling import alike, first_alike

# Written apart, joined or left out as the writer likes: "bin Salman", "al-Assad", "von der Leyen".
_PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "bint", "van", "von", "der", "den", "de", "da", "di", "del", "della", "la",
    "le", "du", "dos", "das", "ter", "ten", "y", "e", "zu", "af", "av",
})  # fmt: skip
# Words that begin a sentence or a title, and no name ("Anything Hale Does").
_NO_NAMES = frozenset({
    "anything", "everything", "nothing", "something", "and", "but", "or", "if", "as", "while", "when", "why",
    "how", "what", "with", "like", "both", "even", "only", "that", "this", "asked", "says", "said",
})  # fmt: skip
# "H.R. Hale" and "JD Hale" begin with two initials.
_INITIALS = re.compile(r"(?<![^\W\d_])([A-Z])\.(?=[A-Z]\.)|^([A-Z])(?=[A-Z] .*[a-z])")
_ARTICLE = re.compile(r"\b[AaEe]l[-‐‑–](?=\w)")


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """The folded words of a name in the order in which they stand; `suffix` is its "jr"."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def last(self) -> str:
        """The surname, where the family name stands last."""
        return self.words[-1]

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]


# A pile has few names and asks for them again and again.
@lru_cache(maxsize=1 << 14)
def person_name(name: str) -> PersonName:
    """Take a name apart: "Dr. Ana Petróva" gives ana, petrova; "Mohammed bin Salman" mohammed, salman."""
    folded = fold(" ".join(_own_words(name))).split()
    suffix = folded.pop() if len(folded) > 1 and folded[-1] in SUFFIXES else ""
    return PersonName(tuple(folded) or (name,), suffix)


@lru_cache(maxsize=1 << 14)
def is_full(name: str) -> bool:
    """Tell a full name from a surname or first name alone; a hyphen joins one name ("Jong-un")."""
    return len([word for word in _own_words(name) if fold(word) not in SUFFIXES]) > 1


def _own_words(name: str) -> list[str]:
    shown = _INITIALS.sub(r"\1\2. ", _ARTICLE.sub("", without_titles(name))).split()
    while len(shown) > 1 and shown[0].lower() in _NO_NAMES:
        del shown[0]
    return [word for at, word in enumerate(shown) if not _is_particle(shown, at)]


def _is_particle(words: list[str], at: int) -> bool:
    """Tell a particle from a name: "De Blasio" begins with one, "Al Hale" does not."""
    if words[at].lower() not in _PARTICLES or at == len(words) - 1:
        return False
    return at > 0 or words[at].islower() or words[at] not in ("Al", "El", "Van", "Den", "Dos")


def same_person(one: PersonName, other: PersonName) -> bool:
    """Tell whether two full names may be one person's.

    "Jon Hale" may be "Jon P. Hale", "J. Hale" and "Jonathan Hale", and "Seo-yun Han" is "Han Seo-yun";
    "Jon P. Hale" is not "Jon R. Hale". Whether "Jon Hale" is "Jon Hale Jr." no name tells.
    """
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if sorted(one.words) == sorted(other.words):
        return True
    if not alike(one.last, other.last) or not first_alike(one.first, other.first):
        return False
    middles = one.words[1:-1], other.words[1:-1]
    return () in middles or _middles_agree(*middles)


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(map(first_alike, one, other))
