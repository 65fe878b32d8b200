"""A person's word on who is who: merge two parties, take one apart, name one, and take that back."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from reportedly.errors import UsageError
from reportedly.parties.anchor import Anchors
from reportedly.parties.figure import Figure, figures
from reportedly.parties.judgement import JudgementRow, judgement, keep
from reportedly.parties.resolve import resolve
from reportedly.record import schema
from reportedly.record.read import View


def merge(connection: Connection, one: str, other: str) -> str:
    """Judge two parties to be one; gives the judgement's id. Raises UsageError where they already are."""
    pile = _Pile(connection)
    first, second = pile.party(one), pile.party(other)
    if first == second:
        raise UsageError(f"{one} and {other} are one party already ({pile.name(first)}).")
    about = [pile.members(first)[0], pile.members(second)[0]]
    # Of two types they are named with them: a slip of the hand is seen, and can be undone.
    types = [f" ({each.type})" if about[0].type != about[1].type else "" for each in about]
    told = " and ".join(f"“{each.name}”{kind}" for each, kind in zip(about, types, strict=True))
    return pile.judge("same", about, f"a person judged {told} to be one")


def split(connection: Connection, wanted: str) -> str:
    """Judge that the mentions of a party in its several reports are each a party of its own.

    Of a statement's id only the speaker is taken out, with all its mentions in that report. What is taken
    apart is joined again by nobody but a person. Gives the judgement's id; raises UsageError where the
    party's mentions stand in one report's chain alone.
    """
    pile = _Pile(connection)
    party = pile.party(wanted)
    members = pile.members(party)
    if len(members) == 1:
        raise UsageError(
            f"{wanted} ({pile.name(party)}) is of one report alone: there is nothing to take apart."
        )
    chain = pile.speaker(wanted)
    about = [one for one in members if chain in (None, one.chain)]
    return pile.judge("apart", about, f"a person judged this “{pile.name(party)}” to stand apart")


def rename(connection: Connection, wanted: str, name: str) -> str:
    """Give a party the name by which it is to be shown; gives the judgement's id."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("Give the name that the party is to have: it is empty.")
    pile = _Pile(connection)
    party = pile.party(wanted)
    if pile.name(party) == name:
        raise UsageError(f"{wanted} is called {name} already.")
    return pile.judge("name", pile.members(party)[:1], "a person gave this name", name)


def undo(connection: Connection, wanted: str) -> str:
    """Take a person's judgement back; it stays listed as undone. Gives its id."""
    table = schema.judgements
    rows = (
        connection.execute(select(table).where(table.c.id.startswith(wanted, autoescape=True)))
        .mappings()
        .all()
    )
    if len(rows) != 1 or not wanted:
        raise UsageError(_which(wanted, len(rows), "judgement", "reportedly parties RECORD --judgements"))
    row = dict(rows[0])
    if row["by"] != "person":
        raise UsageError(f"{wanted} is the machine's judgement; --split takes the party apart that it made.")
    if row["undone"]:
        raise UsageError(f"{wanted} is undone already.")
    keep(connection, [{**row, "undone": True}])
    resolve(connection)
    return str(row["id"])


def _which(wanted: str, count: int, what: str, lister: str) -> str:
    if count > 1:
        return f"{count} ids begin with {wanted}; give a few more characters of it."
    return f"No {what} of this record has the id {wanted}; `{lister}` lists them."


class _Pile:
    """The parties as they are when a person judges."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.view = View(connection)
        self.figures: Mapping[str, Figure] = {one.chain: one for one in figures(self.view)}
        self.party_of = {row["chain"]: row["party"] for row in self.view.rows(schema.members)}
        self.names = {row["id"]: row["name"] for row in self.view.rows(schema.parties)}

    def party(self, wanted: str) -> str:
        """Find a party by its id, one it had before, its first characters, or a statement of its own."""
        if wanted.startswith("s"):
            return str(self.party_of[self.speaker(wanted)])
        table = schema.aliases
        before = self.connection.execute(select(table.c.party).where(table.c.id == wanted)).scalar()
        found = [before] if before else [name for name in self.names if wanted and name.startswith(wanted)]
        if len(found) != 1:
            raise UsageError(_which(wanted, len(found), "party", "reportedly parties RECORD"))
        return str(found[0])

    def speaker(self, wanted: str) -> str | None:
        """Find the chain of a statement's speaker; None where the id is no statement's."""
        if not wanted.startswith("s"):
            return None
        statements, mentions = schema.statements, schema.mentions
        of_id = statements.c.id.startswith(wanted, autoescape=True)
        rows = self.connection.execute(select(statements.c.speaker).where(of_id)).all()
        if len(rows) != 1:
            raise UsageError(_which(wanted, len(rows), "statement", "reportedly statements RECORD"))
        spoken = select(mentions.c.chain).where(mentions.c.id == rows[0].speaker)
        chain = self.connection.execute(spoken).scalar()
        if chain not in self.party_of:
            raise UsageError(f"The speaker of {wanted} is open: it has no party.")
        return str(chain)

    def name(self, party: str) -> str:
        return str(self.names[party])

    def members(self, party: str) -> list[Figure]:
        """Give the figures of a party, by their chains."""
        return [self.figures[chain] for chain, own in sorted(self.party_of.items()) if own == party]

    def judge(self, verdict: str, about: Sequence[Figure], reason: str, name: str | None = None) -> str:
        """Write a person's judgement about figures, and work out the parties anew."""
        anchors = Anchors(self.view)
        places = [anchors.make(one.report, one.place[0], one.place[1]) for one in about]
        row: JudgementRow = judgement(verdict, places, [], reason, name=name, turn=self._turn())
        keep(self.connection, [row])
        resolve(self.connection)
        return str(row["id"])

    def _turn(self) -> int:
        turns: list[Any] = [row["turn"] for row in self.view.rows(schema.judgements)]
        return max(turns, default=0) + 1
