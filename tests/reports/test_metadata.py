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


def test_a_bare_clock_a_whole_offset_away_tells_the_local_day():
    head = linked(datePublished="2021-06-04T02:30:12Z")
    assert told(head + '<meta name="sailthru.date" content="2021-06-03 22:30:12">').published == "2021-06-03"
    assert told(head + '<meta name="sailthru.date" content="2021-06-03 22:41:12">').published == "2021-06-04"


def test_a_time_shown_in_words_tells_the_local_day():
    head = linked(datePublished="2021-06-04T02:30:12Z")
    shown = '<time datetime="2021-06-04T02:30:12+00:00">June 3, 2021 10:30 PM</time>'
    assert told(head, before=shown).published == "2021-06-03"
    assert told(head, before=shown.replace("02:30", "03:30")).published == "2021-06-04"


@pytest.mark.parametrize(
    "words",
    ["June 3, 2021, 07:47 PM EST", "Thu Jun 03 2021 03:05:46 GMT+0000", "3 Jun 2021 07:09 GMT", "2021/06/03"],
)
def test_a_date_in_letters_is_read(words):
    assert told(linked(datePublished=words)).published == "2021-06-03"


def test_a_day_that_no_calendar_has_is_none():
    assert told(linked(datePublished="June 31, 2021")).published is None


def test_what_the_page_tells_of_itself_comes_after_what_it_tells_of_the_article():
    page = f'<script type="application/ld+json">{json.dumps({"@type": "WebPage", "datePublished": "2021-06-01"})}'
    assert told(page + "</script>").published == "2021-06-01"
    assert told(page + "</script>" + linked(datePublished="2021-06-03")).published == "2021-06-03"


def test_times_that_agree_tell_the_day_where_nothing_else_does():
    one, other = (
        '<time datetime="2021-06-03T08:00Z">3 June</time>',
        '<time datetime="2021-06-09">9 June</time>',
    )
    assert told(before=one).published == "2021-06-03"
    assert told(before=one + other).published is None
    assert told(before=f'<div class="comment">{one}</div>').published is None


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
