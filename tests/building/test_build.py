import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.building import pool
from reportedly.building.build import Progress
from reportedly.building.entry import make_entry

ENVOY = """Ardanian envoy leaves talks

PORT SELE, 6 May 2031 – The talks are over, said Mira Holt, the envoy of Ardania. “We leave with nothing,” she said on Tuesday.

Holt added that her government would not return to the table this year.
"""
PORT = """Port workers stay out

The strike at Port Sele goes on, the union said. "Nobody has called us," said Jon Arbel, its chairman.

Mira Holt denied that the government had broken off the talks.
"""
WEATHER = """Rain over the strait

The weather office warned that heavy rain would reach the coast by the evening, and asked fishermen to stay in port.
"""

TABLES = ("reports", "passages", "statements", "parties", "copies", "origins", "problems")


def pile(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def everything(record: Path) -> str:
    return json.dumps([getattr(reportedly, table)(record) for table in TABLES], ensure_ascii=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return pile(tmp_path / "pile", envoy=ENVOY, port=PORT, weather=WEATHER)


@pytest.fixture
def built(folder: Path, tmp_path: Path) -> Path:
    record = tmp_path / "affair.reportedly"
    reportedly.build(folder, record=record)
    return record


def states(record: Path) -> dict[str, str]:
    return {row["report"]: row["state"] for row in reportedly.reports(record)}


def test_a_folder_becomes_a_record_that_holds(built):
    assert reportedly.verify(built) == []
    assert states(built) == {"envoy.txt": "current", "port.txt": "current", "weather.txt": "current"}
    said = {
        (s["speaker"] or {}).get("name"): s["quoted"] for s in reportedly.statements(built) if s["quoted"]
    }
    assert said["Mira Holt"][0]["text"].strip(",") == "We leave with nothing"
    assert said["Jon Arbel"][0]["text"].strip(",") == "Nobody has called us"


def test_one_party_across_reports(built):
    (holt,) = [party for party in reportedly.parties(built) if party["name"] == "Mira Holt"]
    assert {mention["report"] for mention in holt["mentions"]} == {"envoy.txt", "port.txt"}


def test_a_second_build_reads_nothing_and_changes_nothing(built, folder):
    before = built.read_bytes()
    summary = reportedly.build(folder, record=built)
    assert summary.read == 0
    assert built.read_bytes() == before


def test_a_changed_file_is_a_new_version_and_the_old_one_is_kept(built, folder):
    pile(folder, port=PORT.replace("Nobody", "Everybody"))
    assert reportedly.build(folder, record=built).read == 1
    rows = [row for row in reportedly.reports(built) if row["report"] == "port.txt"]
    assert sorted(row["state"] for row in rows) == ["current", "replaced"]
    said = str([s["content"] for s in reportedly.statements(built)])
    assert "Everybody has called us" in said
    assert "Nobody has called us" not in said
    assert reportedly.verify(built) == []


def test_a_file_put_back_counts_again(built, folder):
    before = everything(built)
    pile(folder, port=WEATHER + PORT)
    reportedly.build(folder, record=built)
    pile(folder, port=PORT)
    assert reportedly.build(folder, record=built).read == 0
    reports = [row for row in reportedly.reports(built) if row["state"] != "replaced"]
    assert json.dumps(reports) == json.dumps(json.loads(before)[0])
    assert json.dumps(reportedly.statements(built), ensure_ascii=False) in before


def test_a_file_that_is_gone_stays_until_it_is_dropped(built, folder):
    (folder / "weather.txt").unlink()
    reportedly.build(folder, record=built)
    assert states(built)["weather.txt"] == "gone"
    reportedly.build(folder, record=built, drop=True)
    assert "weather.txt" not in states(built)
    assert reportedly.verify(built) == []


def test_the_same_bytes_twice_are_one_report_with_two_places(folder, tmp_path):
    (folder / "again").mkdir()
    shutil.copy(folder / "port.txt", folder / "again" / "copy.txt")
    record = tmp_path / "affair.reportedly"
    reportedly.build(folder, record=record)
    (port,) = [row for row in reportedly.reports(record) if "port.txt" in row["places"]]
    assert port["places"] == ["again/copy.txt", "port.txt"]


def test_a_sheet_written_later_is_taken_in(built, folder):
    (folder / "reportedly.csv").write_text("file,outlet,published\nport.txt,Strait Courier,2031-05-07\n")
    reportedly.build(folder, record=built)
    (port,) = [row for row in reportedly.reports(built) if row["report"] == "port.txt"]
    assert port["outlet"] == "Strait Courier"
    assert port["published"]["basis"] == "sheet"
    before = built.read_bytes()
    assert reportedly.build(folder, record=built).read == 0
    assert built.read_bytes() == before


def test_workers_and_order_do_not_show(built, folder, tmp_path):
    other = tmp_path / "other.reportedly"
    names = [folder / name for name in ("weather.txt", "envoy.txt", "port.txt")]
    reportedly.build(*names, record=other, workers=2)
    assert everything(other) == everything(built)


def test_adding_one_by_one_gives_what_all_at_once_gives(built, folder, tmp_path):
    other = tmp_path / "other.reportedly"
    for name in ("weather", "port", "envoy"):
        reportedly.build(folder / f"{name}.txt", record=other)
    assert everything(other) == everything(built)


def test_a_report_alone_gives_what_it_gives_in_a_pile(built, folder, tmp_path):
    alone = tmp_path / "alone.reportedly"
    reportedly.build(folder / "envoy.txt", record=alone)

    def words(record: Path) -> list[dict[str, Any]]:
        drop = ("speaker", "via", "addressee")
        rows = [s for s in reportedly.statements(record) if s["report"] == "envoy.txt"]
        return [{key: value for key, value in row.items() if key not in drop} for row in rows]

    assert words(alone) == words(built) != []


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_build_that_is_stopped_is_finished_by_the_same_call(built, folder, tmp_path, at):
    record = tmp_path / "stopped.reportedly"

    def stop(now: Progress) -> None:
        if now.done == at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reportedly.build(folder, record=record, watch=stop)
    assert reportedly.verify(record) == []
    reportedly.build(folder, record=record)
    assert everything(record) == everything(built)


def test_one_bad_report_never_stops_the_others(folder, tmp_path, monkeypatch):
    whole = make_entry

    def fails_on_port(original):
        if original.place.name == "port.txt":
            raise RuntimeError("no such thing")
        return whole(original)

    monkeypatch.setattr(pool, "make_entry", fails_on_port)
    record = tmp_path / "affair.reportedly"
    summary = reportedly.build(folder, record=record, workers=1)
    assert (summary.reports, summary.not_read) == (2, 1)
    (problem,) = reportedly.problems(record)
    assert (problem["report"], problem["what"]) == ("port.txt", "failed")
    assert reportedly.verify(record) == []


def test_another_language_keeps_its_passages(tmp_path):
    text = "Les pourparlers sont terminés, a déclaré la ministre. « Nous partons », a-t-elle dit aux journalistes.\n"
    folder = pile(tmp_path / "pile", depeche=text * 3)
    record = tmp_path / "affair.reportedly"
    reportedly.build(folder, record=record)
    (report,) = reportedly.reports(record)
    assert report["language"] == "fr"
    assert [problem["what"] for problem in report["problems"]] == ["language"]
    assert reportedly.passages(record)
    assert reportedly.statements(record) == []


def test_a_misspelt_path_is_told_and_forgotten(built, folder, tmp_path):
    summary = reportedly.build(folder, tmp_path / "plie", record=built)
    assert [(row["what"], row["report"]) for row in summary.problems] == [("missing", str(tmp_path / "plie"))]
    assert reportedly.build(folder, record=built).problems == ()


def test_an_unreadable_file_is_not_read_again(folder, tmp_path):
    (folder / "empty.txt").write_text("   \n")
    record = tmp_path / "affair.reportedly"
    assert reportedly.build(folder, record=record).not_read == 1
    problems = reportedly.problems(record)
    summary = reportedly.build(folder, record=record)
    assert (summary.read, summary.not_read) == (0, 1)
    assert reportedly.problems(record) == problems


def test_reading_again_changes_no_state(built, folder):
    for number in range(3):
        pile(folder, port=PORT + "Nobody came. " * number)
        reportedly.build(folder, record=built)
    (folder / "weather.txt").unlink()
    reportedly.build(folder, record=built)
    before = everything(built)
    reportedly.build(folder, record=built, reread=True)
    assert everything(built) == before


def test_dropping_what_is_gone_spares_a_folder_that_is_missing(built, folder, tmp_path):
    folder.rename(tmp_path / "unmounted")
    reportedly.build(folder, record=built, drop=True)
    assert set(states(built).values()) == {"gone"}
    (tmp_path / "unmounted").rename(folder)
    reportedly.build(folder, record=built)
    assert set(states(built).values()) == {"current"}


def test_what_cannot_be_looked_at_is_not_gone(built, folder):
    (folder / "port.txt").unlink()
    (folder / "port.txt").symlink_to(folder / "port.txt")
    summary = reportedly.build(folder, record=built)
    assert [problem["report"] for problem in summary.problems] == ["port.txt"]
    assert states(built)["port.txt"] == "current"


def test_a_report_that_failed_is_tried_again(folder, tmp_path, monkeypatch):
    record = tmp_path / "affair.reportedly"
    with monkeypatch.context() as broken:
        broken.setattr(pool, "make_entry", lambda original: 1 / 0)
        assert reportedly.build(folder, record=record).not_read == 3
    summary = reportedly.build(folder, record=record)
    assert (summary.reports, summary.not_read, summary.read) == (3, 0, 3)


def test_a_day_printed_behind_all_that_is_parsed_is_read(tmp_path):
    text = "Talks end\n\nMira Holt said the talks were over.\n\nPublished 3 June 2021\n"
    (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
    reportedly.build(tmp_path, record=tmp_path / "r.reportedly")
    assert reportedly.problems(tmp_path / "r.reportedly") == []
    assert [row["edtf"] for row in reportedly.expressions(tmp_path / "r.reportedly")] == ["2021-06-03"]
