import json
from pathlib import Path
from typing import Any

import pytest

import reportedly
from tests.comparison.test_align import DIVERS, FERRY, OTHER

HERALD = f"""The ferry was late

By Ana Petrova

ARDEN, 3 March 2031 (HPA) – {FERRY}

{DIVERS}
"""
GAZETTE = f"""Late again

{OTHER}

{FERRY}

With material from the Harbour Press Agency (HPA).
"""
WEEKLY = f"""Bread and lamp oil

By Ana Petrova

{DIVERS}

{OTHER}
"""
REPRINT = f"""Lamp oil

{DIVERS}

This article first appeared in the Arden Weekly.
"""
ALONE = """The bread

ARDEN, 4 March 2031 (Reuters) – The bread was sold out before the bell rang twice.
"""
SHEET = """file,outlet,published
herald.txt,The Herald,2031-03-03
gazette.txt,The Gazette,2031-03-04
weekly.txt,Arden Weekly,2031-03-08
"""
TEXTS = {"herald": HERALD, "gazette": GAZETTE, "weekly": WEEKLY, "reprint": REPRINT, "alone": ALONE}


def pile(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names or TEXTS:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    (folder / "reportedly.csv").write_text(SHEET, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    folder = Path(tmp_path_factory.mktemp("compared"))
    reportedly.build(pile(folder / "pile"), record=folder / "affair")
    return folder / "affair"


def by_words(record: Path) -> dict[str, dict[str, Any]]:
    return {row["members"][0]["text"].split()[0]: row for row in reportedly.copies(record)}


def test_a_copy_tells_each_report_that_has_it(record):
    ferry = by_words(record)["The"]
    assert [member["report"] for member in ferry["members"]] == ["gazette.txt", "herald.txt"]
    assert {member["text"] for member in ferry["members"]} == {FERRY.strip().rstrip(".")}
    assert ferry["words"] == len(FERRY.split())


def test_a_passage_of_three_reports_is_one_copy(record):
    divers = by_words(record)["Two"]
    assert [m["report"] for m in divers["members"]] == ["herald.txt", "reprint.txt", "weekly.txt"]


def test_the_earliest_is_told_where_all_days_are_known(record):
    assert by_words(record)["The"]["earliest"] == "herald.txt"
    assert by_words(record)["Two"]["earliest"] is None


def origins(record: Path, reason: str) -> list[tuple[str | None, list[str], list[str]]]:
    found = [row for row in reportedly.origins(record) if row["reason"] == reason]
    return [(row["desk"], row["reports"], row["credits"]) for row in found]


def test_an_origin_tells_why_its_reports_are_of_one_desk(record):
    assert ("Harbour Press Agency (HPA)", ["gazette.txt", "herald.txt"]) in [
        (desk, reports) for desk, reports, _ in origins(record, "agency")
    ]
    assert origins(record, "author") == [("Ana Petrova", ["herald.txt", "weekly.txt"], [])]
    assert origins(record, "reprint") == [("Arden Weekly", ["reprint.txt", "weekly.txt"], [])]


def test_a_desk_outside_the_pile_is_kept_by_name(record):
    assert ("Reuters", ["alone.txt"], ["Reuters"]) in origins(record, "agency")


def test_evidence_gives_the_words_that_tell(record):
    (reprint,) = [row for row in reportedly.origins(record) if row["reason"] == "reprint"]
    assert "This article first appeared in the Arden Weekly." in [e["text"] for e in reprint["evidence"]]


def test_a_report_names_its_origin(record):
    told = {row["report"]: row["origin"] for row in reportedly.reports(record)}
    ids = {row["id"]: row["reason"] for row in reportedly.origins(record)}
    assert ids[told["reprint.txt"]] == "reprint"
    assert ids[told["gazette.txt"]] == "agency"


def compared(record: Path) -> str:
    return json.dumps([reportedly.copies(record), reportedly.origins(record), reportedly.reports(record)])


@pytest.mark.parametrize("order", [list(TEXTS), list(reversed(TEXTS))])
def test_reports_added_one_by_one_give_what_they_give_together(record, tmp_path, order):
    known = []
    for name in order:
        known.append(name)
        reportedly.build(pile(tmp_path / "pile", *known), record=tmp_path / "affair")
    assert compared(tmp_path / "affair") == compared(record)
    reportedly.build(tmp_path / "pile", record=tmp_path / "affair", reread=True)
    assert compared(tmp_path / "affair") == compared(record)
    assert reportedly.verify(tmp_path / "affair") == []


def test_what_a_dropped_report_shared_goes_with_it(tmp_path):
    folder = pile(tmp_path / "pile")
    reportedly.build(folder, record=tmp_path / "affair")
    (folder / "herald.txt").unlink()
    reportedly.build(folder, record=tmp_path / "affair", drop=True)
    assert [row["members"][0]["report"] for row in reportedly.copies(tmp_path / "affair")] != []
    assert "herald.txt" not in compared(tmp_path / "affair")


def test_two_reprints_of_an_article_that_is_not_there_are_one_origin(tmp_path):
    (tmp_path / "pile").mkdir()
    for name, own in (("one", OTHER), ("two", FERRY)):
        text = f"{name}\n\n{own}\n\n{DIVERS}\n\nThis article first appeared in the Arden Weekly.\n"
        (tmp_path / "pile" / f"{name}.txt").write_text(text, encoding="utf-8")
    reportedly.build(tmp_path / "pile", record=tmp_path / "affair")
    assert origins(tmp_path / "affair", "reprint") == [
        ("Arden Weekly", ["one.txt", "two.txt"], ["Arden Weekly"])
    ]


def test_a_report_that_comes_back_is_compared_with_what_came_meanwhile(tmp_path):
    folder = pile(tmp_path / "pile", "herald")
    reportedly.build(folder, record=tmp_path / "affair")
    (folder / "herald.txt").write_text(ALONE, encoding="utf-8")
    reportedly.build(folder, record=tmp_path / "affair")
    reportedly.build(pile(folder, "gazette"), record=tmp_path / "affair")
    assert reportedly.copies(tmp_path / "affair") == []
    reportedly.build(pile(folder, "herald"), record=tmp_path / "affair")
    assert [row["words"] for row in reportedly.copies(tmp_path / "affair")] == [len(FERRY.split())]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("what", ["copies", "origins"])
def test_what_is_shared_can_be_exported(record, tmp_path, what, ending):
    reportedly.export(record, what, tmp_path / f"out.{ending}")
    assert (tmp_path / f"out.{ending}").stat().st_size
