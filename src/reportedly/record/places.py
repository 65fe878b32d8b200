"""Places: where each document's bytes stand now, or stood."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, and_, delete, insert, select, type_coerce, update

from reportedly.record.schema import originals, places, problems, reports
from reportedly.reports.report import Details, Original, Place, Problem

Told = dict[str, Any]


def told(original: Original) -> Told:
    """Give what is told about a document from outside its bytes: its type, address and sheet."""
    return {
        "media": original.media,
        "charset": original.charset,
        "url": original.url,
        "sheet": asdict(original.sheet),
    }


def settle(connection: Connection, place: Place, sha256: str, told_here: Told) -> None:
    """Note that these bytes stand at this place now; what stood there before is `replaced`."""
    here = _at(place)
    rows = {row.sha256: row for row in connection.execute(select(places).where(here))}
    before = [sha for sha, row in rows.items() if sha != sha256 and row.state != "replaced"]
    if before:
        connection.execute(update(places).where(here, places.c.sha256.in_(before)).values(state="replaced"))
    now = {"state": "current", "told": told_here}
    if sha256 not in rows:
        connection.execute(insert(places).values(**asdict(place), sha256=sha256, **now))
    elif (rows[sha256].state, rows[sha256].told) != ("current", told_here):
        connection.execute(update(places).where(here, places.c.sha256 == sha256).values(**now))


def mark_gone(connection: Connection, root: str, seen: Collection[Place], troubled: Collection[str]) -> None:
    """Mark what stood under this root before and was not seen now as `gone`.

    What stands at or below a troubled name is not known to be gone: it could not be looked at.
    """
    stood = select(places).where(places.c.root == root, places.c.state == "current")
    for row in connection.execute(stood).all():
        place = Place(row.name, row.root, row.archive)
        if place not in seen and not _at_or_below(place, troubled):
            connection.execute(
                update(places).where(_at(place), places.c.sha256 == row.sha256).values(state="gone")
            )


def _at_or_below(place: Place, names: Collection[str]) -> bool:
    own = place.archive or place.name
    parts = own.split("/")
    above = {".", *("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))}
    return not above.isdisjoint(names)


def _at(place: Place) -> ColumnElement[bool]:
    return and_(places.c.root == place.root, places.c.archive == place.archive, places.c.name == place.name)


def drop_gone(connection: Connection, roots: Collection[str]) -> None:
    """Take out what is gone below these roots, with every row and byte that stands nowhere else."""
    connection.execute(delete(places).where(places.c.state == "gone", places.c.root.in_(roots)))
    kept = select(places.c.sha256)
    connection.execute(delete(reports).where(reports.c.sha256.not_in(kept)))
    connection.execute(delete(problems).where(problems.c.sha256 != "", problems.c.sha256.not_in(kept)))
    connection.execute(delete(originals).where(originals.c.sha256.not_in(kept)))


def replace_problems(connection: Connection, root: str, found: Collection[Problem]) -> None:
    """Keep what was found wrong at places under this root, in place of what an earlier build found."""
    here = and_(problems.c.root == root, problems.c.sha256 == "")
    columns = (problems.c.where, problems.c.what, problems.c.why)
    old = {tuple(row) for row in connection.execute(select(*columns).where(here))}
    new = {(p.where, p.what, p.why) for p in found}
    for key in sorted(old - new):
        same = [column == value for column, value in zip(columns, key, strict=True)]
        connection.execute(delete(problems).where(here, *same))
    fresh = [
        {"root": root, "where": where, "what": what, "why": why, "sha256": ""}
        for where, what, why in sorted(new - old)
    ]
    if fresh:
        connection.execute(insert(problems), fresh)


def forget_misspelt(connection: Connection, roots: Collection[str]) -> None:
    """Take out the problem of a PATH that was not there and is not asked for any more."""
    missing = (problems.c.what == "missing") & problems.c.root.not_in(roots)
    connection.execute(delete(problems).where(missing))


def with_problem(connection: Connection, what: Collection[str]) -> set[str]:
    """Give the SHA-256 of the documents that have one of these problems."""
    rows = connection.execute(select(problems.c.sha256).where(problems.c.what.in_(what)))
    return set(rows.scalars()) - {""}


_RANK = {"current": 0, "gone": 1, "replaced": 2}


def standing(connection: Connection) -> Mapping[str, list[Any]]:
    """Give the places of each document, by its SHA-256: present ones first, then by name.

    What is told there is left as it is stored: a pile has very many, and it is seldom asked for.
    """
    found: dict[str, list[Any]] = {}
    columns = (column for column in places.c if column is not places.c.told)
    rows = connection.execute(select(*columns, type_coerce(places.c.told, String).label("told")))
    for row in sorted(rows.all(), key=_precedence):
        found.setdefault(row.sha256, []).append(row)
    return found


def _precedence(row: Any) -> tuple[int, str, str, str]:  # noqa: ANN401
    return (_RANK[row.state], row.name, row.root, row.archive)


def original_from(place: Place, told_there: Told, data: bytes) -> Original:
    """Put a document together again from its bytes and what a place tells about them."""
    rest = {**told_there, "sheet": Details(**told_there["sheet"])}
    return Original(place=place, data=data, **rest)
