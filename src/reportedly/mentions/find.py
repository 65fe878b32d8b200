"""Who is meant by the words that name a source, a carrier or an addressee, within one report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.language.reading import Reading, Token
from reportedly.language.tree import grow_tree, tokens_in
from reportedly.mentions.cast import Member, bring_in
from reportedly.mentions.descriptions import is_definite, is_organisation, is_plural, resolve_description
from reportedly.mentions.later import join_named_later
from reportedly.mentions.located import part_places
from reportedly.mentions.mention import Chain, Coreference, Form, Mention, PartyType
from reportedly.mentions.names import fold
from reportedly.mentions.naming import find_names
from reportedly.mentions.newcomers import bring_in_newcomers
from reportedly.mentions.pronouns import (
    Found,
    learn_genders,
    other_pronouns,
    resolve_pronoun,
    resolve_relative,
    weigh_pronouns,
)
from reportedly.mentions.scene import Scene
from reportedly.mentions.spelling import misspells
from reportedly.mentions.spoken import FIRST_PERSON, NEUTER, PLURAL, resolve_i, resolve_it, resolve_they
from reportedly.mentions.titles import (
    OUTLETS,
    PERSON_NOUNS,
    TIMES,
    UTTERED,
    can_speak,
    gender_of,
    is_title,
    may_be,
    names_organisation,
)
from reportedly.passages.passage import Passage
from reportedly.spans import Span, hull
from reportedly.statements.statement import Statement

_RELATIVES = ("who", "whom", "which")
# Nouns that only say what is named before them: "the Harbour Gazette newspaper".
_BEARS_NAME = OUTLETS | {"airline", "company", "firm", "service"}
_UNSAID = frozenset({"i", "we", "you", "me", "us", "which", "that", "what", "this", "these", "self"})
# Pronouns that tell of people without telling who: "some argue", "others say", "one said".
_SOME = frozenset({
    "all", "another", "both", "few", "many", "most", "one", "other", "others", "several", "some", "those",
})  # fmt: skip


def find_mentions(
    text: str, passages: Sequence[Passage], reading: Reading, statements: Sequence[Statement]
) -> Coreference:
    """Find a report's parties, and whom each source, carrier and addressee means.

    Names make the parties; bare surnames, titles and pronouns are added where one party alone can be
    meant, each with its reason. Words that could mean two stay open; "two officials" make an unnamed
    party of their own. Spans count in `text`; the same report gives the same result in any pile.
    """
    scene = open_scene(text, passages, reading, statements)
    weigh_pronouns(scene)
    _listen(scene)
    _hear_first_person(scene)
    _add_pronouns(scene)
    return _close(scene)


def open_scene(
    text: str, passages: Sequence[Passage], reading: Reading, statements: Sequence[Statement]
) -> Scene:
    """Bring in the parties that a report names, before it is asked whom any other words mean."""
    sources = [hull(one.source) for one in statements if one.source]
    tree = grow_tree(reading)
    members = bring_in(text, reading, tree, find_names(text, passages, reading, sources))
    scene = Scene(text, passages, reading, statements, members, tree)
    learn_genders(scene)
    bring_in_newcomers(scene)
    join_named_later(scene)
    return scene


def _listen(scene: Scene) -> None:
    """Settle whom each source, carrier and addressee means."""
    for words, speaks in _stretches(scene.statements):
        span = hull(words)
        if span not in scene.meant and (found := _resolve(scene, words)):
            scene.meant[span] = found
        if speaks and span in scene.meant:
            scene.spoke.append((span.start, scene.meant[span][0]))


def _hear_first_person(scene: Scene) -> None:
    """Settle whom "I" means, when it is known whose words it stands in."""
    for words, _ in _stretches(scene.statements):
        head = scene.head(words)
        if head is not None and scene.tokens[head].text.lower() in FIRST_PERSON:
            found = _join(scene, scene.tokens[head].span, resolve_i(scene, head), "pronoun")
            if found is not None:
                scene.meant[hull(words)] = found


def _add_pronouns(scene: Scene) -> None:
    """Add the pronouns that no statement asks for to the parties that they mean."""
    known = {mention.span for member in scene.members for mention in member.mentions}
    for token, (member, reason, likely) in other_pronouns(scene):
        span = scene.tokens[token].span
        if span not in known:
            told = reason.format(member.chain(scene.text).name)
            member.mentions.append(Mention(span, "pronoun", told, likely))


def _stretches(statements: Iterable[Statement]) -> list[tuple[tuple[Span, ...], bool]]:
    """List the words that name someone in a statement, in text order, and whether they are a source."""
    found = {
        (words, words == one.source)
        for one in statements
        for words in (one.source, *one.via, one.addressee)
        if words
    }
    return sorted(found, key=lambda pair: (pair[0][0].start, pair))


def _resolve(scene: Scene, words: tuple[Span, ...]) -> tuple[Member, Span] | None:
    head = scene.head(words)
    if head is None or _is_whose(scene, head):
        return None
    together = _together(scene, words, head)
    if together:
        return together
    named = _named(scene, words, head)
    if named is not None:
        _name_unnamed(scene, head, named)
        return _respelt(scene, named)
    # "He" is a surname too, and hardly ever the one that is meant.
    surname = _of_surname(scene, words) if scene.tokens[head].pos != "PRON" else None
    missed = _join(scene, hull(words), surname, "surname")
    if missed is not None:
        return missed
    word = scene.tokens[head].text.lower()
    if word in _SOME:
        return _new(
            scene, hull(words), "no name is given", Member("unnamed", plural=word not in ("another", "one"))
        )
    if scene.tokens[head].pos == "PRON" or word in _UNSAID:
        return _pronoun(scene, head, word)
    owner = scene.tree.kid(head, "poss") if scene.tokens[head].lemma.lower() in UTTERED else None
    if owner is not None:
        return _resolve(scene, (_owner_words(scene, owner),))
    return _join(scene, hull(words), resolve_description(scene, head), "title") or _unnamed(
        scene, words, head
    )


def _of_surname(scene: Scene, words: tuple[Span, ...]) -> Found | None:
    """Find the one person of a surname that the parse took for no name, as it may in a headline."""
    word = hull(words).words(scene.text)
    if not word.isalpha() or not word[0].isupper():
        return None
    surname = (fold(word),)
    bearers = [m for m in scene.members if any(name.bare[-1:] == surname for name in m.names)]
    is_told = len(bearers) == 1 and bearers[0].type == "person"
    return (bearers[0], "surname of {}", 0.75) if is_told else None


def _owner_words(scene: Scene, owner: int) -> Span:
    """Give the words of whose remarks they are, without the "'s"."""
    words = [i for i in scene.tree.subtree(owner) if scene.tokens[i].tag != "POS"]
    return Span(scene.tokens[min(words)].span.start, scene.tokens[max(words)].span.end)


def _is_whose(scene: Scene, head: int) -> bool:
    """Tell whether the words lean on a party that is not read: "whose office"."""
    return any(scene.tokens[kid].tag == "WP$" for kid in scene.tree.kids(head, "poss"))


def _pronoun(scene: Scene, head: int, word: str) -> tuple[Member, Span] | None:
    if word in _RELATIVES:
        return _join(scene, scene.tokens[head].span, resolve_relative(scene, head), "pronoun")
    resolve = resolve_they if word in PLURAL else resolve_it if word in NEUTER else resolve_pronoun
    found = resolve(scene, head)
    return _join(scene, scene.tokens[head].span, found, "pronoun")


def _together(scene: Scene, words: tuple[Span, ...], head: int) -> tuple[Member, Span] | None:
    """Take "Ana Petrova and Jon Hale" for a party of their own: neither of them said it alone."""
    others = [
        kid for kid in scene.tree.kids(head, "conj") if any(w.holds(scene.tokens[kid].span) for w in words)
    ]
    joined = any(kid in scene.at or scene.tokens[kid].pos in ("NOUN", "PROPN") for kid in others)
    if not joined and not _names_joined(scene, words):
        return None
    return _new(scene, hull(words), "named together", Member("unnamed", plural=True))


def _names_joined(scene: Scene, words: tuple[Span, ...]) -> bool:
    """Tell whether the words open with two persons' names and an "and" where the parse saw one name."""
    persons = [name for member in scene.members if member.type == "person" for name in member.names]
    here = sorted((n for n in persons if any(w.holds(n.span) for w in words)), key=lambda name: name.span)
    if len(here) < 2:
        return False
    between = scene.text[here[0].span.end : here[1].span.start].strip().removesuffix(here[1].title)
    in_headline = scene.passages[scene.passage(here[0].span.start)].kind == "headline"
    return between.strip(" ,\n") == "and" or (in_headline and between.strip() == ",")


