"""Names where they stand, cleaned: without titles, articles and endings that are not theirs."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.language.reading import Reading, Token
from reportedly.language.tree import tokens_in
from reportedly.mentions.mention import PartyType
from reportedly.mentions.titles import STATE_BODIES, TIMES, is_title, names_organisation, without_titles
from reportedly.spans import Span, trimmed

_GAP = re.compile(r"[\s\-‐‑–]+")
_ENDING = re.compile(r"(?:['’]s?|[^\w.)])+$")
# The parse cuts names at hyphens: "Han Seo" of "Han Seo-yun".
_HYPHENATED = re.compile(r"(?:[-‐‑]\w+)+")
# "Abdullah of" is what is left of "Abdullah of Jordan".
_DANGLING = re.compile(r"(?: (?:of|in|at|for|and|the|to|on|by|with|from))+$")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Of abbreviations with points ("H.M.B."), those of three letters or more that are no place's are bodies.
_LETTERS = re.compile(r"(?:[A-Z]\.){2,}[A-Z]\.?")


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


# A report asks for the same words again and again.
@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Write a name without case, accents and full stops, with plain apostrophes and spaces for hyphens."""
    plain = name.replace("’", "'").replace("‘", "'").replace(".", "")
    if not plain.isascii():
        marks = unicodedata.normalize("NFKD", plain)
        plain = "".join(mark for mark in marks if not unicodedata.combining(mark))
    return _GAP.sub(" ", plain).strip().casefold()


def _bears_time(words: Sequence[str], kind: PartyType) -> bool:
    """Tell "Arden Today", a paper, and "Jon Friday" from a ministry that spoke on a Friday."""
    return len(words) > 1 and (kind == "person" or (kind == "organisation" and words[-1] == "today"))


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
    if kind == "group":
        inner = _with_part(reading, inner)
    if kind == "organisation":
        inner = _with_state(reading, inner)
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


def _with_part(reading: Reading, span: Span) -> Span:
    """Take in what says which part of a people is meant: "Senate Liberals" are other than the Liberals."""
    tokens = tokens_in(reading, span)
    at = tokens.start
    while reading.tokens[tokens[-1]].tag == "NNPS" and at > 0 and _is_part(reading, at - 1):
        at -= 1
    return Span(reading.tokens[at].span.start, span.end)


def _with_state(reading: Reading, span: Span) -> Span:
    """Take in whose state's a body is: "Ardanian" of "the Ardanian Foreign Ministry"."""
    tokens = tokens_in(reading, span)
    last = reading.tokens[tokens[-1]]
    before = tokens.start - 1
    if before < 1 or not STATE_BODIES & {last.lemma.lower(), last.text.lower()}:
        return span
    owner = reading.tokens[before - (reading.tokens[before].tag == "POS")]
    name = next((name for name in reading.names if name.span.holds(owner.span)), None)
    is_own = name is not None and name.type in ("group", "place") and owner.head in tokens
    return Span(name.span.start, span.end) if name and is_own else span


def _is_part(reading: Reading, token: int) -> bool:
    one, following = reading.tokens[token], reading.tokens[token + 1]
    near = following.span.start - one.span.end == 1 and not is_title(one.text)
    return near and one.pos == "PROPN" and one.dep == "compound"


def _is_first_name(reading: Reading, token: int) -> bool:
    one, following = reading.tokens[token], reading.tokens[token + 1]
    joined = one.pos == "PROPN" and one.dep == "compound" and following.span.start - one.span.end == 1
    if not joined or not one.text[0].isupper() or is_title(one.text):
        return False
    # "Chair Ana Petrova" may be taken whole for the name of a thing.
    return not any(name.span.meets(one.span) for name in reading.names if name.type != "other")


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
