"""Words carried by another: *she was quoted by a paper as saying that …* credits her, and the paper carried
it.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.spans import Span
from reportedly.statements import chain
from reportedly.statements.draft import Draft, joined
from reportedly.statements.scene import Scene


def with_carriers(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Let each draft whose cue carries another's words credit that other.

    People mark the carrier as the source there (PolNeAR does); a reader asks who said it, and through whom
    it came.
    """
    return tuple(_with_carrier(scene, one) for one in drafts)


def _with_carrier(scene: Scene, draft: Draft) -> Draft:
    relay = chain.relay_at(scene.reading, scene.tree, draft.cue)
    if relay is None:
        return draft

    def spans(words: Sequence[int]) -> tuple[Span, ...]:
        return chain.spans(scene.text, scene.tree, words)

    quoted = tuple(q.span for q in scene.quotations if any(q.span.meets(piece) for piece in draft.content))
    content = joined(scene.text, (*spans(relay.said), *quoted))
    if not content:
        return draft
    return replace(
        draft,
        source=spans(relay.spoke),
        cue=spans((relay.saying,)),
        content=content,
        carrier=spans(relay.carried),
    )
