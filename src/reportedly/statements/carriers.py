"""Carriers: *the captain said it sank, according to the radio* is one statement, which the radio carried."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.spans import Span, hull, trimmed
from reportedly.statements.draft import Draft
from reportedly.statements.scene import LOOSE, Scene


def carried(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the drafts, where *according to* at a sentence's end names only who carried another's words.

    Drafts stand in the order of their anchors, and so does what comes out.
    """
    said: dict[int, Draft] = {}
    for draft in drafts:
        if draft.cue.act == "say" and draft.pattern in ("quotation", "clause"):
            said.setdefault(scene.sentence[draft.anchor], draft)
    carriers = {
        said[at].anchor: draft for draft in drafts
        if draft.pattern == "according" and (at := scene.sentence[draft.anchor]) in said
        and _carries(scene, draft, said[at])
    }  # fmt: skip
    merged = {draft.anchor for draft in carriers.values()}
    for draft in drafts:
        if draft.anchor in carriers:
            yield _with_carrier(scene.text, draft, carriers[draft.anchor])
        elif draft.anchor not in merged:
            yield draft


def _carries(scene: Scene, carrier: Draft, draft: Draft) -> bool:
    """Tell whether a carrier ends the sentence of a cue, and its words hold the cue or lie in its content."""
    anchor = carrier.anchor
    while anchor + 1 < len(scene.tokens) and scene.sentence[anchor + 1] == scene.sentence[carrier.anchor]:
        anchor += 1
    rest = scene.text[carrier.source[-1].end : scene.tokens[anchor].span.end]
    around = hull(carrier.content).holds(draft.words[0]) or hull(draft.content).holds(carrier.words[0])
    return draft.anchor < carrier.anchor and around and not any(map(str.isalnum, rest))


def _with_carrier(text: str, draft: Draft, carrier: Draft) -> Draft:
    """Give a draft its carrier, and a content without the carrier's words."""
    end = carrier.words[0].start
    kept = (
        trimmed(text, span.start, min(span.end, end), LOOSE) for span in draft.content if span.start < end
    )
    content: tuple[Span, ...] = tuple(span for span in kept if span)
    return replace(draft, content=content, via=draft.via or carrier.source)
