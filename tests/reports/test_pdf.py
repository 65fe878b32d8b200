import pytest

from reportedly.errors import UnreadableError
from reportedly.reports.pdf import PAGE_BREAK
from reportedly.reports.read import read
from tests.reports.makers import LOCKED, original, pdf

PAGES = [
    ["The minister said that nothing was agr-", "eed and that the talks", "would go on.", "^Later he left."],
    ["Two"],
]


def test_lines_gaps_hyphens_and_pages():
    report = read(original(pdf(PAGES), "pdf"))
    assert report.text == (
        "The minister said that nothing was agr-\need and that the talks\nwould go on.\n\nLater he left."
        f"{PAGE_BREAK}Two"
    )
    assert report.blocks == ()
    assert report.problems == ()


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferries sail again", "Ferries sail again"),
        ("Microsoft Word - ferry draft", None),
        ("ferry final.docx", None),
        ("Untitled document", None),
        ("ferry", None),
    ],
)
def test_title_only_where_sensible(title, headline):
    data = pdf(PAGES, info=f"<< /Title ({title}) /Author (Ilka Morvan) >>")
    metadata = read(original(data, "pdf")).metadata
    assert (metadata.headline, metadata.byline) == (headline, "Ilka Morvan")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (pdf(PAGES)[:300], "broken"),
        (b"<p>no PDF</p>", "broken"),
        (pdf(PAGES, LOCKED), "encrypted"),
        (pdf([[]]), "no-text"),
    ],
)
def test_unreadable(data, what):
    with pytest.raises(UnreadableError) as caught:
        read(original(data, "pdf"))
    assert caught.value.what == what


def test_mended_pdf_is_told():
    data = pdf(PAGES)
    report = read(original(data[: data.index(b"startxref")], "pdf"))
    assert "Later he left." in report.text
    assert [problem.what for problem in report.problems] == ["truncated"]


def test_characters_of_two_halves():
    letters = "<41> <D83DDE42> <42> <D83D>"
    assert read(original(pdf([["xAy B."]], letters=letters), "pdf")).text == "x🙂y \ufffd."
