"""Keys: what an assertion is looked up by, so that only those that may speak of one thing are weighed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.comparison.asserted import Asserted

Keys = NDArray[np.int64]

OFTEN, MOST, RARE = 24, 400, 8
"""A key that stands in more wordings, or in more assertions, brings no two of them together; one that tells
of a turn alone, whatever it is of, must be rare."""

_IN_A_ROW = 4
_FEW, _WINDOW = 8, 4
_KEY_BYTES = 8
# No word has it.
_DENIED = "-"
# The last two bits of a key tell what it is of.
_KINDS, _OF_TURNS, _OF_POINTS, _OF_WORDS = 3, 0, 1, 2


def keys_of(one: Asserted) -> Keys:
    """Give the keys of an assertion: runs of four of its words, and what its points speak of.

    Two assertions that `weigh` could find at odds share one, long sentences nearly always.
    """
    found = {number & ~_KINDS | _OF_WORDS for number in _runs(one)}
    found |= {_hashed(point) & ~_KINDS | _OF_POINTS for point in _points(one)}
    found |= {_hashed(("turn", turn.of)) & ~_KINDS | _OF_TURNS for turn in one.turns}
    return np.array(sorted(found), dtype=np.int64)


def is_of_words(key: int) -> bool:
    """Tell the key of a run of words from that of a point."""
    return key & _KINDS == _OF_WORDS


def wording_of(one: Asserted) -> int:
    """Number what an assertion says; two that say, or deny, the same word for word have one number."""
    return _hashed((*one.alike, _DENIED) if one.denied else one.alike)


def names_of(assertions: Iterable[Asserted]) -> Keys:
    """Number the names in some assertions."""
    return np.array(sorted({_hashed((name,)) for one in assertions for name in one.names}), dtype=np.int64)


class Index:
    """Which assertions have a key, over a whole record: `every` key of each, as `many` as it has."""

    def __init__(self, wordings: Mapping[str, int], every: Keys, many: Keys) -> None:
        self.names = tuple(wordings)
        self.wordings = wordings
        holders = np.repeat(np.arange(len(many)), many)
        order = np.argsort(every, kind="stable")
        self._keys, self._holders = every[order], holders[order]
        self._having: dict[int, tuple[str, ...]] = {}

    def sharing(self, keys: Keys) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give each of some keys that two assertions or more have, but not too many, with those."""
        for key, start, end in zip(keys.tolist(), *(ends.tolist() for ends in self._ends(keys)), strict=True):
            if key not in self._having:
                self._having[key] = self._holders_of(key, start, end)
            if self._having[key]:
                yield key, self._having[key]

    def _ends(self, keys: Keys) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Give where the holders of each key begin and end."""
        return np.searchsorted(self._keys, keys, side="left"), np.searchsorted(self._keys, keys, side="right")

    def _holders_of(self, key: int, start: int, end: int) -> tuple[str, ...]:
        """Give the assertions that have a key; none where they are too many, or one alone."""
        often = RARE if key & _KINDS == _OF_TURNS else OFTEN
        names = tuple(self.names[holder] for holder in self._holders[start : min(end, start + MOST + 1)])
        if len(names) > often:
            fits = len(names) <= MOST and len({self.wordings[name] for name in names}) <= often
            return names if fits else ()
        return names if len(names) > 1 else ()

    def are_live(self, each: Sequence[bytes]) -> NDArray[np.bool_]:
        """Tell of each set of keys whether one of them is not had too often."""
        if not each:
            return np.zeros(0, dtype=np.bool_)
        keys, at = np.unique(np.frombuffer(b"".join(each), np.int64), return_inverse=True)
        starts, ends = self._ends(keys)
        having, often = ends - starts, np.where(keys & _KINDS == _OF_TURNS, RARE, OFTEN)
        live = (having > 1) & (having <= often)
        # Many may be one wording that is copied often.
        for i in np.flatnonzero((having > often) & (having <= MOST)).tolist():
            live[i] = bool(self._holders_of(int(keys[i]), int(starts[i]), int(ends[i])))
        firsts = np.cumsum([0, *(len(own) // _KEY_BYTES for own in each[:-1])])
        return np.logical_or.reduceat(live[at], firsts)


def _runs(one: Asserted) -> frozenset[int]:
    words = one.alike
    hashes = [_hashed(words[at : at + _IN_A_ROW]) for at in range(len(words) - _IN_A_ROW + 1)]
    # Of a long sentence one run in a few will do, the same in each that has the stretch.
    if len(hashes) <= _FEW:
        return frozenset(hashes)
    return frozenset(min(hashes[at : at + _WINDOW]) for at in range(len(hashes) - _WINDOW + 1))


def _points(one: Asserted) -> Iterator[tuple[str, ...]]:
    if one.credits:
        return
    for turn in one.turns:
        yield from (("turn", turn.of, thing) for thing in turn.about)
        yield from (("judged", thing) for thing in turn.about if turn.judges)
    for count in one.counts:
        yield from (("count", count.of, term) for term in (*one.terms, count.verb or ""))
    for day in one.days:
        yield from (("day", day.of or "", thing) for thing in day.about)
    yield from (("part", part.of, part.target) for part in one.parts)


def _hashed(key: tuple[str, ...]) -> int:
    digest = hashlib.blake2b("\x1f".join(key).encode(), digest_size=_KEY_BYTES).digest()
    return int.from_bytes(digest, signed=True)
