"""Finding the statements of a report: quotation marks, cue lexicon and parse brought together."""

from collections.abc import Iterator, Sequence

from reportedly.language.reading import Reading
from reportedly.passages.passage import Passage
from reportedly.statements.carriers import carried
from reportedly.statements.draft import Draft
from reportedly.statements.finish import finished
from reportedly.statements.nominal import nominal_draft
from reportedly.statements.scene import Scene, set_scene
from reportedly.statements.speech import link_quotations, with_following
from reportedly.statements.statement import Statement
from reportedly.statements.turns import turn_drafts
from reportedly.statements.verbal import verbal_draft


def find_statements(text: str, passages: Sequence[Passage], reading: Reading) -> tuple[Statement, ...]:
    """Find who is credited with what in a report, in the order of the contents' first characters.

    Takes the passages and the reading of the same text; every span counts in it. Direct, mixed and
    indirect statements are found, also without a source (*it is expected that*); no text is refused.
    """
    scene = set_scene(text, passages, reading)
    drafts = sorted((*turn_drafts(scene), *_word_drafts(scene)), key=lambda draft: draft.anchor)
    return finished(scene, with_following(scene, list(carried(scene, drafts))))


def _word_drafts(scene: Scene) -> Iterator[Draft]:
    """Try each word of the report's own as a cue."""
    links = link_quotations(scene)
    for i, token in enumerate(scene.tokens):
        if scene.inside[i] < 0:
            draft = verbal_draft(scene, i, links) if token.pos in ("VERB", "AUX") else None
            draft = draft or nominal_draft(scene, i, links)
            if draft is not None and draft.content:
                yield draft
