import hashlib
from pathlib import Path
from typing import Any

import reportedly
from reportedly.parties.resolve import resolve
from reportedly.record import places, sqlite, write
from tests.record.entries import TEXT, make_entry, make_original


def add(record: Path, text: str, name: str) -> None:
    original = make_original(text, name)
    sha256 = hashlib.sha256(original.data).hexdigest()
    with sqlite.create(record).begin() as connection:
        write.write_original(connection, original, sha256)
        places.settle(connection, original.place, sha256, places.told(original))
        write.write_entry(connection, make_entry(text))
        resolve(connection)


def holt(record: Path) -> dict[str, Any]:
    (party,) = [row for row in reportedly.parties(record) if row["name"] == "Mira Holt"]
    return party


def entry_text(words: str) -> str:
    return TEXT.replace("Talks", words)


def test_one_full_name_is_one_party_in_any_order(tmp_path):
    texts = {"a.txt": TEXT, "b.txt": entry_text("Talks and talks"), "c.txt": entry_text("Talks, talks")}
    for record, names in ((tmp_path / "1", "abc"), (tmp_path / "2", "cab")):
        for name in names:
            add(record, texts[f"{name}.txt"], f"{name}.txt")
    assert holt(tmp_path / "1") == holt(tmp_path / "2")
    assert {mention["report"] for mention in holt(tmp_path / "1")["mentions"]} == set(texts)
    assert reportedly.verify(tmp_path / "1") == []


def test_an_id_that_a_party_had_still_finds_it(tmp_path):
    record, had = tmp_path / "affair.reportedly", set()
    for number in range(6):
        add(record, entry_text(f"Talks {number}"), f"{number}.txt")
        had.add(holt(record)["id"])
    assert len(had) > 1
    for name in had:
        assert reportedly.show(record, name).row == holt(record)
