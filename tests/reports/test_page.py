import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UnreadableError
from reportedly.reports.read import read
from tests.reports.makers import PARAGRAPHS, article, original, page


def blocks(source: str) -> list[tuple[str, str]]:
    report = read(original(source))
    return [(block.kind, block.span.words(report.text)) for block in report.blocks]


def kinds(source: str, kind: str) -> list[str]:
    return [words for told, words in blocks(source) if told == kind]


def test_article_in_page_order_without_menu_and_footer():
    report = read(original(article()))
    assert report.text == "\n\n".join(("Ferries sail again in Veldania", *PARAGRAPHS))
    assert [block.kind for block in report.blocks] == ["headline"] + ["body"] * 4
    assert report.left_out == 3
    assert report.made_by.startswith("reports 1 trafilatura ")


def test_headline_is_the_one_printed_not_the_title_with_the_sites_name():
    head = '<meta property="og:title" content="Ferries sail again in Veldania | Sund Courier">'
    assert read(original(article(head=head))).metadata.headline == "Ferries sail again in Veldania"


SET_ASIDE = [
    ("byline", "<div class=byline>By Ana Belo</div>", "By Ana Belo"),
    ("caption", "<figure><img><figcaption>The old ferry. AFP</figcaption></figure>", "The old ferry. AFP"),
    (
        "teaser",
        "<aside class=related><a href=/x>Storm closes two ports</a></aside>",
        "Storm closes two ports",
    ),
    (
        "teaser",
        "<p><a href=/x>READ MORE: Storm closes two ports</a></p>",
        "READ MORE: Storm closes two ports",
    ),
    ("notice", "<div class='share-tools'>Share this story</div>", "Share this story"),
    (
        "notice",
        "<div class=newsletter><p>Sign up for our letter today.</p></div>",
        "Sign up for our letter today.",
    ),
]


@pytest.mark.parametrize(("kind", "markup", "words"), SET_ASIDE)
def test_set_aside_blocks_of_the_column_are_kept_and_told(kind, markup, words):
    found = blocks(article(within=markup) if kind != "byline" else article(before=markup))
    assert (kind, words) in found
    assert [w for k, w in found if k == "body"] == list(PARAGRAPHS)


def test_parts_of_one_byline_are_one_block():
    markup = "<div class=byline><div>By</div><div>Ana Belo</div><time>3 June 2021</time></div>"
    assert kinds(article(before=markup), "byline") == ["By\nAna Belo\n3 June 2021"]


def test_authors_box_after_the_text():
    box = "<div class=author-bio><p>Ana Belo writes about ports and ferries for the Courier.</p></div>"
    assert kinds(article(after=box), "about") == ["Ana Belo writes about ports and ferries for the Courier."]


def test_each_reader_comment_is_a_block_and_no_body():
    comments = (
        "<div id=comments><h3>2 comments</h3><ol class=comment-list>"
        "<li class=comment><footer>Tarn says:</footer><p>At last.</p><p>Good for the island.</p>"
        "<ol><li class=comment>Vell says: It will not last.</li></ol></li></ol>"
        "<form class=comment-form><p>Your address will not be published.</p></form></div>"
    )
    assert kinds(article(after=comments), "comment") == [
        "Tarn says:\n\nAt last.\n\nGood for the island.",
        "Vell says: It will not last.",
    ]
    assert kinds(article(after=comments), "body") == list(PARAGRAPHS)


def test_standfirst_and_embedded_post_are_body():
    first = "<p class=standfirst>The minister gives way after a year of protests by the islanders.</p>"
    post = "<blockquote><p>No ferry has sailed yet, and none will before the vote.</p></blockquote>"
    bodies = kinds(article(before=first, within=post), "body")
    assert "The minister gives way after a year of protests by the islanders." in bodies
    assert "No ferry has sailed yet, and none will before the vote." in bodies


