"""A reading: the tokens, sentences and names of a report's own words."""

from dataclasses import dataclass, field
from typing import Literal

from reportedly.spans import Span

NameType = Literal["person", "organisation", "place", "group", "other"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, with its place in the report's text and in the parse of its sentence.

    `head` is the index, in the reading, of the token this one depends on (its own for a root).
    `pos` is Universal Dependencies' part of speech, `tag` Penn Treebank's, `dep` ClearNLP's relation,
    as spaCy's English models give them.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens `first` up to, not including, `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as the parse found it."""

    span: Span
    type: NameType


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the parse makes of the passages that can hold a statement, in text order.

    Passages are parsed one by one, so no sentence crosses a passage's border. `starts` and `ends` are where
    the tokens begin and end.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    starts: tuple[int, ...] = field(init=False, repr=False)
    ends: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Kept apart, for tokens are looked up by their place more often than anything else is done.
        object.__setattr__(self, "starts", tuple(token.span.start for token in self.tokens))
        object.__setattr__(self, "ends", tuple(token.span.end for token in self.tokens))
