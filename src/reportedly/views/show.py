"""Showing one row: its words in place, with what stands around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from reportedly.errors import UsageError
from reportedly.exports.rows import KINDS, Export
from reportedly.record import schema
from reportedly.record.read import View

AROUND = 240
"""How many characters before and after a row's words are shown."""

SHOWN = {
    "s": "statements", "r": "reports", "p": "passages", "e": "expressions", "y": "parties", "j": "judgements",
    "k": "copies", "o": "origins", "u": "utterances", "q": "claims", "d": "disagreements",
}  # fmt: skip
"""Which rows an id can name, by the letter it begins with."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One row and its words in place.

    `text` is a stretch of the report's text from character `start` on; `marks` are the row's words
    in it as (start, end, role), counted in the whole text, in order.
    """

    what: str
    row: Export
    text: str
    start: int
    marks: tuple[tuple[int, int, str], ...]


def show(view: View, wanted: str) -> Shown:
    """Find the row with an id, or the one row whose id begins so, and give it with its words in place.

    Raises UsageError where no row or more than one has such an id.
    """
    what = SHOWN.get(wanted[:1])
    if what is None:
        raise UsageError(
            f"{wanted!r} is no id of this record; ids begin with {', '.join(SHOWN)}, as the tables show."
        )
    asked = _today(view, wanted)
    found = [row for row in KINDS[what](view) if row["id"].startswith(asked)]
    if not found:
        raise UsageError(f"No row of this record has the id {wanted}; `reportedly {what}` lists them.")
    if len(found) > 1:
        raise UsageError(f"{len(found)} ids begin with {wanted}; give a few more characters of it.")
    return _in_place(view, what, found[0])


def _today(view: View, wanted: str) -> str:
    """Follow an id that a party had before to the one it has now, unless a party has it today."""
    live = select(schema.parties.c.id).where(schema.parties.c.id == wanted)
    alias = select(schema.aliases.c.party).where(schema.aliases.c.id == wanted)
    found = view.connection.execute(live).first() or view.connection.execute(alias).first()
    return str(found[0]) if found else wanted


def _in_place(view: View, what: str, row: Export) -> Shown:
    marks = _marks(what, row)
    report = row.get("report_id", "")
    text = select(schema.reports.c.text).where(schema.reports.c.id == report)
    whole = view.connection.execute(text).scalar_one_or_none() or ""
    if not marks:
        return Shown(what, row, whole if what == "reports" else "", 0, ())
    start = _word_border(whole, marks[0][0] - AROUND)
    end = _word_border(whole, max(end for _, end, _ in marks) + AROUND)
    return Shown(what, row, whole[start:end], start, marks)


def _word_border(text: str, at: int) -> int:
    """Move forward to where a word begins, so that none is shown in part."""
    at = min(max(at, 0), len(text))
    while 0 < at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _marks(what: str, row: Mapping[str, Any]) -> tuple[tuple[int, int, str], ...]:
    if what == "passages":
        return ((row["start"], row["start"] + len(row["text"].rstrip()), row["kind"]),)
    if what == "expressions":
        return ((row["start"], row["end"], row["type"]),)
    if what != "statements":
        return ()
    found = [(piece, role) for role in ("source", "cue", "content") for piece in row[role]]
    found += [(piece, "via") for carrier in row["via"] for piece in carrier["pieces"]]
    found += [(piece, "addressee") for piece in (row["addressee"] or {"pieces": ()})["pieces"]]
    return tuple(sorted((piece["start"], piece["end"], role) for piece, role in found))
