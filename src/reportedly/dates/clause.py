"""The clause that words stand in, and its tense."""

from collections.abc import Iterator
from typing import Literal

from reportedly.language.reading import Reading, Token
from reportedly.language.tree import climb

Tense = Literal["past", "future"]
_PLANNED = frozenset({"expect", "schedule", "plan", "slate", "set", "due", "aim", "tip", "book"})
# After these a past verb tells nothing: "he resigned ahead of Thursday's vote".
_OPEN_ENDED = frozenset({"before", "ahead", "until", "till", "by", "for"})
_MODALS = {"will": "future", "'ll": "future", "’ll": "future", "wo": "future", "shall": "future"}


def tense_at(reading: Reading, token: int) -> Tense | None:
    """Tell the tense of the clause that a time expression stands in; None where it settles nothing.

    A bare participle has the tense of its own ("published on Monday") unless it hangs on a future.
    """
    way = tuple(_way_to_verb(reading, token))
    if any(reading.tokens[i].text.lower() in _OPEN_ENDED for i in way) or _looks_ahead(reading, token, way):
        return None
    published = False
    for verb in climb(reading, token):
        one = reading.tokens[verb]
        if one.pos not in ("VERB", "AUX") or one.dep in ("aux", "auxpass"):
            continue
        if not _is_bare_participle(reading, verb):
            tense = _verb_tense(reading, verb)
            return "past" if published and tense is None and one.tag in ("VBZ", "VBP") else tense
        published = published or (one.dep == "acl" and one.tag == "VBN")
    return "past" if published else None


def is_planned(reading: Reading, verb: int) -> bool:
    """Tell whether an act is still to come, or may never: "will announce", "must decide", "plans to say"."""
    if any(helper.tag == "MD" for helper in _auxiliaries(reading, verb)):
        return True
    infinite = any(helper.tag == "TO" for helper in _auxiliaries(reading, verb))
    above = reading.tokens[verb].head
    return (
        infinite and above != verb and (reading.tokens[above].lemma in _PLANNED or is_planned(reading, above))
    )


def _is_bare_participle(reading: Reading, verb: int) -> bool:
    one = reading.tokens[verb]
    hangs = one.tag == "VBG" or (one.tag == "VBN" and one.dep in ("acl", "advcl"))
    return hangs and one.lemma not in _PLANNED and not _auxiliaries(reading, verb)


def _way_to_verb(reading: Reading, token: int) -> Iterator[int]:
    for above in climb(reading, token):
        if reading.tokens[above].pos in ("VERB", "AUX"):
            return
        yield above


def _looks_ahead(reading: Reading, token: int, way: tuple[int, ...]) -> bool:
    """Tell "ahead of the vote on Friday", where the parse may hang Friday on the verb."""
    verb = reading.tokens[way[-1] if way else token].head
    between = reading.tokens[verb + 1 : token]
    return any(one.text.lower() in ("ahead", "before") for one in between)


def _auxiliaries(reading: Reading, verb: int) -> list[Token]:
    near = reading.tokens[max(0, verb - 8) : verb + 3]
    return [one for one in near if one.head == verb and one.dep in ("aux", "auxpass")]


def _verb_tense(reading: Reading, verb: int) -> Tense | None:
    one, helpers = reading.tokens[verb], _auxiliaries(reading, verb)
    words = [helper.text.lower() for helper in helpers]
    if any(_MODALS.get(word) for word in words):
        return "future"
    if any(helper.tag in ("MD", "TO") for helper in helpers) or one.lemma in _PLANNED:
        return None
    if words:
        return _helped_tense(one.tag, words, helpers)
    return "past" if one.tag in ("VBD", "VBN") else None


def _helped_tense(tag: str, words: list[str], helpers: list[Token]) -> Tense | None:
    past_helper = any(helper.tag == "VBD" for helper in helpers)
    if tag == "VBG":
        return "future" if {"is", "are", "'s", "’s", "'re", "’re"} & set(words) else None
    if tag == "VBN":
        return "past" if past_helper or {"has", "have", "'ve", "’ve"} & set(words) else None
    return "past" if past_helper else None
