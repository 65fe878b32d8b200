import json
from pathlib import Path

import pytest

import reportedly
from reportedly.building import build
from reportedly.exports.rows import KINDS
from reportedly.record.read import look
from tests.comparison.test_align import DIVERS, FERRY, OTHER

QUOTED = "We leave the harbour with nothing until the strait is open again"
ENVOY = f"""The envoy leaves

Mira Holt, the envoy of Ardania, arrived on 3 March. “{QUOTED},” Holt said.

{FERRY}

The union denied that the strike would end on 9 March.
"""
TALKS = f"""No talks

“{QUOTED},” Holt said. The strike will end on 9 March, the mayor said.

{DIVERS}

By Harbour Press Agency
"""
STRIKE = f"""The strike

“{QUOTED},” said Mira Holt. The ferry sank with 12 guests.

{OTHER}

With material from the Harbour Press Agency (HPA).
"""
MEETING = f"""A meeting

By Ana Petrova

{FERRY}

{DIVERS}

The ferry sank with 15 guests, said Jon Holt, the mayor of Sele.
"""
AGENCY = f"""The harbour

By Ana Petrova

{OTHER}

“{QUOTED},” said Ida Marr.
"""
TEXTS = {"envoy": ENVOY, "talks": TALKS, "strike": STRIKE, "meeting": MEETING, "agency": AGENCY}
SHEET = "file,outlet,published\nagency.txt,Harbour Press Agency,2031-03-02\nenvoy.txt,The Herald,2031-03-03\n"


def write(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    (folder / "reportedly.csv").write_text(SHEET, encoding="utf-8")
    return folder


def everything(record: Path) -> dict[str, str]:
    with look(record) as view:
        return {what: json.dumps(list(rows(view)), ensure_ascii=False) for what, rows in KINDS.items()}


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    folder = Path(tmp_path_factory.mktemp("came"))
    reportedly.build(write(folder / "pile", *TEXTS), record=folder / "affair")
    return folder / "affair"


def test_the_texts_have_something_in_common(record):
    for verb in (reportedly.copies, reportedly.origins, reportedly.utterances, reportedly.claims):
        assert verb(record)
    assert {row["kind"] for row in reportedly.disagreements(record)} >= {"number", "speaker"}


@pytest.mark.parametrize("last", TEXTS)
def test_what_comes_last_or_goes_changes_what_it_can_touch(record, tmp_path, last):
    pile = write(tmp_path / "pile", *(TEXTS.keys() - {last}))
    reportedly.build(pile, record=tmp_path / "affair")
    before = everything(tmp_path / "affair")
    reportedly.build(write(pile, last), record=tmp_path / "affair")
    assert everything(tmp_path / "affair") == everything(record)
    (pile / f"{last}.txt").unlink()
    reportedly.build(pile, record=tmp_path / "affair", drop=True)
    assert everything(tmp_path / "affair") == before
    assert reportedly.verify(tmp_path / "affair") == []


def test_a_report_that_joins_what_stood_apart_comes_last(tmp_path):
    joined = write(tmp_path / "joined", *TEXTS)
    bridge = (
        f"The bridge\n\nBy Ana Petrova\n\n{OTHER}\n\n{FERRY}\n\nIda Marr Holt met Mira Holt and Jon Holt.\n"
    )
    reportedly.build(joined, record=tmp_path / "later")
    (joined / "bridge.txt").write_text(bridge, encoding="utf-8")
    for name in ("later", "at once"):
        reportedly.build(joined, record=tmp_path / name)
    assert everything(tmp_path / "later") == everything(tmp_path / "at once")


def test_where_nothing_came_nothing_is_worked_out(record, monkeypatch):
    monkeypatch.setattr(build, "resolve", lambda _: pytest.fail("the parties were worked out again"))
    reportedly.build(record.parent / "pile", record=record)


def test_where_a_step_is_another_now_all_is_worked_out(record, tmp_path, monkeypatch):
    reportedly.build(record.parent / "pile", record=tmp_path / "affair")
    seen = []
    monkeypatch.setattr(build, "MADE_BY", "other steps")
    monkeypatch.setattr(build, "compare", lambda _, came: seen.append(came))
    reportedly.build(record.parent / "pile", record=tmp_path / "affair")
    assert seen == [None]


def test_a_persons_word_is_looked_for_where_nothing_came(record, tmp_path):
    pile = write(tmp_path / "pile", *TEXTS)
    reportedly.build(pile, record=tmp_path / "affair")
    holt = next(row["id"] for row in reportedly.parties(tmp_path / "affair") if row["name"] == "Mira Holt")
    reportedly.rename(tmp_path / "affair", holt, "the envoy Holt")
    before = everything(tmp_path / "affair")
    reportedly.build(pile, record=tmp_path / "affair")
    assert everything(tmp_path / "affair") == before
