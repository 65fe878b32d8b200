"""Statements that are one act of speech: what one of them tells of its day holds for the other."""

from collections.abc import Iterator, Sequence

from reportedly.dates.dating import Dating, Expression
from reportedly.dates.days import exact_day
from reportedly.dates.said import is_carried
from reportedly.dates.scene import Scene
from reportedly.language.reading import Token
from reportedly.language.tree import tokens_in

_WRITING = frozenset({"tweet", "write", "post", "publish", "email"})
_WRITTEN = frozenset({
    "tweet", "letter", "statement", "post", "email", "memo", "message", "editorial", "article", "op-ed",
    "column", "essay", "twitter", "facebook", "note", "report", "book",
})  # fmt: skip
_ADDING = frozenset({"add", "continue", "conclude"})
_ANNOUNCING = frozenset({"statement", "announcement", "release", "communique"})
# How far apart two statements of one speech may stand in sentences, and how many of others' between them.
_SENTENCES, _OTHERS = 2, 2
# "After she announced a levy, the price rose."
_ANOTHER_TIME = frozenset({"after", "before", "since", "until", "once", "if", "when"})


def of_same_act(scene: Scene, n: int) -> Dating | None:
    """Date a statement by another one of its speaker that is sure to be the same act of speech, or None."""
    return (
        _of_same_words(scene, n)
        or _borne_out(scene, n)
        or _of_headline(scene, n)
        or _alongside(scene, n)
        or _continued(scene, n)
        or _led_to(scene, n)
    )


def _of_same_words(scene: Scene, n: int) -> Dating | None:
    """Find the dated statement that quotes the same run of words."""
    runs = scene.runs[n]
    twins = (k for k in scene.order if runs and k != n and not runs.isdisjoint(scene.runs[k]))
    giver = next((k for k in twins if scene.can_give(k, n)), None)
    return None if giver is None else scene.passed_on(giver)


def _borne_out(scene: Scene, n: int) -> Dating | None:
    """Find the dated statement of whose words one or two are quoted, and here are quoted in full.

    "On Monday she called the pier “insane” … “It’s insane,” she said."
    """
    if not scene.statements[n].quoted or scene.is_of_its_own_time(n) or names_its_own(scene, n):
        return None
    full = " ".join(scene.quoted_words(n))
    same = (k for k in scene.order if k != n and scene.has_day(k) and scene.can_give(k, n))
    givers = [k for k in same if any(f" {piece} " in f" {full} " for piece in scene.pieces(k))]
    days = {dating.edtf for k in givers if (dating := scene.found[k])}
    return scene.passed_on(givers[0]) if len(days) == 1 else None


def _of_headline(scene: Scene, n: int) -> Dating | None:
    """Give a headline the day of its speaker's first statement in the body: with its verb or its matter."""
    if scene.kind(n) != "headline":
        return None
    same = [k for k in scene.order if scene.kind(k) == "body" and scene.speakers[k] == scene.speakers[n]]
    verb = [k for k in same if scene.lemma(n) is not None and scene.lemma(k) == scene.lemma(n)]
    matter = [k for k in same[:1] if scene.has_day(k) and scene.matter(k) & scene.matter(n)]
    first = next(iter(verb or matter), None)
    return scene.passed_on(first) if first is not None and scene.can_give(first, n) else None


def _alongside(scene: Scene, n: int) -> Dating | None:
    """Give a verb the day of a dated cue that goes along with it.

    "Pleading on Monday for calm, she warned"; "she warned of ice on Monday, saying".
    """
    verb = scene.verbs[n]
    if verb is None or scene.is_of_its_own_time(n):
        return None
    givers = (giver for giver in scene.order if giver != n and scene.can_give(giver, n))
    giver = next((giver for giver in givers if _goes_along(scene, scene.verbs[giver], verb)), None)
    return None if giver is None else scene.passed_on(giver)


