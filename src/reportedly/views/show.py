"""Showing one row: its words in place, with what stands around them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from reportedly.errors import UsageError
from reportedly.exports.rows import KINDS, Export
from reportedly.record import schema
from reportedly.record.read import View
from reportedly.views.matrix import with_cells
from reportedly.views.sides import matters, with_sides

AROUND = 240
"""How many characters before and after a row's words are shown."""

SHOWN = {
    "s": "statements", "r": "reports", "p": "passages", "e": "expressions", "y": "parties", "j": "judgements",
    "k": "copies", "o": "origins", "u": "utterances", "q": "claims", "d": "disagreements", "t": "matters",
}  # fmt: skip
"""Which rows an id can name, by the letter it begins with."""

_ROWS = {**KINDS, "matters": matters}
# What has no list of its own stands in another.
_LISTED = {"matters": "disagreements"}

# The words that say who asserts something.
_CREDITING = ("source", "cue", "via")

Mark = tuple[int, int, str]
"""Words of a row: start, end and role."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One row and its words in place.

    `text` is a stretch of the report's text from character `start` on; `marks` are the row's words
    in it as (start, end, role), counted in the whole text, in order. A disagreement has `sides`, each
    in its own place.
    """

    what: str
    row: Export
    text: str = ""
    start: int = 0
    marks: tuple[Mark, ...] = ()
    sides: tuple["Shown", ...] = ()


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
    found = [row for row in _ROWS[what](view) if row["id"].startswith(asked)]
    if not found:
        listed = _LISTED.get(what, what)
        raise UsageError(f"No row of this record has the id {wanted}; `reportedly {listed}` lists them.")
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
    if what == "disagreements":
        (told,) = with_sides(view, [row])
        sides = zip(told["sides"], (row["words_a"], row["words_b"]), strict=True)
        return Shown(what, told, sides=tuple(_side(view, side, words) for side, words in sides))
    if what == "claims":
        (told,) = with_cells(view, [row])
        return Shown(what, told)
    if what == "reports":
        return Shown(what, row, _text(view, row["id"]))
    return _with_marks(view, what, row, _marks(what, row))


def _side(view: View, side: Export, words: Iterable[Export]) -> Shown:
    """Give one side of a disagreement: the words at odds in its sentence, and those that credit it."""
    marks = [(piece["start"], piece["end"], "at odds") for piece in words]
    of_statement = view.spans.get(side["statement"] or "", ())
    marks += [(s["start"], s["end"], s["role"]) for s in of_statement if s["role"] in _CREDITING]
    return _with_marks(view, "sides", side, tuple(sorted(marks)))


def _with_marks(view: View, what: str, row: Export, marks: tuple[Mark, ...]) -> Shown:
    """Give a row with its words and what stands around them; a row of several reports has none."""
    if not marks:
        return Shown(what, row)
    whole = _text(view, row["report_id"])
    first, last = min(start for start, _, _ in marks), max(end for _, end, _ in marks)
    start = _word_border(whole, min(first, row.get("start", first)) - AROUND)
    end = _word_border(whole, max(last, row.get("end", last)) + AROUND)
    return Shown(what, row, whole[start:end], start, marks)


def _text(view: View, report: str) -> str:
    wanted = select(schema.reports.c.text).where(schema.reports.c.id == report)
    return str(view.connection.execute(wanted).scalar_one())


def _word_border(text: str, at: int) -> int:
    """Move forward to where a word begins, so that none is shown in part."""
    at = min(max(at, 0), len(text))
    while 0 < at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _marks(what: str, row: Mapping[str, Any]) -> tuple[Mark, ...]:
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
