"""Assertions with who makes them, and when, as far as a record tells."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.comparison.asserted import rows_of
from reportedly.record import schema
from reportedly.record.read import Row
from reportedly.spans import Span


@dataclass(frozen=True, slots=True)
class Voiced:
    """An assertion with who makes it: the party with its type, and the sense of the statement.

    `said_on` is the day of speaking, `published` the report's, both in EDTF. `around` are the statements that
    its own stands in.
    """

    id: str
    report: str
    statement: str | None
    voice: str
    span: Span
    words: str
    credits: bool
    party: str | None
    type: str | None
    sense: str | None
    said_on: str | None
    published: str | None
    around: frozenset[str]

    @property
    def day(self) -> str | None:
        """The day of speaking; the report's where it speaks in its own voice."""
        return self.published if self.is_own else self.said_on

    @property
    def is_own(self) -> bool:
        """Whether the report makes it in its own voice."""
        return self.statement is None


_COLUMNS = tuple(
    schema.assertions.c[name]
    for name in ("id", "report", "statement", "voice", "start", "end", "words", "credits")
)


class Voices:
    """What a record tells of who makes its assertions."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._known: dict[str | None, frozenset[str]] = {}

    def of(self, names: Collection[str]) -> Mapping[str, Voiced]:
        """Give assertions with their makers, by their ids."""
        table, reports = schema.assertions.c, schema.reports.c
        rows = rows_of(self.connection, select(*_COLUMNS), table.id, names)
        said = _statements(self.connection, {row["statement"] for row in rows} - {None})
        dated = select(reports.id, reports.published["edtf"].as_string().label("day"))
        told = rows_of(self.connection, dated, reports.id, {row["report"] for row in rows})
        days = {row["id"]: row["day"] for row in told}
        return {row["id"]: _voiced(row, said, days[row["report"]]) for row in rows}

    def names(self, voiced: Voiced, maker: Voiced) -> bool:
        """Tell whether the words of an assertion name who makes another, or his office."""
        mentions, members = schema.mentions.c, schema.members.c
        within = mentions.start >= voiced.span.start, mentions.start < voiced.span.end
        wanted = select(mentions.form, mentions.words, members.party).join_from(
            schema.mentions, schema.members, members.chain == mentions.chain
        )
        mine = {maker.party, *self._titles(maker.party)}
        return any(
            bool(mine & {row.party, *self._titles(row.party), *_title(row.form, row.words)})
            for row in self.connection.execute(wanted.where(mentions.report == voiced.report, *within))
        )

    def named_at(self, report: str, span: Span) -> frozenset[str]:
        """Give the parties that a stretch of a report names."""
        mentions, members = schema.mentions.c, schema.members.c
        within = mentions.start < span.end, mentions.end > span.start
        wanted = select(members.party).join_from(
            schema.mentions, schema.members, members.chain == mentions.chain
        )
        return frozenset(self.connection.execute(wanted.where(mentions.report == report, *within)).scalars())

    def _titles(self, party: str | None) -> frozenset[str]:
        members, roles = schema.members.c, schema.roles.c
        wanted = select(roles.title).join(schema.members, roles.chain == members.chain)
        if party not in self._known:
            found = self.connection.execute(wanted.where(members.party == party)).scalars()
            self._known[party] = frozenset(title.lower() for title in found)
        return self._known[party]


def _voiced(row: Row, said: Mapping[str, Row], day: str | None) -> Voiced:
    statement = row["statement"]
    own = None if statement is None else said[statement]
    return Voiced(
        id=row["id"],
        report=row["report"],
        statement=statement,
        voice=row["voice"],
        span=Span(row["start"], row["end"]),
        words=row["words"],
        credits=row["credits"],
        party=own["party"] if own else None,
        type=own["type"] if own else None,
        sense=own["cue_sense"] if own else None,
        said_on=own["said_on"] if own else None,
        published=day,
        around=frozenset(_around(own, said)) if own else frozenset(),
    )


def _title(form: str, words: str) -> list[str]:
    return words.lower().split() if form == "title" else []


def _around(statement: Row, said: Mapping[str, Row]) -> Iterator[str]:
    while statement["within"] is not None:
        yield statement["within"]
        statement = said[statement["within"]]


def _statements(connection: Connection, names: Collection[str]) -> Mapping[str, Row]:
    """Read statements by their ids, and those that they stand in."""
    said, mentions = schema.statements.c, schema.mentions.c
    members, parties = schema.members.c, schema.parties.c
    day = said.said_on["edtf"].as_string().label("said_on")
    wanted = (
        select(said.id, said.cue_sense, day, said.within, parties.id.label("party"), parties.type)
        .outerjoin_from(schema.statements, schema.mentions, mentions.id == said.speaker)
        .outerjoin(schema.members, members.chain == mentions.chain)
        .outerjoin(schema.parties, parties.id == members.party)
    )
    found: dict[str, Row] = {}
    while names:
        read = rows_of(connection, wanted, said.id, names)
        found |= {row["id"]: row for row in read}
        names = {row["within"] for row in read} - {None, *found}
    return found
