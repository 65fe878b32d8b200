"""An entry: all that one report gives to the record."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.assertions.assertion import Assertion
from reportedly.dates.dating import Dating, Expression
from reportedly.dates.happenings import Happening
from reportedly.mentions.mention import Coreference
from reportedly.passages.passage import Passage
from reportedly.reports.report import Problem, Report
from reportedly.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """One report with its passages, statements, dates and mentions, worked out from its bytes alone.

    `said_on` has one item for each statement, in the same order; `made_by` names, for each room, the
    step and version that made its rows. It pickles, so that reports can
    be worked on side by side.
    """

    report: Report
    headline: str | None
    byline: str | None
    outlet: str | None
    language: str | None
    published: Dating | None
    updated: Dating | None
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    said_on: tuple[Dating | None, ...]
    expressions: tuple[Expression, ...]
    coreference: Coreference
    made_by: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    happenings: tuple[Happening, ...] = ()
    assertions: tuple[Assertion, ...] = ()
