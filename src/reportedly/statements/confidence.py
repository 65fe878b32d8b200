"""How sure a frame is: what the networks say of it, calibrated on texts that they had not seen."""

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Any

from reportedly.statements.frame import Frame
from reportedly.statements.words import Word

_LEAST_PATH = -8.0
_OPENING, _INSIDE = 1, 2


def likelihood(frame: Frame, words: Sequence[Word], fitted: Mapping[str, Any]) -> float:
    """Give how likely a frame is right, 0 to 1: its content, or all of it, as `fitted` was.

    Logistic regression over `features` (Platt, 1999), fitted on held-out texts.
    """
    pairs = zip(fitted["weights"], features(frame, words), strict=True)
    return 1 / (1 + exp(-fitted["bias"] - sum(weight * value for weight, value in pairs)))


def confidence(frame: Frame, words: Sequence[Word], fitted: Mapping[str, Any]) -> float:
    """Give a likelihood to two decimals; never 0 or 1, since nothing here is certain."""
    return min(max(round(likelihood(frame, words, fitted), 2), 0.01), 0.99)


def features(frame: Frame, words: Sequence[Word]) -> Sequence[float]:
    """Give what a frame's likelihoods and shape tell of how sure it is; `words` are the report's."""
    marks = [words[start].mark for start, _ in frame.content]
    return (
        log(frame.held + 1e-4) - log(1 - frame.held + 1e-4),
        max(frame.path, _LEAST_PATH),
        log(frame.cue_likely + 1e-4) - log(1 - frame.cue_likely + 1e-4),
        1.0 if frame.source else 0.0,
        log(sum(end - start for start, end in frame.content)),
        1.0 if len(frame.content) > 1 else 0.0,
        1.0 if _OPENING in marks else 0.0,
        1.0 if _INSIDE in marks else 0.0,
    )
