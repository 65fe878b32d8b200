"""Disagreements with their sides: who asserts what, in which outlet and on which day."""

from collections.abc import Iterator

from reportedly.exports import rows
from reportedly.exports.rows import Export
from reportedly.record.read import View


def disagreements(view: View) -> Iterator[Export]:
    """One row a disagreement, those of one matter together, the surest first.

    `sides` has for each of the two who asserts it (None where the report does in its own voice, or where that
    is open), in which outlet, when, the whole sentence, and in `words` what of it is at odds.
    """
    said = {row["id"]: row for row in rows.statements(view)}
    reports = {row["id"]: row for row in rows.reports(view)}
    found = list(rows.disagreements(view))
    place = {row["id"]: at for at, row in enumerate(found)}
    first = {(row["matter"] or {}).get("id"): place[row["id"]] for row in reversed(found)}
    for row in sorted(
        found, key=lambda r: (first[r["matter"]["id"]] if r["matter"] else place[r["id"]], place[r["id"]])
    ):
        sides = [
            _side(
                row[side],
                row[f"words_{side}"],
                said.get(row[side]["statement"]),
                reports[row[side]["report_id"]],
            )
            for side in ("a", "b")
        ]
        yield {**row, "sides": sides}


def _side(asserted: Export, words: list[Export], statement: Export | None, report: Export) -> Export:
    return {
        **asserted,
        "who": statement["speaker"] if statement else None,
        "source": " ".join(piece["text"] for piece in statement["source"]) if statement else "",
        "cue_sense": statement["cue_sense"] if statement else None,
        "outlet": report["outlet"],
        "said_on": statement["said_on"] if statement else None,
        "published": report["published"],
        "words": " ".join(piece["text"] for piece in words),
    }
