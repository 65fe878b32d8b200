"""Disagreements with their sides: who asserts what, in which outlet and on which day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportedly.exports import rows
from reportedly.exports.rows import Export
from reportedly.record.read import View
from reportedly.views.attribution import attribution


def disagreements(view: View) -> Iterator[Export]:
    """One row a disagreement with its sides, those of one matter together, the surest first."""
    found = list(rows.disagreements(view))
    place = {row["id"]: at for at, row in enumerate(found)}
    first = {(row["matter"] or {}).get("id"): place[row["id"]] for row in reversed(found)}
    ordered = sorted(
        found, key=lambda r: (first[r["matter"]["id"]] if r["matter"] else place[r["id"]], place[r["id"]])
    )
    yield from with_sides(view, ordered)


def matters(view: View) -> Iterator[Export]:
    """One row a matter: its words, and the disagreements about it with their sides."""
    about: dict[str, list[Export]] = defaultdict(list)
    for row in disagreements(view):
        if row["matter"]:
            about[row["matter"]["id"]].append(row)
    for name, own in about.items():
        yield {"id": name, "words": own[0]["matter"]["words"], "disagreements": own}


def with_sides(view: View, found: Iterable[Export]) -> Iterator[Export]:
    """Give disagreements each with its two `sides`.

    A side has who asserts it by which words (`who` is None where the report does in its own voice, or where
    that is open), in which outlet, when, the whole sentence, and in `words` what of it is at odds.
    """
    said = {row["id"]: row for row in rows.statements(view)}
    reports = {row["id"]: row for row in rows.reports(view)}
    for row in found:
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
        **attribution(statement),
        "cue_sense": statement["cue_sense"] if statement else None,
        "outlet": report["outlet"],
        "said_on": statement["said_on"] if statement else None,
        "published": report["published"],
        "words": " ".join(piece["text"] for piece in words),
    }
