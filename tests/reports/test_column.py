from lxml.html import document_fromstring

from reportedly.reports.column import article_lines, short_body
from reportedly.reports.markup import lines_of
from tests.reports.makers import PARAGRAPHS, page


def kept(markup: str) -> list[tuple[str, str]]:
    lines = lines_of(document_fromstring(page(markup)))
    found = article_lines(lines, "\n".join(PARAGRAPHS), "Ferries sail again in Veldania")
    return [(one.kind, one.line.text) for one in found]


COLUMN = "<div>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS) + "</div>"


def test_headline_is_the_heading_that_says_what_the_title_says():
    heads = "<h1>Sund Courier</h1><div><h2>Ferries sail again in Veldania</h2></div><h1>More from us</h1>"
    assert kept(heads + COLUMN)[0] == ("headline", "Ferries sail again in Veldania")


def test_only_first_rank_heading_is_the_headline_whatever_the_title():
    assert kept("<h1>Boats are back</h1>" + COLUMN)[0] == ("headline", "Boats are back")


def test_page_without_headline():
    assert [kind for kind, _ in kept(COLUMN)] == ["body"] * 4


def test_teaser_that_repeats_the_first_paragraph_is_not_the_column():
    teasers = (
        "<ul class=latest>"
        + "".join(f"<li>{words}</li>" for words in (PARAGRAPHS[0], "Other news."))
        + "</ul>"
    )
    assert kept(f"<h1>Ferries sail again in Veldania</h1>{COLUMN}<div>{teasers}</div>")[1:] == [
        ("body", words) for words in PARAGRAPHS
    ]


def test_body_that_strayed_from_the_column_is_kept():
    stray = f"<section><p>{PARAGRAPHS[3]}</p></section>"
    column = "<div>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS[:3] * 4) + "</div>"
    assert kept(column + stray)[-1] == ("body", PARAGRAPHS[3])


def test_sidebar_beside_the_column_is_left_out():
    side = "<div class=sidebar><p>Ten ways to cook a herring that you have never tried before.</p></div>"
    assert kept("<h1>Ferries sail again in Veldania</h1>" + side + COLUMN)[1][1] == PARAGRAPHS[0]


def test_no_sentence_of_the_column_is_lost_to_an_odd_class_name():
    odd = "<div class=widget><p>The harbour master could not be reached for comment on Monday.</p></div>"
    first, *others = COLUMN.split("</p>", 1)
    found = kept(first + "</p>" + odd + others[0])
    assert ("notice", "The harbour master could not be reached for comment on Monday.") in found


def test_short_body_prefers_the_article():
    lines = lines_of(
        document_fromstring(
            page(f"<p>{PARAGRAPHS[1]}</p><article><p>{PARAGRAPHS[0]}</p><p>Menu</p></article>")
        )
    )
    assert short_body(lines) == PARAGRAPHS[0]