def test_script_style_and_hidden_words_never_become_text():
    unseen = (
        "<script>var a = 'The minister of scripts said nothing at all to anyone here.';</script>"
        "<style>p { color: red }</style><p hidden>A hidden paragraph that the minister never said aloud.</p>"
        "<div style='display: none'><p>Another hidden one that nobody was ever to read here.</p></div>"
        "<noscript>Please turn it on.</noscript><template><p>A template that is not shown.</p></template>"
        "<!-- A comment. --><button>Press</button>"
    )
    assert read(original(article(within=unseen))).text == read(original(article())).text


def test_linked_data_is_no_text():
    data = '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"Secret words."}</script>'
    assert "Secret" not in read(original(article(head=data))).text


def test_short_page_that_an_extractor_gives_up_on():
    report = read(
        original(page("<article><p>The talks ended on Monday without a result, he said.</p></article>"))
    )
    assert report.text == "The talks ended on Monday without a result, he said."


def test_page_encodings():
    words = "“Señor Peña’s boat,” said Zoë, “is naïve – and costs €5 more than it should have.”"
    for encoding in ("utf-8", "cp1252", "utf-16"):
        source = page(f"<article><p>{words}</p></article>").replace("utf-8", encoding)
        assert read(original(source.encode(encoding))).text == words
    bare = f"<html><body><article><p>{words}</p></article></body></html>"
    assert read(original(bare.encode("cp1252"), charset="windows-1252")).text == words


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)), "not-page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR<\x00", "not-page"),
        (b"%PDF-1.4 nothing", "not-page"),
        (b"just words", "not-page"),
        (page("").encode(), "no-text"),
        (page("<nav><a href=/>Home</a></nav><footer>All rights reserved.</footer>").encode(), "no-text"),
        (
            page("<script>var w = 'She said that the talks had ended in nothing.';</script>").encode(),
            "no-text",
        ),
    ],
)
def test_unreadable(data, what):
    with pytest.raises(UnreadableError) as caught:
        read(original(data))
    assert caught.value.what == what


def test_deep_nesting_does_not_break():
    deep = "<div>" * 500 + "<p>" + PARAGRAPHS[0] + "</p>" + "</div>" * 500
    assert PARAGRAPHS[0] in read(original(page(f"<article>{deep}</article>"))).text


def test_nothing_is_printed(capfd):
    for source in (page("<p>Too short.</p>"), article(), "<html><p>broken <b>markup</p>"):
        try:
            read(original(source))
        except UnreadableError:
            continue
    assert capfd.readouterr() == ("", "")


MARKUP = st.sampled_from(
    [markup for _, markup, _ in SET_ASIDE]
    + [
        "<p>So it went on, he said, for a week and more.</p>",
        "<ul><li>One</li></ul>",
        "<table><tr><td>1<td>2</table>",
    ]
    + [
        "words & <b>bold</b> “marks” 🙂",
        "<br><br>",
        "<div class=comment>I disagree.</div>",
        "<q>Yes</q>",
        "<h2>Then</h2>",
    ]
)


@settings(max_examples=40, deadline=None)
@given(*[st.lists(MARKUP, max_size=5).map("".join)] * 3)
def test_blocks_are_in_order_apart_and_cover_the_text(before, within, after):
    report = read(original(article(before, within, after)))
    text, at = "", 0
    for block in report.blocks:
        text += report.text[at : block.span.start]
        at = block.span.end
        words = block.span.words(report.text)
        assert words == words.strip() != ""
    assert at == len(report.text)
    assert text.strip("\n") == ""
    assert report == read(original(article(before, within, after)))


@pytest.mark.parametrize("markup", ["<p></p>" * 100_000, "<table><tr><td>x" * 3000], ids=["many", "deep"])
def test_page_of_too_many_elements_is_refused(markup):
    with pytest.raises(UnreadableError) as caught:
        read(original(article(after=markup)))
    assert caught.value.what == "too-large"
