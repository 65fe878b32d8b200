"""All names of a report: those that the parse found, those that it missed, and what bears each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from reportedly.language.reading import Reading, Token
from reportedly.language.tree import SUBJECTS, head_in, tokens_in
from reportedly.mentions.mention import PartyType
from reportedly.mentions.names import Named, clean, fold
from reportedly.mentions.titles import (
    ORGANISATION_NOUNS,
    PEOPLE,
    PERSON_NOUNS,
    gender_of,
    names_organisation,
)
from reportedly.passages.passage import Passage
from reportedly.spans import Span

_TYPES: dict[str, PartyType] = {
    "person": "person", "organisation": "organisation", "place": "place", "group": "group",
}  # fmt: skip
_AGE = re.compile(r"\d\d")
_INHABITED = frozenset({
    "resident", "citizen", "native", "inhabitant", "villager", "mayor", "city", "town", "village", "capital",
})  # fmt: skip
# Bodies that reports name most often as the place of a post, where the parse seldom knows them.
_PLATFORMS = (
    "Facebook", "Instagram", "LinkedIn", "Reddit", "Snapchat", "Telegram", "TikTok", "Twitter", "WhatsApp",
    "YouTube",
)  # fmt: skip
_PLATFORM_WORDS = frozenset((name.lower(),) for name in _PLATFORMS)
# What is called after the person at its head.
_LED = frozenset({"administration", "campaign"})
_FEWEST = 4
_REACH = 15
_PLACES_IN_LETTERS = frozenset({"usa", "uae", "ussr", "drc", "prc", "dprk"})
_DOING = re.compile(r"[A-Z][a-z]{2,}ing")
_JOINT = re.compile(r"[-‐‑–]")
# The parse does not read datelines; what is no town there is a desk in brackets or a date.
_TOWN = re.compile(r"[^\W\d_](?:[\w'’.-]| (?=[A-Z]))+(?=,| ?\(| ?/| [—–―-])")


def find_names(
    text: str, passages: Sequence[Passage], reading: Reading, sources: Iterable[Span]
) -> tuple[Named, ...]:
    """Give the report's names in text order, each cleaned and of the type that most of its places tell.

    A name found in a headline alone is left out: where every word is capitalised, names are guesses.
    What is credited with words by two proper nouns ("Mira Holt denied") is a person's name.
    """
    headlines = [passage.span for passage in passages if passage.kind == "headline"]
    headlines += _in_title_case(reading)
    spoke = tuple(sources)
    found = [
        named
        for name in reading.names
        if name.type in _TYPES
        and (named := clean(text, reading, _before_subject(reading, name.span), _TYPES[name.type], headlines))
    ]
    found += _speaking(text, reading, found, spoke, headlines)
    found += _led_bodies(text, reading, found, headlines)
    known = {" ".join(named.words) for named in found}
    found = [
        named
        for named in found
        if _stands_in_body(named, found) and not _is_compound(text, reading, named, known)
    ]
    found = [_without_verb(reading, named, found, spoke) for named in found]
    settled = [_without_owner(text, named, found) for named in _settled_types(found, reading)]
    settled += _missed(text, reading, settled, headlines)
    settled += _repeated(text, reading, settled, headlines)
    return tuple(_apart((*settled, *_datelines(text, passages))))


def _before_subject(reading: Reading, span: Span) -> Span:
    """Leave out who speaks after what is in front: "In a letter seen by Capital Wire, Hale wrote"."""
    tokens = tokens_in(reading, span)
    commas = (i for i in tokens[1:-1] if reading.tokens[i].text == ",")
    cut = next((i for i in commas if reading.tokens[i + 1].dep in SUBJECTS), None)
    if cut is None or reading.tokens[cut - 1].dep != "pobj":
        return span
    return Span(span.start, reading.tokens[cut - 1].span.end)


def _without_owner(text: str, named: Named, names: Sequence[Named]) -> Named:
    """Take the person's name off "Hale's Harbour Council"."""
    owner, mark, own = named.span.words(text).partition("’s " if "’s " in named.span.words(text) else "'s ")
    if named.type != "organisation" or not mark:
        return named
    if not any(other.type == "person" and other.bare[-1:] == (fold(owner),) for other in names):
        return named
    span = Span(named.span.end - len(own), named.span.end)
    return replace(named, span=span, words=tuple(fold(own).split()))


