import hashlib
import pickle

import pytest

from reportedly.errors import UnreadableError
from reportedly.reports.read import read
from reportedly.reports.report import Details
from tests.reports.makers import article, original, pdf


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"She said so.\r\n", "text"),
        (b"# Head\n", "markdown"),
        (article().encode(), "html"),
        (pdf([["Words"]]), "pdf"),
    ],
)
def test_each_media(data, media):
    report = read(original(data, media, url="https://courier.example/ferry"))
    assert report.media == media
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert report.metadata.url == "https://courier.example/ferry"
    assert report.made_by.startswith("reports ")
    assert (
        report == pickle.loads(pickle.dumps(report)) == read(original(data, media, url=report.metadata.url))
    )


def test_sheet_goes_along():
    from dataclasses import replace

    sheet = Details(outlet="Sund Courier")
    assert read(replace(original(b"Words.", "text"), sheet=sheet)).sheet == sheet


def test_text_file_has_no_blocks_and_stays_as_it_is():
    report = read(original("\ufeffOne.\r\n\r\nTwo\u00a0three. 🙂", "text"))
    assert report.text == "\ufeffOne.\r\n\r\nTwo\u00a0three. 🙂"
    assert (report.blocks, report.left_out) == ((), 0)


def test_doubtful_encoding_is_a_problem():
    report = read(original("Zoé’s café – “yes”".encode() + b" \x93no\x94", "text"))
    assert [(problem.what, problem.where) for problem in report.problems] == [("encoding", "page")]


def test_binary_named_as_text():
    with pytest.raises(UnreadableError, match="not-text"):
        read(original(b"GIF89a\x00\x00", "text"))


def test_half_characters_in_a_sheet_do_no_harm():
    from dataclasses import replace

    report = read(replace(original(b"Words.", "text"), sheet=Details(outlet="Sund \ud83d Courier")))
    assert report.sheet == Details(outlet="Sund \ufffd Courier")
