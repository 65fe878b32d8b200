import csv
import io
import json

import pyarrow.parquet
import pytest

import reportedly
from reportedly.exports.columns import COLUMNS
from reportedly.exports.formats import as_csv


def cells(record, tmp_path, what: str) -> list[dict[str, str]]:
    reportedly.export(record, what, tmp_path / "out.csv")
    return list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_bytes().decode("utf-8-sig"))))


def test_json_lines_give_the_rows_back(record, tmp_path):
    reportedly.export(record, "statements", tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == reportedly.statements(record)


def test_a_spreadsheet_shows_words_not_brackets(record, tmp_path):
    direct = next(row for row in cells(record, tmp_path, "statements") if row["kind"] == "direct")
    assert direct["source"] == "the envoy, Mira Holt"
    assert direct["speaker_name"] == "Mira Holt"
    assert direct["said_on_text"] == "On Tuesday"
    start, end = map(int, direct["content_at"].split("-"))
    assert reportedly.show(record, direct["id"]).row["content"][0]["start"] == start
    assert end - start == len(direct["content"])


def test_a_formula_is_only_words():
    row = {**dict.fromkeys(COLUMNS["problems"]), "why": "=HYPERLINK(1)"}
    assert b"'=HYPERLINK(1)" in as_csv("problems", [row])


@pytest.mark.parametrize("what", list(COLUMNS))
def test_parquet_has_the_same_types_for_every_record(record, tmp_path, what):
    reportedly.build(tmp_path / "none", record=tmp_path / "empty.reportedly")
    schemas = []
    for source in (record, tmp_path / "empty.reportedly"):
        reportedly.export(source, what, tmp_path / "out.parquet")
        schemas.append(pyarrow.parquet.read_schema(tmp_path / "out.parquet"))
    assert schemas[0] == schemas[1]
    reportedly.export(record, what, tmp_path / "out.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist() == getattr(reportedly, what)(
        record
    )
