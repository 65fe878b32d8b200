from pathlib import Path

import pytest

from reportedly.reports.report import Details
from reportedly.reports.sheet import iso_date, read_sheet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (tmp_path / name).write_text("words")
    return tmp_path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_each_form_of_sheet(folder, delimiter, mark):
    rows = [["File", "OUTLET", "published"], ["a.txt", "Sund Courier", "2021-06-03"], ["sub\\c.txt", "", ""]]
    sheet = read_sheet((mark + "\r\n".join(map(delimiter.join, rows))).encode(), folder)
    assert sheet.details == {
        "a.txt": Details(outlet="Sund Courier", published="2021-06-03"),
        "sub/c.txt": Details(),
    }
    assert sheet.faults == ()


def test_quoted_cell_with_line_break(folder):
    sheet = read_sheet(b'file,headline\na.txt,"Talks, again\nand again"\n', folder)
    assert sheet.details["a.txt"].headline == "Talks, again\nand again"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("a.txt,3 June 2021", "Line 2 has a date that is not ISO 8601 (like 2021-06-03): '3 June 2021'."),
        ("z.txt,2021", "Line 2 names z.txt, which is not there."),
        (",2021", "Line 2 names no file."),
        ("a.txt,2021\na.txt,2022", "Line 3 names a.txt a second time; the first line counts."),
    ],
)
def test_fault_is_told_and_the_rest_counts(folder, rows, fault):
    sheet = read_sheet(f"file,published\n{rows}\nb.txt,2020".encode(), folder)
    assert sheet.faults == (fault,)
    assert sheet.details["b.txt"] == Details(published="2020")


def test_line_with_a_stray_comma_does_not_count(folder):
    sheet = read_sheet(b"file,headline\na.txt,Talks, again\nb.txt,Fine", folder)
    assert "more cells" in sheet.faults[0]
    assert set(sheet.details) == {"b.txt"}


@pytest.mark.parametrize(
    "data",
    [b"", b"name,outlet\na.txt,X", b"file\x00", b'file,url\n"a.txt,x', "file\né é é".encode() + b"\xe9"],
)
def test_bad_sheet_tells_once(folder, data):
    sheet = read_sheet(data, folder)
    assert len(sheet.faults) == 1
    assert not sheet.details


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2021", "2021"),
        ("2021-06", "2021-06"),
        ("2021-06-03", "2021-06-03"),
        ("2021-06-03T23:30:00-07:00", "2021-06-03"),
        ("2021-06-03T01:00:00Z", "2021-06-03"),
        ("2021-13", None),
        ("2021-02-30", None),
        ("03/06/2021", None),
        ("", None),
    ],
)
def test_iso_date(words, date):
    assert iso_date(words) == date


@pytest.mark.parametrize("name", ["a" * 5000, "a\x00.txt", "sub/" * 2000], ids=["long", "nul", "deep"])
def test_odd_file_name_is_a_fault_of_its_row_alone(folder, name):
    sheet = read_sheet(f"file,outlet\n{name},X\nb.txt,Courier".encode(), folder)
    (fault,) = sheet.faults
    assert fault.startswith("Line 2 names ")
    assert len(fault) < 100
    assert fault.isprintable()
    assert sheet.details["b.txt"] == Details(outlet="Courier")


def test_a_column_that_is_not_read_is_told(folder: Path):
    sheet = read_sheet(b"file,publish,outlet\na.txt,2021-06-03,Courier\n", folder)
    assert sheet.details["a.txt"].outlet == "Courier"
    (fault,) = sheet.faults
    assert "not read: publish" in fault
