"""What a statement says, as far as its words tell: content words without their endings, in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.mentions.names import fold
from reportedly.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)[^\W_]+|['’](?:t|s|re|ll|ve|d|m)\b)*", re.IGNORECASE)
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_ENDS = re.compile(r"'(?:s|re|ll|ve|d|m)$")
_NEGATIONS = frozenset(
    {"not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"}
)
_ENDINGS = (
    "ization", "ational", "ingly", "ments", "ment", "ation", "ities", "ing", "ies", "ied", "edly", "ed", "es",
    "ly", "s",
)  # fmt: skip
_SHORTEST_STEM = 4
# No word has it, and nothing that is written alike loses it.
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Content:
    """The words of one statement's content: `words` folded, in order; `stems` its content words.

    `names` are those of its stems that it writes like a name; `quoted` are the words of each stretch inside
    quotation marks.
    """

    words: tuple[str, ...]
    stems: frozenset[str]
    names: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in digits."""
        return frozenset(word for word in self.words if word[0].isdigit())


def negates(words: Iterable[str]) -> bool:
    """Tell whether one of some folded words negates."""
    return any(word in _NEGATIONS or word.endswith("n't") for word in words)


def content_of(pieces: Iterable[str], quoted: Iterable[str]) -> Content:
    """Take a statement's words apart; `pieces` are its content, `quoted` what stands in quotation marks."""
    texts = tuple(pieces)
    words = tuple(word for piece in texts for word in folded(piece))
    # The first word of a piece has a capital in any case.
    capitals = (
        match[0] for piece in texts for match in list(_WORD.finditer(piece))[1:] if match[0][0].isupper()
    )
    names = frozenset(stem(word) for name in capitals for word in folded(name))
    return Content(words, frozenset(map(stem, filter(tells, words))), names, tuple(map(folded, quoted)))


def folded(words: str) -> tuple[str, ...]:
    """Give the words of a stretch, written alike: "won't" stays, "1.8" is "1,8", "Hale's" is "hale"."""
    found = _WORD.findall(fold(_POINT.sub(",", words)))
    return tuple(_ENDS.sub("", word) for word in found)


def written_alike(words: str) -> tuple[str, ...]:
    """Give each word of a stretch written alike, as many as `places_of` gives places."""
    found = _WORD.findall(words)
    # All at once: a pile has hundreds of thousands of words.
    alike = fold(_POINT.sub(",", _BETWEEN.join(found))).split(_BETWEEN)
    return tuple(_ENDS.sub("", word) for word in alike) if found else ()


def places_of(words: str, start: int) -> tuple[Span, ...]:
    """Give the places of the words in a stretch that begins at a character."""
    return tuple(Span(start + match.start(), start + match.end()) for match in _WORD.finditer(words))


def tells(word: str) -> bool:
    """Tell a content word from one that only holds a sentence together."""
    return len(word) > 1 and word not in _holding() and not word.endswith("n't")


@cache
def _holding() -> frozenset[str]:
    text = resources.files("reportedly.comparison").joinpath("holding.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def stem(word: str) -> str:
    """Take off an ending: "testing", "tests" and "tested" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
