"""Claims beside the reports of a pile: the words of each that makes one, and the silence of the others."""

from collections.abc import Iterator

from reportedly.exports import rows
from reportedly.exports.rows import Export
from reportedly.record.read import View

SILENT = "silent"
"""What stands in a cell where a report does not make a claim."""


def claims(view: View) -> Iterator[Export]:
    """One row a claim that two reports or more make, those of most reports first.

    `cells` has one item a report that counts: its words with the voice they are in and who says them, or
    "silent". Of several times that one report makes a claim all are there.
    """
    said = {row["id"]: row for row in rows.statements(view)}
    reports = [row for row in rows.reports(view) if row["state"] != "replaced"]
    found = list(rows.claims(view))
    told = [row for row in found if len({m["report_id"] for m in row["members"]}) > 1]
    for row in sorted(told, key=lambda row: (-len({m["report_id"] for m in row["members"]}), row["id"])):
        yield {**row, "cells": [cell for report in reports for cell in _cells(row, report, said)]}


def _cells(claim: Export, report: Export, said: dict[str, Export]) -> Iterator[Export]:
    own = [member for member in claim["members"] if member["report_id"] == report["report_id"]]
    place = {"report": report["report"], "report_id": report["report_id"], "outlet": report["outlet"]}
    for member in own:
        statement = said.get(member["statement"] or "")
        who = statement["speaker"] if statement else None
        yield {
            **place,
            "words": member["text"],
            "voice": member["voice"],
            "who": who,
            "statement": member["statement"],
        }
    if not own:
        yield {**place, "words": SILENT, "voice": None, "who": None, "statement": None}
