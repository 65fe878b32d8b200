"""Choosing: of frames that claim the same words, which ones stand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reportedly.statements.frame import Frame

Run = tuple[int, int]


def choose(frames: Iterable[Frame], likely: Callable[[Frame], float], enough: float) -> tuple[Frame, ...]:
    """Give the frames that stand beside each other, in the order of their cues.

    A frame must be `likely` at least as much as `enough`. The likelier of two frames keeps the words that
    both claim; the other keeps what it has before them, and falls where its cue itself stands in the
    likelier one's content: what someone says that another said is looked for apart.
    """
    found = [(likely(frame), frame) for frame in frames if frame.content]
    kept: list[Frame] = []
    for _, frame in sorted(
        (pair for pair in found if pair[0] >= enough), key=lambda pair: (-pair[0], pair[1].cue)
    ):
        rest = _beside(frame, kept)
        if rest is not None:
            kept.append(rest)
    return tuple(sorted(kept, key=lambda one: one.cue))


def _beside(frame: Frame, kept: Sequence[Frame]) -> Frame | None:
    """Give what is left of a frame beside likelier ones, or None where that is no statement any more."""
    for other in kept:
        if any(_meet(frame.cue, run) for run in (*other.content, other.cue)):
            return None
        claimed = (*other.content, other.cue, *((other.source,) if other.source else ()))
        if any(_meet(mine, theirs) for mine in frame.content for theirs in claimed):
            frame = replace(frame, content=tuple(_without(frame.content, claimed)))
    return frame if frame.content else None


def _without(content: Iterable[Run], claimed: Sequence[Run]) -> Iterable[Run]:
    """Let each run of a content end where another frame's words begin."""
    for start, end in content:
        ends = [theirs[0] for theirs in claimed if _meet((start, end), theirs)]
        end = min([end, *ends])
        if start < end:
            yield start, end


def _meet(one: Run, other: Run) -> bool:
    return one[0] < other[1] and other[0] < one[1]
