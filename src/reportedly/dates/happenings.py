"""What a report tells in its own voice of a day: a landing, a vote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.dates.clause import is_planned, tense_at
from reportedly.dates.dating import Expression
from reportedly.dates.said import governs, tells_thing_apart
from reportedly.language.reading import Reading, Sentence
from reportedly.language.tree import head_in, tokens_in
from reportedly.passages.passage import Passage
from reportedly.spans import Span, trimmed
from reportedly.statements.quotes import find_quotations
from reportedly.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Happening:
    """A sentence of the report's own that tells what happened, and the expression that tells when."""

    span: Span
    expression: Expression


def find_happenings(
    text: str,
    passages: Sequence[Passage],
    reading: Reading,
    expressions: Sequence[Expression],
    statements: Sequence[Statement],
) -> tuple[Happening, ...]:
    """Find the sentences of the body whose main verb is in the past and has a date that is known.

    What somebody is credited with is no happening, and a sentence that credits somebody is a statement.
    """
    dated = tuple(one for one in expressions if one.edtf)
    credited = [span for one in statements for span in (*one.content, *one.cue)]
    body = [one for one in passages if one.kind == "body"]
    credited += [one.span for one in find_quotations(text, body)] if dated else ()
    found = (_happening(text, reading, sentence, dated, credited) for sentence in reading.sentences if dated)
    return tuple(one for one in found if one and any(passage.span.holds(one.span) for passage in body))


def _happening(
    text: str, reading: Reading, sentence: Sentence, dated: Sequence[Expression], credited: Sequence[Span]
) -> Happening | None:
    span = _span(text, reading, sentence)
    inside = [one for one in dated if span is not None and span.holds(one.span)]
    verb = _main_verb(reading, sentence) if inside else None
    if span is None or verb is None or any(one.meets(reading.tokens[verb].span) for one in credited):
        return None
    barred = {token for one in credited if one.meets(span) for token in tokens_in(reading, one)}
    return next((Happening(span, one) for one in _governing(inside, verb, barred, reading)), None)


def _span(text: str, reading: Reading, sentence: Sentence) -> Span | None:
    start, end = reading.tokens[sentence.first].span.start, reading.tokens[sentence.last - 1].span.end
    return trimmed(text, start, end)


def _main_verb(reading: Reading, sentence: Sentence) -> int | None:
    """Give the verb that the sentence hangs on, where it tells of the past."""
    for i in range(sentence.first, sentence.last):
        one = reading.tokens[i]
        if one.head == i and one.pos in ("VERB", "AUX"):
            past = one.tag == "VBD" or (one.tag in ("VBN", "VBG") and _has_past_helper(reading, i, sentence))
            return i if past and not is_planned(reading, i) else None
    return None


def _has_past_helper(reading: Reading, verb: int, sentence: Sentence) -> bool:
    helpers = reading.tokens[sentence.first : verb]
    return any(one.head == verb and one.dep in ("aux", "auxpass") and one.tag == "VBD" for one in helpers)


def _governing(
    expressions: Sequence[Expression], verb: int, barred: set[int], reading: Reading
) -> Iterator[Expression]:
    for one in expressions:
        head = head_in(reading, one.span)
        if head is None or head in barred or tells_thing_apart(head, reading):
            continue
        if tense_at(reading, head) != "past":
            continue
        if governs(one.span, (verb,), barred, set(), reading):
            yield one
