"""Who is who across reports: chains of one name become one party."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from reportedly.parties.key import party_key
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.write import party_id

MADE_BY = "parties 1"

Parties = Mapping[str, tuple[Row, Sequence[str]]]


def resolve(connection: Connection) -> None:
    """Work out the parties from the chains of the counted reports, and write what changed.

    A party's id comes from its smallest chain; an id that a party had before stays as an alias.
    """
    now = _parties(View(connection))
    before = {row.chain: row.party for row in connection.execute(select(schema.members))}
    wanted = {chain: name for name, (_, chains) in now.items() for chain in chains}
    _write_parties(connection, now)
    _write_members(connection, before, wanted)
    _keep_aliases(connection, before, wanted)
    connection.execute(
        delete(schema.parties).where(schema.parties.c.id.not_in(select(schema.members.c.party)))
    )


def _parties(view: View) -> Parties:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for chain in view.rows(schema.chains):
        if chain["report"] in view.counted:
            groups[_group(chain)].append(chain)
    return dict(_party(members) for members in groups.values())


def _group(chain: Row) -> tuple[str, ...]:
    key = party_key(chain["name"], chain["type"])
    return ("alone", chain["id"]) if key is None else (chain["type"], key)


def _party(members: Sequence[Row]) -> tuple[str, tuple[Row, Sequence[str]]]:
    chains = sorted(member["id"] for member in members)
    # The fullest name, of equally full ones the first in the alphabet: the order of reports must not tell.
    name = min((member["name"] for member in members), key=lambda n: (-len(n), n))
    row = {"id": party_id(chains), "name": name, "type": members[0]["type"], "made_by": MADE_BY}
    return row["id"], (row, chains)


def _write_parties(connection: Connection, now: Parties) -> None:
    table = schema.parties
    known: dict[str, Any] = {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
    for name, (row, _) in sorted(now.items()):
        if name not in known:
            connection.execute(insert(table).values(**row))
        elif known[name] != row:
            connection.execute(update(table).where(table.c.id == name).values(**row))


def _write_members(connection: Connection, before: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    table = schema.members
    for chain in sorted(before.keys() - wanted.keys()):
        connection.execute(delete(table).where(table.c.chain == chain))
    for chain, party in sorted(wanted.items()):
        if chain not in before:
            connection.execute(insert(table).values(chain=chain, party=party))
        elif before[chain] != party:
            connection.execute(update(table).where(table.c.chain == chain).values(party=party))


def _keep_aliases(connection: Connection, before: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    table = schema.aliases
    for chain, old in sorted(before.items()):
        new = wanted.get(chain)
        if new is not None and new != old:
            connection.execute(update(table).where(table.c.party == old).values(party=new))
            connection.execute(delete(table).where(table.c.id == old))
            connection.execute(insert(table).values(id=old, party=new))
