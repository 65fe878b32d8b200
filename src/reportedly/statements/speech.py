"""Direct speech: which quotation stands beside which cue, and which only follows."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.statements.clauses import carried_verb, relayed, verb_cue
from reportedly.statements.draft import Draft
from reportedly.statements.quotes import MARKS
from reportedly.statements.scene import Scene

_LEADS_ON = ",?!…—–-"
_ASIDE = frozenset({"relcl", "acl"})
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the report's own words, within one sentence and between quotations.

    `before` and `after` are the quotations that touch it, or -1.
    """

    tokens: tuple[int, ...]
    before: int
    after: int


def pieces(scene: Scene) -> Iterator[Piece]:
    """Cut the report's own words where a quotation, a sentence or a passage begins."""
    here: list[int] = []
    before = -1
    for i, quotation in enumerate(scene.inside):
        fresh = i > 0 and scene.passage[i] != scene.passage[i - 1]
        if here and (fresh or quotation >= 0 or _starts_sentence(scene, i)):
            yield Piece(tuple(here), before, -1 if fresh else quotation)
            here, before = [], -1
        if quotation >= 0:
            before = quotation
        else:
            before = -1 if fresh else before
            here.append(i)
    if here:
        yield Piece(tuple(here), before, -1)


def _starts_sentence(scene: Scene, token: int) -> bool:
    new = scene.sentence[token] != scene.sentence[token - 1]
    return new and scene.tokens[token - 1].text[-1] in ".!?:;"


@dataclass(frozen=True, slots=True)
class Links:
    """Which quotations stand beside which verb.

    `quotations` gives a verb's, `beside` a quotation's verb; `asides` are the words of clauses such as
    *…, to which he said: “…”*, which are no one else's content.
    """

    quotations: Mapping[int, tuple[int, ...]]
    beside: Mapping[int, int]
    asides: frozenset[int]


def link_quotations(scene: Scene) -> Links:
    """Tell for each quotation which cue verb it stands beside, if any.

    A quotation goes to one cue only; one that comes after it (*“…,” she said*) outranks one that leads
    to it (*she named her reasons: “…”*).
    """
    found: dict[int, int] = {}
    for piece in pieces(scene):
        after = _cue_after(scene, piece) if piece.before >= 0 else None
        if after is not None:
            found[piece.before] = after
        before = _cue_before(scene, piece) if piece.after >= 0 else None
        if before is None and after is not None and piece.after >= 0 and _runs_on(scene, piece, after):
            before = after
        if before is not None:
            found[piece.after] = before
    linked: dict[int, tuple[int, ...]] = {}
    for quotation, verb in found.items():
        linked[verb] = (*linked.get(verb, ()), quotation)
    relative = (verb for verb in linked if scene.tokens[verb].dep == "relcl")
    return Links(linked, found, frozenset(i for verb in relative for i in scene.tree.subtree(verb)))


def _runs_on(scene: Scene, piece: Piece, cue: int) -> bool:
    """Tell a quotation taken up again, as in *“We came,” she said, “and we stay.”*."""
    last = piece.tokens[-1]
    joins = scene.tokens[last].text == "," or (
        scene.tokens[last].pos == "CCONJ" and scene.tokens[last - 1].text == ","
    )
    return joins and cue == _verbs(scene, piece)[-1]


def _takes_quotation(scene: Scene, token: int) -> bool:
    cue = verb_cue(scene.tree, token)
    return cue is not None and "quote" in cue.takes


def _verbs(scene: Scene, piece: Piece) -> list[int]:
    """Give a piece's verbs, without *written* words and verbs that only carry another's."""
    tokens = scene.tokens
    verbs = (i for i in piece.tokens if tokens[i].pos == "VERB" and tokens[i].dep not in ("amod", "compound"))
    return [i for i in verbs if carried_verb(scene.tree, i) is None]


def _cue_after(scene: Scene, piece: Piece) -> int | None:
    """Find the cue that follows a quotation: *“…,” said Petrova*."""
    inner = scene.quotations[piece.before].inner
    first = piece.tokens[0]
    leads_on = scene.text[inner.end - 1] in _LEADS_ON or scene.tokens[first].text in (",", "—", "–")
    if not leads_on or _is_embedded(scene, piece.before) or scene.tokens[first].tag == "WRB":
        return None
    verb = next((i for i in _verbs(scene, piece) if scene.tokens[i].dep not in _ASIDE), None)
    if verb is None or _only_adds(scene, verb):
        return None
    plain = (
        scene.text[inner.end - 1] == "," and _is_sentence(scene, piece.before) and _has_subject(scene, verb)
    )
    return verb if _takes_quotation(scene, verb) or plain else None


