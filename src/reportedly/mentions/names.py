"""Names as the parse found them, cleaned: without titles, articles and endings that are not theirs."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.language.reading import Reading, Token
from reportedly.language.tree import head_in, tokens_in
from reportedly.mentions.mention import PartyType
from reportedly.mentions.titles import (
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    TIMES,
    gender_of,
    is_title,
    names_organisation,
    without_titles,
)
from reportedly.passages.passage import Passage
from reportedly.spans import Span, trimmed

_TYPES: dict[str, PartyType] = {
    "person": "person", "organisation": "organisation", "place": "place", "group": "group",
}  # fmt: skip
_GAP = re.compile(r"[\s\-‐‑–]+")
_ENDING = re.compile(r"(?:['’]s?|[^\w.)])+$")
# The parse cuts names at hyphens: "Han Seo" of "Han Seo-yun".
_HYPHENATED = re.compile(r"(?:[-‐‑]\w+)+")
# "Abdullah of" is what is left of "Abdullah of Jordan".
_DANGLING = re.compile(r"(?: (?:of|in|at|for|and|the|to|on|by|with|from))+$")
_AGE = re.compile(r"\d\d")
_INHABITED = frozenset({
    "resident", "citizen", "native", "inhabitant", "villager", "mayor", "city", "town", "village", "capital",
})  # fmt: skip
_FEWEST = 4
_REACH = 15
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Of abbreviations with points ("H.M.B."), those of three letters or more that are no place's are bodies.
_LETTERS = re.compile(r"(?:[A-Z]\.){2,}[A-Z]\.?")
_PLACES_IN_LETTERS = frozenset({"usa", "uae", "ussr", "drc", "prc", "dprk"})
_JOINT = re.compile(r"[-‐‑–]")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands: `words` folded for comparison, `title` the words of address right before it."""

    span: Span
    words: tuple[str, ...]
    type: PartyType
    title: str
    in_headline: bool
    is_acronym: bool = False
    is_pointed: bool = False

    @property
    def suffix(self) -> str:
        """The "Jr." of a name, or nothing."""
        return self.words[-1] if len(self.words) > 1 and self.words[-1] in SUFFIXES else ""

    @property
    def bare(self) -> tuple[str, ...]:
        """The words without a "Jr."."""
        return self.words[:-1] if self.suffix else self.words


