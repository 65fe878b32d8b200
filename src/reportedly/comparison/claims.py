"""Claims: one thing asserted, by statements or by reports in their own voice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from reportedly.parties.link import Union
from reportedly.record import schema
from reportedly.record.read import Row
from reportedly.record.write import claim_id

MADE_BY = "claims 1"


@dataclass(frozen=True, slots=True)
class Claim:
    """Assertions that say one thing, each but the first with why it is taken for it."""

    id: str
    assertions: tuple[tuple[str, str | None], ...]


def find_claims(found: Iterable[Row]) -> list[Claim]:
    """Put together the assertions that say the same in the same words, whoever makes them."""
    same = sorted((row["one"], row["other"], row["of"]) for row in found if row["kind"] == "same")
    union = Union(dict.fromkeys(name for one, other, _ in same for name in (one, other)))
    reasons: dict[str, str] = {}
    for one, other, why in same:
        union.join(one, other)
        reasons.setdefault(other, why)
        reasons.setdefault(one, why)
    return [
        Claim(
            claim_id(group), tuple((name, reasons[name] if name != top else None) for name in sorted(group))
        )
        for top, group in union.sets().items()
    ]


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
