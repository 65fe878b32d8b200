"""Finishing drafts: what stands in marks, what lies within what, and how sure it is."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reportedly.spans import Span, hull
from reportedly.statements.draft import Draft, Pattern
from reportedly.statements.quotes import Quotation
from reportedly.statements.scene import Scene
from reportedly.statements.statement import Kind, Statement

_INSERTED = re.compile(r"\[[^\[\]\n]{1,120}\]|\(sic\)", re.IGNORECASE)
# The share of each pattern's statements that are whole and right in PolNeAR's training texts.
_SURE: dict[Pattern, float] = {
    "quotation": 0.93, "according": 0.77, "clause": 0.75, "adjective": 0.55, "turn": 0.4, "noun": 0.5,
}  # fmt: skip


def finished(scene: Scene, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """Make statements of drafts, in the order of their contents; weak ones within others are left out."""
    ordered = sorted(drafts, key=lambda draft: (draft.content, draft.anchor))
    holders = _holders(ordered)
    kept = [n for n, holder in enumerate(holders) if _stands(scene, ordered, n, holder)]
    place = {n: at for at, n in enumerate(kept)}
    return tuple(_statement(scene, ordered[n], _nearest_kept(holders, n, place)) for n in kept)


def _stands(scene: Scene, drafts: Sequence[Draft], n: int, holder: int | None) -> bool:
    """Tell a statement that counts: inside another, a speaker named there *said* it, or it is quoted.

    *She declined to say whether …* holds no second statement; *she said that he denied …* does.
    """
    draft = drafts[n]
    if holder is None or draft.pattern == "quotation":
        return True
    said = {"quote", "clause"} <= draft.cue.takes and scene.tokens[draft.anchor].tag in ("VBD", "VBZ", "VBP")
    return said and bool(draft.source) and _holds(drafts[holder], draft.source)


def _holders(drafts: Sequence[Draft]) -> list[int | None]:
    """Give for each draft the innermost other one whose content holds its content and cue."""
    holders: list[int | None] = []
    around: list[int] = []
    ends = [hull(draft.content).end for draft in drafts]
    for n, draft in enumerate(drafts):
        around = [m for m in around if ends[m] > draft.content[0].start]
        found = [m for m in around if _holds(drafts[m], (*draft.content, *draft.words))]
        holders.append(min(found, key=lambda m: sum(map(len, drafts[m].content)), default=None))
        around.append(n)
    return holders


def _holds(outer: Draft, parts: Iterable[Span]) -> bool:
    return all(any(span.holds(part) for span in outer.content) for part in parts)


def _nearest_kept(holders: Sequence[int | None], n: int, place: dict[int, int]) -> int | None:
    holder = holders[n]
    while holder is not None and holder not in place:
        holder = holders[holder]
    return None if holder is None else place[holder]


def _statement(scene: Scene, draft: Draft, within: int | None) -> Statement:
    quotations = tuple(_quotations_in(scene, draft))
    quoted = tuple(
        Span(max(q.inner.start, c.start), min(q.inner.end, c.end))
        for c in draft.content for q in quotations if q.inner.meets(c)
    )  # fmt: skip
    return Statement(
        kind=_kind(scene.text, draft.content, quoted),
        act=draft.cue.act,
        cue_sense=draft.cue.sense,
        source=draft.source,
        cue=draft.words,
        content=draft.content,
        quoted=quoted,
        inserted=tuple(_inserted(scene.text, quoted)),
        marks=next((q.marks for q in quotations if q.marks), None),
        via=(draft.via,) if draft.via else (),
        addressee=draft.addressee,
        occasion=draft.occasion,
        within=within,
        confidence=_SURE[draft.pattern],
    )


def _quotations_in(scene: Scene, draft: Draft) -> Iterator[Quotation]:
    for span in draft.content:
        first = bisect_left(scene.quotations, span.start, key=lambda q: q.span.end - 1)
        last = bisect_left(scene.quotations, span.end, key=lambda q: q.span.start)
        yield from scene.quotations[first:last]


def _kind(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> Kind:
    """Tell by letters and digits how much of the content stands inside marks."""
    if not quoted:
        return "indirect"
    inside, all_of_it = (
        sum(map(str.isalnum, "".join(s.words(text) for s in spans))) for spans in (quoted, content)
    )
    return "direct" if inside >= all_of_it else "mixed"


def _inserted(text: str, quoted: Sequence[Span]) -> Iterator[Span]:
    for span in quoted:
        for match in _INSERTED.finditer(text, span.start, span.end):
            yield Span(*match.span())
