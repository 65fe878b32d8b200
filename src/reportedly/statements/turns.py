"""Speakers named before a colon: turns of a transcript, and headlines (*Petrova: We stay*)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.passages.passage import Passage
from reportedly.spans import Span, trimmed
from reportedly.statements.draft import LOOSE, Draft
from reportedly.statements.scene import Scene

_LABEL = re.compile(r"\s*([^\s:\"“”][^:\n\"“”]{0,48}?)\s*(:)(?=\s+\S+\s+\S+)")
_MOST_WORDS = 5
# The share that was whole and right in PolNeAR's training texts when labels were read without the encoder.
_SURE = 0.4
# What stands before a colon in a headline and names no one who speaks.
_NO_SPEAKERS = frozenset({
    "watch", "video", "update", "updated", "updates", "breaking", "exclusive", "live", "opinion",
    "analysis", "review", "editorial", "photos", "photo", "gallery", "explainer", "factbox", "timeline",
    "podcast", "revealed", "listen", "read", "fact", "check", "q&a", "column", "letter", "letters",
    "commentary", "profile", "recap", "summary", "byline", "source", "note", "notice", "correction",
    "warning", "related", "more",
})  # fmt: skip


def with_turns(scene: Scene, passages: Sequence[Passage], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Add a draft for each passage that a speaker's label opens and in which none was found."""
    turns = (
        turn for turn in _turns(scene, passages)
        if not any(span.meets(turn.content[0]) for one in drafts for span in (*one.content, *one.cue))
    )  # fmt: skip
    return tuple(sorted((*drafts, *turns), key=lambda one: one.cue))


def _turns(scene: Scene, passages: Sequence[Passage]) -> Iterator[Draft]:
    """Draft a statement for each labelled passage.

    A headline's label is a short name that the report names again. In the body a label counts where it
    is a letter or in capitals, or a person's name that opens two passages or more.
    """
    labels = [(passage, _label(scene, passage)) for passage in passages]
    often = Counter(label.words(scene.text) for passage, label in labels if label and passage.kind == "body")
    people = frozenset(name.span for name in scene.reading.names if name.type == "person")
    for passage, label in labels:
        if label is None or not _speaks(scene.text, passage, label, often, label in people):
            continue
        colon = scene.text.index(":", label.end)
        content = trimmed(scene.text, colon + 1, passage.span.end, LOOSE)
        if content:
            yield Draft((label,), (Span(colon, colon + 1),), (content,), _SURE)


def _label(scene: Scene, passage: Passage) -> Span | None:
    if passage.kind not in ("headline", "body"):
        return None
    found = _LABEL.match(scene.text, passage.span.start, passage.span.end)
    if found is None or len(found[1].split()) > _MOST_WORDS:
        return None
    return Span(*found.span(1))


def _speaks(text: str, passage: Passage, label: Span, often: Counter[str], is_person: bool) -> bool:
    words = label.words(text)
    if _NO_SPEAKERS & set(words.lower().split()):
        return False
    if passage.kind == "headline":
        # Whoever a headline credits is named again below it; a bare catchword is not.
        last = words.split()[-1]
        return words[0].isupper() and last[0].isupper() and text.lower().count(last.lower()) > 1
    shouted = words.isupper() and words.replace(".", "").replace(" ", "").isalpha()
    return often[words] > 1 and (shouted or is_person)
