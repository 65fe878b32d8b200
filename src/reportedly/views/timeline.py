"""The timeline: what was said and what happened, day by day, as far as the reports tell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.exports import rows
from reportedly.exports.rows import Export
from reportedly.record import schema
from reportedly.record.read import View

_COUNTED = ("tense-weekday", "arithmetic")
_PASSED_ON = ("utterance", "happening")


def timeline(view: View) -> Iterator[Export]:
    """One row a statement, and a sentence in a report's own voice that tells what happened on a day.

    In order of date, then of report and place; what has no date comes last, with `on` None. `id` is that of
    the statement, or of the expression that tells the day; `start` and `end` are its words' in the report;
    `why` lists what the date rests on, each step with the words it was read from; `changed` has the
    disagreements by which a statement is its speaker's new position.
    """
    told = _Told(view)
    found = [*map(told.statement, rows.statements(view)), *told.happenings()]
    changed: dict[str, list[str]] = defaultdict(list)
    for row in rows.disagreements(view):
        if row["kind"] == "position":
            changed[row["b"]["statement"]].append(row["id"])
    yield from ({**row, "changed": changed[row["id"]]} for row in sorted(found, key=_order))


def _order(row: Export) -> tuple[Any, ...]:
    edtf = (row["on"] or {}).get("edtf")
    return (edtf is None, _first_day(edtf or ""), row["report"], row["report_id"], row["start"], row["id"])


def _first_day(edtf: str) -> tuple[str, bool]:
    """Give what an EDTF date sorts by: its first day; where the beginning is open, its end."""
    first, _, last = edtf.partition("/")
    return (last if first in ("", "..") else first).replace("X", "0"), first == ".."


class _Told:
    """The reports of a record, with what their dates rest on."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.reports = {row["id"]: row for row in rows.reports(view)}
        self.texts = {row["id"]: row["text"] for row in view.rows(schema.reports)}

    def statement(self, row: Export) -> Export:
        """Give a statement as a line of the timeline."""
        pieces = [*row["source"], *row["cue"], *row["content"]]
        start, end = min(p["start"] for p in pieces), max(p["end"] for p in pieces)
        return {
            **self._line(row, "statement", row["said_on"], start, end),
            "who": row["speaker"],
            "source": " ".join(piece["text"] for piece in row["source"]),
            "cue": " ".join(piece["text"] for piece in row["cue"]),
            "content": " … ".join(piece["text"] for piece in row["content"]),
        }

    def happenings(self) -> Iterator[Export]:
        """Give the dated sentences of the reports' own voice."""
        for row in rows.expressions(self.view):
            for span in self.view.spans.get(row["id"], ()):
                if span["role"] == "happening":
                    yield self._happening(row, span["start"], span["end"])

    def _happening(self, row: Export, start: int, end: int) -> Export:
        place = {"report": row["report"], "report_id": row["report_id"]}
        evidence = [{**place, "start": row["start"], "end": row["end"]}, *row["evidence"]]
        on = {"edtf": row["edtf"], "text": row["text"], "basis": row["basis"], "evidence": evidence}
        words = self.texts[row["report_id"]][start:end]
        told = {"who": None, "source": "", "cue": "", "content": words}
        return {**self._line(row, "happening", on, start, end), **told}

    def _line(self, row: Export, what: str, on: Export | None, start: int, end: int) -> Export:
        return {
            "what": what,
            "id": row["id"],
            "report": row["report"],
            "report_id": row["report_id"],
            "outlet": self.reports[row["report_id"]]["outlet"],
            "start": start,
            "end": end,
            "on": on,
            "why": list(self._why(on, row["report_id"])) if on else [],
        }

    def _why(self, on: Export, report: str) -> Iterator[Export]:
        """Tell step by step how a date was come by."""
        evidence = [self._words(place) for place in on["evidence"]]
        elsewhere = bool(evidence) and evidence[0]["report_id"] != report
        step = "the same act of speech in another report" if elsewhere else "the words that tell it"
        yield from ({"step": step, **place} for place in evidence[:1])
        report = evidence[0]["report_id"] if elsewhere else report
        rest = "the same occasion" if on["basis"] in _PASSED_ON else "with these words"
        counted = on["basis"] in _COUNTED or (on["basis"] in _PASSED_ON and not _is_whole(on))
        anchor = self._anchor(report) if counted else {}
        others = (place for place in evidence[1:] if place["start"] != anchor.get("start"))
        yield from ({"step": rest, **place} for place in others)
        yield from [anchor] if anchor else ()

    def _anchor(self, report: str) -> Export:
        own = self.reports[report]
        published = own["published"] or {"edtf": None, "basis": None, "evidence": []}
        step = f"counted from the report's own day, {published['edtf']} ({published['basis']})"
        place = {"report": own["report"], "report_id": report, "start": None, "end": None}
        return {"step": step, "text": None, **next(map(self._words, published["evidence"]), place)}

    def _words(self, place: Mapping[str, Any]) -> Export:
        return {"text": self.texts[place["report_id"]][place["start"] : place["end"]], **place}


def _is_whole(on: Export) -> bool:
    """Tell a date that its words tell whole from one that was counted."""
    return str(on["edtf"] or "")[:4] in (on["text"] or "")
