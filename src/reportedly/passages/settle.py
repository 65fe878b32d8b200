"""What the neighbours say: headline and byline before the body, teasers inside it, comments after it."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from reportedly.passages.classify import Look, are_names, is_fragment, names_of
from reportedly.passages.dateline import dateline_length
from reportedly.passages.paragraph import TAIL
from reportedly.passages.phrases import Opens
from reportedly.passages.printed import HANGING, SECTION, SELF_PORTRAIT, STAMP
from reportedly.reports.report import PassageKind

_STOP = re.compile(r"[^.]\.[^\w.]*$")
_NEW_SENTENCE = re.compile(r"[a-z\d]{2}[.!?][”\"’')\]]*\s+[“\"‘']?[A-Z]")
# What a first sentence has and a headline with a full stop has not.
_OF_A_SENTENCE = re.compile(r"\b(?:said|told|according to|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_SAYS = re.compile(r".{1,40}\b(?:says|wrote|commented):?$", re.IGNORECASE)
_CUT = re.compile(r"(?:\.\.\.|…)[\W_]*$")

_LONGEST_HEADLINE = 220
# A first line with a full stop is a headline only if it is as short as headlines are.
_HEADLINE_WORDS = 16
# So much of a headline must come back under the window's title.
_SHORTEST_REPEATED = 15
# A first line this short over a longer one is the site's name, or a section's.
_SITE_WORDS = 3
# Prose that goes on without a title between is the report's own text again, not a lead.
_PROSE_RUN, _PROSE_LETTERS = 2, 150
_PROSE_TO_TITLES = 3
# A last paragraph after a list of bare titles.
_LAST_LETTERS = 120
_LONGEST_PORTRAIT = 350
# How many paragraphs what a line opens can hold.
_HOLDS: dict[Opens, int] = {"titles": 4, "author": 3, "tags": 15}
_TAG_WORDS = 10
# A list of comments shows itself within so many paragraphs.
_NEAR = 4


def settled(looks: Sequence[Look], *, page: bool) -> tuple[PassageKind, ...]:
    """Give each paragraph its kind, in order, from what it looks like and from where it stands.

    `page` tells that the page's markup named the headline and byline, so that none is sought.
    """
    kinds = _by_zone(looks)
    if not page:
        _settle_top(looks, kinds)
    _settle_portraits(looks, kinds)
    return tuple(kind or "body" for kind in kinds)


# ---- zones: what a line opens ---------------------------------------------------------------------
def _by_zone(looks: Sequence[Look]) -> list[PassageKind | None]:
    kinds: list[PassageKind | None] = []
    zone: Opens | None = None
    tail: Opens | None = None  # what a thread of comments began: the report's own text never comes back
    since = 0
    for at, look in enumerate(looks):
        opened = _opened(looks, at)
        if opened:
            small = opened in ("titles", "tags") and (tail or zone == "list")
            zone, since = ("list" if small else opened), at
            tail = zone if zone == "thread" or (tail and zone == "list") else tail
        elif zone and zone != tail and _ends(looks, at, since, zone):
            zone = tail
        heads = opened and opened != "thread"
        kinds.append(_in_zone(look, zone) if zone and not heads else look.kind)
    return kinds


def _opened(looks: Sequence[Look], at: int) -> Opens | None:
    """Tell what a paragraph opens where it stands; before any prose, nothing: it is a menu's."""
    look = looks[at]
    before = any(one.prose for one in looks[:at])
    if look.opens in ("list", "thread", "author"):
        return look.opens if before else None
    if look.opens == "link":
        return "thread" if before and _thread_follows(looks, at) else None
    if look.opens is None and _SAYS.match(look.words) and before:
        stamped = at + 1 < len(looks) and STAMP.match(looks[at + 1].words)
        return "thread" if stamped and looks[at + 1].kind == "byline" else None
    return look.opens


def _thread_follows(looks: Sequence[Look], at: int) -> bool:
    """Tell whether "12 Comments" heads the comments, rather than links to them from amid the text."""
    near = looks[at + 1 : at + 1 + _NEAR]
    if any(one.kind in ("comment", "byline") or _SAYS.match(one.words) for one in near):
        return True
    return not _resumes(looks, at + 1)


def _ends(looks: Sequence[Look], at: int, since: int, zone: Opens) -> bool:
    look = looks[at]
    if zone == "list":
        return _resumes(looks, at)
    if zone == "thread":
        return False
    if at - since > _HOLDS.get(zone, 0):
        return True
    if zone == "author":
        return look.kind not in (None, "about", "byline")
    if zone == "tags":
        return look.kind not in (None, "byline") or look.prose or len(look.words.split()) > _TAG_WORDS
    goes_on = (
        look.title
        or look.kind in ("byline", "teaser")
        or (look.kind is None and _CUT.search(look.words[-TAIL:]))
    )
    return look.heading or not goes_on


def _resumes(looks: Sequence[Look], at: int) -> bool:
    """Tell whether the report's own text goes on here after a list of other stories.

    A list has titles with at most a lead each; the report's text is prose with few crossheads. In doubt
    it is the report: a lead in the body is a lesser harm than a lost statement.
    """
    if at >= len(looks) or not looks[at].prose:
        return False
    ahead = [
        one for one in looks[at:] if one.kind not in ("notice", "caption", "teaser") or one.opens == "list"
    ]
    own = list(takewhile(lambda one: one.kind is None, ahead))
    run = [one for one in takewhile(lambda one: not one.title, own) if one.prose]
    letters = sum(len(one.words) for one in run)
    if len(run) >= _PROSE_RUN:
        return letters >= _PROSE_LETTERS
    prose, titles = sum(one.prose for one in own), sum(one.title for one in own)
    if prose >= _PROSE_TO_TITLES and prose >= _PROSE_TO_TITLES * titles:
        return True
    bare_titles = at > 1 and looks[at - 1].title and looks[at - 2].title
    return len(run) == len(ahead) and bare_titles and letters >= _LAST_LETTERS


