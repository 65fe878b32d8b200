"""A frame: what the encoder makes of one cue, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue with the source and the content that go with it most likely.

    Words are named by their index in the report's words. `cue` and `source` are half-open runs (an empty
    source is None), `content` has one run or more, in order and apart. `held` is how likely the cue has a
    content at all, `path` the logarithm of how likely exactly these words are it.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    cue_likely: float
    held: float
    path: float
