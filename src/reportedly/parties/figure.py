"""A figure: one party as one report shows it, before it is asked who it is in the others."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, String, case, delete, func, insert, select, type_coerce

from reportedly.mentions.countries import owner_and_rest, state_named
from reportedly.mentions.located import ACTS
from reportedly.mentions.mention import PartyType
from reportedly.mentions.titles import KIN, PERSON_NOUNS, Gender, gender_of, written_out
from reportedly.record import schema
from reportedly.record.read import View

MADE_BY = "figures 1"

_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "his", "him"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"),
}
_BEFORE = 6
"""So many characters before a name hold "Mrs." and a space."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One chain of a report: its names as found, its titles written out, and where it stands.

    `states` are those that its titles are of; `starts` the places of its mentions, in characters, `place`
    that of its fullest name, with the words there; `speaks` tells whether it is credited with words or acts.
    """

    chain: str
    report: str
    name: str
    type: PartyType
    names: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    gender: Gender | None = None
    starts: tuple[int, ...] = ()
    speaks: bool = False
    place: tuple[int, int, str] = (0, 0, "")

    @property
    def nouns(self) -> frozenset[str]:
        """What its titles call it: "president", "envoy"."""
        return frozenset(word for title in self.titles for word in title.split()) & (PERSON_NOUNS - KIN)

    @property
    def is_kin(self) -> bool:
        """Whether its report brings it in as someone's relative."""
        return any(word in KIN for title in self.titles for word in title.split())


def figures(view: View) -> list[Figure]:
    """Give the figures of the reports that count, in the order of their chains' ids.

    What a report tells of its own is worked out once and kept: a pile has very many mentions.
    """
    _keep_new(view.connection)
    chains, kept = schema.chains.c, schema.figures.c
    wanted = select(chains.id, chains.report, chains.name, chains.type, type_coerce(kept.told, String))
    every = view.connection.execute(wanted.join(schema.figures)).all()
    rows = [row for row in every if row[1] in view.counted]
    # One long text is read much faster than many short ones.
    told = json.loads(f"[{','.join(own for *_, own in rows)}]")
    found = (_figure(own, *row) for (*row, _), own in zip(rows, told, strict=True))
    return sorted(found, key=lambda one: one.chain)


def _keep_new(connection: Connection) -> None:
    """Work out what reports tell of chains of which nothing is kept yet, or only what other rules found."""
    chains, roles, kept = schema.chains.c, schema.roles.c, schema.figures.c
    connection.execute(delete(schema.figures).where(kept.made_by != MADE_BY))
    unknown = select(chains.id, chains.report, chains.name, chains.names).where(
        chains.id.not_in(select(kept.chain))
    )
    new = connection.execute(unknown).all()
    if new:
        reports = unknown.with_only_columns(chains.report)
        wanted = select(roles.chain, roles.title, roles.of).where(roles.report.in_(reports))
        titles, mentions = _by_chain(connection, wanted), _by_chain(connection, _mentions(reports))
        told = {row.id: _told(row.name, row.names, titles[row.id], mentions[row.id]) for row in new}
        rows = [{"chain": chain, "told": own, "made_by": MADE_BY} for chain, own in told.items()]
        connection.execute(insert(schema.figures), rows)


def _mentions(of: Select[Any]) -> Select[Any]:
    table, reports = schema.mentions, schema.reports
    # Texts are long: they are looked into only where a form of address may stand, before a surname.
    looked = func.substr(reports.c.text, func.max(table.c.start - _BEFORE, 0) + 1, _BEFORE)
    before = case((table.c.form == "surname", looked), else_="")
    speaking = select(schema.statements.c.id).where(schema.statements.c.speaker == table.c.id).exists()
    columns = (table.c.chain, table.c.start, table.c.end, table.c.words, table.c.form)
    speaks = speaking | (table.c.reason == ACTS)
    wanted = select(*columns, before.label("before"), speaks.label("speaks")).join(reports)
    return wanted.where(table.c.report.in_(of)).order_by(table.c.report, table.c.start)


def _by_chain(connection: Connection, wanted: Select[Any]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(wanted).all():
        found[row[0]].append(row)
    return found


def _told(name: str, names: Sequence[str], roles: Sequence[Any], mentions: Sequence[Any]) -> dict[str, Any]:
    titles = {written_out(role.title) for role in roles}
    states = {owner_and_rest(role.title)[0] or state_named(role.of or "") for role in roles}
    named = next((one for one in mentions if one.words == name), mentions[0])
    return {
        "names": names,
        "titles": sorted(titles),
        "states": sorted(state for state in states if state),
        "gender": _gender(titles, mentions),
        "starts": [mention.start for mention in mentions],
        "speaks": any(mention.speaks for mention in mentions),
        "place": (named.start, named.end, named.words),
    }


def _figure(told: Mapping[str, Any], chain: str, report: str, name: str, kind: PartyType) -> Figure:
    return Figure(
        chain=chain,
        report=report,
        name=name,
        type=kind,
        names=tuple(told["names"]),
        titles=frozenset(told["titles"]),
        states=frozenset(told["states"]),
        gender=told["gender"],
        starts=tuple(told["starts"]),
        speaks=told["speaks"],
        place=tuple(told["place"]),
    )


def _gender(titles: Iterable[str], mentions: Sequence[Any]) -> Gender | None:
    """Tell the gender by titles and forms of address, else by the pronouns that are taken for the party."""
    told = {gender_of(title) for title in titles}
    told |= {gender_of(_last(mention.before)) for mention in mentions if mention.before}
    heard = {_PRONOUNS.get(mention.words.lower()) for mention in mentions if mention.form == "pronoun"}
    for genders in (told - {None}, heard - {None}):
        if len(genders) == 1:
            return genders.pop()
    return None


def _last(before: str) -> str:
    return before.split()[-1].rstrip(".") if before.endswith(" ") and before.split() else ""
