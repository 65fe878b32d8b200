"""When a statement was made: the time that governs its cue, not the nearest one."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.dates.clause import is_planned
from reportedly.dates.dating import Dating, Expression
from reportedly.dates.days import exact_day
from reportedly.dates.reprints import anchor_of
from reportedly.language.reading import Reading
from reportedly.language.tree import climb, head_in, sentence_at, tokens_in
from reportedly.spans import Span, hull
from reportedly.statements.sense import is_cue
from reportedly.statements.statement import Statement

# Verbs whose time is the time of the speech: "speaking on Monday, she said", "a letter sent on Monday says".
_SPEAKING = frozenset({
    "speak", "talk", "address", "write", "answer", "testify", "tweet", "appear", "respond", "ask",
    "release", "publish", "issue", "post", "send", "date", "air", "broadcast", "discuss", "comment",
})  # fmt: skip
# What was said in an interview was said before it came out.
_COMING_OUT = frozenset({"release", "publish", "post", "air", "broadcast", "print"})
_INTERVIEWS = frozenset({"interview", "conversation", "podcast"})
_TALKS = _INTERVIEWS | {
    "address", "appearance", "briefing", "call", "conference", "hearing", "meeting", "rally", "remark",
    "session", "speech", "summit", "talk", "testimony",
}  # fmt: skip
# Words after which a time belongs to something else: "said after the 2016 vote", "said of last year".
_ELSEWHEN = frozenset({
    "after", "before", "since", "until", "till", "following", "about", "over", "for", "by", "ahead", "than",
    "regarding", "of", "between", "as", "against",
})  # fmt: skip
_DOCUMENTS = frozenset({
    "memo", "memorandum", "letter", "statement", "report", "tweet", "post", "interview", "message", "email",
    "note", "article", "editorial", "transcript", "filing", "release", "communique", "bulletin", "telegram",
})  # fmt: skip
_FARTHEST = 12
_SUBJECTS = ("nsubj", "nsubjpass")


def said_on(
    statement: Statement,
    text: str,
    reading: Reading,
    expressions: Sequence[Expression],
    published: Dating | None,
) -> Dating | None:
    """Tell when a statement was made, by the time expression that governs its cue, or None.

    Never a time within the content, and never the report's own date. A second verb of one subject has the
    time of the first where it has none of its own ("said on Monday … and added"). An expression that could
    not be dated gives its words and no date; so does one later than the report, and a planned act: what is
    still to be said has not been, so "this week" ends with the report's day. `evidence` is the expression
    and, where it was counted from a day that the report prints, that line too.
    """
    cue = _tokens_of(statement.cue, reading)
    if not cue:
        return None
    inside, credited = (set(_tokens_of(spans, reading)) for spans in (statement.content, statement.source))
    near = _within_reach(expressions, credited.union(cue), reading)
    outside = [one for one in near if not any(one.span.meets(content) for content in statement.content)]
    governing = [one for one in outside if _governs(one.span, cue, inside, credited, reading)]
    first = _first_verb(cue[-1], reading)
    if not governing and first is not None:
        governing = [one for one in near if _leads_to(one.span, first, inside, reading)]
    if not governing:
        return None
    nearest = min(governing, key=lambda one: _distance(one.span, statement.cue))
    words = nearest.span.words(text).lower()
    planned = words.startswith("later this") or any(is_planned(reading, token) for token in cue)
    if planned or _is_later(nearest, published):
        nearest = replace(nearest, edtf=None, basis=None)
    return _dating(_ended(nearest, published), text, anchor_of(text, published))


def _within_reach(
    expressions: Sequence[Expression], tokens: Collection[int], reading: Reading
) -> Sequence[Expression]:
    """Give the expressions from the first token's sentence to the last one's: no parse leads out of them."""
    start = reading.tokens[_sentence_start(reading, min(tokens))].span.start
    last = reading.sentences[sentence_at(reading, max(tokens))].last
    end = reading.tokens[last - 1].span.end
    first = bisect_right(expressions, start, key=lambda one: one.span.end)
    return expressions[first : bisect_left(expressions, end, key=lambda one: one.span.start)]


def _ended(expression: Expression, published: Dating | None) -> Expression:
    """End a stretch of days with the report's own."""
    day = exact_day(published.edtf) if published else None
    first, _, last = (expression.edtf or "").partition("/")
    if day is None or exact_day(last) is None or last <= day.isoformat():
        return expression
    end = day.isoformat()
    return replace(expression, edtf=end if first == end else f"{first}/{end}")


def _first_verb(cue: int, reading: Reading) -> int | None:
    """Give the verb whose subject and time a cue shares: "said … and added", "spoke …, warning"."""
    one = reading.tokens[cue]
    first = reading.tokens[one.head]
    near = range(_sentence_start(reading, cue), cue)
    own = any(reading.tokens[i].head == cue and reading.tokens[i].dep in _SUBJECTS for i in near)
    is_second = one.dep == "conj" and is_cue(first.lemma)
    goes_along = one.dep == "advcl" and one.tag == "VBG" and one.head < cue
    return one.head if first.pos == "VERB" and (is_second or goes_along) and not own else None


