"""Decoding: the most likely statement of each cue, found as a whole."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from reportedly.statements.frame import Frame
from reportedly.statements.mark import Candidate

Floats = NDArray[np.float64]

TAGS = ("none", "source begins", "source goes on", "content begins", "content goes on")
_NONE, _SOURCE, _MORE_SOURCE, _CONTENT, _MORE_CONTENT = range(5)
_NEVER = -1e4
# A state is a tag with what has been seen up to it, itself included: a source, a content.
_STATES = tuple(
    (tag, credited, held)
    for tag, credited, held in product(range(5), (False, True), (False, True))
    if (credited or tag not in (_SOURCE, _MORE_SOURCE)) and (held or tag not in (_CONTENT, _MORE_CONTENT))
)


def decode(candidates: Sequence[Candidate], transitions: Floats, starts: Floats) -> tuple[Frame, ...]:
    """Give each candidate's most likely frame: one content or more, and one source at most.

    `transitions` scores each tag (row) before each next one (column), `starts` each tag that comes first:
    those of a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001). Viterbi's
    algorithm runs over tags that remember whether a source and a content have been seen, for all candidates
    side by side.
    """
    if not candidates:
        return ()
    scores, lengths = _side_by_side(candidates)
    totals = _log_totals(scores, lengths, transitions, starts)
    empty = _log_empty(scores, lengths, transitions, starts)
    best, paths = _best_paths(scores, lengths, transitions, starts)
    return tuple(
        _frame(one, path[:length], 1 - np.exp(none - total), top - total)
        for one, path, length, total, none, top in zip(
            candidates, paths, lengths, totals, empty, best, strict=True
        )
    )


def _side_by_side(candidates: Sequence[Candidate]) -> tuple[Floats, NDArray[np.int64]]:
    lengths = np.array([len(one.scores) for one in candidates])
    scores = np.zeros((len(candidates), lengths.max(), len(TAGS)))
    for row, one in zip(scores, candidates, strict=True):
        row[: len(one.scores)] = one.scores
    return scores, lengths


def _log_totals(scores: Floats, lengths: NDArray[np.int64], transitions: Floats, starts: Floats) -> Floats:
    """Sum over all paths (the forward algorithm), in logarithms."""
    grown = np.exp(transitions)
    sums = starts + scores[:, 0]
    for at in range(1, scores.shape[1]):
        top = sums.max(axis=1, keepdims=True)
        more = np.log(np.exp(sums - top) @ grown + 1e-300) + top + scores[:, at]
        sums = np.where((at < lengths)[:, None], more, sums)
    top = sums.max(axis=1)
    return np.asarray(np.log(np.exp(sums - top[:, None]).sum(axis=1)) + top)


def _log_empty(scores: Floats, lengths: NDArray[np.int64], transitions: Floats, starts: Floats) -> Floats:
    """Score the path on which no word has a part."""
    there = np.arange(scores.shape[1]) < lengths[:, None]
    steps = (lengths - 1) * transitions[_NONE, _NONE]
    return np.asarray(starts[_NONE] + (scores[:, :, _NONE] * there).sum(axis=1) + steps)


def _best_paths(
    scores: Floats, lengths: NDArray[np.int64], transitions: Floats, starts: Floats
) -> tuple[Floats, NDArray[np.int64]]:
    """Find each candidate's best path that has a content; its score, and its tags."""
    tags = np.array([tag for tag, _, _ in _STATES])
    moves, opens = _moves(transitions, starts)
    best = opens + scores[:, 0, tags]
    came = np.zeros((scores.shape[1], len(scores), len(_STATES)), np.int64)
    stay = np.arange(len(_STATES))
    for at in range(1, scores.shape[1]):
        ways = best[:, :, None] + moves
        back = ways.argmax(axis=1)
        more = np.take_along_axis(ways, back[:, None], axis=1)[:, 0] + scores[:, at, tags]
        on = (at < lengths)[:, None]
        best, came[at] = np.where(on, more, best), np.where(on, back, stay)
    best = best + np.where([held for _, _, held in _STATES], 0, _NEVER)
    state = best.argmax(axis=1)
    paths = np.zeros(scores.shape[:2], np.int64)
    for at in range(scores.shape[1] - 1, -1, -1):
        paths[:, at] = tags[state]
        state = np.take_along_axis(came[at], state[:, None], axis=1)[:, 0]
    return best.max(axis=1), paths


def _moves(transitions: Floats, starts: Floats) -> tuple[Floats, Floats]:
    """Give the scores of moves between states, and of states that come first."""
    moves = np.full((len(_STATES), len(_STATES)), _NEVER)
    opens = np.full(len(_STATES), _NEVER)
    for m, (tag, credited, held) in enumerate(_STATES):
        if (credited, held) == (tag == _SOURCE, tag == _CONTENT):
            opens[m] = starts[tag]
        for n, (next_tag, then_credited, then_held) in enumerate(_STATES):
            twice = credited and next_tag == _SOURCE
            seen = (credited or next_tag == _SOURCE, held or next_tag == _CONTENT)
            if not twice and (then_credited, then_held) == seen:
                moves[m, n] = transitions[tag, next_tag]
    return moves, opens


def _frame(candidate: Candidate, path: NDArray[np.int64], held: float, likely: float) -> Frame:
    def runs(begins: int, goes_on: int) -> Iterator[tuple[int, int]]:
        tags = path.tolist()
        for at in (i for i, tag in enumerate(tags) if tag == begins):
            end = at + 1
            while end < len(tags) and tags[end] == goes_on:
                end += 1
            yield candidate.first + at, candidate.first + end

    source = next(runs(_SOURCE, _MORE_SOURCE), None)
    content = tuple(runs(_CONTENT, _MORE_CONTENT))
    return Frame(candidate.cue, source, content, candidate.likely, float(held), float(likely))
