"""What two reports have in common, span by span, also where it was lightly edited, cut or moved."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.comparison.words import Words

SHORTEST = 12
"""A passage of fewer words is no copy."""

_SEED = 3
# A run of words that stands oftener than this in one report tells nothing of another.
_OFTEN = 12
# So many words may be put in, left out or replaced between two runs that belong together.
_GAP, _DRIFT = 9, 7
_DENSE = 0.6
# Two who tell of one event may hit upon a dozen words, names for the most: so few must be the very same in a
# row. Where some were changed it takes more of them, and runs that are no mere name.
_EDITED, _LONG_RUN = 14, 8
# A number or name in the place of another is a form filled in anew; each takes so many words off.
_REFILLED = 6
# A stretch moved within a passage may be shorter than a passage.
_MOVED, _NEAR = 6, 40


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch of one report and the stretch of the other that has its words.

    Half-open places in the two reports' words; `same` counts the words that are the same, `own` those of
    them that stand outside quotation marks and in no stock phrase, `run` the most in a row; `refilled` how
    often a number or a name stands where the other has another.
    """

    first: int
    last: int
    other_first: int
    other_last: int
    same: int
    own: int
    run: int
    refilled: int = 0

    @property
    def length(self) -> int:
        """The words of the longer side."""
        return max(self.last - self.first, self.other_last - self.other_first)


def align(one: Words, other: Words) -> list[Shared]:
    """Give the passages that two reports share, in the order of the first, each of 12 words or more.

    Words may be replaced, put in or left out within a passage; a shorter stretch counts beside one, since
    parts of a passage may be moved or cut apart.
    """
    chains = sorted(_chains(one, other), key=lambda c: (-c.same, c.first, c.other_first))
    kept: list[Shared] = []
    for chain in chains:
        if _dense(chain) and not any(_covers(known, chain) for known in kept):
            kept.append(chain)
    solid = [c for c in kept if _is_passage(c)]
    moved = [
        c for c in kept if not _is_passage(c) and c.same >= _MOVED and any(beside(c, s, _NEAR) for s in solid)
    ]
    return sorted([*solid, *moved], key=lambda c: (c.first, c.other_first))


def _is_passage(chain: Shared) -> bool:
    is_same = chain.run >= SHORTEST and chain.own >= SHORTEST
    return is_same or (chain.own - _REFILLED * chain.refilled >= _EDITED and chain.run >= _LONG_RUN)


def _dense(chain: Shared) -> bool:
    return chain.same >= _DENSE * chain.length


def _covers(known: Shared, chain: Shared) -> bool:
    """Tell whether most of a chain stands in another on one of the two sides."""
    here = min(known.last, chain.last) - max(known.first, chain.first)
    there = min(known.other_last, chain.other_last) - max(known.other_first, chain.other_first)
    return 2 * here > chain.last - chain.first or 2 * there > chain.other_last - chain.other_first


def beside(chain: Shared, other: Shared, most: int) -> bool:
    """Tell whether at most so many words stand between two stretches in both reports, in whatever order."""
    here = max(other.first - chain.last, chain.first - other.last)
    there = max(other.other_first - chain.other_last, chain.other_first - other.other_last)
    return max(here, there) <= most


def _is_refilled(one: Words, other: Words, chain: Shared, run: Shared) -> bool:
    here = one.named[chain.last : run.first]
    return any(here) and any(other.named[chain.other_last : run.other_first])


def _union(one: Shared, other: Shared, refilled: bool) -> Shared:
    return Shared(
        min(one.first, other.first),
        max(one.last, other.last),
        min(one.other_first, other.other_first),
        max(one.other_last, other.other_last),
        one.same + other.same,
        one.own + other.own,
        max(one.run, other.run),
        one.refilled + refilled,
    )


def _chains(one: Words, other: Words) -> Iterator[Shared]:
    """Join runs of the same words that follow each other in both reports."""
    open_chains: list[Shared] = []
    for run in _runs(one, other):
        fitting = [c for c in open_chains if _follows(c, run) and _unbroken(one, other, c, run)]
        best = min(fitting, key=lambda c: abs(_drift(c, run)) + run.first - c.last, default=None)
        if best is None:
            open_chains.append(run)
        else:
            refilled = _is_refilled(one, other, best, run)
            open_chains[open_chains.index(best)] = _union(best, run, refilled)
        yield from (c for c in open_chains if run.first - c.last > _GAP)
        open_chains = [c for c in open_chains if run.first - c.last <= _GAP]
    yield from open_chains


def _follows(chain: Shared, run: Shared) -> bool:
    here, there = run.first - chain.last, run.other_first - chain.other_last
    # The shorter what is the same, the nearer it has to stand.
    gap = min(_GAP, 2 * run.same, 2 * chain.same)
    return 0 <= here <= gap and 0 <= there <= gap and abs(_drift(chain, run)) <= _DRIFT


def _unbroken(one: Words, other: Words, chain: Shared, run: Shared) -> bool:
    """Tell whether nothing that is set aside stands between two stretches, in either report."""
    return one.block[chain.first] == one.block[run.first] and (
        other.block[chain.other_first] == other.block[run.other_first]
    )


def _drift(chain: Shared, run: Shared) -> int:
    return (run.first - chain.last) - (run.other_first - chain.other_last)


def _runs(one: Words, other: Words) -> Iterator[Shared]:
    """Give the longest runs of the same words, three or more, in the order of the first report."""
    places = _places(other)
    ended: dict[int, int] = {}
    for first in range(len(one.folded) - _SEED + 1):
        for there in places.get(one.folded[first : first + _SEED], ()):
            # A run is met again at each of its words: once is enough.
            if ended.get(there - first, 0) > first:
                continue
            length = _length(one, first, other, there)
            if not length:
                continue
            ended[there - first] = first + length
            # Where a mark is missing in one report, the other still tells that it is a quotation.
            told = zip(one.own[first : first + length], other.own[there : there + length], strict=True)
            own = sum(map(all, told))
            yield Shared(first, first + length, there, there + length, length, own, length)


def _places(words: Words) -> Mapping[Sequence[str], list[int]]:
    found: dict[Sequence[str], list[int]] = defaultdict(list)
    for first in range(len(words.folded) - _SEED + 1):
        found[words.folded[first : first + _SEED]].append(first)
    return {run: places for run, places in found.items() if len(places) <= _OFTEN}


def _length(one: Words, first: int, other: Words, there: int) -> int:
    """Count the words that are the same from two places on, up to what is set aside."""
    length = 0
    longest = min(len(one.folded) - first, len(other.folded) - there)
    while (
        length < longest
        and one.folded[first + length] == other.folded[there + length]
        and one.block[first + length] == one.block[first]
        and other.block[there + length] == other.block[there]
    ):
        length += 1
    return length if length >= _SEED else 0
