"""Reading a record: what counts, and in which order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from reportedly.record import schema
from reportedly.record.places import standing
from reportedly.record.sqlite import open_to_read, told_plainly

Row = Mapping[Any, Any]


@dataclass
class View:
    """One look at a record: its rows as they stood when the look began.

    Reports that a newer version replaced keep their rows, but only `reports` shows them.
    """

    connection: Connection

    def rows(self, table: Table) -> Iterator[Row]:
        """Give every row of a table, in the order of its primary key."""
        order = list(table.primary_key.columns) or list(table.columns)
        yield from self.connection.execute(select(table).order_by(*order)).mappings()

    @cached_property
    def places(self) -> Mapping[str, list[Any]]:
        """The places of each document, by its SHA-256: present ones first, then by name."""
        return standing(self.connection)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each report is called in exports, by its id."""
        rows = self.connection.execute(select(schema.reports.c.id, schema.reports.c.sha256))
        return {row.id: self.places[row.sha256][0].name for row in rows}

    @cached_property
    def counted(self) -> frozenset[str]:
        """The ids of the reports that no newer version has replaced."""
        return frozenset(self.connection.execute(counted()).scalars().all())

    @cached_property
    def dated(self) -> frozenset[str]:
        """The ids of the reports that have a date of their own."""
        reports = schema.reports.c
        rows = self.connection.execute(select(reports.id, reports.published))
        return frozenset(row.id for row in rows if (row.published or {}).get("edtf"))

    @cached_property
    def spans(self) -> Mapping[str, list[Row]]:
        """The spans of each row, by the row's id, in order."""
        table = schema.spans
        order = (table.c.owner, table.c.role, table.c.item, table.c.position)
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.connection.execute(select(table).order_by(*order)).mappings():
            found[row["owner"]].append(row)
        return found


def counted() -> Select[str]:
    """Select the ids of the reports that no newer version has replaced."""
    places, reports = schema.places.c, schema.reports.c
    standing = select(places.sha256).where(places.state != "replaced")
    return select(reports.id).where(reports.sha256.in_(standing))


@contextmanager
def look(path: Path) -> Iterator[View]:
    """Open a record to read; raises RecordError where it cannot be."""
    engine = open_to_read(path)
    with told_plainly(path), engine.connect() as connection, connection.begin():
        yield View(connection)
