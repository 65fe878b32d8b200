"""Claims: one thing asserted, by statements or by reports in their own voice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from reportedly.comparison.weighing import Weighed
from reportedly.record import schema
from reportedly.record.write import claim_id, forget

MADE_BY = "claims 2"

Told = tuple[int, str, str | None]
"""An assertion of a claim as it is stored: its number there, its id, and why."""

_WORD_FOR_WORD = "word for word the same"


@dataclass(frozen=True, slots=True)
class Claim:
    """Assertions that say one thing, each but the first with why it is taken for it."""

    id: str
    assertions: tuple[tuple[str, str | None], ...]


def find_claims(weighed: Weighed) -> list[Claim]:
    """Put together the assertions that say the same in the same words, whoever makes them.

    Each says the same as the claim's first: what is like a like one is not always like the first.
    """
    same: dict[str, dict[str, str]] = defaultdict(dict)
    for one, other, why in weighed.same:
        same[one][other] = same[other][one] = why
    wordings = weighed.keyed.index.wordings
    often = Counter(wordings.values())
    alike: dict[int, list[str]] = defaultdict(list)
    for name in weighed.keyed.telling:
        if often[wordings[name]] > 1 or name in same:
            alike[wordings[name]].append(name)
    found, taken = [], set[str]()
    for first in sorted(name for names in alike.values() for name in names):
        if first not in taken:
            word_for_word = dict.fromkeys(alike[wordings[first]], _WORD_FOR_WORD)
            reasons = {**same.get(first, {}), **word_for_word}
            others = sorted(name for name in reasons if name not in taken and name > first)
            taken |= {first, *others}
            if others:
                told = ((first, None), *((name, reasons[name]) for name in others))
                found.append(Claim(claim_id([first]), told))
    return found


def write_claims(connection: Connection, claims: Sequence[Claim]) -> None:
    """Write the claims in place of those that stood; one that stays as it was is not touched."""
    table = schema.claimed.c
    known = connection.execute(select(schema.claims.c.id)).scalars().all()
    stood: dict[str, list[Told]] = {name: [] for name in known}
    columns = (table.claim, table.item, table.assertion, table.reason)
    for claim, *told in connection.execute(select(*columns).order_by(table.claim, table.item)).all():
        stood[claim].append((*told,))
    made = {one.id: [(item, *told) for item, told in enumerate(one.assertions)] for one in claims}
    changed = {name: own for name, own in made.items() if stood.get(name) != own}
    forget(connection, schema.claims.c.id, [name for name in stood if name not in made or name in changed])
    if changed:
        connection.execute(insert(schema.claims), [{"id": name, "made_by": MADE_BY} for name in changed])
        rows = [
            {"claim": name, "item": item, "assertion": assertion, "reason": why}
            for name, own in changed.items()
            for item, assertion, why in own
        ]
        connection.execute(insert(schema.claimed), rows)


def claim_of(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Give the claim that each assertion makes."""
    return {name: one.id for one in claims for name, _ in one.assertions}
