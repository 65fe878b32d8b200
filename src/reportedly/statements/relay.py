"""Words carried by another: *she was quoted by a paper as saying that …* credits her, and the paper carried
it; so does *the paper reported, citing her*.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.language.tree import head_in, sentence_at, tokens_in
from reportedly.passages.printed import AGENCY
from reportedly.spans import Span
from reportedly.statements import chain
from reportedly.statements.draft import Draft, joined
from reportedly.statements.scene import Scene

_CITING = frozenset({"citing", "quoting"})
_PRESS = re.compile(
    r"(?i:.*\b(?:agency|broadcaster|chronicle|channel|daily|gazette|guardian|herald|journal|ledger|magazine|media"
    r"|network|news|newspaper|newswire|observer|outlet|paper|post|press|radio|site|station|tabloid|telegraph"
    rf"|television|times|tribune|tv|website|weekly)\b.*|(?:the )?{AGENCY})"
)
# Whom an outlet cites, where no name tells that it is somebody.
_SOMEBODY = frozenset({
    "adviser", "aide", "ambassador", "analyst", "army", "authority", "commander", "diplomat", "doctor",
    "executive", "expert", "governor", "guard", "insider", "lawmaker", "lawyer", "mayor", "media", "military",
    "minister", "ministry", "officer", "official", "participant", "people", "person", "police", "president",
    "prosecutor", "relative", "representative", "resident", "source", "spokesman", "spokesperson",
    "spokeswoman", "witness",
})  # fmt: skip


def with_carriers(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Let each draft whose cue carries another's words credit that other.

    People mark the carrier as the source there (PolNeAR does); a reader asks who said it, and through whom
    it came.
    """
    cited = [_cited(scene, one, drafts) for one in drafts]
    used = [span for spans in cited for span in spans]
    kept = (n for n, one in enumerate(drafts) if not (_is_citing(scene, one) and one.content[0] in used))
    return tuple(_with_carrier(scene, _by_cited(drafts[n], cited[n])) for n in kept)


def _cited(scene: Scene, draft: Draft, drafts: Iterable[Draft]) -> tuple[Span, ...]:
    """Find the words for whom an outlet cites for what a draft has it say: *the paper said, citing her*."""
    if _is_citing(scene, draft) or not _PRESS.fullmatch(_words(scene, draft.source)):
        return ()
    beside = (one for one in drafts if _is_citing(scene, one) and one.source in ((), draft.source))
    found = [one.content for one in beside if _sentence(scene, one) == _sentence(scene, draft)]
    verb = chain.cue_verb(scene.reading, draft.cue)
    for kid in scene.tree.kids(verb, "advcl") if verb is not None else ():
        whom = scene.tree.kid(kid, "dobj") if scene.reading.tokens[kid].text.lower() in _CITING else None
        if whom is not None:
            found.append(chain.spans(scene.text, scene.tree, chain.noun_phrase(scene.tree, whom)))
    return next((spans for spans in found if _is_somebody(scene, spans)), ())


def _is_citing(scene: Scene, draft: Draft) -> bool:
    return _words(scene, draft.cue).lower() in _CITING


def _words(scene: Scene, spans: Iterable[Span]) -> str:
    return " ".join(span.words(scene.text) for span in spans)


def _is_somebody(scene: Scene, spans: Sequence[Span]) -> bool:
    """Tell *citing two officials* from *citing the costs*."""
    head = head_in(scene.reading, spans[0]) if spans else None
    if head is None:
        return False
    one = scene.reading.tokens[head]
    names = (name for name in scene.reading.names if name.type in ("person", "organisation", "place"))
    return one.lemma.lower() in _SOMEBODY or any(name.span.holds(one.span) for name in names)


def _sentence(scene: Scene, draft: Draft) -> int:
    return sentence_at(scene.reading, tokens_in(scene.reading, draft.cue[0]).start)


def _by_cited(draft: Draft, cited: tuple[Span, ...]) -> Draft:
    return replace(draft, source=cited, carrier=draft.source) if cited else draft


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