def _goes_along(scene: Scene, giver: int | None, verb: int) -> bool:
    if giver is None:
        return False
    first, second = (scene.reading.tokens[i] for i in sorted((giver, verb)))
    along = first if first.head == max(giver, verb) else second
    other = second if along is first else first
    hangs = scene.reading.tokens[along.head] is other
    return hangs and ((along.dep == "advcl" and along.tag == "VBG") or (along.dep == "conj" and giver < verb))


def _continued(scene: Scene, n: int) -> Dating | None:
    """Give a statement the day of the same speaker's last one, where it goes on with the same speech."""
    if stands_apart(scene, n):
        return None
    before = scene.order[: scene.ranks[n]]
    same = (k for k in reversed(before) if scene.speakers[k] == scene.speakers[n])
    last = next((k for k in same if not _is_aside(scene, k)), None)
    if last is None or not scene.can_give(last, n):
        return None
    between = before[scene.ranks[last] + 1 :]
    others = sum(scene.statements[k].within is None for k in between)
    return scene.passed_on(last) if others <= _OTHERS and goes_on(scene, last, n) else None


def _led_to(scene: Scene, n: int) -> Dating | None:
    """Give a statement the day of the quotation that bears it out, right after it.

    "She warned of ice. “…,” she said on Monday."
    """
    if stands_apart(scene, n):
        return None
    after = scene.order[scene.ranks[n] + 1 :]
    giver = next((k for k in after if scene.statements[k].within is None), None)
    if giver is None or scene.own[giver] is None or scene.statements[giver].kind != "direct":
        return None
    can_give = scene.can_give(giver, n) and not scene.is_of_its_own_time(giver)
    return scene.passed_on(giver) if can_give and goes_on(scene, n, giver) else None


def stands_apart(scene: Scene, n: int) -> bool:
    """Tell a statement that shares no other's time: a thought, one within another, one of its own time.

    "She said as she stood by the lock" has an occasion of its own.
    """
    verb, statement = scene.verbs[n], scene.statements[n]
    if verb is None or statement.act != "say" or statement.within is not None:
        return True
    if is_carried(statement, scene.reading):
        return True
    after = [one for one in scene.below(verb) if one.span.start > scene.reading.tokens[verb].span.start]
    own = any(one.dep == "advcl" and one.tag == "VBD" for one in after)
    own = own or any(
        one.dep in ("mark", "advmod") and one.text.lower() in _ANOTHER_TIME for one in scene.below(verb)
    )
    return own or scene.is_of_its_own_time(n) or _is_aside(scene, n)


def _is_aside(scene: Scene, n: int) -> bool:
    """Tell what is told beside the story: "the pact that she called mad and mocked"."""
    verb, tokens = scene.verbs[n], scene.reading.tokens
    while verb is not None and tokens[verb].dep == "conj" and tokens[verb].head < verb:
        verb = tokens[verb].head
    return verb is not None and tokens[verb].dep == "relcl"


def goes_on(scene: Scene, last: int, n: int) -> bool:
    """Tell whether the second of two statements of one speaker goes on with the speech of the first."""
    first, second = scene.verbs[last], scene.verbs[n]
    if first is None or second is None or first > second:
        return False
    start, end = scene.sentence(first), scene.sentence(second)
    near = _is_near(scene, start, end, n)
    tags = [scene.reading.tokens[verb].tag for verb in (first, second)]
    same_tense = scene.is_past(second) or tags[0] == tags[1]
    return (
        near and same_tense and _same_medium(scene, last, n) and not _other_time(scene, start, end, last, n)
    )


def _is_near(scene: Scene, start: range, end: range, n: int) -> bool:
    """Tell whether little stands between two sentences; "she added" may come after a long answer."""
    between = [one for one in scene.reading.sentences if start.start < one.first < end.start]
    said = scene.said_by(scene.speakers[n])
    idle = [one for one in between if not any(i in said for i in range(one.first, one.last))]
    return len(idle if _takes_up(scene, n) else between) <= _SENTENCES


