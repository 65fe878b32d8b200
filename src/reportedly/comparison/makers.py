"""Makers: whose the words are that a sentence credits to somebody."""

from functools import lru_cache

from sqlalchemy import Connection, select

from reportedly.comparison.asserted import Asserted
from reportedly.record import schema
from reportedly.spans import Span

_AT_HAND = 600
"""So many reports' statements are held at a time: those of one affair are asked for again and again."""


class Makers:
    """What the statements of a record's reports assert."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.said = lru_cache(maxsize=_AT_HAND)(self._said)

    def of(self, side: Asserted, span: Span) -> str:
        """Give whose some words of an assertion are: his where a sentence credits him with them."""
        said = self.said(side.report) if side.credits else ()
        return next((name for name, own in said if own.holds(span)), side.id)

    def _said(self, report: str) -> list[tuple[str, Span]]:
        table = schema.assertions.c
        wanted = select(table.id, table.start, table.end).where(
            table.report == report, table.statement.is_not(None)
        )
        return [(name, Span(start, end)) for name, start, end in self.connection.execute(wanted)]
