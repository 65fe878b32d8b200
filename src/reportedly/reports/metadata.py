"""Metadata: what a page's markup tells about it: address, outlet, dates, author, headline."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from lxml.html import HtmlElement
from trafilatura.metadata import extract_author

from reportedly.reports.hints import around_of, comment_item, is_outside
from reportedly.reports.markup import squeezed
from reportedly.reports.moment import local_day, same_moment, written_day
from reportedly.reports.report import Details

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "article.published",
    "og:article:published_time",
    "og:published_time",
    "og:datepublished",
    "og:pubdate",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "citation_publication_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "pub_date",
    "published",
    "published_at",
    "date",
    "sailthru.date",
)
_AUTHOR = (
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_ARTICLE_ENDINGS = ("Article", "BlogPosting", "Report", "ReportageNewsArticle")
_PAGE_ENDING = "WebPage"


def page_details(tree: HtmlElement, url: str | None) -> Details:
    """Collect what a page's metadata tells; what it does not tell stays None.

    Dates come only from what the markup calls published or updated (schema.org, Open Graph, Dublin
    Core), or else from the one time that it marks, as the local date that they print; never from the
    address, the file or the clock.
    """
    meta = _meta_tags(tree)
    article, page = _linked_data(tree)
    authors = [article.get("author"), *_each(meta, _AUTHOR), (extract_author(tree) or "").replace("; ", ", ")]
    outlets = [meta.get("og:site_name"), article.get("publisher")]
    return Details(
        url=url or _address(tree, meta),
        outlet=next(filter(None, map(_plain_name, outlets)), None),
        published=_published(
            tree, (article.get("datePublished"), *_each(meta, _PUBLISHED), page.get("datePublished"))
        ),
        updated=local_day(
            _dates(article.get("dateModified"), *_each(meta, _UPDATED), *_times(tree, "dateModified"))
        ),
        byline=next(filter(None, map(_names, authors)), None),
        headline=_text(article.get("headline")) or _text(meta.get("og:title")) or _title(tree),
    )


def _address(tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    """Give the address that a page calls its own, where it is a whole one."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    told = (_text(words) for words in (*links, meta.get("og:url")))
    return next((words for words in told if words.startswith(("http://", "https://"))), None)


def _title(tree: HtmlElement) -> str | None:
    """Give the page's title without the outlet's name: its longest part."""
    titles = tree.xpath("//head/title")
    parts = re.split(r"\s[|–—·»:-]{1,2}\s", _text(titles[0].text_content())) if titles else []
    return max(parts, key=len, default=None) or None


def _text(words: object) -> str:
    """Give words as a page prints them; what is written into linked data is often escaped twice."""
    return squeezed(unescape(words)) if isinstance(words, str) else ""


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Give the page's meta tags by lower-case name; of two with one name, the first."""
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if name and tag.get("content"):
            tags.setdefault(name.lower(), tag.get("content"))
    return tags


def _each(tags: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [tags[name] for name in names if name in tags]


def _times(tree: HtmlElement, prop: str) -> list[str]:
    marked = tree.xpath("//*[@itemprop=$prop]", prop=prop)
    if prop == "datePublished":
        marked += tree.xpath("//time[@pubdate]")
    return [element.get("datetime") or element.get("content") or "" for element in marked]


def _linked_data(tree: HtmlElement) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the first article that the page describes as linked data (schema.org in JSON-LD), and the page.

    Where the article names a person or outlet by `@id` alone, what the page tells of that id stands in its
    place.
    """
    scripts = tree.xpath("//script[@type='application/ld+json']")
    items = [item for script in scripts for item in _items(script.text or "")]
    named = {str(item.get("@id")): item for item in reversed(items) if "name" in item}
    article = next((item for item in items if _type(item).endswith(_ARTICLE_ENDINGS)), {})
    page = next((item for item in items if _type(item).endswith(_PAGE_ENDING)), {})
    return {key: _resolved(value, named) for key, value in article.items()}, page


def _type(item: Mapping[str, Any]) -> str:
    return str(_first(item.get("@type")))


def _resolved(value: object, named: Mapping[str, dict[str, Any]]) -> object:
    if isinstance(value, list):
        return [_resolved(one, named) for one in value]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _items(words: str) -> Iterator[dict[str, Any]]:
    """Give every object in a piece of JSON, the outer ones first; nothing where it is not JSON."""
    try:
        waiting = deque([json.loads(words, strict=False)])
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.popleft()
        if isinstance(item, dict):
            yield item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _name(value: object) -> str:
    value = _first(value)
    return _text(value.get("name") if isinstance(value, dict) else value)


def _plain_name(value: object) -> str:
    """Give a name, but not an address or an account that stands in its place."""
    name = _name(value)
    return "" if name.startswith(("@", "http:", "https:", "www.")) else name


def _names(value: object) -> str:
    """Give the names of one or more authors, without the "By" before them."""
    names = map(_plain_name, value if isinstance(value, list) else [value])
    return re.sub(r"^[Bb]y\s+", "", ", ".join(filter(None, names)))


def _published(tree: HtmlElement, told: Sequence[object]) -> str | None:
    """Give the local day of publication.

    A time that the markup shows in words ("Nov. 18, 2019 11:03 PM") and that is the moment told in UTC has
    the local day. Where nothing is called the date of publication, all times marked must tell one day.
    """
    named = _dates(*told, *_times(tree, "datePublished"))
    marked = tuple(_marked(tree))
    if not named:
        days = {day for words in marked if (day := local_day(words))}
        return days.pop() if len(days) == 1 else None
    shown = (written_day(words) for moment, words in marked if same_moment(moment, named[0]))
    return next(filter(None, shown), None) or local_day(named)


def _marked(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Give each time that the markup marks, for machines and in words, but for those of readers and menus."""
    for element in tree.iter("time"):
        around = tuple(around_of(element))
        # An article has a header of its own.
        in_article = any(one.tag in ("article", "main") for one in around)
        if comment_item(around) is None and (in_article or not is_outside(around)):
            yield _text(element.get("datetime")), _text(element.text_content())


def _dates(*told: object) -> list[str]:
    """Give the dates among what is told, as written."""
    return [words for one in told if local_day([words := _text(one)])]
