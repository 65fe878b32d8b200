"""Reading: a report's words as the encoder understands them, read once for all who ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.language.encoder import Encoder, load_encoder
from reportedly.passages.passage import Passage
from reportedly.statements.quotes import find_quotations
from reportedly.statements.words import Stretch, stretches

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """A stretch with each word's meaning where it stands, and how likely it has each part in a statement.

    Both have a row for each word.
    """

    stretch: Stretch
    meanings: Floats
    parts: Floats


def understand(encoder: Encoder, stretch: Stretch) -> Understood:
    """Let the encoder read one stretch."""
    pieces, marks, cases, firsts = stretch.arrays()
    given = {"pieces": [pieces], "marks": [marks], "cases": [cases], "firsts": [firsts]}
    meanings, parts = encoder.encoder.run(None, {name: np.array(v, np.int64) for name, v in given.items()})
    return Understood(stretch, meanings[0], parts[0])


def understood(text: str, passages: Sequence[Passage]) -> tuple[Understood, ...]:
    """Give the stretches of passages as the encoder reads them; who asks again is not kept waiting."""
    return _understood(text, tuple(passages))


# Two, for a report is read twice: its passages, and what stands inside their quotation marks.
@lru_cache(maxsize=2)
def _understood(text: str, passages: tuple[Passage, ...]) -> tuple[Understood, ...]:
    encoder = load_encoder()
    cut = stretches(text, passages, find_quotations(text, passages), encoder.tokenizer)
    return tuple(understand(encoder, stretch) for stretch in cut)