def _without_verb(reading: Reading, named: Named, names: Sequence[Named], sources: Sequence[Span]) -> Named:
    """Take the verb off "Hosting Hale", at the head of a sentence of a report that names Mira Hale.

    Who is a source ("Sterling Hale said") bears the whole name.
    """
    tokens = tokens_in(reading, named.span)
    first = reading.tokens[tokens[0]]
    begins = any(sentence.first == tokens[0] for sentence in reading.sentences)
    doing = len(named.words) > 1 and bool(_DOING.fullmatch(first.text))
    rest = named.words[1:]
    known = any(named.words != other.words and other.words[-len(rest) :] == rest for other in names)
    speaks = any(source.meets(named.span) for source in sources)
    if not (named.type == "person" and begins and doing and known) or speaks:
        return named
    return replace(named, span=Span(reading.tokens[tokens[1]].span.start, named.span.end), words=rest)


def _is_compound(text: str, reading: Reading, named: Named, known: Set[str]) -> bool:
    """Tell an adjective from a name: "Arden-built", and "Arden-Holm" where both are named apart."""
    parts = [fold(part) for part in _JOINT.split(named.span.words(text))]
    if len(parts) < 2:
        return False
    last = reading.tokens[tokens_in(reading, named.span)[-1]]
    is_adjective = last.text.islower() and last.tag in ("VBN", "VBD", "JJ") and named.type != "person"
    return is_adjective or all(part in known for part in parts)


def _apart(names: Iterable[Named]) -> Iterable[Named]:
    """Give the names in text order, of those that overlap the first, the longest that begins there."""
    end = 0
    for named in sorted(names, key=lambda named: (named.span.start, -named.span.end)):
        if named.span.start >= end:
            end = named.span.end
            yield named


def _in_title_case(reading: Reading) -> Iterable[Span]:
    """Give the sentences that are set like a headline: every longer word begins with a capital."""
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        longer = [token for token in tokens if len(token.text) > 3 and token.text.isalpha()]
        verbs = [token for token in tokens if token.pos == "VERB"]
        if len(longer) >= _FEWEST and all(token.text[0].isupper() for token in (*longer, *verbs)):
            yield Span(tokens[0].span.start, tokens[-1].span.end)


def _speaking(
    text: str, reading: Reading, names: Sequence[Named], sources: Iterable[Span], headlines: Sequence[Span]
) -> list[Named]:
    """Give the persons' names among the sources where the parse saw no name."""
    heads = {head for source in sources if (head := head_in(reading, source)) is not None}
    spans = [reading.tokens[head].span for head in sorted(heads) if reading.tokens[head].tag == "NNP"]
    unseen = [span for span in spans if not any(named.span.meets(span) for named in names)]
    found = (clean(text, reading, span, "person", headlines) for span in unseen)
    return [named for named in found if named and not named.in_headline and _reads_as_person(named)]


def _reads_as_person(named: Named) -> bool:
    apart = " ".join(named.words)
    return (
        len(named.words) > 1
        and not named.is_acronym
        and not names_organisation(apart)
        and (not any(word in PERSON_NOUNS for word in named.words))
    )


def _missed(
    text: str, reading: Reading, names: Sequence[Named], headlines: Sequence[Span]
) -> Iterable[Named]:
    """Give the surnames of persons where the parse saw no name."""
    surnames = {named.bare[-1] for named in names if named.type == "person"}
    for token in reading.tokens:
        is_name = (
            (token.tag == "NNP" or token.pos == "NOUN")
            and token.text[0].isupper()
            and fold(token.text) in surnames
        )
        # Few tokens are names, and only for those is it worth going through all that were seen.
        if is_name and not (_is_joined(text, token.span) or any(n.span.meets(token.span) for n in names)):
            named = clean(text, reading, token.span, "person", headlines)
            if named:
                yield named


