"""When the statements of a report were made: by their own words, or by the occasion they share."""

import re
from collections.abc import Sequence

from reportedly.dates.dating import Dating, Expression
from reportedly.dates.days import WEEKDAY
from reportedly.dates.encounters import of_encounter, of_talk
from reportedly.dates.hearings import of_hearing
from reportedly.dates.occasions import of_occasion
from reportedly.dates.said import said_on
from reportedly.dates.scene import Scene
from reportedly.dates.utterances import of_same_act
from reportedly.language.reading import Reading
from reportedly.language.tree import tokens_in
from reportedly.passages.passage import Passage
from reportedly.statements.statement import Statement

_WEEKDAY = re.compile(WEEKDAY)


def all_said_on(
    text: str,
    passages: Sequence[Passage],
    reading: Reading,
    expressions: Sequence[Expression],
    published: Dating | None,
    statements: Sequence[Statement],
    speakers: Sequence[int | None],
) -> tuple[Dating | None, ...]:
    """Tell for each statement when it was made, or None where the report does not settle it.

    What a statement's own sentence tells goes first. Else it has the day of the occasion that it shares
    with a dated one: the same words again, the next sentence of the same speech, "during the meeting" that
    is dated elsewhere, "minutes after the vote", what the other one said whom a dated speaker met, what a
    witness of a hearing said, the same talk further on.
    `speakers` gives a number for the speaker of each statement, None where that is open. A day that is
    passed on has the basis `utterance`, one that comes from an event `happening`; `evidence` has the words
    of both places. Nothing is passed on to what was said before, often, or elsewhere, nor for its speaker's
    having spoken on a day of the news.
    """
    points = tuple(one for one in expressions if _is_point(one, text, reading))
    own = tuple(said_on(one, text, reading, points, published) for one in statements)
    scene = Scene(text, passages, reading, points, published, statements, speakers, own, list(own))
    # Each a second time, for what stands before a statement that was dated only now.
    for n in scene.order * 2:
        if scene.found[n] is None:
            found = of_occasion(scene, n) or of_same_act(scene, n)
            found = found or of_encounter(scene, n) or of_hearing(scene, n)
            scene.found[n] = found or of_talk(scene, n)
    return tuple(scene.found)


def _is_point(one: Expression, text: str, reading: Reading) -> bool:
    """Tell a point in time from a length, a habit, "recently", "the morning", and a day in a name."""
    if one.edtf is None and (one.type != "date" or one.value.endswith("_REF")):
        return one.type == "time" and bool(_WEEKDAY.search(one.span.words(text)))
    words = tokens_in(reading, one.span)
    # A line that is not parsed, such as a byline, names no day by the way.
    return not words or not _is_in_name(reading, words.start)


def _is_in_name(reading: Reading, token: int) -> bool:
    """Tell the last word of "Ardania Today" or "COAST TODAY" from the day."""
    before, one = reading.tokens[token - 1 : token + 1] if token else (None, reading.tokens[token])
    capital = one.text.lower() == "today" and one.text[0].isupper()
    return capital and before is not None and before.pos == "PROPN"
