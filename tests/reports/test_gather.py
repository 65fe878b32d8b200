import gzip
import os
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from reportedly.reports import gather as room
from reportedly.reports.archive import MOST_BYTES
from reportedly.reports.gather import Found, absolute, count_files, gather
from reportedly.reports.report import Original, Place, Problem
from tests.reports.makers import documents, troubles, warc_record


def fill(folder: Path, **files: str) -> None:
    for name, words in files.items():
        (folder / name.replace("__", ".")).write_text(words)


def names(found: Iterable[Found]) -> list[str]:
    return [one.place.name for one in documents(found)]


def problems(found: Iterable[Found]) -> list[tuple[str, str]]:
    return [(one.what, one.where) for one in troubles(found)]


def test_folder_is_walked_in_order_without_hidden_files(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    fill(tmp_path, z__txt="z", a__MD="a", **{".secret.txt": "x"})
    fill(tmp_path / "b", n__html="<p>")
    fill(tmp_path / ".git", x__txt="x")
    found = documents(gather([str(tmp_path)]))
    assert [(f.place.name, f.media) for f in found] == [
        ("a.MD", "markdown"),
        ("b/n.html", "html"),
        ("z.txt", "text"),
    ]
    assert found[0].place.root == str(tmp_path)
    assert count_files(str(tmp_path)) == 3


def test_one_file_and_a_glob(tmp_path, monkeypatch):
    (tmp_path / "one" / "two").mkdir(parents=True)
    fill(tmp_path / "one" / "two", a__txt="a", b__md="b")
    monkeypatch.chdir(tmp_path)
    assert documents(gather(["one/two/a.txt"]))[0].place == Place("a.txt", str(tmp_path / "one/two/a.txt"))
    assert documents(gather(["one/*/*.txt"]))[0].place == Place("two/a.txt", str(tmp_path / "one/*/*.txt"))
    assert names(gather(["one/**/*.md"])) == ["two/b.md"]


def test_bytes_are_as_in_the_file(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfShe said.\r\n")
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<p>x</p>"))
    assert [one.data for one in documents(gather([str(tmp_path)]))] == [
        b"\xef\xbb\xbfShe said.\r\n",
        b"<p>x</p>",
    ]


def test_pictures_folder_of_a_saved_page_is_passed_over(tmp_path):
    for name in ("page_files", "other_files"):
        (tmp_path / name).mkdir()
        fill(tmp_path / name, ad__html="<p>")
    fill(tmp_path, page__html="<p>")
    assert names(gather([str(tmp_path)])) == ["other_files/ad.html", "page.html"]


def test_left_out_files_and_the_sheet_are_no_reports(tmp_path):
    fill(tmp_path, a__txt="a", affair__reportedly="record", reportedly__csv="file\na.txt")
    assert list(map(type, gather([str(tmp_path)], [tmp_path / "affair.reportedly"]))) == [Original]


def test_sheets_apply_to_their_folder_and_below(tmp_path):
    (tmp_path / "sub").mkdir()
    fill(tmp_path, a__txt="a", reportedly__csv="file,outlet\na.txt,Courier\nsub/b.txt,Outer\nsub/c.txt,Outer")
    fill(tmp_path / "sub", b__txt="b", c__txt="c", reportedly__csv="file;outlet\nb.txt;Inner")
    outlets = {one.place.name: one.sheet.outlet for one in documents(gather([str(tmp_path)]))}
    assert outlets == {"a.txt": "Courier", "sub/b.txt": "Inner", "sub/c.txt": "Outer"}
    assert documents(gather([str(tmp_path / "a.txt")]))[0].sheet.outlet == "Courier"


def test_bad_sheet_is_told_once(tmp_path):
    fill(tmp_path, a__txt="a", b__txt="b", reportedly__csv="file,published\na.txt,June\nb.txt,2021")
    found = list(gather([str(tmp_path)]))
    assert problems(found) == [("sheet", "reportedly.csv")]
    assert [one.sheet.published for one in documents(found)] == [None, "2021"]


def test_warc_records_and_its_sheet(tmp_path):
    (tmp_path / "pages.warc").write_bytes(warc_record("https://courier.example/one", b"<p>One</p>"))
    fill(tmp_path, reportedly__csv="file,outlet\npages.warc,Courier")
    (found,) = documents(gather([str(tmp_path)]))
    assert found.place == Place("https://courier.example/one", str(tmp_path), "pages.warc")
    assert found.sheet.outlet == "Courier"


def test_missing_path_does_not_stop_the_others(tmp_path):
    fill(tmp_path, a__txt="a")
    found = list(gather(["/no/such/place", str(tmp_path / "*.pdf"), str(tmp_path / "a.txt")]))
    assert problems(found) == [("missing", "/no/such/place"), ("missing", str(tmp_path / "*.pdf"))]
    assert names(found) == ["a.txt"]


def test_folder_without_reports(tmp_path):
    assert problems(gather([str(tmp_path)])) == [("no-reports", str(tmp_path))]
    fill(tmp_path, photo__jpg="x", LICENCE="x")
    found = list(gather([str(tmp_path)]))
    assert [what for what, _ in problems(found)] == ["unsupported", "unsupported", "no-reports"]
    assert ".jpg files" in troubles(found)[1].why
    assert problems(gather([str(tmp_path / "photo.jpg")])) == [("unsupported", "photo.jpg")]


def test_link_loops_and_broken_links_end(tmp_path):
    (tmp_path / "in").mkdir()
    fill(tmp_path / "in", a__txt="a")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found = list(gather([str(tmp_path)]))
    assert names(found) == ["in/a.txt"]
    assert problems(found) == [("broken-link", "gone.txt"), ("link-loop", "in/up"), ("link-loop", "self.txt")]


def test_folder_reached_twice_is_read_once(tmp_path):
    (tmp_path / "real").mkdir()
    fill(tmp_path / "real", a__txt="a")
    (tmp_path / "seen").symlink_to(tmp_path / "real")
    assert names(gather([str(tmp_path)])) == ["real/a.txt"]


def test_no_permission_is_told(tmp_path, monkeypatch):
    (tmp_path / "shut").mkdir()
    fill(tmp_path, a__txt="a", b__txt="b")
    real_open, real_list = Path.open, os.scandir

    def refuse(path: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", lambda p, *a: refuse(p) if p.name == "a.txt" else real_open(p, *a))
    monkeypatch.setattr("os.scandir", lambda p: refuse(p) if p.name == "shut" else real_list(p))
    found = list(gather([str(tmp_path)]))
    assert problems(found) == [("permission", "a.txt"), ("permission", "shut")]
    assert "list this folder" in troubles(found)[1].why
    assert names(found) == ["b.txt"]
    assert problems(gather([str(tmp_path / "shut")])) == [("permission", ".")]


@pytest.mark.parametrize("name", ["a.txt", "a.html.gz"])
def test_file_that_changes_while_read(tmp_path, monkeypatch, name):
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"before") if name.endswith("gz") else b"before")
    real_open = Path.open

    def open_and_change(opened, *mode):
        stream = real_open(opened, *mode)
        if mode == ("rb",) and opened == path:
            os.utime(path, ns=(1, 1))
        return stream

    monkeypatch.setattr(Path, "open", open_and_change)
    (found,) = troubles(gather([str(path)]))
    assert (found.what, found.where) == ("changed", name)
    assert "build again" in found.why


def test_page_of_50_mb_is_one_problem(tmp_path):
    with (tmp_path / "big.html").open("wb") as file:
        file.truncate(50 * 1024**2)
    (found,) = troubles(gather([str(tmp_path)]))
    assert (found.what, found.why) == ("too-large", "It holds more than 20 MB; cut it down.")
    assert MOST_BYTES == 20 * 1024**2


def test_pipes_and_sockets_do_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        assert [what for what, _ in problems(gather([str(tmp_path)]))] == ["unsupported"] * 2 + ["no-reports"]


def test_names_that_are_no_text_can_still_be_stored(tmp_path):
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xe9"))
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("words")
    (folder / os.fsdecode(b"a.caf\xe9")).write_text("words")
    missing = str(folder / "none")
    problem, found, nothing = gather([str(folder), missing])
    assert isinstance(found, Original)
    assert found.place == Place(r"caf\xe9.txt", absolute(str(folder)))
    assert found.place.root == str(tmp_path) + r"/d\xe9"
    assert isinstance(problem, Problem)
    assert problem.where == r"a.caf\xe9"
    assert r".caf\xe9 files" in problem.why
    assert isinstance(nothing, Problem)
    assert nothing.where == str(tmp_path) + r"/d\xe9/none"


def test_only_one_file_is_held_at_a_time(tmp_path, monkeypatch):
    fill(tmp_path, a__txt="a", b__txt="b")
    opened: list[str] = []
    real_open = Path.open

    def noted(path, *mode):
        opened.append(path.name)
        return real_open(path, *mode)

    monkeypatch.setattr(Path, "open", noted)
    next(gather([str(tmp_path)]))
    assert opened == ["a.txt"]


def test_glob_takes_nothing_hidden_and_no_pictures(tmp_path):
    for name in (".git", "page_files", "sub"):
        (tmp_path / name).mkdir()
        fill(tmp_path / name, a__html="<p>")
    fill(tmp_path, page__html="<p>", **{".DS_Store": "x", ".secret.html": "x"})
    assert names(gather([str(tmp_path / "*")])) == ["page.html", "sub/a.html"]
    assert names(gather([str(tmp_path / "**" / "*.html")])) == ["page.html", "sub/a.html"]
    assert problems(gather([str(tmp_path / "*")])) == []


@pytest.mark.parametrize("path", ["", "a\x00b", "\ud83d", "no/**.txt", "x" * 5000, "y" * 5000 + "/*"])
def test_odd_paths_are_a_problem_each(path):
    assert len(problems(gather([path]))) == 1
    assert count_files(path) == 0


def test_empty_path_is_not_the_folder_one_stands_in():
    (found,) = troubles(gather([""]))
    assert found.what == "missing"
    assert "empty" in found.why


def test_file_that_brings_about_anything_does_not_stop_the_others(tmp_path, monkeypatch):
    def fail(data, place):
        raise ZeroDivisionError("oh")

    fill(tmp_path, a__mht="a", b__txt="b")
    monkeypatch.setattr(room, "original_of_mhtml", fail)
    found = list(gather([str(tmp_path)]))
    assert problems(found) == [("failed", "a.mht")]
    assert names(found) == ["b.txt"]


def test_mhtml_nested_without_end(tmp_path):
    nested = "".join(f'Content-Type: multipart/related; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    fill(tmp_path, a__mht=nested, b__txt="b")
    found = list(gather([str(tmp_path)]))
    assert problems(found) == [("broken", "a.mht")]
    assert names(found) == ["b.txt"]


def test_sheet_beyond_the_limit_does_not_count(tmp_path):
    fill(tmp_path, a__txt="a")
    with (tmp_path / "reportedly.csv").open("wb") as file:
        file.truncate(50 * 1024**2)
    found = list(gather([str(tmp_path)]))
    assert problems(found) == [("sheet", "reportedly.csv")]
    assert "too-large" in troubles(found)[0].why
    assert names(found) == ["a.txt"]
