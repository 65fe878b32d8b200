"""The summary: what a record holds, in a few figures."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from reportedly.exports import rows
from reportedly.record import schema
from reportedly.record.read import Row, View


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did and what its record holds then.

    `read` counts the documents read in this build, `reports` all that count in the record, `gone` those of
    them whose file is not there any more, `not_read` places that gave no report; `speakers` are those
    with a name, `open_speakers` statements whose speaker is not resolved; `problems` are
    export rows.
    """

    record: str
    read: int
    reports: int
    gone: int
    outlets: int
    not_read: int
    problems: tuple[rows.Export, ...]
    statements: dict[str, int]
    speakers: int
    open_speakers: int
    dated: int
    undated: int
    seconds: float


def summarise(view: View, record: Path, *, read: int, seconds: float) -> Summary:
    """Count what a record holds; replaced reports do not count."""
    reports = [row for row in view.rows(schema.reports) if row["id"] in view.counted]
    statements = list(_statements(view))
    kinds = Counter(statement["kind"] for statement in statements)
    dated = sum(1 for one in statements if one["said_on"] and one["said_on"]["edtf"])
    speakers = [one for one in statements if one["party"]]
    return Summary(
        record=str(record),
        read=read,
        reports=len(reports),
        gone=sum(1 for row in reports if view.places[row["sha256"]][0].state == "gone"),
        outlets=len({row["outlet"] for row in reports if row["outlet"]}),
        not_read=_not_read(view),
        problems=tuple(rows.problems(view)),
        statements={kind: kinds[kind] for kind in ("direct", "mixed", "indirect")},
        speakers=len({one["party"] for one in speakers if one["type"] != "unnamed"}),
        open_speakers=len(statements) - len(speakers),
        dated=dated,
        undated=len(statements) - dated,
        seconds=seconds,
    )


def _statements(view: View) -> Iterator[Row]:
    """Give of each statement that counts what is counted of it: the export rows of a pile would take long."""
    said, mentions, members, parties = (
        schema.statements.c, schema.mentions.c, schema.members.c, schema.parties.c,
    )  # fmt: skip
    wanted = (
        select(said.report, said.kind, said.said_on, parties.id.label("party"), parties.type)
        .outerjoin(schema.mentions, mentions.id == said.speaker)
        .outerjoin(schema.members, members.chain == mentions.chain)
        .outerjoin(schema.parties, parties.id == members.party)
    )
    found = view.connection.execute(wanted).mappings()
    return (row for row in found if row["report"] in view.counted)


def _not_read(view: View) -> int:
    """Count the places that gave no report: bytes without one, and files that could not be taken in."""
    known = {row["sha256"] for row in view.rows(schema.reports)}
    files = {
        (place.root, place.name)
        for sha, found in view.places.items()
        if sha not in known
        for place in found
        if place.state == "current"
    }
    rest = {
        (row["root"], row["where"])
        for row in view.rows(schema.problems)
        if not row["sha256"] and row["what"] != "sheet"
    }
    return len(files | rest)
