"""Prints: a few short runs of a report's words, by which reports that share a passage are found.

Of every stretch of the text one run is kept, the same in every report that has the stretch
(winnowing: Schleimer, Wilkerson and Aiken, 2003).
"""

from hashlib import blake2b

from reportedly.comparison.words import Words

RUN = 7
"""So many words are one run: shorter ones are shared by chance, and every report has some of those."""

FEWEST = 2
"""Reports that share fewer prints are not laid side by side."""

_WINDOW = 3


def prints_of(words: Words) -> frozenset[int]:
    """Give the prints of a report; two that share 12 words in a row share two."""
    hashes = [_number(" ".join(words.folded[at : at + RUN])) for at in range(len(words.folded) - RUN + 1)]
    windows = (hashes[at : at + _WINDOW] for at in range(max(1, len(hashes) - _WINDOW + 1)))
    return frozenset(min(window) for window in windows if window)


def _number(run: str) -> int:
    """Give the same number in every build; it fits an integer column."""
    return int.from_bytes(blake2b(run.encode(), digest_size=7).digest())
