"""Keys: what an assertion is looked up by, so that only those that may speak of one thing are weighed."""

import hashlib
from collections.abc import Iterator

from reportedly.comparison.asserted import Asserted

_IN_A_ROW = 4
_FEW, _WINDOW = 8, 4
_KEY_BYTES = 8


def keys_of(one: Asserted) -> frozenset[int]:
    """Give the keys of an assertion: runs of four of its words, and what its points speak of.

    Two assertions that `weigh` could find at odds share one.
    """
    return _runs(one) | {_hashed(key) for key in _points(one)}


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
        yield "turn", turn.of
        yield from (("turn", turn.of, thing) for thing in turn.about)
        yield from (("judged", thing) for thing in turn.about if turn.judges)
    for count in one.counts:
        yield from (("count", count.of, term) for term in (*one.terms, count.verb or ""))
    for day in one.days:
        yield from (("day", day.of or "", thing) for thing in day.about)


def _hashed(key: tuple[str, ...]) -> int:
    digest = hashlib.blake2b("\x1f".join(key).encode(), digest_size=_KEY_BYTES).digest()
    return int.from_bytes(digest, signed=True)
