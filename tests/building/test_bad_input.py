"""Bad input gives one clear line, a row in `problems`, and leaves every other report read."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

import reportedly
from reportedly.views.summary import Summary
from tests.reports.makers import LOCKED, article, pdf, warc_record

GOOD = "Talks end\n\nThe envoy, Mira Holt, said the talks were over. “We leave with nothing,” she said.\n"
PAGE = article().encode()
LINES = [["The ferry service would resume next week, said the harbour ministry."]]
WARC = warc_record("https://courier.example/a", PAGE) + warc_record("https://courier.example/b", PAGE + b" ")

BAD: dict[str, tuple[str, bytes, str]] = {
    "an empty file": ("a.txt", b"", "empty"),
    "an image named .html": ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not-page"),
    "a truncated PDF": ("a.pdf", pdf(LINES)[:150], "broken"),
    "a truncated gzip": ("a.html.gz", gzip.compress(PAGE)[:-40], "truncated"),
    "an encrypted PDF": ("a.pdf", pdf(LINES, LOCKED), "encrypted"),
    "a PDF without text": ("a.pdf", pdf([[]]), "no-text"),
    "a 50 MB page": ("a.html", PAGE + b" " * 50_000_000, "too-large"),
    "a gzip bomb": ("a.html.gz", gzip.compress(bytes(100_000_000), 1), "too-large"),
    "binary named .txt": ("a.txt", bytes(range(256)) * 20, "not-text"),
    "a type that is not read": ("a.docx", b"PK\x03\x04", "unsupported"),
}


def build(folder: Path) -> tuple[Summary, Path]:
    record = folder.parent / "affair.reportedly"
    return reportedly.build(folder, record=record), record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "pile"


@pytest.mark.parametrize("name", BAD)
def test_one_problem_and_every_other_report_is_read(folder, name):
    file, data, what = BAD[name]
    (folder / file).write_bytes(data)
    summary, record = build(folder)
    (problem,) = reportedly.problems(record)
    assert (problem["report"], problem["what"]) == (file, what)
    assert problem["why"].endswith(".")
    assert "\n" not in problem["why"]
    assert (summary.reports, summary.not_read) == (1, 1)
    assert len(reportedly.statements(record)) == 2
    assert reportedly.verify(record) == []


def test_a_truncated_warc_gives_the_records_before_the_cut(folder):
    (folder / "a.warc").write_bytes(WARC[: len(WARC) - 300])
    _, record = build(folder)
    assert [problem["report"] for problem in reportedly.problems(record)] == ["a.warc"]
    assert "https://courier.example/a" in [row["report"] for row in reportedly.reports(record)]


def test_mixed_encodings_are_read_and_told(folder):
    (folder / "mixed.txt").write_bytes(
        ("“Yes,” said Ana Brañas.\n" * 5).encode() + "“No,” said Ana.\n".encode("cp1252")
    )
    summary, record = build(folder)
    (problem,) = reportedly.problems(record)
    assert (problem["report"], problem["what"]) == ("mixed.txt", "encoding")
    assert summary.reports == 2


def links_in_a_loop(folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)


def link_to_nothing(folder: Path) -> None:
    (folder / "lost.txt").symlink_to(folder / "nowhere.txt")


@pytest.mark.parametrize(
    ("spoil", "what"), [(links_in_a_loop, "link-loop"), (link_to_nothing, "broken-link")]
)
def test_links_that_lead_nowhere(folder, spoil: Callable[[Path], None], what):
    spoil(folder)
    summary, record = build(folder)
    assert [problem["what"] for problem in reportedly.problems(record)] == [what]
    assert summary.reports == 1


def test_a_folder_without_reports_and_a_path_that_is_not_there(folder, tmp_path):
    (tmp_path / "bare").mkdir()
    record = tmp_path / "affair.reportedly"
    summary = reportedly.build(tmp_path / "bare", tmp_path / "none", folder, record=record)
    assert sorted(problem["what"] for problem in summary.problems) == ["missing", "no-reports"]
    assert summary.reports == 1


def test_a_file_that_may_not_be_read(folder, monkeypatch):
    (folder / "secret.txt").write_text(GOOD)
    whole = Path.open

    def guarded(path, *how, **more):
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path, *how, **more)

    monkeypatch.setattr(Path, "open", guarded)
    summary, record = build(folder)
    assert [(p["report"], p["what"]) for p in reportedly.problems(record)] == [("secret.txt", "permission")]
    assert summary.reports == 1


@pytest.mark.parametrize(
    "text",
    [
        "“We leave, she said. \n\n“And we do not return.\n\nNobody answered.",
        "We leave,” she said. “Now.\r\n\r\nThe envoy said\u00a0so.\r\n",
        "He said that the page\n\n\f2\n\nwould break in the middle of what he said.",
        '\ufeffThe minister said: """yes"" \'no“ ”” ‘\n' * 3,
        "?!\n\n...\n\n“”",
        "a" * 60_000,
        "word " * 30_000,
    ],
)
def test_no_text_is_refused(folder, text):
    (folder / "odd.txt").write_bytes(text.encode())
    summary, record = build(folder)
    assert summary.reports == 2
    assert reportedly.problems(record) == []
    assert reportedly.verify(record) == []
