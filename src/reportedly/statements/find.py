"""Finding the statements of a report: the encoder's frames, quotation marks and the parse brought
together.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from reportedly.language.encoder import Encoder, load_encoder
from reportedly.language.reading import Reading
from reportedly.language.tree import grow_tree
from reportedly.passages.passage import Passage
from reportedly.statements.choose import choose
from reportedly.statements.confidence import confidence, likelihood
from reportedly.statements.decode import decode
from reportedly.statements.draft import Draft, draft
from reportedly.statements.finish import finished
from reportedly.statements.inner import inner_passages, stands
from reportedly.statements.led import with_led
from reportedly.statements.mark import candidates
from reportedly.statements.quotes import find_quotations
from reportedly.statements.read import understood
from reportedly.statements.relay import with_carriers
from reportedly.statements.scene import Scene
from reportedly.statements.statement import Statement
from reportedly.statements.turns import with_turns
from reportedly.statements.whole import completed, with_following


def find_statements(text: str, passages: Sequence[Passage], reading: Reading) -> tuple[Statement, ...]:
    """Find who is credited with what in a report, in the order of the contents' first characters.

    Takes the passages and the reading of the same text; every span counts in it. Direct, mixed and
    indirect statements are found, also without a source (*it is expected that*); no text is refused.
    """
    if not reading.tokens:
        return ()
    encoder = load_encoder()
    scene = Scene(text, reading, grow_tree(reading), find_quotations(text, passages))
    outer = with_turns(scene, passages, _drafts(encoder, text, passages))
    led = with_led(scene, completed(text, outer, scene.quotations))
    whole = with_following(text, passages, led, scene.quotations)
    whole = with_carriers(scene, whole)
    held = inner_passages(scene, whole)
    inside = replace(scene, quotations=find_quotations(text, held))
    inner = (one for one in _drafts(encoder, text, held) if stands(scene, one))
    return finished((*((scene, one) for one in whole), *((inside, one) for one in inner)))


def _drafts(encoder: Encoder, text: str, passages: Sequence[Passage]) -> tuple[Draft, ...]:
    """Let the encoder read passages, and give the frames that stand."""
    read = understood(text, passages)
    words = tuple(word for one in read for word in one.stretch.words)
    settings = encoder.settings
    frames = decode(
        tuple(candidates(encoder, read)), np.array(settings["transitions"]), np.array(settings["starts"])
    )
    chosen = choose(frames, lambda frame: likelihood(frame, words, settings["content"]), settings["enough"])
    return tuple(draft(text, words, frame, confidence(frame, words, settings["whole"])) for frame in chosen)
