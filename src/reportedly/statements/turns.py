"""Speakers named before a colon: turns of a transcript, and headlines (*Petrova: We stay*)."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from reportedly.passages.passage import Passage
from reportedly.spans import Span, trimmed
from reportedly.statements.cues import NO_SPEAKERS, VERBS
from reportedly.statements.draft import Draft
from reportedly.statements.scene import LOOSE, Scene

_LABEL = re.compile(r"\s*([^\s:\"“”][^:\n\"“”]{0,48}?)\s*(:)(?=\s+\S+\s+\S+)")
_MOST_WORDS = 5


def turn_drafts(scene: Scene) -> Iterator[Draft]:
    """Draft a statement for each passage that a speaker's label opens.

    A headline's label is a short name that the report names again. In the body a label counts where it
    is a letter or in capitals, or a person's name that opens two passages or more.
    """
    labels = [(passage, _label(scene, passage)) for passage in scene.passages]
    often = Counter(label.words(scene.text) for passage, label in labels if label and passage.kind == "body")
    for passage, label in labels:
        if label is None or not _speaks(scene, passage, label, often):
            continue
        colon = scene.text.index(":", label.end)
        content = trimmed(scene.text, colon + 1, passage.span.end, LOOSE)
        anchor = bisect_right(scene.tokens, colon, key=lambda token: token.span.start) - 1
        if content and anchor >= 0:
            yield Draft(VERBS["say"], anchor, (label,), (Span(colon, colon + 1),), (content,), "turn")


def _label(scene: Scene, passage: Passage) -> Span | None:
    if passage.kind not in ("headline", "body"):
        return None
    found = _LABEL.match(scene.text, passage.span.start, passage.span.end)
    if found is None or len(found[1].split()) > _MOST_WORDS:
        return None
    return Span(*found.span(1))


def _speaks(scene: Scene, passage: Passage, label: Span, often: Counter[str]) -> bool:
    words = label.words(scene.text)
    if NO_SPEAKERS & set(words.lower().split()):
        return False
    if passage.kind == "headline":
        # Whoever a headline credits is named again below it; a bare catchword is not.
        last = words.split()[-1]
        return words[0].isupper() and last[0].isupper() and scene.text.lower().count(last.lower()) > 1
    shouted = words.isupper() and words.replace(".", "").replace(" ", "").isalpha()
    return often[words] > 1 and (shouted or label in scene.people)