def _named(scene: Scene, words: tuple[Span, ...], head: int) -> tuple[Member, Span] | None:
    """Find the name that the words are about: their head, or the name set beside it."""
    beside = [
        kid for kid in scene.tree.kids(head, "appos") if any(w.holds(scene.tokens[kid].span) for w in words)
    ]
    if is_title(scene.tokens[head].text) and any(w.end > scene.tokens[head].span.end for w in words):
        beside.insert(0, head + 1)
    if scene.tokens[head].lemma.lower() in _BEARS_NAME:
        beside += [kid for kid in scene.tree.kids(head, "compound", "nmod") if _is_body(scene, kid)]
    for token in (*_after_title(scene, words, head), head, *beside):
        member = scene.at.get(token) if not _is_partisan(scene, token) else None
        if member and (token == head or member.type == "person" or _is_body(scene, token)):
            spans = [name.span for name in member.names] or [member.mentions[0].span]
            place = next(span for span in spans if token in tokens_in(scene.reading, span))
            return member, place
    return None


def _after_title(scene: Scene, words: tuple[Span, ...], head: int) -> Iterator[int]:
    """Give the name in "HPA President Mira Holt" where the parse takes the body for who speaks."""
    if not _is_body(scene, head):
        return
    for i in tokens_in(scene.reading, words[0])[1:-1]:
        if scene.tokens[i].pos != "PROPN":
            return
        if is_title(scene.tokens[i].text) and i > head and i + 1 in scene.at:
            yield i + 1


