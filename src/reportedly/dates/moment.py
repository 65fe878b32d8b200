"""What words that tell a time come to, and the moment from which they count."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.dates.clause import Tense
from reportedly.dates.dating import Basis, ExpressionType
from reportedly.language.reading import Reading
from reportedly.spans import Span

Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Told:
    """The type and value of an expression, as TIMEX3 has them.

    Not `settled`: the value follows the convention for news, where the words leave the direction or the
    starting point open. `near`: the words tell about when ("three weeks ago").
    """

    type: ExpressionType
    value: str
    settled: bool = True
    near: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """From where words count.

    `day` is the report's own, None where it is not known; `tense` that of the clause, None where it
    settles nothing, and `lean` the way it then most likely points; `story` the day that the sentence
    tells, or else the latest told before, and `era` the same where a month or a year is enough. `same` is
    the day that the sentence tells, and `beside`: hard by, and beyond doubt. `stretch` is the value of the
    month or quarter told just before.
    """

    day: date | None
    tense: Tense | None
    lean: Tense
    story: date | None = None
    era: date | None = None
    same: date | None = None
    beside: bool = False
    stretch: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern for words that tell a time, and how to tell which.

    It is looked for only in sentences that hold one of its `heads`, in small letters. The words are the
    pattern's group `words`, or all of it; `tell` gives None, and `fits` False, where no time is meant.
    They float where they count from within the story ("two days later").
    """

    heads: frozenset[str]
    pattern: re.Pattern[str]
    tell: Callable[[Groups, Moment], Told | None]
    basis: Basis = "arithmetic"
    fits: Callable[[Reading, Span], bool] | None = None
    floats: bool = False

    def span(self, match: re.Match[str]) -> Span:
        """Give the words of a match."""
        return Span(*match.span("words" if "words" in self.pattern.groupindex else 0))


def pattern(words: str) -> re.Pattern[str]:
    """Compile a wording: a space stands for any white space, " ?" for some or none; case does not count."""
    return re.compile(r"\b" + words.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


def exactly(names: str) -> str:
    """Keep the letters of a part as they are written: "May" and never "may"."""
    return f"(?-i:{names})"


def lower(words: str | None) -> str:
    """Give words in small letters with single spaces; none as nothing."""
    return " ".join((words or "").lower().split())
