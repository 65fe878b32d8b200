import gzip
import io
import zlib

import pytest

from reportedly.errors import UnreadableError
from reportedly.reports import archive
from reportedly.reports.archive import original_of_mhtml, originals_of_warc, unpacked
from reportedly.reports.report import Original, Place, Problem
from tests.reports.makers import documents, troubles, warc_record, warc_response

URL = "https://courier.example/"
HTML = "Content-Type: text/html; charset=utf-8"
ONE = warc_record(URL + "one", b"<p>One</p>")
TWO = warc_record(URL + "two", b"<p>Two</p>" * 20)
WITHIN = Place("pages.warc", "/pile")


def taken(warc: bytes, within: Place = WITHIN) -> tuple[list[str], list[Problem]]:
    found = list(originals_of_warc(warc, within))
    return [one.place.name for one in documents(found)], troubles(found)


def test_record_tells_address_charset_and_archive():
    (one,) = originals_of_warc(ONE, WITHIN)
    assert one == Original(
        Place(URL + "one", "/pile", "pages.warc"), "html", b"<p>One</p>", "utf-8", URL + "one"
    )


def test_fetched_record_has_no_root():
    (one,) = documents(originals_of_warc(ONE, Place(URL)))
    assert one.place == Place(URL + "one")


def test_media_by_content_type_others_passed_over():
    records = [
        warc_record(URL + "a", b"words", "Content-Type: text/plain"),
        warc_record(URL + "b", b"%PDF-1.4", "Content-Type: application/pdf"),
        warc_record(URL + "c", b"GIF89a", "Content-Type: image/gif"),
        warc_record(URL + "d", b"<p>gone</p>", status=404),
        warc_record(URL + "e", b"<!DOCTYPE html><html><p>Untyped</p></html>", "Server: x"),
    ]
    found = documents(originals_of_warc(b"".join(records), WITHIN))
    assert [(f.place.name[-1], f.media) for f in found] == [("a", "text"), ("b", "pdf"), ("e", "html")]


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("Content-Encoding: gzip", gzip.compress(b"<p>Words</p>")),
        ("Content-Encoding: deflate", zlib.compress(b"<p>Words</p>")),
        ("Content-Encoding: br", b"\x8b\x05\x80<p>Words</p>\x03"),
        ("Transfer-Encoding: chunked", b"6\r\n<p>Wor\r\n6\r\nds</p>\r\n0\r\n\r\n"),
        ("Content-Encoding: gzip", b"<p>Words</p>"),
        ("Transfer-Encoding: chunked", b"<p>Words</p>"),
    ],
)
def test_codings_are_undone_where_still_there(coding, packed):
    (found,) = documents(originals_of_warc(warc_record(URL, packed, f"{HTML}\r\n{coding}"), WITHIN))
    assert found.data == b"<p>Words</p>"


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("left", [15, 60, -40])
def test_truncated_warc_gives_what_stands_before_the_cut(pack, left):
    first, second = pack(ONE), pack(TWO)
    names, problems = taken(first + second[:left])
    assert names == [URL + "one"]
    assert [(p.what, p.where) for p in problems] == [("truncated", "pages.warc")]


def test_cut_after_the_last_words_is_told_all_the_same():
    names, problems = taken(gzip.compress(ONE)[:-4])
    assert names == [URL + "one"]
    assert [p.what for p in problems] == ["truncated"]


def test_whole_packed_warc_has_no_problem():
    assert taken(gzip.compress(ONE) + gzip.compress(TWO)) == ([URL + "one", URL + "two"], [])


def test_rubbish_after_a_record():
    names, problems = taken(ONE + b"rubbish" * 50)
    assert names == [URL + "one"]
    assert [p.what for p in problems] == ["broken"]


def test_warc_without_reports():
    assert [p.what for p in taken(warc_record(URL, b"GIF89a", "Content-Type: image/gif"))[1]] == [
        "no-reports"
    ]
    assert [p.what for p in taken(b"")[1]] == ["no-reports"]


