"""A mention: the words that refer to a party."""

from dataclasses import dataclass
from typing import Literal

from reportedly.spans import Span

PartyType = Literal["person", "organisation", "place", "group", "unnamed"]
Form = Literal["name", "surname", "title", "pronoun", "group"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to a party, and why they are judged to.

    `reason` is a short sentence a reader can check ("surname of the earlier Ana Petrova");
    `confidence` runs from 0 to 1.
    """

    span: Span
    form: Form
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Role:
    """A title that the report gives a party: `title` of `of` ("foreign minister", "Ardania")."""

    title: str
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one party in one report, in text order; `name` is the fullest one found.

    `names` are its names as found. An unnamed source ("two officials") is a chain of its own,
    named by its words.
    """

    name: str
    type: PartyType
    names: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Coreference:
    """Who is meant by which words, in one report.

    `referents` maps a span of words that names someone in a statement (source, carrier, addressee) to the
    index of its chain and of the mention in it; words left open are not there.
    """

    chains: tuple[Chain, ...]
    referents: tuple[tuple[Span, int, int], ...]