def _is_partisan(scene: Scene, token: int) -> bool:
    """Tell "the Arden Republican", one person, from the name of a party's people."""
    one = scene.tokens[token]
    return one.lemma.lower() in PERSON_NOUNS and one.tag in ("NN", "NNP") and is_definite(scene, token)


def _is_body(scene: Scene, token: int) -> bool:
    return token in scene.at and scene.at[token].type == "organisation"


def _name_unnamed(scene: Scene, head: int, found: tuple[Member, Span]) -> None:
    """Give an unnamed speaker the name that follows: "the port chief said … The official, Jon Hale, said"."""
    member, place = found
    start, last = scene.last_spoke(place.start)
    if last is None or last.names or last.plural or not last.noun or member.start < start:
        return
    words = last.mentions[0].span.words(scene.text)
    if (
        scene.is_near(start, place.start)
        and is_definite(scene, head)
        and may_be(fold(scene.tokens[head].lemma), words)
    ):
        _take_over(scene, member, last)


def _take_over(scene: Scene, member: Member, other: Member) -> None:
    """Make one party of two: the first takes the other's mentions, and whatever it was found to mean."""
    reason = f"{member.chain(scene.text).name}, named right after"
    member.mentions += [replace(one, reason=reason, confidence=0.6) for one in other.mentions]
    member.gender = member.gender or other.gender
    scene.members.remove(other)
    scene.meant.update({w: (member, at) for w, (one, at) in scene.meant.items() if one is other})
    scene.spoke[:] = [(at, member if one is other else one) for at, one in scene.spoke]
    scene.at.update({token: member for token, one in scene.at.items() if one is other})


def _respelt(scene: Scene, found: tuple[Member, Span]) -> tuple[Member, Span]:
    """Give a name that stands once and differs by a letter from the last speaker's to that speaker."""
    member, place = found
    last = scene.last_speaker(place.start)
    stands_once = len(member.mentions) == 1 and len(member.names[0].words) == 1
    if last is None or not stands_once or any(known is member for known, _ in scene.meant.values()):
        return found
    if not misspells(member.names[0].words[0], last, [one for one in scene.members if one is not member]):
        return found
    scene.members.remove(member)
    scene.at.update(dict.fromkeys(tokens_in(scene.reading, place), last))
    reason = f"misspelling of {last.chain(scene.text).name}"
    last.add(member.names[0], Mention(place, "surname", reason, 0.6))
    return last, place


def _join(scene: Scene, span: Span, found: Found | None, form: Form) -> tuple[Member, Span] | None:
    """Add a mention to the party that was found for it."""
    if found is None:
        return None
    member, reason, confidence = found
    known = _mentioned_at(scene, span)
    if known is not None:
        return known, span
    member.mentions.append(Mention(span, form, reason.format(member.chain(scene.text).name), confidence))
    return member, span


