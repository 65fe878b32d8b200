"""A link: two chains that are judged to be one party, and why."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.parties.figure import Figure

Key = TypeVar("Key", bound=Hashable)
Member = TypeVar("Member", str, tuple[str, int, int])


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two chains of one party: a sentence that says why, and a score from 0 to 1 of how sure that is."""

    one: str
    other: str
    reason: str
    score: float


def link(one: Figure, other: Figure, reason: str, score: float) -> Link:
    """Tie two figures, the smaller chain first."""
    first, second = sorted((one.chain, other.chain))
    return Link(first, second, reason, score)


def tie(group: Sequence[Figure], reason: str, score: float) -> Iterator[Link]:
    """Tie all figures of a group to the one with the smallest chain."""
    first = smallest(group)
    yield from (link(first, one, reason, score) for one in group if one.chain != first.chain)


def smallest(group: Iterable[Figure]) -> Figure:
    """Give the figure that stands for a group: the one with the smallest chain, whatever the order."""
    return min(group, key=lambda one: one.chain)


def grouped(pairs: Iterable[tuple[Key, Figure]]) -> dict[Key, list[Figure]]:
    """Put figures under their keys."""
    found: dict[Key, list[Figure]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return found


class Union(Generic[Member]):
    """Sets that grow together; each is named by its smallest member."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.above: dict[Member, Member] = {member: member for member in members}

    def top(self, member: Member) -> Member:
        """Give the smallest member of the set that a member is in."""
        above = self.above
        while (up := above[member]) != member:
            above[member] = member = above[up]
        return member

    def sets(self) -> dict[Member, list[Member]]:
        """Give the members of each set by its smallest, in the order in which they came in."""
        found: dict[Member, list[Member]] = {}
        for member in self.above:
            found.setdefault(self.top(member), []).append(member)
        return found

    def join(self, one: Member, other: Member) -> bool:
        """Make one set of two; tells whether they were two."""
        first, second = self.top(one), self.top(other)
        self.above[max(first, second)] = min(first, second)
        return first != second
