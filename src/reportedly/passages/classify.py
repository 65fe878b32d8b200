"""What one paragraph looks like on its own, before its neighbours are asked."""

import re
from dataclasses import dataclass

from reportedly.passages.paragraph import TAIL, Paragraph
from reportedly.passages.phrases import NO_WRITER, PHRASES, Opens, Phrase
from reportedly.passages.printed import BETWEEN_NAMES, MAY_BE_VERB, ROLE, SPOKEN, STAMP
from reportedly.reports.report import PassageKind
from reportedly.spans import Span

_MARK = re.compile(r"(?:(?:[#>]+|[-–—*•●▪‣◦+]+)\s+)+")
_EMPHASIS = re.compile(r"([*_]{1,3})(?=\S)(.+?)\1")
_IMAGE = re.compile(r"!\[")
_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?:\s+\"[^\"\n]{0,300}\")?\)")
_LINK_ALONE = re.compile(r"(?:[-*•]\s+)?\[[^\[\]\n]+\]\([^()\s]+\)\W*")
_HEADING = re.compile(r"#{1,6}\s")
_OPENING_MARK = re.compile(r"[“\"„«]")
_END = re.compile(r"[.!?][^\w.]*$")
_NO_TITLE_END = re.compile(r"(?:[^.]\.|[:;,])[^\w.…]*$")
_BY = re.compile(
    r"[(\[—–\s-]*(?:(?:written|reporting|posted|published|submitted|story|words|text) )?by\b[:\s]\s*",
    re.IGNORECASE,
)
# A writer's role stands apart from the name, or ends the line.
_ROLE_PART = re.compile(
    rf"(?:[|,/·•–—-]\s*[^|,/·•–—]{{0,40}}{ROLE.pattern}|{ROLE.pattern}\W*$)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:[|,;:/·•@]|\s[–—-]\s|\band\b|&|\bwith\b)\s*")
_PLACE = re.compile(r"\b(?:in|from|at|for)\s[^,;&|]*?(?=,|;|&|\||\band\b|$)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
# A name, a comma and what the person is, or where: the form of a caption.
_FRAGMENT = re.compile(
    r"[A-Z][^.!?“\"‘]*,\s(?:an?|the|his|her|their|its|former|then|during|in|at|on|with|outside|near|left|right)\s"
    r"[^.!?“\"‘]*\.$"
)
_LONGEST_TITLE = 160
_LONGEST_FRAGMENT = 250
_LONGEST_BYLINE = 200
_SHORTEST_PROSE = 60
_LONG_PROSE = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph looks like alone.

    `kind` is None where nothing but the neighbours can tell, and then it is the body's until they do.
    `title` says that it could be the title of a story, `prose` that it reads as sentences of one.
    """

    span: Span
    words: str
    kind: PassageKind | None
    opens: Opens | None = None
    heading: bool = False
    title: bool = False
    prose: bool = False


def look(paragraph: Paragraph) -> Look:
    """Judge a paragraph by its own words; its marks of Markdown are not read as words."""
    words = plain(paragraph.words)
    phrase = None if paragraph.furniture else _phrase(paragraph.words, words)
    kind = (
        "notice" if paragraph.furniture else phrase.kind if phrase else _kind_by_shape(paragraph.words, words)
    )
    return Look(
        paragraph.span,
        words,
        kind,
        phrase.opens if phrase else None,
        heading=bool(_HEADING.match(paragraph.words)),
        title=kind is None and _is_title(words),
        prose=kind is None and _is_prose(words),
    )


def plain(words: str) -> str:
    """Give a paragraph's words without the marks of Markdown and without list marks, on one line."""
    bare = " ".join(_LINK.sub(r"\1", words).split())
    bare = bare[mark.end() :] if (mark := _MARK.match(bare)) else bare
    return emphasis[2] if (emphasis := _EMPHASIS.fullmatch(bare)) else bare


def _phrase(found: str, words: str) -> Phrase | None:
    if _IMAGE.match(found):
        words = found
    phrase = next((phrase for phrase in PHRASES if phrase.fits(words)), None)
    if phrase and phrase.kind in ("notice", "comment") and SPOKEN.search(words):
        return None
    return phrase


def _kind_by_shape(found: str, words: str) -> PassageKind | None:
    if not any(letter.isalnum() for letter in words):
        return "notice"
    if _LINK_ALONE.fullmatch(found):
        return "teaser"
    if is_credit(words):
        return "byline"
    return None


def is_credit(words: str) -> bool:
    """Tell whether a line credits its writers: "By Jane Roe", "Jane Roe | Staff Writer"."""
    if len(words) > _LONGEST_BYLINE or "(@" in words:  # a handle in brackets signs a quoted post
        return False
    by = _BY.match(words)
    rest = words[by.end() :] if by else words
    if not are_names(rest):
        return False
    return (
        by is not None or bool(_ROLE_PART.search(rest)) or (are_names(rest, 4) and bool(STAMP.search(rest)))
    )


def are_names(words: str, most: int = 16) -> bool:
    """Tell whether a line holds names and nothing else, but for dates and the words between names."""
    bare = STAMP.sub(" ", words)
    if re.search(r"[?!;:“”‘\"]|\.\s*$", bare):
        return False
    tokens = _WORD.findall(bare)
    names = [token for token in tokens if token[0].isupper()]
    return 0 < len(names) <= len(tokens) <= most and all(
        token[0].isupper() or token.lower() in BETWEEN_NAMES for token in tokens
    )


def names_of(words: str) -> tuple[str, ...]:
    """Give the names that a byline prints, in order, without "By", roles, editors and dates."""
    if NO_WRITER.match(words):
        return ()
    by = _BY.match(words)
    bare = STAMP.sub("|", words[by.end() :] if by else words).split(";")[0]
    bare = _PLACE.sub("", bare)
    parts = (part.strip(" .()*_–—-") for part in _BETWEEN.split(bare))
    return tuple(part for part in parts if part and are_names(part) and not ROLE.search(part))


def _is_title(words: str) -> bool:
    return (
        any(letter.isalpha() for letter in words)
        and len(words) <= _LONGEST_TITLE
        and not _NO_TITLE_END.search(words[-TAIL:])
    )


def _is_prose(words: str) -> bool:
    if len(words) >= _LONG_PROSE:
        return not words.rstrip().endswith(("...", "…"))
    long = len(words) >= _SHORTEST_PROSE or bool(_OPENING_MARK.search(words))
    return long and bool(_END.search(words[-TAIL:]))


def is_fragment(words: str) -> bool:
    """Tell whether a sentence lacks a verb, as captions do: "Anna Roe, the mayor, at the port".

    Only sure cases: a word in lower case that ends like a verb, even a plural noun, answers no.
    """
    lower = [token.lower() for token in _WORD.findall(words) if token[0].islower()]
    return (
        len(words) <= _LONGEST_FRAGMENT
        and bool(_FRAGMENT.match(words))
        and not any(token in MAY_BE_VERB or token.endswith(("ed", "s")) for token in map(_bare, lower))
    )


def _bare(token: str) -> str:
    return (
        "" if token in ("as", "his", "its", "this", "across") else token.removesuffix("’s").removesuffix("'s")
    )
