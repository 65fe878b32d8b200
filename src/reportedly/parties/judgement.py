"""Judgements: which mentions are of one party, and by whose word; a person's outranks the machine's."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, String, insert, select, type_coerce

from reportedly.parties.anchor import Anchors
from reportedly.parties.figure import Figure
from reportedly.parties.link import Link
from reportedly.record import schema
from reportedly.record.read import View
from reportedly.record.seal import SEAL, seal
from reportedly.record.write import forget, judgement_id

JudgementRow = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What persons judged, as far as it stands today: links by hand, what stands apart, names given.

    `links` are all of score 1; `names` are pairs of a chain and a name, the latest last.
    """

    links: tuple[Link, ...] = ()
    apart: frozenset[str] = frozenset()
    names: tuple[tuple[str, str], ...] = ()

    def name_of(self, chains: Iterable[str]) -> str | None:
        """Give the name that a person gave one of the chains last."""
        own = frozenset(chains) if self.names else frozenset()
        return next((name for chain, name in reversed(self.names) if chain in own), None)


def is_judged(connection: Connection) -> bool:
    """Tell whether a person judged anything in a record."""
    table = schema.judgements.c
    return connection.execute(select(table.id).where(table.by == "person").limit(1)).first() is not None


def find_rulings(view: View) -> Rulings:
    """Find the places of a person's judgements in what is read today; one that has none is orphaned."""
    table, anchors = schema.judgements, Anchors(view)
    wanted = select(table).where(table.c.by == "person").order_by(table.c.turn)
    standing: list[tuple[JudgementRow, list[str]]] = []
    for stored in view.connection.execute(wanted).mappings().all():
        found = [anchors.find(anchor) for anchor in stored["anchors"]]
        chains = [place["chain"] for place in found if place["chain"]]
        row = dict(stored)
        row["about"] = [{"report": place["report"], **_place(place)} for place in found]
        row["orphaned"] = len(chains) < (2 if row["verdict"] == "same" else 1)
        if row != dict(stored):
            keep(view.connection, [row])
        if not row["undone"] and not row["orphaned"]:
            standing.append((row, chains))
    return _rulings(standing)


def _rulings(standing: Sequence[tuple[JudgementRow, list[str]]]) -> Rulings:
    """Weigh judgements against each other: what came later outranks what came before."""
    apart = {chain: row["turn"] for row, chains in standing if row["verdict"] == "apart" for chain in chains}
    links = [
        Link(min(chains), max(chains), row["reason"], 1.0)
        for row, chains in standing
        if row["verdict"] == "same" and all(apart.get(chain, 0) < row["turn"] for chain in chains)
    ]
    names = [(chain, row["name"]) for row, chains in standing if row["verdict"] == "name" for chain in chains]
    return Rulings(tuple(links), frozenset(apart), tuple(names))


def keep_machine(view: View, links: Iterable[Link], figures: Mapping[str, Figure]) -> None:
    """Keep the machine's judgements as they are now, in place of what it judged before."""
    table, anchors = schema.judgements, Anchors(view)
    wanted = {json.dumps(_about(one, figures)): one for one in links}
    told = select(table.c.id, table.c.reason, table.c.score, type_coerce(table.c.about, String))
    known = view.connection.execute(told.where(table.c.by == "machine")).all()
    # As they are stored: a pile has very many, and what they are about tells their ids.
    stood = {about: (reason, score) for _, reason, score, about in known}
    forget(view.connection, table.c.id, [name for name, *_, about in known if about not in wanted])
    changed = (one for about, one in wanted.items() if stood.get(about) != (one.reason, one.score))
    keep(view.connection, [_by_machine(one, figures, anchors) for one in changed])


def _by_machine(made: Link, figures: Mapping[str, Figure], anchors: Anchors) -> JudgementRow:
    about = _about(made, figures)
    places = [{"sha256": anchors.sha256[one["report"]], **_place(one)} for one in about]
    return judgement("same", places, about, made.reason, by="machine", score=made.score)


def _about(made: Link, figures: Mapping[str, Figure]) -> list[JudgementRow]:
    both = figures[made.one], figures[made.other]
    return [
        {"report": one.report, "start": one.place[0], "end": one.place[1], "words": one.place[2]}
        for one in both
    ]


def _place(found: Mapping[str, Any]) -> JudgementRow:
    return {key: found[key] for key in ("start", "end", "words")}


def judgement(
    verdict: str, anchors: Sequence[JudgementRow], about: Sequence[JudgementRow], reason: str,
    *, by: str = "person", name: str | None = None, score: float | None = None, turn: int = 0,
) -> JudgementRow:  # fmt: skip
    """Make a judgement's row: `verdict` is `same`, `apart` or `name`; later turns outrank earlier ones."""
    return {
        "id": judgement_id(by, verdict, name, anchors), "by": by, "verdict": verdict, "reason": reason,
        "name": name, "score": score, "anchors": list(anchors), "about": list(about), "undone": False,
        "orphaned": False, "turn": turn,
    }  # fmt: skip


def keep(connection: Connection, rows: Sequence[JudgementRow]) -> None:
    """Write judgements, each in place of the one of its id, sealed: no value can be changed unseen."""
    table = schema.judgements
    forget(connection, table.c.id, [row["id"] for row in rows])
    if rows:
        connection.execute(insert(table), [{**row, SEAL: seal([(table.name, [row])])} for row in rows])
