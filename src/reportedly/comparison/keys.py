"""Keys: what an assertion is looked up by, so that only those that may speak of one thing are weighed."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

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


def keys_of(one: Asserted) -> Keys:
    """Give the keys of an assertion: runs of four of its words, and what its points speak of.

    Two assertions that `weigh` could find at odds share one, long sentences nearly always.
    """
    # Odd numbers and even ones: what a key is stays to be seen.
    found = {number | 1 for number in (*_runs(one), *map(_hashed, _points(one)))}
    found |= {_hashed(("turn", turn.of)) & ~1 for turn in one.turns}
    return np.array(sorted(found), dtype=np.int64)


def wording_of(one: Asserted) -> int:
    """Number the words of an assertion; two that are the same word for word have one number."""
    return _hashed(one.alike)


class Index:
    """Which assertions have a key, over a whole record."""

    def __init__(self, keys: Mapping[str, Keys], wordings: Mapping[str, int]) -> None:
        self.names = tuple(keys)
        self.wordings = wordings
        every = np.concatenate([*keys.values(), np.empty(0, np.int64)])
        holders = np.repeat(np.arange(len(self.names)), [len(own) for own in keys.values()])
        order = np.argsort(every, kind="stable")
        self._keys, self._holders = every[order], holders[order]
        self._having: dict[int, tuple[str, ...]] = {}

    def sharing(self, keys: Sequence[int] | Keys) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give each of some keys that two assertions or more have, but not too many, with those."""
        wanted = np.asarray(keys, dtype=np.int64)
        first, last = (np.searchsorted(self._keys, wanted, side=side) for side in ("left", "right"))
        for key, start, end in zip(wanted.tolist(), first.tolist(), last.tolist(), strict=True):
            if key not in self._having:
                self._having[key] = self._holders_of(key, start, end)
            if self._having[key]:
                yield key, self._having[key]

    def _holders_of(self, key: int, start: int, end: int) -> tuple[str, ...]:
        """Give the assertions that have a key; none where they are too many, or one alone."""
        often = OFTEN if key % 2 else RARE
        names = tuple(self.names[holder] for holder in self._holders[start : min(end, start + MOST + 1)])
        if len(names) > often:
            fits = len(names) <= MOST and len({self.wordings[name] for name in names}) <= often
            return names if fits else ()
        return names if len(names) > 1 else ()

    def is_live(self, keys: Sequence[int]) -> bool:
        """Tell whether one of some keys is not had too often."""
        known = [key for key in keys if key in self._having]
        if any(self._having[key] for key in known):
            return True
        return next(self.sharing([key for key in keys if key not in self._having]), None) is not None


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


def _hashed(key: tuple[str, ...]) -> int:
    digest = hashlib.blake2b("\x1f".join(key).encode(), digest_size=_KEY_BYTES).digest()
    return int.from_bytes(digest, signed=True)
