"""Quotations as wholes: a content that touches one takes all of it, and one without a cue goes to who spoke
last.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import whitespace

from reportedly.passages.passage import Passage
from reportedly.spans import Span, trimmed
from reportedly.statements.draft import LOOSE, Draft
from reportedly.statements.quotes import MARKS, Quotation, quotations_at, quotations_in

_FEWEST_WORDS = 3
_ENDS = ",.!?…"


def completed(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> tuple[Draft, ...]:
    """Let each content that begins or ends inside quotation marks take the whole quotation.

    Words of another draft are left to it.
    """
    apart = [_without_speech(text, one, quotations) for one in drafts]
    return tuple(_completed(text, apart, n, quotations) for n in range(len(apart)))


def _without_speech(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """Let a source end where words in marks that end as speech does begin; a name in marks stays."""
    return replace(draft, source=tuple(_before_speech(text, span, quotations) for span in draft.source))


def _before_speech(text: str, source: Span, quotations: Sequence[Quotation]) -> Span:
    speech = (q for q in quotations_in(quotations, (source,)) if text[q.inner.end - 1] in _ENDS)
    start = min((q.span.start for q in speech), default=source.end)
    return trimmed(text, source.start, start, LOOSE) or source


def _completed(text: str, drafts: Sequence[Draft], n: int, quotations: Sequence[Quotation]) -> Draft:
    cut = [
        q.span for q in quotations_in(quotations, drafts[n].content) if not _held(q.span, drafts[n].content)
    ]
    if not cut:
        return drafts[n]
    others = [
        span for m, one in enumerate(drafts) if m != n for span in (*one.content, *one.cue, *one.source)
    ]
    own = (*drafts[n].cue, *drafts[n].source)
    free = [span for span in cut if not any(span.meets(other) for other in (*others, *own))]
    return drafts[n].with_more(text, free) if free else drafts[n]


def _held(span: Span, content: Sequence[Span]) -> bool:
    return any(piece.holds(span) for piece in content)


def with_following(
    text: str, passages: Sequence[Passage], drafts: Sequence[Draft], quotations: Sequence[Quotation]
) -> tuple[Draft, ...]:
    """Add to each draft the quotations that follow it without a cue of their own.

    One in the same passage, or at the start of the next, belongs to who spoke last (so the guidelines of
    PolNeAR: Newell, Margolin and Ruths, LREC 2018). Drafts stand in the order of their cues.
    """
    taken = _owners(drafts, quotations)
    owner = dict(_begun_before(quotations, taken))
    places = [bisect_right(passages, _anchor(one), key=lambda p: p.span.start) - 1 for one in drafts]
    for q, quotation in enumerate(quotations):
        if q not in owner:
            heir = owner.get(q - 1) if quotation.goes_on else None
            if heir is None:
                heir = _last_speaker(text, passages, drafts, places, quotation)
            if heir is not None:
                owner[q] = heir
    more: dict[int, list[Span]] = {}
    for q in sorted(owner.keys() - taken.keys()):
        more.setdefault(owner[q], []).append(quotations[q].span)
    return tuple(one.with_more(text, more[n]) if n in more else one for n, one in enumerate(drafts))


def _begun_before(quotations: Sequence[Quotation], owner: Mapping[int, int]) -> Mapping[int, int]:
    """Give whoever has the end of a quotation that goes over several paragraphs its beginning too."""
    grown = dict(owner)
    for q in range(len(quotations) - 1, 0, -1):
        if quotations[q].goes_on and q in grown:
            grown.setdefault(q - 1, grown[q])
    return grown


def _anchor(draft: Draft) -> int:
    return (draft.cue or draft.content)[0].start


def _owners(drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> dict[int, int]:
    """Tell for each quotation which draft has words of it already."""
    owner: dict[int, int] = {}
    for n, one in enumerate(drafts):
        for span in (*one.content, *one.cue, *one.source):
            for q in quotations_at(quotations, span):
                owner.setdefault(q, n)
    return owner


def _last_speaker(
    text: str,
    passages: Sequence[Passage],
    drafts: Sequence[Draft],
    places: Sequence[int],
    quotation: Quotation,
) -> int | None:
    """Tell who speaks a quotation that is a sentence by itself; None where that is not plain."""
    start = quotation.span.start
    after = text[quotation.span.end :].lstrip()[:1]
    if after.islower():
        return None  # It leads on to a cue of its own: *“Enough!” shouted a man*.
    here = bisect_right(passages, start, key=lambda p: p.span.start) - 1
    opens = not text[passages[here].span.start : start].strip()
    if not _is_sentence(text, quotation, opens):
        return None
    last = bisect_left(drafts, start, key=_anchor) - 1
    if last < 0:
        return None
    alone = opens and not text[quotation.span.end : passages[here].span.end].strip(LOOSE + whitespace)
    return last if here == places[last] or (here == places[last] + 1 and alone) else None


def _is_sentence(text: str, quotation: Quotation, opens: bool) -> bool:
    """Tell a sentence in marks from a title or a scare quote."""
    words = quotation.inner.words(text).split()
    before = text[max(quotation.span.start - 9, 0) : quotation.span.start].rstrip()
    starts = opens or before.endswith(tuple(".!?:)]" + MARKS))
    return starts and len(words) >= _FEWEST_WORDS and not words[0][:1].islower()