def fold(name: str) -> str:
    """Write a name without case, accents and full stops, with plain apostrophes and spaces for hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace(".", ""))
    return (
        _GAP.sub(" ", "".join(mark for mark in plain if not unicodedata.combining(mark))).strip().casefold()
    )


def find_names(
    text: str, passages: Sequence[Passage], reading: Reading, sources: Iterable[Span]
) -> tuple[Named, ...]:
    """Give the report's names in text order, each cleaned and of the type that most of its places tell.

    A name found in a headline alone is left out: where every word is capitalised, names are guesses.
    What is credited with words by two proper nouns ("Mira Holt denied") is a person's name.
    """
    headlines = [passage.span for passage in passages if passage.kind == "headline"]
    headlines += _in_title_case(reading)
    found = [
        named
        for name in reading.names
        if name.type in _TYPES and (named := clean(text, reading, name.span, _TYPES[name.type], headlines))
    ]
    found += _speaking(text, reading, found, sources, headlines)
    found = [
        named
        for named in found
        if _stands_in_body(named, found) and not _is_compound(text, reading, named, found)
    ]
    settled = list(_settled_types(found, reading))
    return tuple(_apart((*settled, *_missed(text, reading, settled, headlines))))


def _is_compound(text: str, reading: Reading, named: Named, names: Sequence[Named]) -> bool:
    """Tell an adjective from a name: "Arden-built", and "Arden-Holm" where both are named apart."""
    parts = [fold(part) for part in _JOINT.split(named.span.words(text))]
    if len(parts) < 2:
        return False
    known = {" ".join(other.words) for other in names if other is not named}
    last = reading.tokens[tokens_in(reading, named.span)[-1]]
    is_adjective = last.text.islower() and last.tag in ("VBN", "VBD", "JJ") and named.type != "person"
    return is_adjective or all(part in known for part in parts)


def _apart(names: Iterable[Named]) -> Iterable[Named]:
    """Give the names in text order, of those that overlap the first."""
    end = 0
    for named in sorted(names, key=lambda named: named.span):
        if named.span.start >= end:
            end = named.span.end
            yield named


def _in_title_case(reading: Reading) -> Iterable[Span]:
    """Give the sentences that are set like a headline: every longer word begins with a capital."""
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        longer = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
        if len(longer) >= _FEWEST and all(word[0].isupper() for word in longer):
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


def _bears_time(words: Sequence[str], kind: PartyType) -> bool:
    """Tell "Arden Today", a paper, and "Jon Friday" from a ministry that spoke on a Friday."""
    return len(words) > 1 and (kind == "person" or (kind == "organisation" and words[-1] == "today"))


def _is_joined(text: str, span: Span) -> bool:
    """Tell whether a word is part of a hyphenated one."""
    return bool(_JOINT.match(text, span.end) or (span.start and _JOINT.match(text, span.start - 1)))


def clean(
    text: str, reading: Reading, span: Span, kind: PartyType, headlines: Iterable[Span]
) -> Named | None:
    """Shrink a name to its own words, and read the title in front of it."""
    line = span.words(text).split("\n", 1)[0]
    end = span.start + len(_DANGLING.sub("", _ENDING.sub("", line)))
    tail = _HYPHENATED.match(text, end)
    end = tail.end() if tail else end
    start = span.start + len(line) - len(_without_front(line))
    inner = trimmed(text, start, end, "\"“”‘’'()[]") if start < end else None
    if inner is None or not any(mark.isupper() or mark.isdigit() for mark in inner.words(text)):
        return None
    whole = _with_last_name(reading, _with_first_names(reading, inner))
    if kind == "person" or (kind == "place" and _title_before(text, reading, whole)):
        inner = whole
    title = _title_before(text, reading, inner)
    words = tuple(fold(inner.words(text)).split())
    if words and words[-1] in TIMES and not _bears_time(words, kind):
        return None
    if kind != "person" and _is_fragment(reading, inner):
        return None
    in_headline = any(line.holds(inner) for line in headlines)
    shown = inner.words(text)
    is_pointed = bool(_LETTERS.fullmatch(shown))
    return Named(inner, words, kind, title, in_headline, shown.isupper(), is_pointed) if words else None


def _is_fragment(reading: Reading, span: Span) -> bool:
    """Tell whether a name is the first part of a longer one that the parse cut: "Arden" of "Arden TODAY"."""
    after = tokens_in(reading, span).stop
    if after >= len(reading.tokens):
        return False
    one, following = reading.tokens[after - 1], reading.tokens[after]
    onward = one.head == after or (one.head == following.head and following.text.isupper())
    joined = onward and one.dep == "compound" and following.span.start - span.end == 1
    return joined and following.text[0].isupper() and _goes_on(reading, following)


def _goes_on(reading: Reading, following: Token) -> bool:
    """Tell whether a word goes on with the name before it: no title, day or other name does."""
    is_time = following.lemma.lower() in TIMES and not following.text.isupper()
    is_name = following.tag == "NNP" and not is_time and not is_title(following.text)
    return is_name and not _is_named(reading, following)


def _without_front(line: str) -> str:
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", line.lstrip())
    if names_organisation(bare):
        return bare
    kept = without_titles(bare)
    return bare[bare.rindex(kept) :] if kept in bare else bare


def _with_first_names(reading: Reading, span: Span) -> Span:
    """Take in the proper nouns right before a name that the parse left out, up to a title or another name."""
    at = tokens_in(reading, span).start
    while at > 0 and _is_first_name(reading, at - 1):
        at -= 1
    return Span(min(span.start, reading.tokens[at].span.start), span.end)


def _with_last_name(reading: Reading, span: Span) -> Span:
    """Take in the proper noun right behind a name that the parse hung the name on but left out."""
    after = tokens_in(reading, span).stop
    if after >= len(reading.tokens):
        return span
    one, following = reading.tokens[after - 1], reading.tokens[after]
    joined = one.head == after and one.dep == "compound" and following.span.start - one.span.end == 1
    is_name = (
        following.tag == "NNP" and not is_title(following.text) and not names_organisation(following.text)
    )
    if joined and is_name and not _is_named(reading, following):
        return Span(span.start, following.span.end)
    return span


def _is_first_name(reading: Reading, token: int) -> bool:
    one, following = reading.tokens[token], reading.tokens[token + 1]
    joined = one.pos == "PROPN" and one.dep == "compound" and following.span.start - one.span.end == 1
    if not joined or not one.text[0].isupper() or is_title(one.text):
        return False
    # "Chair Ana Petrova" may be taken whole for the name of a thing.
    return not any(name.span.meets(one.span) for name in reading.names if name.type in _TYPES)


def _is_named(reading: Reading, token: Token) -> bool:
    """Tell whether the parse saw a name at a token; it has to look through all names."""
    return any(name.span.meets(token.span) for name in reading.names)


def _title_before(text: str, reading: Reading, span: Span) -> str:
    tokens = tokens_in(reading, span)
    at = tokens.start
    while at > 0 and _is_title_word(reading.tokens[at - 1], reading.tokens[at]):
        at -= 1
    return text[reading.tokens[at].span.start : span.start].strip() if at < tokens.start else ""


def _is_title_word(word: Token, following: Token) -> bool:
    near = following.span.start - word.span.end <= 1
    return (
        near
        and word.pos in ("PROPN", "NOUN", "ADJ")
        and (is_title(word.text) or word.text.lower() in ("prime", "vice"))
    )


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
    places = {
        named.words[0] for named in names if settled[named.words] == "place" and _is_somewhere(named, reading)
    }
    full = [words for words, kind in settled.items() if kind == "person" and len(words) > 1]
    parts = {part for words in full for part in (words[0], words[-1])} - places
    for named in names:
        kind = settled[named.words]
        if kind != "person" and len(named.words) == 1 and named.words[0] in parts:
            kind = "person"
        # Papers and stations are called after towns, hardly ever a person ("Arden Northport").
        if kind == "person" and len(named.words) > 1 and named.words[-1] in places and not named.title:
            kind = "organisation"
        yield replace(named, type=kind)


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
    if beside & ORGANISATION_NOUNS or (
        names_organisation(" ".join(named.words)) and not gender_of(named.title)
    ):
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
