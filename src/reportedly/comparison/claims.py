"""Claims: one thing asserted, by statements or by reports in their own voice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.comparison.weighing import Weighed
from reportedly.record import schema
from reportedly.record.read import Row
from reportedly.record.write import claim_id

MADE_BY = "claims 1"

_WORD_FOR_WORD = "word for word the same"


@dataclass(frozen=True, slots=True)
class Claim:
    """Assertions that say one thing, each but the first with why it is taken for it."""

    id: str
    assertions: tuple[tuple[str, str | None], ...]


def find_claims(connection: Connection, weighed: Weighed) -> list[Claim]:
    """Put together the assertions that say the same in the same words, whoever makes them.

    Each says the same as the claim's first: what is like a like one is not always like the first.
    """
    telling = _telling(connection)
    same: dict[str, dict[str, str]] = defaultdict(dict)
    for row in (row for row in weighed.findings if row["kind"] == "same"):
        same[row["one"]][row["other"]] = same[row["other"]][row["one"]] = row["of"]
    alike: dict[int, list[str]] = defaultdict(list)
    for name in sorted(telling & weighed.wordings.keys()):
        alike[weighed.wordings[name]].append(name)
    found, taken = [], set[str]()
    for first in sorted(telling & weighed.wordings.keys()):
        if first not in taken:
            reasons = {**same[first], **dict.fromkeys(alike[weighed.wordings[first]], _WORD_FOR_WORD)}
            others = sorted(name for name in reasons if name not in taken and name > first)
            taken |= {first, *others}
            if others:
                told = ((first, None), *((name, reasons[name]) for name in others))
                found.append(Claim(claim_id([first]), told))
    return found


def _telling(connection: Connection) -> set[str]:
    """Give the assertions that say more than that somebody was heard."""
    table = schema.assertions.c
    telling = select(table.id).where(func.json_extract(table.told, "$.credits") == 0)
    return set(connection.execute(telling).scalars())


def write_claims(connection: Connection, claims: Sequence[Claim]) -> None:
    """Write the claims in place of those that stood."""
    connection.execute(delete(schema.claims))
    if claims:
        connection.execute(insert(schema.claims), [{"id": one.id, "made_by": MADE_BY} for one in claims])
        connection.execute(insert(schema.claimed), [row for one in claims for row in _rows(one)])


def _rows(claim: Claim) -> Iterator[Row]:
    for item, (name, why) in enumerate(claim.assertions):
        yield {"claim": claim.id, "assertion": name, "item": item, "reason": why}


def claim_of(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Give the claim that each assertion makes."""
    return {name: one.id for one in claims for name, _ in one.assertions}
