"""A figure: one party as one report shows it, before it is asked who it is in the others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select

from reportedly.mentions.located import ACTS
from reportedly.mentions.mention import PartyType
from reportedly.mentions.titles import KIN, PERSON_NOUNS, Gender, gender_of, written_out
from reportedly.parties.countries import owner_and_rest, state_named
from reportedly.record import schema
from reportedly.record.read import Row, View

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
    """Give the figures of the reports that count, in the order of their chains' ids."""
    roles = _by_chain(view.rows(schema.roles))
    mentions = _by_chain(_mentions(view))
    return [
        _figure(chain, roles[chain["id"]], mentions[chain["id"]])
        for chain in view.rows(schema.chains)
        if chain["report"] in view.counted
    ]


def _mentions(view: View) -> Iterable[Row]:
    table, reports = schema.mentions, schema.reports
    # Texts are long: they are looked into only where a form of address may stand, before a surname.
    looked = func.substr(reports.c.text, func.max(table.c.start - _BEFORE, 0) + 1, _BEFORE)
    before = case((table.c.form == "surname", looked), else_="")
    speaking = select(schema.statements.c.id).where(schema.statements.c.speaker == table.c.id).exists()
    columns = (table.c.chain, table.c.start, table.c.end, table.c.words, table.c.form, table.c.reason)
    wanted = select(*columns, before.label("before"), speaking.label("speaks")).join(reports)
    return view.connection.execute(wanted.order_by(table.c.report, table.c.start)).mappings()


def _by_chain(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["chain"]].append(row)
    return found


def _figure(chain: Row, roles: Sequence[Row], mentions: Sequence[Row]) -> Figure:
    titles = frozenset(written_out(role["title"]) for role in roles)
    states = {owner_and_rest(role["title"])[0] or state_named(role["of"] or "") for role in roles}
    named = next((one for one in mentions if one["words"] == chain["name"]), mentions[0])
    return Figure(
        chain=chain["id"],
        report=chain["report"],
        name=chain["name"],
        type=chain["type"],
        names=tuple(chain["names"]),
        titles=titles,
        states=frozenset(state for state in states if state),
        gender=_gender(titles, mentions),
        starts=tuple(mention["start"] for mention in mentions),
        speaks=any(mention["speaks"] or mention["reason"] == ACTS for mention in mentions),
        place=(named["start"], named["end"], named["words"]),
    )


def _gender(titles: Iterable[str], mentions: Sequence[Row]) -> Gender | None:
    """Tell the gender by titles and forms of address, else by the pronouns that are taken for the party."""
    told = [gender_of(title) for title in sorted(titles)]
    told += [gender_of(_last(mention["before"])) for mention in mentions]
    heard = [_PRONOUNS.get(mention["words"].lower()) for mention in mentions if mention["form"] == "pronoun"]
    for found in (told, heard):
        genders = {gender for gender in found if gender}
        if len(genders) == 1:
            return genders.pop()
    return None


def _last(before: str) -> str:
    return before.split()[-1].rstrip(".") if before.endswith(" ") and before.split() else ""
