"""Laying each new report beside those that share a print with it, and keeping what they have in common."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlalchemy import Connection, func, insert, select

from reportedly.comparison.align import Shared, align, beside
from reportedly.comparison.credits import credits_of
from reportedly.comparison.prints import FEWEST, prints_of
from reportedly.comparison.words import Words, words_of
from reportedly.passages.passage import Passage
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.write import forget
from reportedly.spans import Span

_AT_HAND = 600
"""So many reports' words are held at a time: those of one affair are laid side by side again and again."""
_APART = 150
"""What was cut out between two stretches of one copy is seldom longer, in words."""
_OF_COMPARED = (
    schema.compared.c.report, schema.prints.c.report, schema.credited.c.report, schema.shared.c.report,
    schema.shared.c.other,
)  # fmt: skip


class Pairing:
    """The reports of a record while they are laid side by side."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.connection: Connection = view.connection
        self.text = lru_cache(maxsize=_AT_HAND)(self._text)
        self.words = lru_cache(maxsize=_AT_HAND)(self._words)

    def take_in(self) -> None:
        """Compare every counted report that was not compared before with those that may share a passage."""
        known = set(self.connection.execute(select(schema.compared.c.report)).scalars())
        # A report that was replaced may come back, and others may have come meanwhile.
        for column in _OF_COMPARED:
            forget(self.connection, column, known - self.view.counted)
        new = sorted(self.view.counted - known)
        for report in new:
            self._keep(report)
        for report, other in sorted({tuple(sorted(pair)) for one in new for pair in self._candidates(one)}):
            rows = list(_shared_rows(self, report, other))
            if rows:
                self.connection.execute(insert(schema.shared), rows)

    def _text(self, report: str) -> str:
        wanted = select(schema.reports.c.text).where(schema.reports.c.id == report)
        return str(self.connection.execute(wanted).scalar_one())

    def _keep(self, report: str) -> None:
        words = self.words(report)
        row = {"report": report, "words": sum(words.own)}
        self.connection.execute(insert(schema.compared).values(**row))
        prints = [{"print": one, "report": report} for one in sorted(prints_of(words))]
        credited = [{"report": report, **row} for row in self._credits(report)]
        for table, rows in ((schema.prints, prints), (schema.credited, credited)):
            if rows:
                self.connection.execute(insert(table), rows)

    def _credits(self, report: str) -> Iterator[Row]:
        wanted = select(schema.reports.c.byline).where(schema.reports.c.id == report)
        byline = self.connection.execute(wanted).scalar_one()
        text = self.text(report)
        for credit in credits_of(text, self._passages(report), byline):
            span = credit.span
            yield {
                "reason": credit.reason,
                "desk": credit.desk,
                "start": span.start if span else None,
                "end": span.end if span else None,
                "words": span.words(text) if span else credit.desk,
            }

    def _candidates(self, report: str) -> Iterable[tuple[str, str]]:
        table = schema.prints
        own = select(table.c.print).where(table.c.report == report)
        shared = select(table.c.report).where(table.c.print.in_(own), table.c.report != report)
        enough = shared.group_by(table.c.report).having(func.count() >= FEWEST)
        found = self.connection.execute(enough).scalars()
        return [(report, other) for other in found if other in self.view.counted]

    def _words(self, report: str) -> Words:
        return words_of(self.text(report), self._passages(report))

    def _passages(self, report: str) -> list[Passage]:
        table = schema.passages
        wanted = select(table).where(table.c.report == report).order_by(table.c.start)
        rows = self.connection.execute(wanted).mappings()
        return [Passage(row["kind"], Span(row["start"], row["end"])) for row in rows]


def _shared_rows(pairing: Pairing, report: str, other: str) -> Iterator[Row]:
    here, there = pairing.words(report), pairing.words(other)
    found = align(here, there)
    texts = (pairing.text(report), pairing.text(other)) if found else ("", "")
    for passage, parts in enumerate(_passages_of(found)):
        for part in parts:
            own, others = here.hull(part.first, part.last), there.hull(part.other_first, part.other_last)
            yield {
                "report": report,
                "start": own.start,
                "end": own.end,
                "words": own.words(texts[0]),
                "other": other,
                "other_start": others.start,
                "other_end": others.end,
                "other_words": others.words(texts[1]),
                "passage": passage,
                "same": part.same,
                "own": part.own,
            }


def _passages_of(found: Iterable[Shared]) -> list[list[Shared]]:
    """Put the stretches together that stand beside each other in both reports."""
    passages: list[list[Shared]] = []
    for part in found:
        near = [parts for parts in passages if any(beside(part, one, _APART) for one in parts)]
        passages = [parts for parts in passages if parts not in near]
        passages.append([part, *(one for parts in near for one in parts)])
    return passages
