"""Which way words point that name a day and no direction, where their clause does not settle it."""

from reportedly.dates.clause import Tense, is_planned
from reportedly.language.reading import Reading
from reportedly.language.tree import climb

_AHEAD = frozenset({"by", "next", "upcoming"})
_TO_COME = frozenset(
    {"expect", "schedule", "plan", "slate", "set", "due", "aim", "likely", "hope", "prepare"}
)


# What a timetable tells in the present: "The talks open on Monday".
_SCHEDULED = frozenset({
    "start", "begin", "open", "close", "end", "meet", "expire", "resume", "leave", "arrive", "return",
})  # fmt: skip


def lean_at(reading: Reading, token: int) -> Tense:
    """Tell the likelier way: ahead for what is still to be done, or by when; else back, as in most news."""
    until = False
    for above in climb(reading, token):
        one = reading.tokens[above]
        if one.text.lower() in _AHEAD or one.lemma in _TO_COME:
            return "future"
        until = until or one.text.lower() in ("until", "till")
        if one.pos in ("VERB", "AUX"):
            return "future" if _is_ahead(reading, above, until=until) else "past"
    return "past"


def _is_ahead(reading: Reading, verb: int, *, until: bool) -> bool:
    one = reading.tokens[verb]
    scheduled = one.lemma in _SCHEDULED and one.tag in ("VBZ", "VBP")
    above = reading.tokens[one.head]
    if above.lemma == "be" and any(
        before.tag == "TO" and before.head == verb for before in reading.tokens[max(0, verb - 2) : verb]
    ):
        return above.tag in ("VBZ", "VBP")
    return scheduled or is_planned(reading, verb) or (until and one.tag != "VBD")
