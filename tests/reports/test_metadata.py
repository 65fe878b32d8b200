import json
import time

import pytest

from reportedly.reports.metadata import _items
from reportedly.reports.read import read
from reportedly.reports.report import Details
from tests.reports.makers import article, original, page


def told(head: str = "", before: str = "", url: str | None = None) -> Details:
    return read(original(article(before, head=head), url=url)).metadata


def linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **data})}</script>'


def test_linked_data():
    head = linked(
        author=[{"name": "Ana Belo"}, {"name": "Tarn Vell"}],
        publisher={"name": "Sund &amp; Courier"},
        datePublished="2021-06-03T23:30:00-07:00",
        dateModified="2021-06-05",
    )
    found = told(head)
    assert (found.byline, found.outlet) == ("Ana Belo, Tarn Vell", "Sund & Courier")
    assert (found.published, found.updated) == ("2021-06-03", "2021-06-05")


def test_article_inside_a_graph():
    report = {"@type": ["ReportageNewsArticle"], "datePublished": "2021-06-03"}
    graph = {"@graph": [{"@type": "WebSite", "datePublished": "1999-01-01"}, report]}
    assert told(f'<script type="application/ld+json">{json.dumps(graph)}</script>').published == "2021-06-03"


def test_author_and_outlet_named_by_id():
    ids = [{"@id": "#belo", "name": "Ana Belo"}, {"@id": "#courier", "name": "Sund Courier"}]
    report = {"@type": "NewsArticle", "author": {"@id": "#belo"}, "publisher": {"@id": "#courier"}}
    found = told(f'<script type="application/ld+json">{json.dumps([report, *ids])}</script>')
    assert (found.byline, found.outlet) == ("Ana Belo", "Sund Courier")


def test_meta_tags_and_marked_times():
    head = (
        '<meta property="og:site_name" content="Sund Courier">'
        '<meta property="article:published_time" content="2021-06-03T08:00:00+02:00">'
        '<meta name="author" content="By Ana Belo">'
    )
    found = told(head)
    assert (found.outlet, found.published, found.byline) == ("Sund Courier", "2021-06-03", "Ana Belo")
    assert (
        told(before='<time itemprop="datePublished" datetime="2021-06-03">3 June</time>').published
        == "2021-06-03"
    )


def test_address_and_title_as_the_page_calls_them():
    head = '<link rel="canonical" href="https://courier.example/ferry">'
    assert told(head).url == "https://courier.example/ferry"
    assert told('<link rel="canonical" href="/ferry">').url is None
    bare = page("<p>They are, he said on a day in June.</p>", "<title>Boats are back - Courier</title>")
    assert read(original(bare)).metadata.headline == "Boats are back"


def test_author_in_the_markup():
    assert told(before='<a rel="author" href="/belo">Ana Belo</a>').byline == "Ana Belo"


def test_same_moment_with_an_offset_tells_the_local_day():
    head = linked(datePublished="2021-06-04T02:30:00Z")
    meta = '<meta property="article:published_time" content="2021-06-03T22:30:00-04:00">'
    assert told(head).published == "2021-06-04"
    assert told(head + meta).published == "2021-06-03"


def test_unknown_stays_unknown():
    found = told()
    assert (found.url, found.outlet, found.published, found.updated) == (None, None, None, None)


def test_dates_in_the_text_or_address_are_not_taken():
    found = told(
        before="<p>It began on 3 June 2021, officials said.</p>", url="https://c.example/2020/01/02/ferry"
    )
    assert found.published is None
    assert found.url == "https://c.example/2020/01/02/ferry"


@pytest.mark.parametrize("words", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "soon", ""])
def test_placeholder_dates_are_none(words):
    assert told(linked(datePublished=words)).published is None


def test_addresses_and_accounts_are_no_names():
    found = told(linked(author="https://social.example/belo", publisher={"name": "@courier"}))
    assert found.outlet is None
    assert "social" not in (found.byline or "")


def test_broken_linked_data_does_no_harm():
    assert told('<script type="application/ld+json">{"@type": "NewsArticle", </script>').published is None


def test_half_characters_in_linked_data_do_no_harm():
    found = told(linked(author="Ana \ud83d Belo", headline="Ferries \udc00 sail"))
    assert found.byline == "Ana \ufffd Belo"


def test_long_linked_data_is_read_in_time():
    words = json.dumps([{}] * 300_000)
    began = time.process_time()
    assert sum(1 for _ in _items(words)) == 300_000
    assert time.process_time() - began < 3
