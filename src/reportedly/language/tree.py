"""The parse as a tree: what depends on which word."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.language.reading import Reading, Token
from reportedly.spans import Span

SUBJECTS = ("nsubj", "nsubjpass")
"""The relations of a clause's subject to its verb."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A reading's tokens with their children; tokens are named by their index in the reading."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def subtree(self, token: int) -> tuple[int, ...]:
        """Give a token and all that depends on it, in text order."""
        found, waiting = [], [token]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting.extend(self.children[one])
        return tuple(sorted(found))

    def kids(self, token: int, *relations: str) -> Iterator[int]:
        """Give the children that stand in one of these relations, in text order."""
        return (child for child in self.children[token] if self.tokens[child].dep in relations)

    def kid(self, token: int, *relations: str) -> int | None:
        """Give the first child that stands in one of these relations, or None."""
        return next(self.kids(token, *relations), None)


# One, for all rooms ask for the tree of the report at hand.
@lru_cache(maxsize=1)
def grow_tree(reading: Reading) -> Tree:
    """Turn a reading's heads around, so that each token knows its children."""
    children: list[list[int]] = [[] for _ in reading.tokens]
    for index, token in enumerate(reading.tokens):
        if token.head != index:
            children[token.head].append(index)
    return Tree(reading.tokens, tuple(tuple(kids) for kids in children))


def tokens_in(reading: Reading, span: Span) -> range:
    """Give the indices of the tokens that share a character with a span."""
    first = bisect_right(reading.ends, span.start)
    last = bisect_left(reading.starts, span.end)
    return range(first, max(first, last))


def head_in(reading: Reading, span: Span) -> int | None:
    """Give the token of a span that the others in it depend on: the first whose head stands outside."""
    inside = tokens_in(reading, span)
    return next((i for i in inside if is_top(reading, i, inside)), None)


def is_top(reading: Reading, token: int, inside: range) -> bool:
    """Tell whether a token depends on nothing else in the stretch; marks never count."""
    head = reading.tokens[token].head
    return reading.tokens[token].pos != "PUNCT" and (head == token or head not in inside)


def sentence_at(reading: Reading, token: int) -> int:
    """Give the index of the sentence that a token stands in."""
    return bisect_right(reading.sentences, token, key=lambda sentence: sentence.first) - 1


def climb(reading: Reading, token: int) -> Iterator[int]:
    """Give a token's head, the head's head, and so on up to the root of its sentence."""
    head = reading.tokens[token].head
    while head != token:
        yield head
        token, head = head, reading.tokens[head].head
