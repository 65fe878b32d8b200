"""Credits: the desk that a report itself names as the one its text comes from."""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.dates.reprints import note_of
from reportedly.mentions.names import fold
from reportedly.mentions.titles import TIMES, names_organisation
from reportedly.passages.passage import Passage
from reportedly.passages.printed import AGENCY, ROLE
from reportedly.spans import Span, trimmed

Reason = Literal["copied", "agency", "reprint", "author"]

_NAME = r"[^\W\d_a-z][\w&.'’-]*"
_NEWS = r"(?:Agency|Press|Newswire|Wire|News Service|Press Service|News Agency|Media Service)"
# "Littoral Press Agency (LPA)", "Reuters", "the Associated Press".
_DESK = rf"(?P<desk>(?:{_NAME} ){{0,4}}{_NEWS}(?: \([A-Z]{{2,6}}\))?|(?i:{AGENCY})\b(?: \([A-Z]{{2,6}}\))?)"
# In a dateline a name that is no known agency's may be a town's or a country's, unless it follows the date.
_IN_DATELINE = re.compile(
    rf"[(/](?P<desk>(?i:{AGENCY})|[^()/\n\d.]*\b{_NEWS})[)/]|\d,? ?[(/](?P<other>[^()/\n\d.]{{2,40}})[)/]"
)
_AGENCY_LINES = (
    re.compile(
        r"\W*(?i:with|using|includes?|contains|compiled|additional|based on|some)(?: [\w,]+){0,4}? "
        r"(?i:material|reporting|reports?|files|inputs?|information|contributions?|copy)(?: also)? "
        rf"(?i:from|by) (?:the )?{_DESK}"
    ),
    re.compile(
        rf"\W*(?:The )?{_DESK}(?: and [^.]{{2,60}})? (?i:also )?contributed to "
        r"(?i:this|the) (?i:report|story|article)"
    ),
    re.compile(rf"\W*(?i:sources?|via|agency|credits?) ?: (?:the )?{_DESK}\W*$"),
    re.compile(rf"\W*\((?:the )?{_DESK}\)\W*$"),
)
_BYLINE_DESK = re.compile(rf"(?:^(?i:by )?|[,/|–—-] ?)(?:the )?{_DESK}$")
_REPRINTED = re.compile(
    r"(?i:appeared|published|posted|ran|printed) (?:in|at|by|on|from|with) (?:the )?"
    rf"(?P<desk>{_NAME}(?: (?:(?:of|the|and|for) )*{_NAME})*)"
)
_AGENCY = re.compile(rf"\b{_NEWS}\b|\b(?i:{AGENCY})$")
_DAYS = frozenset(TIMES | {fold(month) for month in month_name if month})
_LAST = 3
"""A credit to an agency stands in a byline, a notice, or one of the last paragraphs."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A desk as a report names it, and the words that do; without a place where only the page's data do."""

    reason: Reason
    desk: str
    span: Span | None


def credits_of(text: str, passages: Sequence[Passage], byline: str | None) -> tuple[Credit, ...]:
    """Give the desks that a report credits: agencies, the outlet that it reprints, its authors."""
    found = [*_agencies(text, passages), *_reprinted(text), *_authors(text, passages, byline)]
    first: dict[tuple[str, str], Credit] = {}
    for credit in found:
        first.setdefault((credit.reason, fold(credit.desk)), credit)
    return tuple(first.values())


def _agencies(text: str, passages: Sequence[Passage]) -> Iterator[Credit]:
    for passage in passages:
        words = passage.span.words(text)
        if passage.kind == "dateline" and (match := _IN_DATELINE.search(words)):
            start, end = match.span("desk" if match["desk"] else "other")
            span = Span(passage.span.start + start, passage.span.start + end)
            yield Credit("agency", span.words(text), span)
        if passage.kind == "byline" and (match := _BYLINE_DESK.search(words.strip())):
            start = passage.span.start + len(words) - len(words.lstrip())
            yield _credit(match, Span(start, passage.span.end))
    for passage in _credit_lines(passages):
        words = passage.span.words(text)
        for match in filter(None, (pattern.match(words) for pattern in _AGENCY_LINES)):
            yield _credit(match, passage.span)


def _credit_lines(passages: Sequence[Passage]) -> list[Passage]:
    body = [passage for passage in passages if passage.kind == "body"]
    return [p for p in passages if p.kind in ("byline", "notice", "about") or p in body[-_LAST:]]


def _credit(match: re.Match[str], within: Span) -> Credit:
    span = Span(within.start + match.start("desk"), within.start + match.end("desk"))
    return Credit("agency", _desk(match), span)


def _desk(match: re.Match[str]) -> str:
    return " ".join(match["desk"].split()).removeprefix("the ").removeprefix("The ")


def _reprinted(text: str) -> Iterator[Credit]:
    note = note_of(text)
    match = _REPRINTED.search(text, note.start, note.end) if note else None
    if note and match and fold(match["desk"]).split()[0] not in _DAYS:
        yield Credit("reprint", _desk(match).removesuffix("."), trimmed(text, note.start, note.end))


def _authors(text: str, passages: Sequence[Passage], byline: str | None) -> Iterator[Credit]:
    """Give the persons of the byline: a name of several words that is no desk's."""
    lines = [passage.span for passage in passages if passage.kind == "byline"]
    for name in re.split(r", | and ", byline or ""):
        if " " in name and not (ROLE.search(name) or _AGENCY.search(name) or _is_body(name)):
            places = (text.find(name, line.start, line.end) for line in lines)
            at = next((place for place in places if place >= 0), None)
            yield Credit("author", name, None if at is None else Span(at, at + len(name)))


def _is_body(name: str) -> bool:
    words = fold(name).split()
    return words[0] == "the" or "board" in words or names_organisation(name) or names_organisation(words[0])


def desk_names(desk: str) -> frozenset[str]:
    """Give what a desk may be called: "Littoral Press Agency (LPA)" in full and by its letters."""
    full, _, letters = desk.removeprefix("The ").removeprefix("the ").partition(" (")
    names = {_USUAL.get(name, name) for name in (fold(full), fold(letters.rstrip(")"))) if name}
    words = [word for word in fold(full).split() if word not in ("the", "of", "and", "for")]
    return frozenset(names | ({"".join(word[0] for word in words)} if len(words) > 2 else set()))


_USUAL = {
    "ap": "associated press", "ap news": "associated press", "the associated press": "associated press",
    "afp": "agence france presse", "thomson reuters": "reuters", "itar tass": "tass",
    "pa media": "pa", "press association": "pa", "deutsche presse agentur": "dpa",
    "united press international": "upi", "press trust of india": "pti", "bbc news": "bbc",
}  # fmt: skip
"""Agencies that go by two names of which one does not follow from the other."""
