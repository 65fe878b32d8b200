"""Ids: a row's name is a hash of what the row is."""

import hashlib

from reportedly.spans import Span


def row_id(letter: str, *what: str | int | Span | tuple[Span, ...]) -> str:
    """Name a row by what it is, so that the same row has the same name in every build.

    `letter` tells the kind of row (`r` report, `p` passage, `s` statement, `m` mention); the rest is
    hashed in order. `row_id("r", sha256)` gives an `r` and 16 hexadecimal digits.
    """
    digest = hashlib.sha256("\x1f".join(_flat(part) for part in what).encode()).hexdigest()
    return letter + digest[:16]


def _flat(part: str | int | Span | tuple[Span, ...]) -> str:
    if isinstance(part, Span):
        return f"{part.start}-{part.end}"
    if isinstance(part, tuple):
        return ",".join(_flat(span) for span in part)
    return str(part)
