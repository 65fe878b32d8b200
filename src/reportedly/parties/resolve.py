"""Who is who across reports: chains that are one party, by a person's word first, then by the machine's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from reportedly.mentions.countries import state_governed, state_named
from reportedly.parties.bodies import body_key, body_links
from reportedly.parties.figure import Figure, figures
from reportedly.parties.judgement import Rulings, find_rulings, keep_machine
from reportedly.parties.link import Link, Union, grouped
from reportedly.parties.names import is_full, person_name
from reportedly.parties.persons import person_links
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.write import forget, party_id

MADE_BY = "parties 2"

Members = Mapping[str, tuple[str, str | None]]
"""The party of each chain, and why it is of it."""

_TYPES = ("person", "organisation", "place", "group", "unnamed")


def resolve(connection: Connection) -> frozenset[str]:
    """Work out the parties from the chains of the counted reports, and write what changed.

    Gives the parties to which chains came or from which they went, but for those taken out of the record.

    A party's id comes from its smallest chain; an id that a party had before stays as an alias. What a
    person judged outranks what is worked out here, and is looked for anew in what was read again.
    """
    view = View(connection)
    found = figures(view)
    rulings = find_rulings(view)
    by_chain = {one.chain: one for one in found}
    union, links = unite(found, rulings)
    keep_machine(view, [made for made in links if made.score < 1], by_chain)
    groups = grouped((union.top(one.chain), one) for one in found)
    _write_parties(connection, [party_of(group, rulings) for group in groups.values()])
    tops = {one.chain: union.top(one.chain) for one in found}
    changed = _write_members(connection, tops, _reasons(links, union))
    table = schema.parties
    connection.execute(delete(table).where(table.c.id.not_in(select(schema.members.c.party))))
    connection.execute(delete(schema.aliases).where(schema.aliases.c.id.in_(select(table.c.id))))
    return changed


def unite(found: Sequence[Figure], rulings: Rulings) -> tuple[Union[str], list[Link]]:
    """Join the chains of one party; gives the sets and the links that made them, one a chain but the first.

    What a person took apart the machine joins to nothing.
    """
    union = Union(one.chain for one in found)
    links = [made for made in rulings.links if made.one in union.above and made.other in union.above]
    links += sorted(machine_links([one for one in found if one.chain not in rulings.apart]), key=_surest)
    return union, [made for made in links if union.join(made.one, made.other)]


def machine_links(found: Sequence[Figure]) -> list[Link]:
    """Give all ties that the names, titles and genders of the figures justify."""
    links = person_links(found)
    full = {one.chain for one in found if one.type == "person" and is_full(one.name)}
    persons = {chain for made in links for chain in (made.one, made.other) if {made.one, made.other} & full}
    return [*links, *body_links(found, persons)]


def _surest(made: Link) -> tuple[float, Link]:
    return (-made.score, made)


def _reasons(links: Iterable[Link], union: Union[str]) -> Mapping[str, str]:
    """Give for each chain why it is one with the smallest of its party, step by step from that one."""
    beside: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for made in links:
        beside[made.one].append((made.other, made.reason))
        beside[made.other].append((made.one, made.reason))
    reached = {chain: "" for chain in beside if union.top(chain) == chain}
    for chain in (queue := sorted(reached)):
        for other, reason in beside[chain]:
            if other not in reached:
                reached[other] = reason
                queue.append(other)
    return {chain: reason for chain, reason in reached.items() if reason}


def party_of(group: Sequence[Figure], rulings: Rulings) -> Row:
    """Write the row of one party: its fullest name, and the type that most of its mentions are of."""
    name = party_id([one.chain for one in group])
    kind = "place" if _is_state(group) else _usual_type(group)
    given = rulings.name_of(one.chain for one in group)
    return {"id": name, "name": given or _fullest(group, kind), "type": kind, "made_by": MADE_BY}


def _usual_type(group: Sequence[Figure]) -> str:
    if len(group) == 1:
        return group[0].type
    count = Counter[str]()
    for one in group:
        count[one.type] += len(one.starts)
    return max(_TYPES, key=lambda each: (each != "unnamed" and count[each], count[each]))


def _is_state(group: Sequence[Figure]) -> bool:
    """Tell whether all names are a state's, its government's or its seat's, one of them its own."""
    keys = map(body_key, group)
    return all(key and key[0] == "state" for key in keys) and any(state_named(one.name) for one in group)


def _fullest(group: Sequence[Figure], kind: str) -> str:
    """Give the fullest name, of equally full ones the commonest: the order of reports must not tell.

    A state is called by its own name before its government's, and by its capital's last.
    """
    if len({one.name for one in group}) == 1:
        return group[0].name
    names = Counter(one.name for one in group if one.type == kind)
    if kind == "person":
        # "Rival Jon Hale" is no fuller name of one whom others call Jon Hale.
        fit = [
            name
            for name in names
            if not any(name.endswith(f" {n}") and names[n] > names[name] for n in names if is_full(n))
        ]
        return min(fit, key=lambda name: (-len(person_name(name).words), -len(name), -names[name], name))
    every = Counter(one.name for one in group)
    usual = [name for name in every if state_named(name) == name]
    states = usual or [name for name in every if state_named(name)]
    states = states or [name for name in every if state_governed(name)]
    return min(states or names or every, key=lambda name: (-len(name), -every[name], name))


def _write_parties(connection: Connection, rows: Sequence[Row]) -> None:
    table = schema.parties
    known = {row.id: tuple(row) for row in connection.execute(select(table)).all()}
    new = sorted((row for row in rows if row["id"] not in known), key=lambda row: str(row["id"]))
    if new:
        connection.execute(insert(table), new)
    for row in rows:
        if known.get(row["id"], told := tuple(row.values())) != told:
            connection.execute(update(table).where(table.c.id == row["id"]).values(**row))


def _write_members(
    connection: Connection, tops: Mapping[str, str], reasons: Mapping[str, str]
) -> frozenset[str]:
    """Write which chains a party has, and why; gives the parties that have others than before."""
    table = schema.members.c
    stored = connection.execute(select(table.chain, table.party, table.reason)).all()
    before: Members = {chain: (party, reason) for chain, party, reason in stored}
    names = {top: party_id([top]) for top in set(tops.values())}
    wanted: Members = {chain: (names[top], reasons.get(chain)) for chain, top in tops.items()}
    gone = before.keys() - wanted.keys()
    forget(connection, table.chain, gone)
    other = sorted((chain, told) for chain, told in wanted.items() if before.get(chain) != told)
    new = [
        {"chain": chain, "party": told[0], "reason": told[1]} for chain, told in other if chain not in before
    ]
    if new:
        connection.execute(insert(schema.members), new)
    for chain, (party, reason) in other:
        if chain in before:
            row = update(schema.members).where(table.chain == chain)
            connection.execute(row.values(party=party, reason=reason))
            _keep_alias(connection, before[chain][0], party)
    moved = {chain for chain, (party, _) in other if chain not in before or before[chain][0] != party}
    return frozenset(told[chain][0] for told in (before, wanted) for chain in moved | gone if chain in told)


def _keep_alias(connection: Connection, old: str, new: str) -> None:
    table = schema.aliases
    if new != old:
        connection.execute(update(table).where(table.c.party == old).values(party=new))
        connection.execute(delete(table).where(table.c.id == old))
        connection.execute(insert(table).values(id=old, party=new))
