"""The example's ground truth stands in the example's files."""

import email
import email.policy
import gzip
import html
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fastwarc.warc import ArchiveIterator

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "src" / "reportedly" / "example"
REPORTS = EXAMPLE / "reports"
TRUTH = tomllib.loads((EXAMPLE / "truth.toml").read_text(encoding="utf-8"))
NAMES = [row["report"] for row in TRUTH["reports"]]


def joined(text: str) -> str:
    return " ".join(text.split())


def page_words(page: str) -> str:
    without_scripts = re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", without_scripts))


def mhtml_page(data: bytes) -> str:
    parts = email.message_from_bytes(data, policy=email.policy.default).walk()
    return next(str(part.get_content()) for part in parts if part.get_content_type() == "text/html")


def pdf_words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def captured() -> dict[str, str]:
    with (REPORTS / "captured.warc.gz").open("rb") as stream:
        return {
            record.headers["WARC-Target-URI"]: record.reader.read().decode()
            for record in ArchiveIterator(stream)
        }


def words_of(report: str) -> str:
    """Read a report with as little as will do, so that the truth is checked apart from the build."""
    if report.startswith("https://"):
        return page_words(captured()[report])
    path = REPORTS / report
    readers = {
        ".pdf": lambda: pdf_words(path),
        ".gz": lambda: page_words(gzip.decompress(path.read_bytes()).decode()),
        ".mhtml": lambda: page_words(mhtml_page(path.read_bytes())),
        ".html": lambda: page_words(path.read_text(encoding="utf-8")),
    }
    return readers.get(path.suffix, lambda: path.read_text(encoding="utf-8"))()


def statements() -> Iterator[tuple[str, dict[str, Any]]]:
    for row in TRUTH["reports"]:
        for statement in row["statements"]:
            yield row["report"], statement


def statement_words(statement: dict[str, Any]) -> Iterator[str]:
    yield statement["source"]
    yield statement.get("addressee", "")
    for key in ("cue", "content", "quoted", "via"):
        yield from statement.get(key, ())


def planted_words() -> Iterator[tuple[str, str]]:
    for table in ("passages", "dates", "credits", "names"):
        yield from ((row["report"], row["words"]) for row in TRUTH[table])
    for row in TRUTH["disagreements"]:
        yield from ((row[side]["report"], row[side]["words"]) for side in "ab")
    for row in TRUTH["copies"]:
        yield from ((report, words) for report in row["reports"] for words in row["words"])
    for row in TRUTH["origins"]:
        yield from zip(row["reports"], row["words"], strict=True)


def pointers() -> Iterator[tuple[str, str]]:
    """Give every report with each stretch of words that the truth says stands in it."""
    yield from ((report, words) for report, row in statements() for words in statement_words(row))
    yield from planted_words()


@pytest.mark.parametrize("report", NAMES)
def test_the_words_of_the_truth_stand_in_the_report(report: str) -> None:
    text = joined(words_of(report))
    assert [words for name, words in pointers() if name == report and joined(words) not in text] == []


def test_every_pointer_names_a_report_of_the_example() -> None:
    assert {report for report, _ in pointers()} == set(NAMES)


def test_every_file_is_in_the_truth() -> None:
    files = {path.relative_to(REPORTS).as_posix() for path in REPORTS.rglob("*") if path.is_file()}
    companions = {name for name in files if "_files/" in name}
    assert files - companions - {"reportedly.csv", "captured.warc.gz"} | set(captured()) == set(NAMES)
    assert companions


def test_there_are_enough_reports_of_enough_outlets() -> None:
    assert len(NAMES) == len(set(NAMES)) >= 10
    assert len({row["outlet"] for row in TRUTH["reports"] if "outlet" in row}) >= 6


@pytest.mark.parametrize("report", NAMES)
def test_a_report_is_as_long_as_a_short_news_story(report: str) -> None:
    assert 250 <= len(words_of(report).split()) <= 600


def test_exactly_one_report_is_undated() -> None:
    assert [row["report"] for row in TRUTH["reports"] if "published" not in row] == ["forwarded.txt"]


def test_a_weekday_is_settled_in_one_report_and_not_in_another() -> None:
    assert {"edtf" in row for row in TRUTH["dates"]} == {True, False}
    assert all(row["text"] in row["words"] for row in TRUTH["dates"])


def test_what_was_planted_points_at_statements_that_are_there() -> None:
    names = [statement["name"] for _, statement in statements() if "name" in statement]
    pointed = {name for row in TRUTH["utterances"] for name in row["statements"]}
    pointed |= {s["within"] for _, s in statements() if "within" in s}
    pointed |= {
        row[side]["statement"] for row in TRUTH["disagreements"] for side in "ab" if "statement" in row[side]
    }
    assert len(names) == len(set(names))
    assert pointed <= set(names)


def test_the_statements_of_an_utterance_have_one_speaker_and_day() -> None:
    by_name = {s["name"]: s for _, s in statements() if "name" in s}
    for row in TRUTH["utterances"]:
        told = {(by_name[n]["speaker"], by_name[n].get("said_on")) for n in row["statements"]}
        assert told == {(row["speaker"], row.get("said_on"))}


@pytest.mark.parametrize("kind", ["direct", "mixed", "indirect"])
def test_a_statement_is_of_the_kind_that_its_marks_tell(kind: str) -> None:
    for _, statement in statements():
        if statement["kind"] == kind and "within" not in statement:
            inside = any(mark in piece for piece in statement["content"] for mark in '“‘"')
            assert inside == (kind == "mixed")


def test_a_name_is_misspelt_once_in_the_whole_example() -> None:
    assert sum(words_of(report).count("Dovrashka") for report in NAMES) == 1
    assert words_of("contour-notes.txt").count("Dorvashka") == 1


def test_the_unclosed_mark_is_unclosed() -> None:
    paragraph = next(p for p in words_of("contour-notes.txt").split("\n\n") if "We hide nothing" in p)
    assert paragraph.count("“") == paragraph.count("”") + 1


@pytest.mark.parametrize("trap", TRUTH["silent"], ids=lambda trap: trap["words"])
def test_a_trap_is_really_in_its_file(trap: dict[str, str]) -> None:
    assert trap["words"] in (REPORTS / trap["file"]).read_text(encoding="utf-8")


def test_a_script_in_the_article_would_leave_a_trace_if_it_ran() -> None:
    page = (REPORTS / "tribune-soldiers-at-the-pass.html").read_text(encoding="utf-8")
    article = page[page.index("<article>") : page.index("</article>")]
    assert "window.reportedly_was_here = true" in article


def test_no_address_could_be_someones() -> None:
    plain = [p for p in EXAMPLE.rglob("*") if p.suffix in {".html", ".txt", ".md", ".csv", ".toml"}]
    sources = list((ROOT / "tools" / "example").iterdir())
    text = "\n".join(path.read_text(encoding="utf-8") for path in plain + sources)
    hosts = set(re.findall(r"https?://([^/\"\s)]+)|@([\w.-]+\.\w+)", text))
    strangers = {a or b for a, b in hosts if not (a or b).endswith(".example")}
    assert strangers == {"schema.org"}


def test_the_example_is_small() -> None:
    assert sum(path.stat().st_size for path in EXAMPLE.rglob("*") if path.is_file()) < 150_000


def test_the_binary_files_are_made_again_byte_for_byte() -> None:
    spec = importlib.util.spec_from_file_location("make_example", ROOT / "tools" / "make_example.py")
    assert spec is not None
    assert spec.loader is not None
    make_example = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_example)
    assert make_example.made() == {name: (REPORTS / name).read_bytes() for name in make_example.made()}
