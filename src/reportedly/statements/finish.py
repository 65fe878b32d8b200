"""Finishing drafts: what stands in marks, what lies within what, who carried it, and how sure it is."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportedly.language.reading import Reading
from reportedly.language.tree import Tree, tokens_in
from reportedly.spans import Span, hull
from reportedly.statements import chain
from reportedly.statements.confidence import confidence
from reportedly.statements.draft import Draft
from reportedly.statements.quotes import Quotation
from reportedly.statements.sense import sense_of
from reportedly.statements.statement import Kind, Statement

_INSERTED = re.compile(r"\[[^\[\]\n]{1,120}\]|\(sic\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a report's drafts are finished with: its text, reading, parse and quotations."""

    text: str
    reading: Reading
    tree: Tree
    quotations: Sequence[Quotation]


def finished(scene: Scene, drafts: Iterable[Draft], fitted: Mapping[str, Any]) -> tuple[Statement, ...]:
    """Make statements of drafts, in the order of their contents."""
    ordered = sorted(drafts, key=lambda one: (one.content[0].start, -hull(one.content).end, one.cue))
    named = frozenset(span for one in ordered for span in one.source)
    made: list[Statement] = []
    for one, holder in zip(ordered, _holders(ordered), strict=True):
        statement = _statement(scene, one, fitted)
        carriers = _carriers(scene, one, statement, named)
        outer = () if holder is None else (*made[holder].via, *((made[holder].source,) if made[holder].source else ()))
        made.append(replace(statement, within=holder, via=(*carriers, *reversed(outer))))
    return tuple(made)


def _holders(drafts: Sequence[Draft]) -> list[int | None]:
    """Give for each draft the innermost other one whose content holds its content and cue."""
    holders: list[int | None] = []
    around: list[int] = []
    ends = [hull(draft.content).end for draft in drafts]
    for n, draft in enumerate(drafts):
        around = [m for m in around if ends[m] > draft.content[0].start]
        found = [m for m in around if holds(drafts[m], (*draft.content, *draft.cue))]
        holders.append(min(found, key=lambda m: sum(map(len, drafts[m].content)), default=None))
        around.append(n)
    return holders


def holds(outer: Draft, parts: Iterable[Span]) -> bool:
    """Tell whether a draft's content holds all of these spans."""
    return all(any(span.holds(part) for span in outer.content) for part in parts)


def _carriers(
    scene: Scene, draft: Draft, statement: Statement, named: Collection[Span]
) -> tuple[tuple[Span, ...], ...]:
    """Give who carried a statement by the words of its own sentence, the nearest to its speaker first."""
    relay = chain.relayed(scene.reading, scene.tree, draft.cue)
    if relay is not None:
        found = chain.spans(scene.text, scene.tree, relay[1])
        return (found,) if found else ()
    words = chain.according_to(scene.reading, scene.tree, draft.cue)
    found = chain.spans(scene.text, scene.tree, words)
    taken = any(span.meets(other) for span in found for other in (*named, *draft.content))
    return (found,) if found and not taken and statement.act == "say" else ()


def _statement(scene: Scene, draft: Draft, fitted: Mapping[str, Any]) -> Statement:
    quoted = _quoted(draft.content, scene.quotations)
    kind = _kind(scene.text, draft.content, quoted)
    means = sense_of(cue_words(scene.reading, draft.cue))
    barred = _tokens(scene.reading, (*draft.content, *draft.source))

    def spans(words: Collection[int]) -> tuple[Span, ...]:
        return chain.spans(scene.text, scene.tree, words)

    return Statement(
        kind=kind,
        act=means.act,
        cue_sense=means.sense,
        source=_speaking(scene, draft),
        cue=draft.cue,
        content=draft.content,
        quoted=quoted,
        inserted=tuple(_inserted(scene.text, quoted)),
        marks=next((q.marks for q in _quotations_in(scene.quotations, draft.content) if q.marks), None),
        addressee=spans(chain.addressee(scene.reading, scene.tree, draft.cue, barred)),
        occasion=next(iter(spans(chain.occasion(scene.reading, scene.tree, draft.cue, barred))), None),
        confidence=confidence(draft.frame, fitted),
    )


def _speaking(scene: Scene, draft: Draft) -> tuple[Span, ...]:
    """Give who is credited: in *a paper quoted her as saying* not the paper, which only carried it."""
    relay = chain.relayed(scene.reading, scene.tree, draft.cue)
    spoke = chain.spans(scene.text, scene.tree, relay[0]) if relay is not None else ()
    apart = not any(span.meets(other) for span in spoke for other in draft.content)
    return spoke if spoke and apart else draft.source


def cue_words(reading: Reading, cue: Sequence[Span]) -> tuple[tuple[str, str, str], ...]:
    """Give a cue's words as the lexicon asks for them: form, lemma and part of speech."""
    tokens = (reading.tokens[i] for span in cue for i in tokens_in(reading, span))
    return tuple((token.text.lower(), token.lemma, token.pos) for token in tokens)


def _tokens(reading: Reading, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(i for span in spans for i in tokens_in(reading, span))


def _quotations_in(quotations: Sequence[Quotation], content: Iterable[Span]) -> Iterator[Quotation]:
    for span in content:
        first = bisect_left(quotations, span.start, key=lambda q: q.span.end - 1)
        last = bisect_left(quotations, span.end, key=lambda q: q.span.start)
        yield from quotations[first:last]


def _quoted(content: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    return tuple(
        Span(max(q.inner.start, c.start), min(q.inner.end, c.end))
        for c in content for q in _quotations_in(quotations, (c,)) if q.inner.meets(c)
    )  # fmt: skip


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