def _only_adds(scene: Scene, verb: int) -> bool:
    """Tell a participle that hangs on another verb: *…, suggesting that*, *asked whether he would, …*."""
    if relayed(scene.tree, verb):
        return False
    participle = scene.tokens[verb].tag in ("VBG", "VBN") and scene.tree.kid(verb, "aux", "auxpass") is None
    return participle and not _has_subject(scene, verb)


def _is_opening(scene: Scene, verb: int) -> bool:
    """Tell the participle that opens *Asked about it, she said: “…”*."""
    token = scene.tokens[verb]
    return token.dep == "advcl" and token.tag in ("VBN", "VBD") and not _has_subject(scene, verb)


def _has_subject(scene: Scene, verb: int) -> bool:
    subject = scene.tree.kid(verb, "nsubj")
    return subject is not None and scene.inside[subject] < 0


def _is_embedded(scene: Scene, q: int) -> bool:
    """Tell words in marks that are part of the report's own clause: *it was “a disgrace,” she said*."""
    before = scene.text[max(scene.quotations[q].span.start - 9, 0) : scene.quotations[q].span.start].rstrip()
    return not _opens_passage(scene, q) and before[-1:].isalnum()


def _cue_before(scene: Scene, piece: Piece) -> int | None:
    """Find the cue that leads to a quotation: *Petrova said: “…”*."""
    last = piece.tokens[-1]
    verbs = _verbs(scene, piece)
    cues = [i for i in verbs if _takes_quotation(scene, i) and not _is_opening(scene, i)]
    if scene.tokens[last].text == ":":
        cues = cues or [i for i in verbs if _has_subject(scene, i)]
        return cues[-1] if cues else None
    if not cues:
        return None
    leads = scene.tokens[last].text == "," and cues[-1] == verbs[-1]
    beside = cues[-1] == last and scene.tokens[last].tag != "VB"
    return cues[-1] if leads or beside else None


def with_following(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Add to each draft the quotations that follow it without a cue of their own.

    One in the same passage, or at the start of the next, belongs to who spoke last (so the guidelines
    of PolNeAR: Newell, Margolin and Ruths, LREC 2018). Drafts stand in the order of their anchors.
    """
    owner = _owners(scene, drafts)
    grown = list(drafts)
    last: int | None = None
    waiting = 0
    for q, quotation in enumerate(scene.quotations):
        while (
            waiting < len(drafts) and scene.tokens[drafts[waiting].anchor].span.start < quotation.span.start
        ):
            last = _next_speaker(scene, drafts, last, waiting)
            waiting += 1
        heir = owner.get(q)
        if heir is None:
            heir = owner.get(q - 1) if quotation.goes_on else _speaker_for(scene, drafts, last, q, owner)
            if heir is not None:
                owner[q] = heir
                grown[heir] = grown[heir].with_more(scene.text, (quotation.span,))
    return grown


def _owners(scene: Scene, drafts: Sequence[Draft]) -> dict[int, int]:
    """Tell for each quotation which draft's content has it already."""
    starts = [quotation.span.start for quotation in scene.quotations]
    owner: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        for span in draft.content:
            first = max(bisect_right(starts, span.start) - 1, 0)
            for q in range(first, bisect_right(starts, span.end - 1)):
                if scene.quotations[q].span.meets(span):
                    owner.setdefault(q, n)
    return owner


def _next_speaker(scene: Scene, drafts: Sequence[Draft], last: int | None, n: int) -> int | None:
    """Tell who has the floor after a draft; an aside in a quoted speaker's sentence takes it from no one."""
    if drafts[n].cue.act != "say":
        return last
    if last is None or drafts[n].pattern == "quotation" or drafts[last].pattern != "quotation":
        return n
    return last if scene.sentence[drafts[n].anchor] == scene.sentence[drafts[last].anchor] else n


def _speaker_for(
    scene: Scene, drafts: Sequence[Draft], last: int | None, q: int, owner: Mapping[int, int]
) -> int | None:
    """Tell who speaks a quotation that is a sentence by itself; None where that is not plain."""
    if last is None or not _is_sentence(scene, q):
        return None
    here, there = scene.passage_at(scene.quotations[q].span.start), scene.passage[drafts[last].anchor]
    if here == there:
        return last
    goes_over = here == there + 1 and _opens_passage(scene, q) and owner.get(q - 1) == last
    return last if goes_over else None


def _opens_passage(scene: Scene, q: int) -> bool:
    start = scene.quotations[q].span.start
    return not scene.text[scene.passages[scene.passage_at(start)].span.start : start].strip()


def _is_sentence(scene: Scene, q: int) -> bool:
    """Tell a sentence in marks from a title or a scare quote."""
    quotation = scene.quotations[q]
    words = quotation.inner.words(scene.text).split()
    before = scene.text[max(quotation.span.start - 9, 0) : quotation.span.start].rstrip()
    starts = _opens_passage(scene, q) or before.endswith(tuple(".!?:)]" + MARKS))
    return starts and len(words) >= _FEWEST_WORDS and not words[0][:1].islower()