def _unnamed(scene: Scene, words: tuple[Span, ...], head: int) -> tuple[Member, Span] | None:
    """Make a party of words without a known name."""
    one, span = scene.tokens[head], hull(words)
    if one.pos not in ("NOUN", "PROPN", "NUM", "ADJ") or one.lemma.lower() in TIMES:
        return None
    if (one.pos == "NOUN" and not can_speak(one.lemma.lower())) or _is_anyone(scene, head):
        return None
    plural = is_plural(scene, head)
    kind: PartyType = "organisation" if is_organisation(scene, head) else "unnamed"
    if one.pos == "PROPN" and one.lemma not in PERSON_NOUNS and kind == "unnamed":
        return _unknown_name(scene, span, one, plural)
    made = Member(kind, gender=gender_of(one.lemma), plural=plural, noun=one.lemma)
    return _new(scene, span, "no name is given", made)


def _is_anyone(scene: Scene, head: int) -> bool:
    """Tell whether the words mean nobody in particular: "any member", "no official"."""
    return any(scene.tokens[kid].text.lower() in ("any", "no") for kid in scene.tree.kids(head, "det"))


def _unknown_name(scene: Scene, span: Span, one: Token, plural: bool) -> tuple[Member, Span] | None:
    """Take a proper noun that the parse knows no name in for a slip, or for one party each time."""
    last = scene.last_speaker(span.start)
    if last is not None and misspells(fold(one.text), last, scene.members):
        return _join(scene, one.span, (last, "misspelling of {}", 0.6), "surname")
    span = _name_words(scene, span, one)
    known = next((m for m in scene.members if _is_called(scene, m, span)), None)
    found = (known, "the same words as before", 0.8) if known else None
    is_body = names_organisation(span.words(scene.text))
    made = Member("organisation" if is_body else "unnamed", plural=plural)
    return _join(scene, span, found, "name") or _new(scene, span, "a name of a kind not known", made)


def _name_words(scene: Scene, span: Span, one: Token) -> Span:
    """Leave out what is told about an unknown name: "Harbour News, a website of the port"."""
    start = one.span.start
    for i in reversed(tokens_in(scene.reading, Span(span.start, one.span.end))):
        if scene.tokens[i].pos != "PROPN":
            break
        start = scene.tokens[i].span.start
    return Span(start, one.span.end)


def _is_called(scene: Scene, member: Member, span: Span) -> bool:
    is_nameless = not member.names and member.type in ("unnamed", "organisation")
    return is_nameless and fold(member.chain(scene.text).name) == fold(span.words(scene.text))


def _new(scene: Scene, span: Span, reason: str, member: Member) -> tuple[Member, Span]:
    """Bring in a party that these words alone refer to, unless they already refer to one."""
    known = _mentioned_at(scene, span)
    if known is not None:
        return known, span
    member.mentions.append(Mention(span, "group" if member.plural else "title", reason, 0.9))
    scene.members.append(member)
    return member, span


def _mentioned_at(scene: Scene, span: Span) -> Member | None:
    """Give the party that these very words already are a mention of: words have one."""
    return next((m for m in scene.members if any(mention.span == span for mention in m.mentions)), None)


def _close(scene: Scene) -> Coreference:
    """Number the parties by their first mention, and point the words at them."""
    part_places(scene)
    members = sorted(_told(scene), key=lambda member: min(m.span for m in member.mentions))
    chains: tuple[Chain, ...] = tuple(member.chain(scene.text) for member in members)
    number = {id(member): index for index, member in enumerate(members)}
    referents = tuple(_referents(chains, number, scene.meant))
    return Coreference(chains, referents)


def _told(scene: Scene) -> list[Member]:
    """Leave out the unnamed, and what may be a people's adjective ("Ardanian"), unless they speak."""
    speaking = {id(member) for member, _ in scene.meant.values()}
    named = [m for m in scene.members if m.type not in ("group", "unnamed") or _are_people(scene, m)]
    return [m for m in scene.members if m in named or id(m) in speaking]


def _are_people(scene: Scene, member: Member) -> bool:
    """Tell a people or a party's followers by a plural name: "Ardanians", "the Liberals"."""
    lasts = (tokens_in(scene.reading, name.span)[-1] for name in member.names if member.type == "group")
    return any(scene.tokens[last].tag == "NNPS" for last in lasts)


def _referents(
    chains: Sequence[Chain], number: dict[int, int], meant: dict[Span, tuple[Member, Span]]
) -> Iterator[tuple[Span, int, int]]:
    for span, (member, place) in sorted(meant.items(), key=lambda item: item[0]):
        chain = number[id(member)]
        mention = next(i for i, m in enumerate(chains[chain].mentions) if m.span == place)
        yield span, chain, mention