def _leads_to(span: Span, verb: int, barred: set[int], reading: Reading) -> bool:
    top = head_in(reading, span)
    return top is not None and top not in barred and _attached(top, [verb], barred, reading)


def _tokens_of(spans: Sequence[Span], reading: Reading) -> list[int]:
    return [token for span in spans for token in tokens_in(reading, span)]


def _is_later(expression: Expression, published: Dating | None) -> bool:
    day = exact_day(published.edtf) if published else None
    return bool(day and expression.edtf and expression.edtf[:10] > day.isoformat()[: len(expression.edtf)])


def _dating(expression: Expression, text: str, anchor: Dating | None) -> Dating:
    counted = expression.basis in ("tense-weekday", "arithmetic")
    line = anchor.evidence if anchor and counted else ()
    return Dating(expression.edtf, expression.span.words(text), expression.basis, (expression.span, *line))


def _distance(span: Span, cue: Sequence[Span]) -> tuple[int, int]:
    whole = hull(cue)
    return max(span.start - whole.end, whole.start - span.end), span.start


def _governs(span: Span, cue: Sequence[int], inside: set[int], credited: set[int], reading: Reading) -> bool:
    top = head_in(reading, span)
    if top is None:
        return False
    if top in credited:
        return _dates_source(top, credited, reading)
    return _attached(top, cue, inside | credited, reading) or _beside(span, cue, inside, credited, reading)


def _dates_source(top: int, credited: set[int], reading: Reading) -> bool:
    """Tell whether a time in the source is when it spoke: "a letter of Monday", not "the 2016 winner"."""
    for above in climb(reading, top):
        one = reading.tokens[above]
        if above not in credited or _is_elsewhen(reading, above):
            return False
        if one.pos in ("NOUN", "VERB", "PROPN"):
            return one.lemma in _DOCUMENTS or one.lemma in _SPEAKING
    return False


def _attached(top: int, cue: Sequence[int], barred: set[int], reading: Reading) -> bool:
    """Tell whether the parse leads from the expression up to the cue, through no other event."""
    if _dates_thing(top, reading):
        return False
    nouns = 0
    for above in climb(reading, top):
        if above in cue:
            return True
        one = reading.tokens[above]
        nouns += one.pos == "NOUN"
        if above in barred or nouns > 1 or _is_elsewhen(reading, above) or _is_event(reading, above):
            return False
    return False


def _dates_thing(top: int, reading: Reading) -> bool:
    """Tell a time that only tells a thing apart: "a 2016 visit" is not "a Thursday interview"."""
    one, thing = reading.tokens[top], reading.tokens[reading.tokens[top].head]
    in_front = one.dep in ("compound", "nummod", "amod", "nmod") and thing.span.start > one.span.start
    return in_front and thing.pos == "NOUN" and thing.lemma not in _DOCUMENTS | _TALKS


def _beside(span: Span, cue: Sequence[int], inside: set[int], credited: set[int], reading: Reading) -> bool:
    """Tell whether nothing but the source and bare nouns stand between the expression and the cue.

    This holds where the parse slips: "On Monday in Arden, the ministry's spokeswoman said". A time in
    front must open its sentence.
    """
    own = tokens_in(reading, span)
    fronted = own.start < cue[0]
    first = _sentence_start(reading, cue[0])
    if own.start < first or _sentence_start(reading, own.start) != first:
        return False
    between = range(first, cue[0]) if fronted else range(cue[-1] + 1, own.start)
    rest = [token for token in between if token not in credited and token not in own]
    if len(rest) > _FARTHEST:
        return False
    return not any(
        token in inside
        or _is_elsewhen(reading, token)
        or _is_event(reading, token)
        or _parts(reading, token, fronted)
        for token in rest
    )


def _is_elsewhen(reading: Reading, token: int) -> bool:
    one = reading.tokens[token]
    came_out = one.lemma in _COMING_OUT and reading.tokens[one.head].lemma in _INTERVIEWS
    return came_out or one.text.lower() in _ELSEWHEN


def _is_event(reading: Reading, token: int) -> bool:
    one = reading.tokens[token]
    return one.pos in ("VERB", "AUX") and one.lemma not in _SPEAKING


def _parts(reading: Reading, token: int, fronted: bool) -> bool:
    """Tell whether a word or mark opens another clause; a comma after a time in front does not."""
    one = reading.tokens[token]
    return one.pos in ("SCONJ", "CCONJ", "PRON") or (one.pos == "PUNCT" and not (fronted and one.text == ","))


def _sentence_start(reading: Reading, token: int) -> int:
    return reading.sentences[sentence_at(reading, token)].first
