"""Quotations as wholes: a content that touches one takes all of it, and one without a cue goes to who spoke last."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.draft import Draft, joined
from reportedly.statements.quotes import MARKS, Quotation

_FEWEST_WORDS = 3


def completed(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> tuple[Draft, ...]:
    """Let each content that begins or ends inside quotation marks take the whole quotation.

    Words of another draft are left to it.
    """
    return tuple(_completed(text, drafts, n, quotations) for n in range(len(drafts)))


def _completed(text: str, drafts: Sequence[Draft], n: int, quotations: Sequence[Quotation]) -> Draft:
    cut = [q.span for q in _touched(drafts[n].content, quotations) if not _held(q.span, drafts[n].content)]
    others = [span for m, one in enumerate(drafts) if m != n for span in (*one.content, *one.cue, *one.source)]
    own = (*drafts[n].cue, *drafts[n].source)
    free = [span for span in cut if not any(span.meets(other) for other in (*others, *own))]
    return drafts[n].with_more(text, free) if free else drafts[n]


def _touched(content: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    for span in content:
        first = bisect_right(quotations, span.start, key=lambda q: q.span.end)
        last = bisect_left(quotations, span.end, key=lambda q: q.span.start)
        yield from quotations[first:last]


def _held(span: Span, content: Sequence[Span]) -> bool:
    return any(piece.holds(span) for piece in content)


def with_following(
    text: str, passages: Sequence[Passage], drafts: Sequence[Draft], quotations: Sequence[Quotation]
) -> tuple[Draft, ...]:
    """Add to each draft the quotations that follow it without a cue of their own.

    One in the same passage, or at the start of the next, belongs to who spoke last (so the guidelines of PolNeAR:
    Newell, Margolin and Ruths, LREC 2018). Drafts stand in the order of their cues.
    """
    owner = _owners(drafts, quotations)
    places = [bisect_right(passages, _anchor(one), key=lambda p: p.span.start) - 1 for one in drafts]
    more: dict[int, list[Span]] = {}
    for q, quotation in enumerate(quotations):
        if q not in owner:
            heir = owner.get(q - 1) if quotation.goes_on else None
            if heir is None:
                heir = _last_speaker(text, passages, drafts, places, quotations, q, owner)
            if heir is not None:
                owner[q] = heir
                more.setdefault(heir, []).append(quotation.span)
    return tuple(one.with_more(text, more[n]) if n in more else one for n, one in enumerate(drafts))


def _anchor(draft: Draft) -> int:
    return (draft.cue or draft.content)[0].start


def _owners(drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> dict[int, int]:
    """Tell for each quotation which draft has words of it already."""
    owner: dict[int, int] = {}
    for n, one in enumerate(drafts):
        for span in (*one.content, *one.cue, *one.source):
            first = bisect_right(quotations, span.start, key=lambda q: q.span.end)
            last = bisect_left(quotations, span.end, key=lambda q: q.span.start)
            for q in range(first, last):
                owner.setdefault(q, n)
    return owner


def _last_speaker(
    text: str,
    passages: Sequence[Passage],
    drafts: Sequence[Draft],
    places: Sequence[int],
    quotations: Sequence[Quotation],
    q: int,
    owner: Mapping[int, int],
) -> int | None:
    """Tell who speaks a quotation that is a sentence by itself; None where that is not plain."""
    start = quotations[q].span.start
    here = bisect_right(passages, start, key=lambda p: p.span.start) - 1
    opens = not text[passages[here].span.start : start].strip()
    if not _is_sentence(text, quotations[q], opens):
        return None
    last = bisect_left(drafts, start, key=_anchor) - 1
    while last >= 0 and not _speaks(drafts[last]):
        last -= 1
    if last < 0:
        return None
    goes_over = here == places[last] + 1 and opens and owner.get(q - 1) == last
    return last if here == places[last] or goes_over else None


def _speaks(draft: Draft) -> bool:
    return True


def _is_sentence(text: str, quotation: Quotation, opens: bool) -> bool:
    """Tell a sentence in marks from a title or a scare quote."""
    words = quotation.inner.words(text).split()
    before = text[max(quotation.span.start - 9, 0) : quotation.span.start].rstrip()
    starts = opens or before.endswith(tuple(".!?:)]" + MARKS))
    return starts and len(words) >= _FEWEST_WORDS and not words[0][:1].islower()
