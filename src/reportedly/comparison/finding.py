"""What does not go together in two assertions."""

from dataclasses import dataclass
from typing import Literal

from reportedly.spans import Span

DisagreementKind = Literal["number", "date", "who", "speaker", "denial", "opposite", "position"]
Odd = Literal["number", "date", "who", "opposite"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Two points that cannot both hold, with the words on each side.

    `of` is what both speak of, `shared` the terms they have in common; `edited` tells two sentences that are
    otherwise word for word alike. Of two turns, `judges` tells that they find something good or bad, `firm`
    that both words are listed and told of one thing, or of none, `beside` that they stand near each other in
    one time, `may` that one side only can or could be so.
    """

    kind: Odd
    one: Span
    other: Span
    of: str
    shared: tuple[str, ...]
    edited: bool = False
    judges: bool = False
    firm: bool = False
    beside: bool = False
    may: bool = False
