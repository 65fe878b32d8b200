"""Anchors: words of a report as a person judged them, found again after the report was read anew."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import select

from reportedly.record import schema
from reportedly.record.places import standing
from reportedly.record.read import View

AROUND = 40
"""So many characters before and after the words are kept, by which their place is found again."""

_NOWHERE = {"report": None, "start": None, "end": None, "chain": None}


class Anchors:
    """Where the words of judgements stand in the reports that count."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def sha256(self) -> Mapping[str, str]:
        """The hash of each report's bytes, by the report's id."""
        table = schema.reports
        rows = self.view.connection.execute(select(table.c.id, table.c.sha256))
        return {row.id: row.sha256 for row in rows}

    def make(self, report: str, start: int, end: int) -> dict[str, Any]:
        """Anchor words of a report: by its bytes, their place, and what stands around them."""
        text = self._text(report)
        return {
            "sha256": self.sha256[report],
            "start": start,
            "end": end,
            "words": text[start:end],
            "before": text[max(start - AROUND, 0) : start],
            "after": text[end : end + AROUND],
        }

    def find(self, anchor: Mapping[str, Any]) -> dict[str, Any]:
        """Find the words again; gives their report, place and chain, each None where they are lost.

        They are looked for in the report of the same bytes, or in the one that stands in its place now.
        """
        for report in self._reports(anchor["sha256"]):
            for start in places_of(self._text(report), anchor):
                end = start + len(anchor["words"])
                chain = self._chain(report, start, end)
                if chain:
                    place = {"report": report, "start": start, "end": end}
                    return {**place, "words": anchor["words"], "chain": chain}
        return {**_NOWHERE, "words": anchor["words"]}

    def _reports(self, sha256: str) -> Iterator[str]:
        ids = {sha: report for report, sha in self.sha256.items() if report in self.view.counted}
        if sha256 in ids:
            yield ids[sha256]
            return
        stood = {(p.root, p.archive, p.name) for p in self._standing.get(sha256, ())}
        for sha, places in sorted(self._standing.items()):
            if sha in ids and any((p.root, p.archive, p.name) in stood for p in places):
                yield ids[sha]

    @cached_property
    def _standing(self) -> Mapping[str, Sequence[Any]]:
        return standing(self.view.connection)

    def _text(self, report: str) -> str:
        table = schema.reports
        wanted = select(table.c.text).where(table.c.id == report)
        return str(self.view.connection.execute(wanted).scalar_one())

    def _chain(self, report: str, start: int, end: int) -> str | None:
        table = schema.mentions
        meets = (table.c.report == report, table.c.start < end, table.c.end > start)
        rows = self.view.connection.execute(select(table).where(*meets).order_by(table.c.start)).all()
        same = [row.chain for row in rows if (row.start, row.end) == (start, end)]
        return next(iter((*same, *(row.chain for row in rows))), None)


def places_of(text: str, anchor: Mapping[str, Any]) -> list[int]:
    """Give where an anchor's words stand in a text: in their old place, or where what is around is the same.

    Where what is around tells no place, or more than one, there is none.
    """
    found = [match.start() for match in re.finditer(re.escape(anchor["words"]), text)]
    around = [
        (text[max(at - AROUND, 0) : at] == anchor["before"])
        + (text[at + len(anchor["words"]) :][:AROUND] == anchor["after"])
        for at in found
    ]
    if anchor["start"] in found and around[found.index(anchor["start"])]:
        return [anchor["start"]]
    best = [at for at, same in zip(found, around, strict=True) if same and same == max(around)]
    return best if len(best) == 1 else []
