"""The best frame is found as a whole: compared with trying every path."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.statements.decode import TAGS, decode
from reportedly.statements.mark import Candidate

NEVER = -1e4
MOVES = np.array([
    [0.5, -0.3, NEVER, 0.2, NEVER],
    [0.1, -0.2, 0.7, 0.3, NEVER],
    [0.2, -0.1, 0.6, 0.1, NEVER],
    [0.3, 0.1, NEVER, -0.4, 0.9],
    [0.4, 0.2, NEVER, -0.5, 0.8],
])  # fmt: skip
STARTS = np.array([0.3, 0.1, NEVER, 0.2, NEVER])
SCORES = st.lists(st.lists(st.integers(-40, 40), min_size=5, max_size=5), min_size=1, max_size=5)


def candidate(scores: list[list[int]]) -> Candidate:
    return Candidate((9, 10), 10, 0.8, (np.array(scores) / 10).astype(np.float32))


def path_score(scores: np.ndarray, path: tuple[int, ...]) -> float:
    steps = sum(MOVES[one, other] for one, other in pairwise(path))
    return float(STARTS[path[0]] + sum(scores[at, tag] for at, tag in enumerate(path)) + steps)


def runs(path: tuple[int, ...], begins: int) -> list[tuple[int, int]]:
    found = []
    for at, tag in enumerate(path):
        if tag == begins:
            end = at + 1
            while end < len(path) and path[end] == begins + 1:
                end += 1
            found.append((10 + at, 10 + end))
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(SCORES, min_size=1, max_size=3))
def test_no_other_path_with_a_content_and_one_source_at_most_scores_higher(many):
    frames = decode([candidate(scores) for scores in many], MOVES, STARTS)
    for scores, frame in zip(many, frames, strict=True):
        given_scores = candidate(scores).scores.astype(float)
        paths = list(product(range(len(TAGS)), repeat=len(scores)))
        fit = [p for p in paths if 3 in p and p.count(1) <= 1 and path_score(given_scores, p) > -5000]
        best = max(path_score(given_scores, p) for p in fit)
        total = np.logaddexp.reduce([path_score(given_scores, p) for p in paths])
        assert frame.path == pytest.approx(best - total, abs=1e-4)
        nothing = path_score(given_scores, (0,) * len(scores))
        assert frame.held == pytest.approx(1 - np.exp(nothing - total), abs=1e-4)
        assert any(
            frame.content == tuple(runs(p, 3)) and frame.source == next(iter(runs(p, 1)), None)
            for p in fit
            if path_score(given_scores, p) == pytest.approx(best, abs=1e-4)
        )


def test_a_candidate_beside_longer_ones_gives_what_it_gives_alone():
    short, long = (
        candidate([[0, 0, 0, 20, 0]]),
        candidate([[0, 0, 0, 9, 0], [0, 0, 0, 0, 9], [5, 0, 0, 0, 0]]),
    )
    assert decode([short, long], MOVES, STARTS) == decode([short], MOVES, STARTS) + decode(
        [long], MOVES, STARTS
    )


def test_no_candidates_no_frames():
    assert decode([], MOVES, STARTS) == ()
