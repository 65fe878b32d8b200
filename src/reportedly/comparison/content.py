"""What a statement says, as far as its words tell: content words without their endings, in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from reportedly.mentions.names import fold

_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)[^\W_]+)*")
_ENDINGS = (
    "ization", "ational", "ingly", "ments", "ment", "ation", "ities", "ing", "ies", "ied", "edly", "ed", "es",
    "ly", "s",
)  # fmt: skip
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Content:
    """The words of one statement's content: `words` folded, in order; `stems` its content words.

    `quoted` are the words of each stretch inside quotation marks.
    """

    words: tuple[str, ...]
    stems: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]


def content_of(pieces: Iterable[str], quoted: Iterable[str]) -> Content:
    """Take a statement's words apart; `pieces` are its content, `quoted` what stands in quotation marks."""
    words = tuple(word for piece in pieces for word in folded(piece))
    return Content(words, frozenset(map(stem, filter(tells, words))), tuple(map(folded, quoted)))


def folded(words: str) -> tuple[str, ...]:
    """Give the words of a stretch, written alike."""
    return tuple(_WORD.findall(fold(words)))


def tells(word: str) -> bool:
    """Tell a content word from one that only holds a sentence together."""
    return len(word) > 1 and word not in _holding()


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