def _led_bodies(
    text: str, reading: Reading, names: Sequence[Named], headlines: Sequence[Span]
) -> Iterable[Named]:
    """Give what is called after the person who leads it: "the Hale administration", "the Hale campaign"."""
    leaders = {named.bare[-1] for named in names if named.type == "person"}
    starts = {named.span.end: named.span.start for named in names}
    for before, noun in pairwise(reading.tokens):
        is_led = noun.text.lower() in _LED and fold(before.text) in leaders and _is_body(reading, noun)
        if is_led and noun.span.start - before.span.end == 1:
            span = Span(starts.get(before.span.end, before.span.start), noun.span.end)
            if named := clean(text, reading, span, "organisation", headlines):
                yield named


def _is_body(reading: Reading, noun: Token) -> bool:
    """Tell "the Hale campaign" from "a Hale campaign rally"."""
    above = reading.tokens[noun.head]
    return noun.dep != "compound" or above.pos == "PROPN" or above.lemma.lower() in PEOPLE


def _repeated(
    text: str, reading: Reading, names: Sequence[Named], headlines: Sequence[Span]
) -> Iterable[Named]:
    """Give the places where the parse saw no name in the words that it took for one elsewhere."""
    known = _known_words(reading, names)
    taken = {i for named in names for i in tokens_in(reading, named.span)}
    for at, token in enumerate(reading.tokens):
        if token.pos != "PROPN" or at in taken:
            continue
        for words, kind in known.get(token.text, ()):
            here = reading.tokens[at : at + len(words)]
            span = Span(token.span.start, here[-1].span.end)
            is_same = tuple(one.text for one in here) == words and not _is_joined(text, span)
            if is_same and (named := clean(text, reading, span, kind, headlines)):
                yield named
                break


def _known_words(
    reading: Reading, names: Sequence[Named]
) -> Mapping[str, Sequence[tuple[tuple[str, ...], PartyType]]]:
    """Give the names of bodies and places as they stand, the longest first, by their first word."""
    found: dict[str, dict[tuple[str, ...], PartyType]] = defaultdict(dict)
    for platform in _PLATFORMS:
        found[platform][(platform,)] = "organisation"
    for named in names:
        if named.type != "person" and not named.in_headline:
            words = tuple(reading.tokens[i].text for i in tokens_in(reading, named.span))
            found[words[0]][words] = named.type
    return {
        first: sorted(forms.items(), key=lambda one: (-len(one[0]), one)) for first, forms in found.items()
    }


def _is_joined(text: str, span: Span) -> bool:
    """Tell whether a word is part of a hyphenated one."""
    return bool(_JOINT.match(text, span.end) or (span.start and _JOINT.match(text, span.start - 1)))


def _stands_in_body(named: Named, names: Sequence[Named]) -> bool:
    if not named.in_headline:
        return True
    return any(not other.in_headline and named.words[-1] in other.words for other in names)


def _settled_types(names: Sequence[Named], reading: Reading) -> Iterable[Named]:
    """Give every place of a name the type that it has most often; a title or a surname tells a person."""
    votes: dict[tuple[str, ...], Counter[PartyType]] = defaultdict(Counter)
    for named in names:
        votes[named.words][_own_type(named, reading)] += 2 if named.title else 1
    settled = {words: max(sorted(count), key=lambda kind: count[kind]) for words, count in votes.items()}
    settled |= {named.words: "person" for named in names if _is_addressed(named)}
    settled |= {named.words: "person" for named in names if _is_full_name(named, settled)}
    places = {
        named.words[0] for named in names if settled[named.words] == "place" and _is_somewhere(named, reading)
    }
    introduced: dict[str, int] = {}
    for named in names:
        if settled[named.words] == "person" and len(named.words) > 1:
            for part in {named.words[0], named.bare[-1]} - places:
                introduced.setdefault(part, named.span.start)
    for named in names:
        kind = settled[named.words]
        if kind != "person" and len(named.words) == 1 and _is_part_of_name(named, introduced):
            kind = "person"
        # Papers and stations are called after towns, hardly ever a person ("Arden Northport").
        if kind == "person" and len(named.words) > 1 and named.words[-1] in places and not named.title:
            kind = "organisation"
        yield replace(named, type=kind)


