"""Quotations that a colon leads to and no cue was found for: *The mayor named her reasons: “…”*."""

from collections.abc import Iterator, Sequence

from reportedly.language.tree import sentence_at, tokens_in
from reportedly.spans import Span
from reportedly.statements import chain
from reportedly.statements.draft import Draft
from reportedly.statements.quotes import Quotation
from reportedly.statements.scene import Scene

# A guess, not a measure: too few are found to calibrate.
_SURE = 0.5


def with_led(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Add a draft for each quotation that follows a clause and its colon, and that no draft has words of.

    The clause's last verb with a subject is the cue, whatever it means, and the subject the source.
    """
    claimed = [span for one in drafts for span in (*one.content, *one.cue, *one.source)]
    free = (q for q in scene.quotations if not any(q.span.meets(span) for span in claimed))
    led = (found for q in free for found in _led(scene, q))
    return tuple(sorted((*drafts, *led), key=lambda one: one.cue))


def _led(scene: Scene, quotation: Quotation) -> Iterator[Draft]:
    before = scene.text[: quotation.span.start].rstrip()
    inside = tokens_in(scene.reading, quotation.span)
    if not before.endswith(":") or not quotation.inner.words(scene.text)[0].isupper() or inside.start < 2:
        return
    colon = inside.start - 1
    sentence = scene.reading.sentences[sentence_at(scene.reading, colon)]
    for verb in range(colon, sentence.first - 1, -1):
        subject = scene.tree.kid(verb, "nsubj") if scene.tree.tokens[verb].pos in ("VERB", "AUX") else None
        if subject is not None and subject < colon:
            source = chain.spans(scene.text, scene.tree, chain.noun_phrase(scene.tree, subject))
            cue: tuple[Span, ...] = (scene.tree.tokens[verb].span,)
            if source and not source[0].meets(cue[0]) and source[0].end <= quotation.span.start:
                yield Draft(source, cue, (quotation.span,), _SURE)
            return
