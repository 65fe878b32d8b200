"""Claims beside the reports of a pile: the words of each that makes one, and the silence of the others."""

from collections.abc import Iterable, Iterator

from reportedly.exports import rows
from reportedly.exports.rows import Export
from reportedly.record.read import View
from reportedly.views.attribution import attribution

SILENT = "silent"
"""What stands in a cell where a report does not make a claim."""


def claims(view: View) -> Iterator[Export]:
    """One row a claim that two reports or more make with its cells, those of most reports first."""
    found = list(rows.claims(view))
    told = [row for row in found if len({m["report_id"] for m in row["members"]}) > 1]
    ordered = sorted(told, key=lambda row: (-len({m["report_id"] for m in row["members"]}), row["id"]))
    yield from with_cells(view, ordered)


def with_cells(view: View, found: Iterable[Export]) -> Iterator[Export]:
    """Give claims each with its `cells`, one item a report that counts.

    A cell has the report's words with where they stand, the voice they are in, who says them by which words,
    and why they are taken for the claim (the first needs no reason), or "silent". Of several times that one
    report makes a claim all are there.
    """
    said = {row["id"]: row for row in rows.statements(view)}
    reports = [row for row in rows.reports(view) if row["state"] != "replaced"]
    for row in found:
        yield {**row, "cells": [cell for report in reports for cell in _cells(row, report, said)]}


def _cells(claim: Export, report: Export, said: dict[str, Export]) -> Iterator[Export]:
    made = zip(claim["members"], claim["reasons"], strict=True)
    own = [(member, reason) for member, reason in made if member["report_id"] == report["report_id"]]
    place = {"report": report["report"], "report_id": report["report_id"], "outlet": report["outlet"]}
    for member, reason in own:
        yield {
            **place,
            "start": member["start"],
            "end": member["end"],
            "words": member["text"],
            "voice": member["voice"],
            **attribution(said.get(member["statement"] or "")),
            "statement": member["statement"],
            "reason": reason,
        }
    if not own:
        yield {
            **place,
            **dict.fromkeys(("start", "end")),
            "words": SILENT,
            "voice": None,
            **attribution(None),
            **dict.fromkeys(("statement", "reason")),
        }