def _is_full_name(named: Named, settled: Mapping[tuple[str, ...], PartyType]) -> bool:
    """Tell "Mira Holt" from a body, where a Holt is a person of the report and bears no other full name."""
    surname = named.words[-1:]
    alone = len(named.words) > 1 and settled[named.words] == "organisation"
    if not alone or settled.get(surname) != "person" or named.is_acronym:
        return False
    others = (words for words in settled if words[-1:] == surname and len(words) > 1)
    return not names_organisation(" ".join(named.words)) and all(words == named.words for words in others)


def _is_part_of_name(named: Named, introduced: Mapping[str, int]) -> bool:
    """Tell a surname from a town: in the body it follows the full name."""
    start = introduced.get(named.words[0])
    return start is not None and (named.type != "place" or named.in_headline or start < named.span.start)


def _is_addressed(named: Named) -> bool:
    """Tell whether a title of respect before a name makes it a person's: "President Hale", "Mr. Hale"."""
    is_body = named.is_acronym or names_organisation(" ".join(named.words))
    return bool(named.title) and named.title.split()[-1][0].isupper() and not is_body


def _is_somewhere(named: Named, reading: Reading) -> bool:
    """Tell a place from a surname that the parse took for one: something is in it, or comes from it."""
    head = head_in(reading, named.span)
    return len(named.words) == 1 and head is not None and reading.tokens[head].dep == "pobj"


def _own_type(named: Named, reading: Reading) -> PartyType:
    """Give the type that the words around a name tell, else the one the parse took it for."""
    head = head_in(reading, named.span)
    beside = _beside(reading, head) if head is not None else frozenset()
    telling = named.words[-1:] if named.type == "group" else named.words
    says_so = names_organisation(" ".join(telling)) and not gender_of(named.title)
    if beside & ORGANISATION_NOUNS or says_so or named.words in _PLATFORM_WORDS:
        return "organisation"
    if named.type == "person" and not named.title and _is_inhabited(reading, head):
        return "place"
    if named.type == "place" and named.is_pointed and "".join(named.words) not in _PLACES_IN_LETTERS:
        return "organisation"
    is_someone = named.type != "group" and _is_someone(beside, named)
    return "person" if named.title or is_someone else named.type


def _beside(reading: Reading, head: int) -> frozenset[str]:
    """Give what a name is said to be: the nouns it renames or that rename it, an age, a "who"."""
    one, near = reading.tokens[head], range(head + 1, min(head + _REACH, len(reading.tokens)))
    renaming = {reading.tokens[i].lemma for i in near if _hangs(reading, i, head, "appos")}
    clauses = {i for i in near if _hangs(reading, i, head, "relcl")}
    who = {t.text.lower() for t in (reading.tokens[i] for i in near) if t.head in clauses and t.tag == "WP"}
    return frozenset(renaming | who | ({reading.tokens[one.head].lemma} if one.dep == "appos" else set()))


def _hangs(reading: Reading, token: int, head: int, relation: str) -> bool:
    return reading.tokens[token].head == head and reading.tokens[token].dep == relation


def _is_someone(beside: frozenset[str], named: Named) -> bool:
    many = len(named.words) > 1
    return "who" in beside or (many and bool(beside & PERSON_NOUNS or any(map(_AGE.fullmatch, beside))))


def _is_inhabited(reading: Reading, head: int | None) -> bool:
    """Tell "a resident of Arden" from "a letter of Arden": nobody comes from a person."""
    if head is None or reading.tokens[head].dep != "pobj":
        return False
    return reading.tokens[reading.tokens[reading.tokens[head].head].head].lemma in _INHABITED


def _datelines(text: str, passages: Iterable[Passage]) -> Iterable[Named]:
    """Give the towns that datelines begin with: "PORT SELE, Ardania – "."""
    for passage in passages:
        town = _TOWN.match(passage.span.words(text)) if passage.kind == "dateline" else None
        if town:
            span = Span(passage.span.start, passage.span.start + town.end())
            words = tuple(fold(town[0]).split())
            yield Named(span, words, "place", "", in_headline=False, is_acronym=town[0].isupper())
