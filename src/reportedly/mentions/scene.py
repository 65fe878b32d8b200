"""One report while the question is who is meant: its text, parse, statements and parties side by side."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reportedly.language.reading import Reading, Token
from reportedly.language.tree import Tree, climb, sentence_at, tokens_in
from reportedly.mentions.cast import Member
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.statement import Statement

_TOLD = frozenset({"headline", "body"})


@dataclass(frozen=True, slots=True)
class Meant:
    """What a pronoun means: the party at a token, how likely, and the reason with a gap for its name."""

    token: int
    likely: float
    reason: str


@dataclass(slots=True)
class Scene:
    """A report's parties and who has spoken so far.

    `at` gives the party named at a token; `meant`, for the words of a source, carrier or addressee, their
    party and the mention that tells; `spoke` the speakers found so far, by where their source starts;
    `pronouns` what each "he" and "she" means, by its token, where that is settled. `paragraphs` numbers the
    passages so that a teaser or a notice between two paragraphs does not part them.
    """

    text: str
    passages: Sequence[Passage]
    reading: Reading
    statements: Sequence[Statement]
    members: list[Member]
    tree: Tree
    at: dict[int, Member] = field(init=False)
    paragraphs: Sequence[int] = field(init=False)
    meant: dict[Span, tuple[Member, Span]] = field(default_factory=dict)
    spoke: list[tuple[int, Member]] = field(default_factory=list)
    pronouns: dict[int, Meant] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at = {
            token: member
            for member in self.members
            for name in member.names
            for token in tokens_in(self.reading, name.span)
        }
        self.paragraphs = tuple(accumulate(one.kind in _TOLD for one in self.passages))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The report's tokens."""
        return self.reading.tokens

    def head(self, words: Sequence[Span]) -> int | None:
        """Give the token that the others of these words depend on."""
        inside = dict.fromkeys(token for span in words for token in tokens_in(self.reading, span))
        tops = (
            i
            for i in inside
            if self.tokens[i].pos != "PUNCT" and not any(above in inside for above in climb(self.reading, i))
        )
        return next(tops, None)

    def sentence(self, token: int) -> int:
        """Give the index of a token's sentence."""
        return sentence_at(self.reading, token)

    def passage(self, place: int) -> int:
        """Give the index of the passage that holds a character."""
        return bisect_right(self.passages, place, key=lambda one: one.span.start) - 1

    def is_told(self, sentence: int) -> bool:
        """Tell whether a sentence stands in a headline or a paragraph."""
        start = self.tokens[self.reading.sentences[sentence].first].span.start
        return self.passages[self.passage(start)].kind in _TOLD

    def is_near(self, start: int, place: int) -> bool:
        """Tell whether a place stands in the paragraph of an earlier one, or in the paragraph after it."""
        return self.paragraphs[self.passage(place)] - self.paragraphs[self.passage(start)] <= 1

    def in_content(self, span: Span) -> list[int]:
        """Give the statements whose content holds a span, but for what is credited to nobody.

        In "Hale is expected to resign" he is the report's own subject.
        """
        told = ((i, one) for i, one in enumerate(self.statements) if one.source or one.quoted)
        return [i for i, one in told if any(part.holds(span) for part in one.content)]

    def last_spoke(self, place: int) -> tuple[int, Member | None]:
        """Give where the source of the statement before a place stands, and its speaker."""
        return next(((start, member) for start, member in reversed(self.spoke) if start < place), (0, None))

    def last_speaker(self, place: int) -> Member | None:
        """Give the speaker of the statement before a place."""
        return self.last_spoke(place)[1]

    def just_spoke(self, place: int) -> Member | None:
        """Give the speaker of the statement before a place, in its paragraph or the one before."""
        start, member = self.last_spoke(place)
        return member if self.is_near(start, place) else None
