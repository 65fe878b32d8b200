"""An assertion: one sentence of one voice, and what in it another could contradict."""

from dataclasses import dataclass
from typing import Literal

from reportedly.spans import Span

Time = Literal["past", "now", "ahead"]
Voice = Literal["quoted", "paraphrased", "own"]


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that has an opposite or could be denied: `of` is its meaning, `sign` (1, -1) which way it turns.

    A "not" turns it, so does a refusal: "refused to sign" is as "did not sign". `about` are the things it is
    said of, `target` those it is said of first: what is kept, who returns. `listed` tells whether the meaning
    stands in the list of concepts, `is_thing` whether it is a thing that there is or is not, and `judges`
    whether it finds a thing good or bad. What is `wished` is
    asked for or hoped, and not said to be so. `time` is that of its clause: what was, what is, what may or is
    to be; `may` tells what only can or could be so.
    """

    span: Span
    of: str
    sign: int
    about: tuple[str, ...]
    target: tuple[str, ...]
    listed: bool
    is_thing: bool
    judges: bool
    wished: bool
    time: Time
    may: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: of what, doing or undergoing what, from `low` to `high`."""

    span: Span
    of: str
    verb: str | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Day:
    """When something happened or is to come: a date in EDTF, of which verb, with which things."""

    span: Span
    of: str | None
    edtf: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Who had a part with room for one: the deed (`of`), his names as terms, and in what, with what is told
    of it.
    """

    span: Span
    of: str
    who: tuple[str, ...]
    target: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assertion:
    """A sentence of one voice: a statement's, or the report's own.

    `terms` are its content words by their meaning; `names` those of them that are written as names.
    `statement` is the index, among the report's statements, of the one that holds it. A sentence that
    `credits` somebody is the report's own too, as far as it tells that something was said: where, when, by
    whom; it has no points. What is `denied` its words do not say: who makes it denies it.
    """

    span: Span
    voice: Voice
    statement: int | None
    terms: tuple[str, ...]
    names: tuple[str, ...]
    turns: tuple[Turn, ...] = ()
    counts: tuple[Count, ...] = ()
    days: tuple[Day, ...] = ()
    parts: tuple[Part, ...] = ()
    credits: bool = False
    denied: bool = False
