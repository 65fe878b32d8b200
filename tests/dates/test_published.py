import pytest

from reportedly.dates.dating import Dating
from reportedly.dates.published import published, updated
from reportedly.passages.passage import Passage
from reportedly.reports.report import Details, PassageKind, Report
from reportedly.spans import Span

NOTHING = Details()


def report(*parts: tuple[PassageKind, str], sheet: Details = NOTHING, metadata: Details = NOTHING):
    text, passages = "", []
    for kind, words in parts:
        passages.append(Passage(kind, Span(len(text), len(text) + len(words) + 2)))
        text += words + "\n\n"
    return Report("0" * 64, "text", text, metadata=metadata, sheet=sheet), tuple(passages)


def told(dating: Dating | None, text: str) -> tuple[str | None, str | None, tuple[str, ...]] | None:
    if dating is None:
        return None
    return dating.edtf, dating.basis, tuple(span.words(text) for span in dating.evidence)


def test_the_best_witness_wins():
    page = Details(published="2021-06-04T10:00:00+02:00", url="https://a.example/2021/06/05/pier")
    sheet = Details(published="2021-06-03")
    line: tuple[PassageKind, str] = ("byline", "Published 6 June 2021")
    assert told(published(*report(line, sheet=sheet, metadata=page)), "") == ("2021-06-03", "sheet", ())
    assert told(published(*report(line, metadata=page)), "") == ("2021-06-04", "metadata", ())
    address = Details(url=page.url)
    assert told(published(*report(line, metadata=address)), "") == ("2021-06-05", "address", ())
    one, passages = report(line)
    assert told(published(one, passages), one.text) == ("2021-06-06", "printed", ("6 June 2021",))


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://a.example/2021/06/03/pier", "2021-06-03"),
        ("https://a.example/world/2021/jun/3/pier", "2021-06-03"),
        ("https://a.example/pier-reopens-2021-06-03/", "2021-06-03"),
        ("https://a.example/2021/06/pier", "2021-06"),
        ("https://archive.example/web/20240101000000/http://a.example/2021/06/03/pier", "2021-06-03"),
        ("https://a.example/pier/20213345", None),
        ("https://a.example/2021/13/40/pier", None),
    ],
)
def test_reads_the_date_in_an_address(url: str, edtf: str | None) -> None:
    found = published(*report(("body", "The pier reopened."), sheet=Details(url=url)))
    assert (found and found.edtf) == edtf


@pytest.mark.parametrize(
    ("page", "line", "edtf"),
    [
        (Details(published="2021-06-04"), "By Ana Petrova | June 3, 2021 9:24 pm", "2021-06-03"),
        (Details(published="2021-06-04"), "By Ana Petrova | June 1, 2021 9:24 pm", "2021-06-04"),
        (
            Details(published="2021-06-04", updated="2021-06-05"),
            "By Ana Petrova | June 5, 2021",
            "2021-06-04",
        ),
        (
            Details(published="2021-06-04", url="https://a.example/2021/06/03/pier"),
            "By Ana Petrova",
            "2021-06-03",
        ),
        (
            Details(published="2021-06-04", url="https://a.example/2021/06/03/pier"),
            "By Ana Petrova | June 4, 2021",
            "2021-06-04",
        ),
        (Details(url="https://a.example/2021/06/pier"), "By Ana Petrova | June 3, 2021", "2021-06-03"),
        (Details(url="https://a.example/2021/06/pier"), "By Ana Petrova | July 3, 2021", "2021-06"),
    ],
)
def test_of_two_days_side_by_side_the_printed_one_is_local(page, line, edtf):
    found = published(*report(("byline", line), metadata=page))
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "line",
    ["Written by Ana Petrova on June 3, 2021", "By Ana Petrova — June 3, 2021", "Data: [2021-06-03 15:24]"],
)
def test_a_line_with_a_name_or_a_label_tells_the_date(line):
    one, passages = report(("notice", line), ("body", "The pier reopened."))
    found = published(one, passages)
    assert found is not None
    assert found.edtf == "2021-06-03"


def test_an_updated_line_is_an_upper_bound_and_not_the_date():
    one, passages = report(
        ("headline", "Pier reopens"), ("notice", "This post was last updated on June 3rd, 2021 at 01:21 pm")
    )
    assert told(updated(one, passages), one.text) == ("2021-06-03", "printed", ("June 3rd, 2021",))
    assert told(published(one, passages), one.text) == ("../2021-06-03", "updated", ("June 3rd, 2021",))


def test_a_byline_tells_both():
    one, passages = report(("byline", "By Ana Petrova | Published 3 June 2021, updated 5 June 2021"))
    assert told(published(one, passages), one.text) == ("2021-06-03", "printed", ("3 June 2021",))
    assert told(updated(one, passages), one.text) == ("2021-06-05", "printed", ("5 June 2021",))


def test_a_dateline_without_a_year_keeps_its_words_alone():
    one, passages = report(("dateline", "ARDEN, June 3 -"), ("body", "The pier reopened."))
    assert told(published(one, passages), one.text) == (None, None, ("June 3",))


@pytest.mark.parametrize(
    "parts",
    [
        [
            ("body", "The pier reopened."),
            ("teaser", "Mole closes"),
            ("notice", "Last updated on June 3, 2021"),
        ],
        [("body", "The pier reopened."), ("comment", "Published June 3, 2021")],
        [("body", "The pier was published about on June 3, 2021, in a leaflet.")],
        [("body", "The pier has a past."), ("body", "June 3, 2021")],
        [("byline", "June 3, 2021 | June 9, 2021")],
        [("byline", "03/04/2021")],
    ],
)
def test_says_nothing_where_the_date_is_another_storys_or_unclear(parts):
    found = published(*report(*parts))
    assert found is None or found.edtf is None
