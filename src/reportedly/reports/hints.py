"""Hints: what a page's tags, classes, ids and roles tell about the kind of what they hold."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from reportedly.reports.report import PassageKind


def _hint(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-])(?:{pattern})(?:$|[\s_-])", re.IGNORECASE)


# The nearest element that tells wins, then this order.
_COMMENTS = _hint(r"comments|comment-?list|commentlist|comments-?(?:area|section|list)|disqus_thread")
_COMMENT = re.compile(
    r"(?:(?:user|reader|li|div|post|single)[-_]?)?comment(?:[-_]?(?:item|\d+))?",
    re.IGNORECASE,
)
_HINTS: tuple[tuple[PassageKind, re.Pattern[str]], ...] = (
    (
        "caption",
        _hint(r"caption|captions|wp-caption-text|cutline|image-?credit|photo-?credit|media-?caption"),
    ),
    (
        "notice",
        _hint(
            r"share|sharing|social|socials|subscribe|subscription|newsletter|newsletters|sign-?up|advert|adverts"
            r"|advertisement|advertising|ads?|dfp|sponsor|sponsored|paywall|cookies?|consent|gdpr|print|toolbar"
            r"|tools|tags|taglist|copyright|disclaimer|legal|donate|donation|follow|pull-?quote|pullquote|rating"
        ),
    ),
    (
        "teaser",
        _hint(
            r"related|recirc|recirculation|read-?more|more-?on|more-?from|more-?stories|recommended|recommendations?"
            r"|trending|most-?read|most-?popular|most-?viewed|popular|promos?|teasers?|also-?read|see-?also|inline-?link"
            r"|outbrain|taboola|up-?next|next-?article|latest|headlines|similar|rich-?link|topics|playlist"
        ),
    ),
    (
        "about",
        _hint(
            r"(?:author|writer|contributor)s?[_-]*(?:bio|box|info|card|about|desc|description|profile|details)"
            r"|about[_-]*(?:the[_-]*)?(?:author|writer)s?|bio|biography"
        ),
    ),
    (
        "byline",
        _hint(
            r"byline|by-line|bylines|authors?|dateline|timestamp|publish|published|pub-?date|publish-?date|post-?date"
            r"|posted-?on|entry-?meta|post-?meta|article-?(?:meta|info|date)|byline\w*|date|dates|time|datetime"
        ),
    ),
)
_TAG_KINDS: dict[str, PassageKind] = {"figcaption": "caption", "figure": "caption", "address": "byline"}
_OUTSIDE_TAGS = frozenset({"nav", "footer", "header", "form", "menu", "dialog"})
_OUTSIDE = _hint(
    r"nav|navigation|navbar|menu|menus|footer|breadcrumbs?|sidebar|masthead|skip-?link|modal|popup|cookies?"
    r"|pagination|recent|respond|comment-?respond|comment-?form|banner|contentinfo|search|site-?header|complementary|side|rail|widget|widgets"
)


def around_of(element: HtmlElement) -> Iterator[HtmlElement]:
    """Give an element and those that hold it, inner first."""
    yield element
    yield from element.iterancestors()


def _names(element: HtmlElement) -> str:
    """Give the words that an element is named by, `articleByline` as `article-Byline`."""
    named = " ".join(element.get(key, "") for key in ("class", "id", "role", "itemprop", "rel"))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", named)


def comment_item(around: Sequence[HtmlElement]) -> HtmlElement | None:
    """Find the reader comment that a line is part of: the nearest item, or list item among comments."""
    among = [at for at, element in enumerate(around) if _COMMENTS.search(_names(element))]
    items = [at for at, element in enumerate(around) if _is_comment(element)]
    items += [at for at in range(among[0] if among else 0) if around[at].tag in ("li", "article")]
    if not items or is_outside(around[items[0] + 1 : among[0] + 1 if among else None]):
        return None
    return around[items[0]]


def _is_comment(element: HtmlElement) -> bool:
    return "Comment" in element.get("itemtype", "") or any(map(_COMMENT.fullmatch, _names(element).split()))


def hinted_kind(around: Sequence[HtmlElement]) -> PassageKind | None:
    """Give the kind that the nearest element tells by its tag, class, id or role."""
    return next((kind for element in around if (kind := _told_by(element))), None)


def hinting_element(around: Sequence[HtmlElement], kind: PassageKind) -> HtmlElement | None:
    """Give the outermost of the elements that tell this kind: what it holds belongs together."""
    telling = [element for element in around if _told_by(element) in (kind, "about")]
    return telling[-1] if telling else None


def _told_by(element: HtmlElement) -> PassageKind | None:
    if element.tag in _TAG_KINDS:
        return _TAG_KINDS[element.tag]
    names = _names(element)
    return next((kind for kind, pattern in _HINTS if pattern.search(names)), None)


def is_outside(around: Sequence[HtmlElement]) -> bool:
    """Tell whether the elements around a line are menus, footers, forms and the like."""
    return any(element.tag in _OUTSIDE_TAGS or _OUTSIDE.search(_names(element)) for element in around)
