"""When a statement was made: the time that governs its cue, not the nearest one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.dates.clause import is_planned
from reportedly.dates.dating import Dating, Expression
from reportedly.dates.days import WEEKDAY, exact_day, weekday_number
from reportedly.dates.reprints import anchor_of
from reportedly.language.reading import Reading, Token
from reportedly.language.tree import SUBJECTS, climb, head_in, sentence_at, tokens_in
from reportedly.spans import Span, hull
from reportedly.statements.chain import cue_verb
from reportedly.statements.sense import is_cue
from reportedly.statements.statement import Statement

# Verbs whose time is the time of the speech: "speaking on Monday, she said", "a letter sent on Monday says".
_SPEAKING = frozenset({
    "speak", "talk", "address", "write", "answer", "testify", "tweet", "appear", "respond", "ask",
    "release", "publish", "issue", "post", "send", "date", "air", "broadcast", "discuss", "comment",
})  # fmt: skip
# What two do together has the time of what they say to each other then.
_MEETING = frozenset({"meet", "phone", "visit", "host", "welcome", "receive", "greet"})
# What was said in an interview or written in a memo was so before it came out.
_COMING_OUT = frozenset({"release", "publish", "post", "air", "broadcast", "print", "issue", "send"})
_INTERVIEWS = frozenset({"interview", "conversation", "podcast"})
_UNDISCLOSED = _INTERVIEWS | {
    "memo", "memorandum", "note", "transcript", "email", "document", "paper", "book", "excerpt", "recording",
    "deposition", "draft", "dossier",
}  # fmt: skip
_MAKING = frozenset({
    "write", "file", "send", "issue", "date", "sign", "submit", "draft", "pen", "post", "lodge", "deliver",
    "make", "give", "release", "publish", "hold", "sue", "tweet", "announce", "conduct", "record", "tape",
})  # fmt: skip
TALKS = _INTERVIEWS | {
    "address", "appearance", "briefing", "call", "conference", "hearing", "meeting", "rally", "remark",
    "session", "speech", "summit", "talk", "testimony", "debate", "dinner", "event", "forum", "lecture",
    "lunch", "breakfast", "ceremony",
}  # fmt: skip
# Words after which a time belongs to something else: "said after the 2016 vote", "said of last year".
_ELSEWHEN = frozenset({
    "after", "before", "since", "until", "till", "following", "about", "over", "for", "by", "ahead", "than",
    "regarding", "of", "between", "as", "against",
})  # fmt: skip
DOCUMENTS = frozenset({
    "memo", "memorandum", "letter", "statement", "report", "tweet", "post", "interview", "message", "email",
    "note", "article", "editorial", "transcript", "filing", "release", "communique", "bulletin", "telegram",
    "lawsuit", "suit", "complaint", "petition", "announcement", "op-ed", "column", "essay",
})  # fmt: skip
_BY_THE_WAY = TALKS | DOCUMENTS | {"morning", "afternoon", "evening", "night"}
_FARTHEST = 12
_WEEKDAY_ALONE = re.compile(rf"(?:[Ee]arly |[Ll]ate )?({WEEKDAY})(?: (?:morning|afternoon|evening|night))?")
_TOMORROW = 6
# What a report tells of tomorrow as past was told by a clock ahead of its own: the small hours, elsewhere.
_SMALL_HOURS = re.compile(r"(?i)early|morning")
_LOCAL_TIME = re.compile(r"[ (,]{1,3}local time")
_MEANWHILE = frozenset({"when", "as", "while"})
# "As she said, it sank on Monday" does not tell when she said it.
_SAME_TIME = frozenset({"when", "while"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "TO"})
_AT_TALK = frozenset({"in", "at", "during", "on"})
# "Replied to Monday's vote": then it was over.
_UPON = frozenset({"to", "upon", "from"})
_PLAIN = frozenset({"ADP", "DET", "PRON", "ADJ", "NOUN", "PROPN", "PART"})


def said_on(
    statement: Statement,
    text: str,
    reading: Reading,
    expressions: Sequence[Expression],
    published: Dating | None,
) -> Dating | None:
    """Tell when a statement was made, by the time expression that governs its cue, or None.

    Never a time within the content, never the report's own date nor when an outlet reported, citing somebody.
    A second verb of one subject has the time of the first where it has none of its own ("said on Monday … and
    added"). An expression that could not be dated gives its words and no date; so does one later than the
    report, and a planned act: what is still to be said has not been, so "this week" ends with the report's
    day. `evidence` is the expression and, where it was counted from a day that the report prints, that line
    too.
    """
    told = statement.cue and not is_carried(statement, reading)
    governing = _governing(statement, reading, expressions) if told else []
    if not governing:
        return None
    nearest = min(governing, key=lambda one: _distance(one.span, statement.cue))
    anchor = anchor_of(text, published)
    verb = cue_verb(reading, statement.cue)
    if nearest.edtf is None and verb is not None and _is_past(reading, verb):
        nearest = by_tense_of_cue(nearest, text, anchor)
    words = nearest.span.words(text).lower()
    planned = any(is_planned(reading, token) for token in _tokens_of(statement.cue, reading))
    is_later = nearest in expressions and _is_later(nearest, published)
    if planned or words.startswith("later this") or is_later:
        nearest = replace(nearest, edtf=None, basis=None)
    return _dating(_ended(nearest, published), text, anchor)


def is_carried(statement: Statement, reading: Reading) -> bool:
    """Tell a cue that is its carrier's: "the paper reported on Monday, citing her" tells no day of hers."""
    verb = cue_verb(reading, statement.cue)
    carried = [span for spans in statement.via for span in spans]
    near = range(_sentence_start(reading, verb), verb) if verb is not None and carried else range(0)
    subjects = (reading.tokens[i] for i in near if reading.tokens[i].head == verb)
    return any(one.dep in SUBJECTS and any(span.holds(one.span) for span in carried) for one in subjects)


def _is_past(reading: Reading, verb: int) -> bool:
    """Tell a verb in the past tense, or one that goes along with such a verb: "spoke …, saying"."""
    one = reading.tokens[verb]
    first = _first_verb(verb, reading) if one.tag == "VBG" else None
    return one.tag == "VBD" or (first is not None and reading.tokens[first].tag == "VBD")


def _governing(statement: Statement, reading: Reading, expressions: Sequence[Expression]) -> list[Expression]:
    """Find the expressions that govern a statement's cue, or else the verb whose time it shares."""
    cue = _tokens_of(statement.cue, reading)
    inside, credited = (set(_tokens_of(spans, reading)) for spans in (statement.content, statement.source))
    near = _within_reach(expressions, credited.union(cue), reading)
    outside = [one for one in near if not any(one.span.meets(content) for content in statement.content)]
    governing = [one for one in outside if governs(one.span, cue, inside, credited, reading)]
    governing += [one for one in near if one not in outside and _hangs_on(one.span, cue, reading)]
    governing += [one for one in outside if one not in governing and _follows(one.span, statement, reading)]
    verb = cue_verb(reading, statement.cue)
    if verb is not None and not governing:
        governing = [one for one in outside if _is_then(one.span, verb, reading)]
    first = None if verb is None else _first_verb(verb, reading)
    if governing or first is None:
        return governing
    return [one for one in near if _leads_to(one.span, first, inside, reading)]


def by_tense_of_cue(expression: Expression, text: str, anchor: Dating | None) -> Expression:
    """Date a weekday by the past tense of its cue, where its own clause seemed to have another.

    "He told reporters Tuesday he wants peace." The weekday after the report's own stays open, but for its
    small hours and where the words say that a clock elsewhere tells it: that clock was ahead.
    """
    day = exact_day(anchor.edtf) if anchor else None
    match = _WEEKDAY_ALONE.fullmatch(expression.span.words(text))
    if day is None or match is None:
        return expression
    back = (day.weekday() - weekday_number(match[1])) % 7
    if back == _TOMORROW:
        if not (_SMALL_HOURS.search(match[0]) or _LOCAL_TIME.match(text, expression.span.end)):
            return expression
        back = -1
    return replace(expression, edtf=(day - timedelta(days=back)).isoformat(), basis="tense-weekday")


def _within_reach(
    expressions: Sequence[Expression], tokens: Collection[int], reading: Reading
) -> Sequence[Expression]:
    """Give the expressions from the first token's sentence to the last one's: no parse leads out of them."""
    start = reading.tokens[_sentence_start(reading, min(tokens))].span.start
    last = reading.sentences[sentence_at(reading, max(tokens))].last
    end = reading.tokens[last - 1].span.end
    first = bisect_right(expressions, start, key=lambda one: one.span.end)
    last_one = bisect_left(expressions, end, key=lambda one: one.span.start)
    return tuple(one for one in expressions[first:last_one] if one.tells_when)


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
    above = one.head
    if one.dep == "pcomp" and reading.tokens[above].lemma == "by":
        return reading.tokens[above].head
    if _is_meanwhile(reading, cue, _SAME_TIME):
        return above
    if _is_where(cue, reading):
        return next((i for i in climb(reading, cue) if i != cue and reading.tokens[i].pos == "VERB"), None)
    first = reading.tokens[above]
    near = range(_sentence_start(reading, cue), cue)
    own = any(reading.tokens[i].head == cue and reading.tokens[i].dep in SUBJECTS for i in near)
    is_second = one.dep == "conj" and (is_cue(first.lemma) or first.lemma in _SPEAKING | _MEETING)
    goes_along = one.dep == "advcl" and one.tag == "VBG" and above < cue
    return above if first.pos == "VERB" and (is_second or goes_along) and not own else None


def _is_where(cue: int, reading: Reading) -> bool:
    """Tell what is told of the talk that it was said at: "held a meeting where she said", "in which"."""
    one = reading.tokens[cue]
    thing = reading.tokens[one.head]
    between = reading.tokens[one.head + 1 : cue] if one.dep == "relcl" else ()
    return thing.lemma.lower() in TALKS and any(
        mark.text.lower() == "where" or (mark.text.lower() == "which" and mark.dep == "pobj")
        for mark in between
    )


def _hangs_on(span: Span, cue: Sequence[int], reading: Reading) -> bool:
    """Tell whether a day hangs on the cue itself, though words of the content stand around it.

    "He praised the crew on Tuesday for its courage": what is praised is no clause, so it has no time.
    """
    top = head_in(reading, span)
    if top is None or reading.tokens[top].pos != "PROPN":
        return False
    above = reading.tokens[top].head
    if reading.tokens[above].text.lower() == "on":
        above = reading.tokens[above].head
    return above in cue


def _follows(span: Span, statement: Statement, reading: Reading) -> bool:
    """Tell whether a time comes right after a content that is no clause: "praised the deal on Monday".

    So too "praised the deal in a tweet on Monday".
    """
    content = _tokens_of(statement.content, reading)
    own = tokens_in(reading, span)
    if not own or not max(_tokens_of(statement.cue, reading)) < content[0] <= content[-1] < own.start:
        return False
    between = [reading.tokens[i] for i in range(content[-1] + 1, own.start)]
    verbs = any(reading.tokens[i].tag in _FINITE for i in content)
    return not verbs and (
        [one.text.lower() for one in between] in ([], ["on"]) or _is_at_talk(between, own, reading)
    )


def _is_at_talk(between: Sequence[Token], own: range, reading: Reading) -> bool:
    """Tell whether words lead from a content to a time through where it was said: "at a rally on"."""
    if len(between) > _FARTHEST // 2 or between[0].text.lower() not in _AT_TALK:
        return False
    after = reading.tokens[own.stop : own.stop + 1]
    nouns = [one.lemma.lower() for one in (*between, *after) if one.pos in ("NOUN", "PROPN")]
    plain = all(one.pos in _PLAIN for one in between)
    return plain and not (TALKS | DOCUMENTS).isdisjoint(nouns)


def _is_then(span: Span, verb: int, reading: Reading) -> bool:
    """Tell a time that a clause takes up: "since last month, when she said", "in May in Arden, when"."""
    own = tokens_in(reading, span)
    if not own or reading.tokens[verb].dep not in ("advcl", "relcl"):
        return False
    between = reading.tokens[own.stop : verb]
    when = next((i for i, one in enumerate(between) if one.text.lower() == "when"), len(between))
    taken_up = when <= _FARTHEST // 2 and when < len(between) and between[when].head == verb
    return taken_up and all(one.pos in _PLAIN or one.text == "," for one in between[:when])


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
    evidence = (expression.span, *expression.evidence, *line)
    return Dating(expression.edtf, expression.span.words(text), expression.basis, evidence)


def _distance(span: Span, cue: Sequence[Span]) -> tuple[int, int]:
    whole = hull(cue)
    return max(span.start - whole.end, whole.start - span.end), span.start


def governs(span: Span, cue: Sequence[int], inside: set[int], credited: set[int], reading: Reading) -> bool:
    """Tell whether a time expression is that of a verb (the tokens `cue`), not of another event.

    `inside` are tokens of the content and `credited` those of the source.
    """
    top = head_in(reading, span)
    if top is None:
        return False
    if top in credited:
        return _dates_source(top, credited, reading)
    if _is_of_speaker(top, credited, reading):
        return True
    if _is_answered(top, reading):
        return False
    return _attached(top, cue, inside | credited, reading) or _beside(span, cue, inside, credited, reading)


def _dates_source(top: int, credited: set[int], reading: Reading) -> bool:
    """Tell whether a time in the source is when it spoke: "a letter of Monday", not "the 2016 winner"."""
    for above in climb(reading, top):
        one = reading.tokens[above]
        if above not in credited or _is_elsewhen(reading, above):
            return False
        if one.pos in ("NOUN", "VERB", "PROPN"):
            return one.lemma in DOCUMENTS or one.lemma in _SPEAKING
    return False


def _is_of_speaker(top: int, credited: set[int], reading: Reading) -> bool:
    """Tell a time that is told of the speaker by the way: "Petrova, who spoke on Monday, said"."""
    for above in climb(reading, top):
        one = reading.tokens[above]
        if one.pos == "VERB":
            then = one.lemma in _SPEAKING and one.tag == "VBD"
            return then and one.dep == "relcl" and one.head in credited
        if one.pos not in ("ADP", "PROPN", "NOUN") or _is_elsewhen(reading, above):
            return False
    return False


def _attached(top: int, cue: Sequence[int], barred: set[int], reading: Reading) -> bool:
    """Tell whether the parse leads from the expression up to the cue, through no other event."""
    if tells_thing_apart(top, reading):
        return False
    nouns = 0
    for above in climb(reading, top):
        if above in cue:
            return True
        one = reading.tokens[above]
        nouns += one.pos == "NOUN" and one.lemma not in _BY_THE_WAY
        if above in barred or nouns > 1 or _is_elsewhen(reading, above) or _is_event(reading, above):
            return False
    return False


def _is_answered(top: int, reading: Reading) -> bool:
    """Tell a time of what a statement only replies to: "in reply to Monday's vote"."""
    thing = reading.tokens[reading.tokens[top].head]
    owned = reading.tokens[top].dep == "poss" and thing.dep == "pobj"
    return owned and reading.tokens[thing.head].text.lower() in _UPON


def tells_thing_apart(top: int, reading: Reading) -> bool:
    """Tell a time that only tells a thing apart: "a 2016 visit", not "a Thursday interview".

    `top` is the time's token that its others depend on.
    """
    one, thing = reading.tokens[top], reading.tokens[reading.tokens[top].head]
    in_front = one.dep in ("compound", "nummod", "amod", "nmod") and thing.span.start > one.span.start
    return in_front and thing.pos == "NOUN" and thing.lemma not in DOCUMENTS | TALKS


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
    after = cue[-1] + 1 if cue[-1] < own.start else cue[0] + 1
    between = range(first, cue[0]) if fronted else range(after, own.start)
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
    came_out = one.lemma in _COMING_OUT and reading.tokens[one.head].lemma.lower() in _UNDISCLOSED
    return came_out or one.text.lower() in _ELSEWHEN


def _is_event(reading: Reading, token: int) -> bool:
    one = reading.tokens[token]
    return (
        one.pos in ("VERB", "AUX")
        and one.lemma not in _SPEAKING
        and not _is_meanwhile(reading, token)
        and not _leads_in(reading, token)
        and not _is_making(reading, token)
    )


def _is_making(reading: Reading, verb: int) -> bool:
    """Tell the making of a document or a talk: "a suit filed on Monday", "a rally held on Monday"."""
    one = reading.tokens[verb]
    thing = reading.tokens[one.head]
    added = one.dep == "acl" and one.tag in ("VBN", "VBD") and one.head < verb
    return added and thing.lemma.lower() in DOCUMENTS | TALKS and makes(one.lemma, thing.lemma.lower())


def makes(verb: str, thing: str) -> bool:
    """Tell whether a verb is for making a thing, not for letting others see what was made before."""
    return verb in _MAKING and not (verb in _COMING_OUT and thing in _UNDISCLOSED)


def _is_meanwhile(reading: Reading, verb: int, wanted: Collection[str] = _MEANWHILE) -> bool:
    """Tell a clause that has the time of the one it hangs on: "when the two met on Monday, she said"."""
    one = reading.tokens[verb]
    before = reading.tokens[_sentence_start(reading, verb) : verb]
    marks = (mark.text.lower() for mark in before if mark.head == verb and mark.dep in ("advmod", "mark"))
    marked = any(mark in wanted for mark in marks)
    return one.dep == "advcl" and marked and one.tag in ("VBD", "VBN", "VBG")


def _leads_in(reading: Reading, verb: int) -> bool:
    """Tell what goes along with the verb after it: "visiting the port on Monday, she said"."""
    one = reading.tokens[verb]
    near = reading.tokens[max(_sentence_start(reading, verb), verb - 2) : verb]
    alone = not any(other.head == verb and other.dep in ("aux", "mark", "advmod") for other in near)
    return one.dep == "advcl" and one.tag == "VBG" and one.head > verb and alone


def _parts(reading: Reading, token: int, fronted: bool) -> bool:
    """Tell whether a word or mark opens another clause; a comma after a time in front does not."""
    one = reading.tokens[token]
    return one.pos in ("SCONJ", "CCONJ", "PRON") or (one.pos == "PUNCT" and not (fronted and one.text == ","))


def _sentence_start(reading: Reading, token: int) -> int:
    return reading.sentences[sentence_at(reading, token)].first