def _takes_up(scene: Scene, n: int) -> bool:
    """Tell "she added", "Petrova also said" and "she said"."""
    verb = scene.verbs[n]
    also = verb is not None and any(one.text.lower() == "also" for one in scene.below(verb))
    return also or scene.lemma(n) in _ADDING or not scene.source_heads(n)


def _announces(scene: Scene, giver: int, n: int) -> bool:
    """Tell an announcement from what was "said in a statement": such statements announce."""
    return scene.lemma(giver) == "announce" and scene.occasion_noun(n) in _ANNOUNCING


def _same_medium(scene: Scene, last: int, n: int) -> bool:
    """Tell whether two statements may be one speech or one text: none names an occasion of its own."""
    if _announces(scene, last, n):
        return True
    occasion = scene.occasion_noun(n)
    around = scene.words_around(last)
    if (occasion is not None and occasion not in around) or not around.issuperset(_hearers(scene, n)):
        return False
    wrote, writes = (_is_written(scene, k) for k in (last, n))
    return wrote == writes or (wrote and (bool(scene.statements[n].quoted) or scene.lemma(n) in _ADDING))


def names_its_own(scene: Scene, n: int) -> bool:
    """Tell a statement that names where it was made or to whom: an interview, a letter, an outlet."""
    return scene.occasion_noun(n) is not None or _is_written(scene, n) or any(_hearers(scene, n))


def _hearers(scene: Scene, n: int) -> Iterator[str]:
    """Give the names of whom or what a statement was made to or on: "told the Herald", "said on Sund TV".

    Not of a person of the story: who was told, or praised, on its own day was there.
    """
    verb, tokens = scene.verbs[n], scene.reading.tokens
    told = [tokens[i] for span in scene.statements[n].addressee for i in tokens_in(scene.reading, span)]
    for i in scene.sentence(verb) if verb is not None else ():
        if tokens[i].dep == "prep" and tokens[i].head == verb and tokens[i].text.lower() == "on":
            told += [one for one in scene.below(i) if not _tells_time(scene, one)]
    yield from (one.lemma.lower() for one in told if one.pos == "PROPN" and not _is_of_the_story(scene, one))


def _is_of_the_story(scene: Scene, one: Token) -> bool:
    """Tell a word of the name of a person who makes a dated statement too."""
    persons = (name.span for name in scene.reading.names if name.type == "person")
    name = next((span for span in persons if span.holds(one.span)), None)
    heads = (i for k, dating in enumerate(scene.found) if dating for i in scene.source_heads(k))
    return name is not None and any(
        scene.reading.tokens[i].text in name.words(scene.text).split() for i in heads
    )


def _tells_time(scene: Scene, token: Token) -> bool:
    return any(one.span.meets(token.span) for one in scene.expressions)


def _is_written(scene: Scene, n: int) -> bool:
    """Tell a statement that was written, or whose sentence names something written."""
    return scene.lemma(n) in _WRITING or not _WRITTEN.isdisjoint(scene.nouns_around(n))


def _other_time(scene: Scene, start: Sequence[int], end: Sequence[int], last: int, n: int) -> bool:
    """Tell whether the report turns to a time between two sentences that is not the second one's own.

    A time to come is no turn, nor is the first one's day.
    """
    known, first = scene.found[n], scene.found[last]
    own = known.evidence if known else ()
    tokens = scene.reading.tokens
    begin, stop = tokens[start[-1]].span.end, tokens[end[-1]].span.end
    between = [one for one in scene.told if begin <= one.span.start < stop and one.span not in own]
    same = first.edtf if first else None
    return any(not (_is_to_come(scene, one) or (same and one.edtf == same)) for one in between)


def _is_to_come(scene: Scene, one: Expression) -> bool:
    day = exact_day(scene.published.edtf) if scene.published else None
    return day is not None and (one.edtf or one.value[: len("2021-06-03")]) > day.isoformat()
