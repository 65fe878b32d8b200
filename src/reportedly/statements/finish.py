"""Finishing drafts: what stands in marks, what lies within what, who carried it, and how sure it is."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.language.reading import Reading
from reportedly.language.tree import tokens_in
from reportedly.spans import Span, hull
from reportedly.statements import chain
from reportedly.statements.draft import Draft
from reportedly.statements.happened import happened
from reportedly.statements.quotes import Quotation, quotations_in
from reportedly.statements.scene import Scene
from reportedly.statements.sense import sense_of
from reportedly.statements.statement import Kind, Statement

_INSERTED = re.compile(r"\[[^\[\]\n]{1,120}\]|\(sic\)", re.IGNORECASE)


def finished(pairs: Iterable[tuple[Scene, Draft]]) -> tuple[Statement, ...]:
    """Make statements of drafts, in the order of their contents, each with the scene that it was read in."""
    ordered = sorted(
        (pair for pair in pairs if _tells(*pair)),
        key=lambda pair: (pair[1].content[0].start, -hull(pair[1].content).end, pair[1].cue),
    )
    named = frozenset(span for _, draft in ordered for span in draft.source)
    made: list[Statement] = []
    for (scene, draft), holder in zip(ordered, _holders([draft for _, draft in ordered]), strict=True):
        statement = _statement(scene, draft)
        carriers = _carriers(scene, draft, statement, named)
        told_by = () if holder is None else (*_spoken(made[holder]), *made[holder].via)
        made.append(replace(statement, within=holder, via=(*carriers, *told_by)))
    return tuple(made)


def _tells(scene: Scene, draft: Draft) -> bool:
    """Tell a content from a pronoun alone ("which he said"), which tells a reader nothing."""
    tokens = [scene.reading.tokens[i] for i in _tokens(scene.reading, draft.content)]
    is_quoted = any(quotations_in(scene.quotations, draft.content))
    return is_quoted or any(one.pos not in ("PRON", "PUNCT") for one in tokens)


def _spoken(outer: Statement) -> tuple[tuple[Span, ...], ...]:
    return (outer.source,) if outer.source else ()


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
    """Give who carried a statement by the words of its own sentence."""
    if draft.carrier:
        return (draft.carrier,)
    found = chain.spans(scene.text, scene.tree, chain.according_to(scene.reading, scene.tree, draft.cue))
    taken = any(span.meets(other) for span in found for other in (*named, *draft.content))
    return (found,) if found and not taken and statement.act == "say" else ()


def _statement(scene: Scene, draft: Draft) -> Statement:
    quoted = _quoted(draft.content, scene.quotations)
    kind = _kind(scene.text, draft.content, quoted)
    means = sense_of(cue_words(scene.reading, draft.cue))
    if not happened(scene.reading, scene.tree, draft.source, draft.cue):
        # Nobody is shown to assert what they only might say or think.
        means = replace(means, sense="other")
    barred = _tokens(scene.reading, (*draft.content, *draft.source))

    def spans(words: Collection[int]) -> tuple[Span, ...]:
        return chain.spans(scene.text, scene.tree, words)

    return Statement(
        kind=kind,
        act=means.act,
        cue_sense=means.sense,
        source=tuple(_without_owner_mark(scene.reading, span) for span in draft.source),
        cue=draft.cue,
        content=draft.content,
        quoted=quoted,
        inserted=tuple(_inserted(scene.text, quoted)),
        marks=next((q.marks for q in quotations_in(scene.quotations, draft.content) if q.marks), None),
        addressee=spans(chain.addressee(scene.reading, scene.tree, draft.cue, barred)),
        occasion=next(iter(spans(chain.occasion(scene.reading, scene.tree, draft.cue, barred))), None),
        confidence=draft.confidence,
    )


def _without_owner_mark(reading: Reading, source: Span) -> Span:
    """Leave out the *’s* of an owner (*Kass’s claim*), not that of a name (*Moody’s said*)."""
    tokens = tokens_in(reading, source)
    if len(tokens) < 2 or reading.tokens[tokens[-1]].tag != "POS":
        return source
    after = tokens.stop
    acts = after < len(reading.tokens) and reading.tokens[after].pos in ("VERB", "AUX", "ADV")
    return source if acts else Span(source.start, reading.tokens[tokens[-2]].span.end)


def cue_words(reading: Reading, cue: Sequence[Span]) -> tuple[tuple[str, str, str], ...]:
    """Give a cue's words as the lexicon asks for them: form, lemma and part of speech."""
    tokens = (reading.tokens[i] for span in cue for i in tokens_in(reading, span))
    return tuple((token.text.lower(), token.lemma, token.pos) for token in tokens)


def _tokens(reading: Reading, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(i for span in spans for i in tokens_in(reading, span))


def _quoted(content: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    return tuple(
        Span(max(q.inner.start, c.start), min(q.inner.end, c.end))
        for c in content for q in quotations_in(quotations, (c,)) if q.inner.meets(c)
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
