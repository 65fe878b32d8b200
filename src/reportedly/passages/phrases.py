"""The phrases by which sites mark what is not the report's own text, as `phrases.txt` lists them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Literal, cast

from reportedly.passages.printed import AGENCY, WHEN
from reportedly.reports.report import PassageKind

# What a phrase says about the paragraphs after it.
#   titles  the titles that follow directly are links too ("Also read")
#   list    a list of other stories, with their leads ("You may also like")
#   thread  readers' comments, up to the end
#   link    a link to the comments, which may stand where no comments follow
#   author  the author's box
#   tags    the story's key words, a line each
Opens = Literal["titles", "list", "thread", "link", "author", "tags"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that give a paragraph's kind away, and what they say about the paragraphs after it.

    It fits a paragraph of at most `longest` characters that begins with the pattern.
    """

    kind: PassageKind
    pattern: re.Pattern[str]
    opens: Opens | None = None
    longest: int = 300

    def fits(self, words: str) -> bool:
        """Tell whether a paragraph is what the phrase marks."""
        return len(words) <= self.longest and bool(self.pattern.match(words))


# ---- pieces that several patterns share -----------------------------------------------------------
_BUTTON = (
    r"(?:share(?: this)?(?: (?:article|story|post|page|via|on))?|shares|shared|tweet|retweet"
    r"|print(?: this)?(?: article| page)?|e-?mail(?: this)?|facebook(?: messenger)?|twitter|whats ?app"
    r"|telegram|linked ?in|reddit|pinterest|tumblr|flipboard|pocket|viber|instagram|youtube|messenger"
    r"|google ?\+|stumble ?upon|v ?kontakte|vk|odnoklassniki|blogger|digg|xing|skype|line|mix|threads|bluesky"
    r"|sms|rss|copy(?: the)? (?:link|url)|link copied!?|copied|bookmark|save(?: (?:article|for later|story))?"
    r"|subscribe(?: now)?|sign (?:in|up)|log ?(?:in|out)|register|donate(?: now)?|menu|search|close|next"
    r"|previous|loading|gift this article|advert(?:isement|isements|ising|s)?|ad|sponsored|promoted|listen"
    r"|follow(?: us)?|read aloud|font size|text size|like|pin(?: it)?|views|more|a[-+−]|newsletters?|home"
    r"|live|google news|more options|show more|see more|share options)"
)
_LEADS = (
    r"(?:read|see|watch|listen|also|must|more|related|further)[- ](?:more|also|next|too|reads?|watch|see|now"
    r"|on this(?: (?:story|topic))?|on that|about|on|from|reading|stor(?:y|ies)|articles?|news|coverage"
    r"|content|links?|here)"
)
# Houses that sell pictures; an agency that sends words too counts only after a photographer's name.
_HOUSES = (
    r"(?:getty(?: images)?|shutterstock|alamy|istock|epa(?:-efe)?|ap photo|reuters photo|zuma|unsplash"
    r"|pixabay|flickr|wikimedia(?: commons)?|nurphoto|imago|handout|file(?: photo)?|pool(?: photo)?"
    r"|screengrab)"
)
_PUBLISHED = (
    r"[(\[]?(?:(?:this|the) (?:post|article|story|page|report) (?:was|has been) )?"
    r"(?:first |originally |last |also )?(?:published(?: (?:date|time))?|updated?|upd|posted|modified|created"
    r"|revised|issued|dated?|time|edited(?: time)?|last (?:update|modified|edited))"
)
_PIECES = {
    "agency": AGENCY,
    "arrows": r"[\[(>»▶►→➤\s]*",
    "button": _BUTTON,
    "houses": _HOUSES,
    "leads": _LEADS,
    "published": _PUBLISHED,
    "stamp": WHEN,
}

# A line that says when, or where the text was before, names no writer of it.
NO_WRITER = re.compile(
    rf"{_PUBLISHED}\b(?! by\b)|(?:source|via|with|editing|translat|this |\d)", re.IGNORECASE
)

# Page furniture: the only lines that may stand in mid-sentence, where a page ends.
_FURNITURE = re.compile(
    r"(?:page\s+\d+(?:\s*(?:of|/)\s*\d+)?|[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}\s*(?:of|/)\s*\d{1,3}|\d{1,3}"
    r"|(?:https?://|www\.)\S+(?:\s+\d+/\d+)?"
    r"|\(?(?:more|continued(?: (?:on|from) page \w+| on next page)?)\)?)",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Tell whether a line is a page's number, address or "continued on page 2"."""
    return bool(_FURNITURE.fullmatch(line))


# ---- the list -------------------------------------------------------------------------------------
_HEAD = re.compile(r"\[(?P<kind>[a-z]+)(?: opens=(?P<opens>[a-z]+))?(?: longest=(?P<longest>\d+))?\]")


def _read(listed: str) -> Iterator[Phrase]:
    """Read the list: a head in brackets, then a pattern a line; `#` begins a comment line."""
    group = Phrase("notice", re.compile(""))
    for line in listed.splitlines():
        if head := _HEAD.fullmatch(line):
            kind, opens = cast(PassageKind, head["kind"]), cast(Opens | None, head["opens"])
            group = Phrase(kind, group.pattern, opens, int(head["longest"] or 300))
        elif line and not line.startswith("#"):
            yield replace(group, pattern=re.compile(_with_pieces(line), re.IGNORECASE))


def _with_pieces(pattern: str) -> str:
    return re.sub(r"<<(\w+)>>", lambda name: _PIECES[name[1]], pattern)


PHRASES = tuple(_read(files("reportedly.passages").joinpath("phrases.txt").read_text(encoding="utf-8")))