def test_bomb_in_a_record_is_one_problem(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    bomb = warc_record(URL + "bomb", gzip.compress(b"0" * 100_000), f"{HTML}\r\nContent-Encoding: gzip")
    names, problems = taken(bomb + ONE)
    assert names == [URL + "one"]
    assert [(p.what, p.where) for p in problems] == [("too-large", URL + "bomb")]


def test_gzip_bomb_stops_at_the_limit():
    bomb = gzip.compress(b"0" * (archive.MOST_BYTES + 1), compresslevel=1)
    with pytest.raises(UnreadableError, match="more than 20 MB"):
        unpacked(io.BytesIO(bomb))


@pytest.mark.parametrize(
    ("data", "what"),
    [(gzip.compress(b"words" * 99)[:-9], "truncated"), (b"not packed", "broken")],
)
def test_unsound_gzip(data, what):
    with pytest.raises(UnreadableError) as caught:
        unpacked(io.BytesIO(data))
    assert caught.value.what == what


MHTML = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/ferry\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--cut"\r\n\r\n'
    b"----cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://courier.example/ferry\r\n\r\n<p>It =E2=80=9Csails=E2=80=9D</p>\r\n"
    b"----cut\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n----cut--\r\n"
)


def test_mhtml_gives_its_page():
    (found,) = original_of_mhtml(MHTML, Place("saved.mhtml"))
    assert isinstance(found, Original)
    assert found.data.decode().strip() == "<p>It “sails”</p>"
    assert found.url == "https://courier.example/ferry"


def test_cut_mhtml_is_told():
    found = list(original_of_mhtml(MHTML[:-40], Place("saved.mhtml")))
    assert [type(f) for f in found] == [Problem, Original]
    assert troubles(found)[0].what == "truncated"


def test_mhtml_without_a_page():
    with pytest.raises(UnreadableError, match="no-page"):
        list(original_of_mhtml(b"Subject: hello\r\n\r\nwords", Place("letter.mht")))


@pytest.mark.parametrize("kind", ["text/dns", "application/octet-stream"])
def test_responses_that_are_not_http_are_passed_over(kind):
    answer = warc_response("dns:courier.example", kind, b"courier.example. 1 IN A 1.1.1.1\n")
    assert taken(answer + ONE) == ([URL + "one"], [])


def test_http_response_without_a_head_is_passed_over():
    assert taken(warc_response(URL, "application/http; msgtype=response", b"") + ONE) == ([URL + "one"], [])


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["03T08:00:00Z", "02T08:00:00Z", "01T08:00:00Z"], ["other", "2", "1", "0"]),
        (["01T08:00:00Z", "02T08:00:00Z", "03T08:00:00Z"], ["0", "other", "1", "2"]),
        (["03T08:00:00.5Z", "03T08:00:00Z", "03T08:00:00Z"], ["other", "1", "2", "0"]),
        (["03T08:00:00Z", "03T08:00:00Z", "03T08:00:00Z"], ["0", "other", "1", "2"]),
    ],
)
def test_latest_capture_of_an_address_comes_last(dates, order):
    first, *others = (
        warc_record(URL, str(at).encode(), date="2021-06-" + date) for at, date in enumerate(dates)
    )
    between = warc_record(URL + "other", b"other", date="2020-01-01T00:00:00Z")
    found = documents(originals_of_warc(first + between + b"".join(others), WITHIN))
    assert [one.data.decode() for one in found] == order


def test_capture_out_of_order_is_given_before_a_cut_too():
    late = warc_record(URL + "one", b"<p>Newer</p>", date="2021-06-04T00:00:00Z")
    names, problems = taken(late + ONE + TWO[:-40])
    assert names == [URL + "one"] * 2
    assert [p.what for p in problems] == ["truncated"]


def test_address_that_gives_something_else_says_what():
    (found,) = troubles(originals_of_warc(warc_record(URL, b"GIF89a", "Content-Type: image/gif"), Place(URL)))
    assert (found.what, found.where) == ("unsupported", URL)
    assert found.why.startswith("The address gave a file of type image/gif, no page")
