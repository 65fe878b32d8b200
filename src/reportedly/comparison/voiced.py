"""Assertions with who makes them, and when, as far as a record tells."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.comparison.asserted import Asserted, read_asserted
from reportedly.record import schema
from reportedly.record.read import Row


@dataclass(frozen=True, slots=True)
class Voiced:
    """An assertion with who makes it: the party with its type and offices, and the sense of the statement.

    `said_on` is the day of speaking, `published` the report's, both in EDTF. `around` are the statements that
    its own stands in; `named` are the parties, and the offices, that its words name.
    """

    asserted: Asserted
    party: str | None
    type: str | None
    titles: frozenset[str]
    sense: str | None
    said_on: str | None
    published: str | None
    around: frozenset[str]
    named: frozenset[str]

    @property
    def day(self) -> str | None:
        """The day of speaking; the report's where it speaks in its own voice."""
        return self.published if self.is_own else self.said_on

    @property
    def is_own(self) -> bool:
        """Whether the report makes it in its own voice."""
        return self.asserted.statement is None


class Voices:
    """What a record tells of who makes its assertions."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.said = _statements(connection)
        self.titles = _titles(connection)
        reports = connection.execute(select(schema.reports.c.id, schema.reports.c.published))
        self.days = {row.id: (row.published or {}).get("edtf") for row in reports}

    def of(self, names: Collection[str]) -> Mapping[str, Voiced]:
        """Give assertions with their makers, by their ids."""
        found = list(read_asserted(self.connection, names))
        mentions = _mentions(self.connection, {one.report for one in found})
        return {one.id: self._voiced(one, mentions[one.report]) for one in found}

    def _voiced(self, one: Asserted, mentions: Iterable[Row]) -> Voiced:
        here = [row for row in mentions if one.span.start <= row["start"] < one.span.end]
        named = frozenset(name for row in here for name in (row["party"], *self._called(row)))
        day = self.days[one.report]
        own = self.said.get(one.statement or "")
        if own is None:
            return Voiced(one, None, None, frozenset(), None, None, day, frozenset(), named)
        said_on = (own["said_on"] or {}).get("edtf")
        titles = frozenset(self.titles.get(own["party"], ()))
        around = frozenset(self._around(own))
        sense = own["cue_sense"]
        return Voiced(one, own["party"], own["type"], titles, sense, said_on, day, around, named)

    def _around(self, statement: Row) -> Iterator[str]:
        while statement["within"] is not None:
            yield statement["within"]
            statement = self.said[statement["within"]]

    def _called(self, mention: Row) -> Iterator[str]:
        """Give the offices that a mention names: its party's, and the words of a title without a name."""
        if mention["form"] == "title":
            yield from mention["words"].lower().split()
        yield from self.titles.get(mention["party"], ())


def _statements(connection: Connection) -> Mapping[str, Row]:
    said, mentions = schema.statements.c, schema.mentions.c
    members, parties = schema.members.c, schema.parties.c
    wanted = (
        select(said.id, said.cue_sense, said.said_on, said.within, parties.id.label("party"), parties.type)
        .outerjoin_from(schema.statements, schema.mentions, mentions.id == said.speaker)
        .outerjoin(schema.members, members.chain == mentions.chain)
        .outerjoin(schema.parties, parties.id == members.party)
    )
    return {row["id"]: row for row in connection.execute(wanted).mappings()}


def _titles(connection: Connection) -> Mapping[str, set[str]]:
    members, roles = schema.members.c, schema.roles.c
    found: dict[str, set[str]] = defaultdict(set)
    for party, title in connection.execute(
        select(members.party, roles.title).join(schema.roles, roles.chain == members.chain)
    ):
        found[party].add(title.lower())
    return found


def _mentions(connection: Connection, reports: Collection[str]) -> Mapping[str, list[Row]]:
    mentions, members = schema.mentions.c, schema.members.c
    wanted = select(mentions.report, mentions.start, mentions.form, mentions.words, members.party).join(
        schema.members, members.chain == mentions.chain
    )
    found: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(wanted).mappings():
        if row["report"] in reports:
            found[row["report"]].append(row)
    return found