def _in_zone(look: Look, zone: Opens) -> PassageKind:
    """Give the kind of a paragraph inside a zone; legal lines and adverts stand in every zone."""
    if look.kind == "notice" or zone == "tags":
        return "notice"
    if zone in ("titles", "list"):
        return "teaser"
    return "about" if zone == "author" else "comment"


# ---- the top: headline and byline -----------------------------------------------------------------
def _settle_top(looks: Sequence[Look], kinds: list[PassageKind | None]) -> None:
    _settle_sections(looks, kinds)
    own = [at for at, kind in enumerate(kinds) if kind is None]
    if not own:
        return
    top = list(takewhile(lambda at: looks[at].title or at == own[0], own))
    place = _headline_place(looks, top)
    below = [at for at in own if at > place]
    if _reads_as_headline(looks[place], [looks[at] for at in below]):
        for at in top:
            if at < place:
                kinds[at] = "notice"
            elif looks[at].words == looks[place].words:
                kinds[at] = "headline"
        if below and _is_bare_caption(looks[below[0]].words):
            kinds[below[0]] = "caption"
    _settle_names(looks, kinds, [at for at in top if kinds[at] is None])


def _is_bare_caption(words: str) -> bool:
    return is_fragment(words) and not dateline_length(words, early=True)


def _settle_sections(looks: Sequence[Look], kinds: list[PassageKind | None]) -> None:
    """Set aside the site's sections ("World", "Opinion") above the first line that is none."""
    own = [at for at, kind in enumerate(kinds) if kind is None]
    sections = list(takewhile(lambda at: SECTION.fullmatch(looks[at].words), own))
    for at in sections if len(sections) < len(own) else ():
        kinds[at] = "notice"


def _headline_place(looks: Sequence[Look], top: Sequence[int]) -> int:
    """Tell which first line would be the headline: a heading, or what stands under the site's name."""
    for at in top:
        if looks[at].heading:
            return at
    first, second = looks[top[0]].words, looks[top[1]].words if len(top) > 1 else ""
    again = next((at for at in top[1:] if _is_window_title(first, looks[at].words)), None)
    if again is not None:
        return again
    named = len(first.split()) <= _SITE_WORDS < len(second.split()) and first[-1].isalnum()
    return top[1] if named else top[0]


def _is_window_title(words: str, headline: str) -> bool:
    """Tell whether a line is the browser window's: the headline again with the outlet's name after it."""
    return len(headline) > _SHORTEST_REPEATED and words.startswith(headline)


def _reads_as_headline(look: Look, later: Sequence[Look]) -> bool:
    """Tell whether a text's first words are its headline; with a full stop only if all else agrees."""
    if look.heading:
        return True
    words = look.words
    if not later or len(words) > _LONGEST_HEADLINE or words.endswith(":") or HANGING.search(words):
        return False
    if dateline_length(words, early=True):
        return False
    if not _STOP.search(words[-TAIL:]):
        return not _NEW_SENTENCE.search(words) or _in_title_case(words)
    if words[0] in '“"' or _OF_A_SENTENCE.search(words):
        return False
    short = len(words.split()) <= _HEADLINE_WORDS and len(words) < max(len(one.words) for one in later[:3])
    return short or _in_title_case(words)


def _in_title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 4]
    return bool(long) and sum(word.lstrip("“‘\"'(")[:1].isupper() for word in long) >= 0.8 * len(long)


def _settle_names(looks: Sequence[Look], kinds: list[PassageKind | None], top: Iterable[int]) -> None:
    """Take a bare name for the writer's where it stands under the headline or beside a byline."""
    for at in top:
        beside = "byline" in (kinds[at - 1 : at] + kinds[at + 1 : at + 2])
        under = kinds[at - 1 : at] == ["headline"]
        tokens = len(looks[at].words.split())
        if 2 <= tokens <= 3 + beside and (beside or under) and are_names(looks[at].words):
            kinds[at] = "byline"


# ---- the end: the author's box without a heading ----------------------------------------------------
def _settle_portraits(looks: Sequence[Look], kinds: list[PassageKind | None]) -> None:
    names = _writers(looks, kinds)
    own = [at for at, kind in enumerate(kinds) if kind is None]
    for at in reversed(own[2:][-2:]):
        if not _is_portrait(looks[at].words, names):
            return
        kinds[at] = "about"


def _is_portrait(words: str, names: tuple[str, ...]) -> bool:
    """Tell whether a last paragraph presents a writer, by what it says or by a name of the byline."""
    if len(words) > _LONGEST_PORTRAIT or re.search(r"[“”\"]", words):
        return False
    return words.startswith(names) or bool(SELF_PORTRAIT.match(words))


def _writers(looks: Sequence[Look], kinds: list[PassageKind | None]) -> tuple[str, ...]:
    """Give the full names that the bylines print, without roles and dates."""
    lines = [names_of(look.words) for look, kind in zip(looks, kinds, strict=True) if kind == "byline"]
    return tuple(name for line in lines for name in line if " " in name)
