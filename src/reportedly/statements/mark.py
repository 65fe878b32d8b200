"""Marking: the encoder reads a report and tells, for each likely cue, each word's part in its statement."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from reportedly.language.encoder import Encoder
from reportedly.statements.read import Floats, Understood
from reportedly.statements.words import COLON, Word

_CUE_BEGINS, _CUE_GOES_ON = 3, 4
_LIKELY_ENOUGH = 0.1
_BEFORE, _AFTER = 64, 112
_NEAR, _PER_DOUBLING, _FARTHEST = 12, 4, 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may be a cue, and how well each word around it would fit each part.

    `cue` is the run and `first` the first word that was looked at, as indices in the report's words.
    `scores` has a row for each word from there and a column for each of `decode.TAGS`.
    """

    cue: tuple[int, int]
    first: int
    likely: float
    scores: Floats


def candidates(encoder: Encoder, read: Sequence[Understood]) -> Iterator[Candidate]:
    """Give what may be a cue in a report's stretches, in text order."""
    start = 0
    for one in read:
        stretch, meanings, parts = one.stretch, one.meanings, one.parts
        likely = parts[:, _CUE_BEGINS] + parts[:, _CUE_GOES_ON]
        cues = list(runs(stretch.words, likely, parts[:, _CUE_BEGINS]))
        for around, group in groupby(cues, key=lambda cue: window(stretch.words, cue)):
            together = list(group)
            scores = _fit(encoder, meanings, parts, around, together)
            for cue, fits in zip(together, scores, strict=True):
                sure = float(likely[cue[0] : cue[1]].max())
                yield Candidate((start + cue[0], start + cue[1]), start + around[0], sure, fits)
        start += len(stretch.words)


def runs(
    words: Sequence[Word], likely: Floats, begins: Floats, enough: float = _LIKELY_ENOUGH
) -> Iterator[tuple[int, int]]:
    """Give the runs of words that may be a cue; a word that likely begins one parts two runs."""
    start = None
    for i, (chance, begin) in enumerate(zip(likely.tolist(), begins.tolist(), strict=True)):
        goes_on = chance >= enough
        if start is not None and (not goes_on or begin > 0.5 or words[i].passage != words[start].passage):
            yield start, i
            start = None
        if goes_on and start is None:
            start = i
    if start is not None:
        yield start, len(words)


def window(words: Sequence[Word], cue: tuple[int, int]) -> tuple[int, int]:
    """Give the words around a cue that may belong to it: its passage, or what is near in a long one.

    A passage that ends with a colon leads on to the next one.
    """
    passages = {words[cue[0]].passage, _led_to(words, cue)}
    first, last = cue
    while first > 0 and cue[0] - first < _BEFORE and words[first - 1].passage in passages:
        first -= 1
    while last < len(words) and last - cue[1] < _AFTER and words[last].passage in passages:
        last += 1
    return first, last


def _led_to(words: Sequence[Word], cue: tuple[int, int]) -> int:
    """Give the passage that a cue's own leads on to; its own where it leads nowhere."""
    passage = words[cue[0]].passage
    end = bisect_right(words, passage, key=lambda word: word.passage)
    return passage + 1 if words[end - 1].pieces == (COLON,) else passage


def _fit(
    encoder: Encoder,
    meanings: Floats,
    parts: Floats,
    around: tuple[int, int],
    cues: Sequence[tuple[int, int]],
) -> Floats:
    """Score each word of a window for each cue in it: an array of cues, words and tags."""
    places = np.arange(*around)
    starts, ends = (np.array(side)[:, None] for side in zip(*cues, strict=True))
    within = (places >= starts) & (places < ends)
    given = {
        "meanings": meanings[None, around[0] : around[1]],
        "parts": parts[None, around[0] : around[1]],
        "within": within.astype(np.int64),
        "distances": distance_bucket(np.minimum(places - starts, 0) + np.maximum(places - ends + 1, 0)),
    }
    scores: Floats = encoder.frames.run(None, given)[0]
    return scores


def distance_bucket(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number signed distances in words: each near one by itself, far ones four to a doubling; 32 is none."""
    size = np.abs(distances)
    far = _NEAR + np.floor(np.log2(np.maximum(size, _NEAR) / _NEAR) * _PER_DOUBLING).astype(np.int64)
    return _FARTHEST + np.sign(distances) * np.minimum(np.where(size < _NEAR, size, far), _FARTHEST)
