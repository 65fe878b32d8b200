"""What came to a record since its reports were last compared, and which reports that can touch."""

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from reportedly.comparison.credits import desk_names
from reportedly.mentions.names import fold
from reportedly.record import schema
from reportedly.record.read import Row, View
from reportedly.record.sqlite import listed


@dataclass(frozen=True, slots=True)
class Came:
    """All that changed in a record to which reports only came: they, and the parties that they changed."""

    reports: frozenset[str]
    parties: frozenset[str]


def find_new(view: View, made_by: str) -> frozenset[str] | None:
    """Give the reports that were not compared yet; None where others went, or were compared otherwise.

    What was settled stays noted when a report is taken out or read again, and what was compared does not.
    """
    settled = schema.settled.c
    compared = set(view.connection.execute(select(schema.compared.c.report)).scalars()) & view.counted
    rows = view.connection.execute(select(settled.report, settled.made_by)).all()
    went = any(report not in compared or by != made_by for report, by in rows)
    return None if went else view.counted - {report for report, _ in rows}


def settle(view: View, made_by: str) -> None:
    """Note that all reports that count were compared."""
    table, connection = schema.settled, view.connection
    rows = connection.execute(select(table.c.report, table.c.made_by)).all()
    known = {report for report, by in rows if by == made_by}
    if len(known) != len(rows) or known - view.counted:
        connection.execute(delete(table))
        known = set()
    new = [{"report": report, "made_by": made_by} for report in sorted(view.counted - known)]
    if new:
        connection.execute(insert(table), new)


def find_touched(view: View, new: frozenset[str]) -> frozenset[str]:
    """Give the reports whose copies and origins new ones can change, themselves among them.

    They share text with one of them, or an author, step by step; or they credit a desk that has come now.
    """
    credited = list(view.rows(schema.credited))
    reached = new | _crediting(view.connection, credited, new)
    queue = reached
    while queue:
        queue = (_sharing(view.connection, queue) | _of_same_author(credited, queue)) - reached
        reached |= queue
    return reached


def _crediting(connection: Connection, credited: Iterable[Row], new: Collection[str]) -> frozenset[str]:
    """Give the reports that credit the outlet of a new one."""
    reports = schema.reports.c
    outlets = connection.execute(select(reports.outlet).where(reports.id.in_(listed(new)))).scalars()
    names = frozenset(name for outlet in outlets if outlet for name in desk_names(outlet))
    return frozenset(row["report"] for row in credited if desk_names(row["desk"]) & names)


def _sharing(connection: Connection, reports: Collection[str]) -> frozenset[str]:
    table = schema.shared.c
    ways = ((table.report, table.other), (table.other, table.report))
    wanted = (select(there).where(here.in_(listed(reports))).distinct() for here, there in ways)
    return frozenset(report for one in wanted for report in connection.execute(one).scalars())


def _of_same_author(credited: Iterable[Row], reports: Set[str]) -> frozenset[str]:
    written = [(fold(row["desk"]), row["report"]) for row in credited if row["reason"] == "author"]
    authors = {author for author, report in written if report in reports}
    return frozenset(report for author, report in written if author in authors)
