"""Utterances: one act of speech, as several statements give it."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, func, insert, select, type_coerce

from reportedly.comparison.alike import same_words
from reportedly.comparison.content import Content, content_of, stem, tells
from reportedly.parties.link import Union
from reportedly.record import schema
from reportedly.record.read import View
from reportedly.record.sqlite import among
from reportedly.record.write import forget, utterance_id

MADE_BY = "utterances 1"

_OFTEN = 60
"""A word that a party uses oftener brings no two of its statements together."""

_DAY = len("2024-03-11")

Spoken = tuple[Any, ...]
"""A statement's id, report, cue's sense, day of speech as it is stored, and the one that it is within."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is compared: what, on which whole day, and inside which other statement."""

    id: str
    sense: str
    day: str | None
    within: str | None
    content: Content


@dataclass(frozen=True, slots=True)
class Utterance:
    """Statements of one party that carry one act of speech, each but the first with why."""

    id: str
    speaker: str
    said_on: str | None
    statements: tuple[tuple[str, str | None], ...]


def find_utterances(view: View, touched: frozenset[str] | None) -> None:
    """Put together the statements of one party that give the same words of one act of speech.

    What was said on two days is said twice, in whatever words; a statement inside another is not the other.
    Only parties of whom something changed are looked at again, of the touched ones where these are known.
    """
    connection, table = view.connection, schema.heard
    statements = _statements(view, touched)
    states = {party: _state(rows) for party, rows in statements.items()}
    standing = _standing(connection, touched)
    known = {
        row.party: row.state
        for row in connection.execute(among(select(table), table.c.party, touched))
        # Statements that were read again took what they were put together with along.
        if row.renderings == standing[row.party]
    }
    changed = sorted(party for party in states if known.get(party) != states[party])
    kept = states.keys() - set(changed)
    for column in (schema.utterances.c.speaker, table.c.party):
        stored = set(connection.execute(among(select(column), column, touched)).scalars())
        forget(connection, column, stored - kept)
    found: list[Utterance] = []
    for party in changed:
        said = _said(connection, party, statements[party]) if len(statements[party]) > 1 else []
        found += sorted(_together(party, said), key=lambda utterance: utterance.id)
    _write(connection, found)
    put_together = Counter[str]()
    for one in found:
        put_together[one.speaker] += len(one.statements)
    rows = [{"party": party, "state": states[party], "renderings": put_together[party]} for party in changed]
    if rows:
        connection.execute(insert(table), rows)


def _standing(connection: Connection, touched: frozenset[str] | None) -> Mapping[str, int]:
    """Count each party's statements that are put together with others."""
    speaker = schema.utterances.c.speaker
    wanted = among(select(speaker, func.count()).join(schema.renderings), speaker, touched).group_by(speaker)
    return Counter({row[0]: row[1] for row in connection.execute(wanted)})


def _statements(view: View, touched: frozenset[str] | None) -> Mapping[str, list[Spoken]]:
    """Give each party's statements, with all of them that tells whether two are one act but their words."""
    said = schema.statements.c
    # A pile has very many: what is only hashed for most of them is left as it is stored.
    told = (said.id, said.report, said.cue_sense, type_coerce(said.said_on, String), said.within)
    parties = schema.members.c.party
    wanted = among(_of_parties(*told, parties), parties, touched).order_by(said.id)
    found: dict[str, list[Spoken]] = defaultdict(list)
    for *row, party in view.connection.execute(wanted).all():
        if row[1] in view.counted:
            found[party].append((*row,))
    return found


def _of_parties(*columns: ColumnElement[Any]) -> Select[Any]:
    """Select of the statements whose speaker is known."""
    said, mentions, members = schema.statements.c, schema.mentions.c, schema.members.c
    return (
        select(*columns)
        .select_from(schema.statements)
        .join(schema.mentions, mentions.id == said.speaker)
        .join(schema.members, members.chain == mentions.chain)
    )


def _state(statements: Sequence[Spoken]) -> str:
    return sha256(repr((MADE_BY, statements)).encode()).hexdigest()


def _said(connection: Connection, party: str, statements: Iterable[Spoken]) -> list[Said]:
    spans = schema.spans.c
    wanted = (
        _of_parties(spans.owner, spans.role, spans.words)
        .join(schema.spans, spans.owner == schema.statements.c.id)
        .where(schema.members.c.party == party, spans.role.in_(("content", "quoted")))
        .order_by(spans.owner, spans.role, spans.item, spans.position)
    )
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for owner, role, piece in connection.execute(wanted):
        words[owner, role].append(piece)
    return [
        Said(name, sense, _day(on), within, content_of(words[name, "content"], words[name, "quoted"]))
        for name, _, sense, on, within in statements
    ]


def _day(said_on: str | None) -> str | None:
    edtf = (json.loads(said_on or "null") or {}).get("edtf") or ""
    return edtf if len(edtf) == _DAY else None


def _together(party: str, said: Sequence[Said]) -> Iterator[Utterance]:
    by_id = {one.id: one for one in said}
    union, reasons = Union(by_id), dict[str, list[tuple[str, str]]]()
    days = {one.id: {one.day} - {None} for one in said}
    for one, other in sorted(_candidates(said)):
        tops = union.top(one), union.top(other)
        # Of three, two may have a day each that the third does not tell.
        if tops[0] == tops[1] or len(days[tops[0]] | days[tops[1]]) > 1:
            continue
        why = _one_act(by_id[one], by_id[other])
        if why:
            union.join(one, other)
            days[union.top(one)] = days[tops[0]] | days[tops[1]]
            reasons.setdefault(one, []).append((other, why))
            reasons.setdefault(other, []).append((one, why))
    for top, group in union.sets().items():
        if len(group) > 1:
            day = next(iter(days[top]), None)
            yield Utterance(utterance_id(group), party, day, tuple(_with_reasons(top, reasons)))


def _candidates(said: Sequence[Said]) -> set[tuple[str, str]]:
    """Give the pairs that share two content words, or one inside quotation marks."""
    common = Counter(_pairs((one.id, one.content.stems) for one in said))
    quoted = ((one.id, {stem(w) for q in one.content.quoted for w in q if tells(w)}) for one in said)
    return {pair for pair, count in common.items() if count > 1} | set(_pairs(quoted))


def _pairs(stems: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, str]]:
    holding: dict[str, list[str]] = defaultdict(list)
    for name, own in stems:
        for one in own:
            holding[one].append(name)
    for names in holding.values():
        if len(names) <= _OFTEN:
            yield from combinations(sorted(names), 2)


def _one_act(one: Said, other: Said) -> str | None:
    is_inside = other.id == one.within or one.id == other.within
    if is_inside or (one.sense == "deny") != (other.sense == "deny"):
        return None
    return same_words(one.content, other.content)


def _with_reasons(
    first: str, reasons: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[tuple[str, str | None]]:
    """Give each statement with what ties it to one before it, from the first on."""
    reached: dict[str, str | None] = {first: None}
    for name in (queue := [first]):
        for other, why in reasons[name]:
            if other not in reached:
                reached[other] = why
                queue.append(other)
    return iter(reached.items())


def _write(connection: Connection, utterances: Sequence[Utterance]) -> None:
    rows = [
        {"id": one.id, "speaker": one.speaker, "said_on": one.said_on, "made_by": MADE_BY}
        for one in utterances
    ]
    renderings = [
        {"utterance": one.id, "statement": name, "item": item, "reason": why}
        for one in utterances
        for item, (name, why) in enumerate(one.statements)
    ]
    if rows:
        connection.execute(insert(schema.utterances), rows)
        connection.execute(insert(schema.renderings), renderings)
