import json
import re
from pathlib import Path
from typing import Any

import pytest

from reportedly.exports.columns import COLUMNS
from reportedly.exports.rows import KINDS
from reportedly.record.read import look
from tests.record.entries import TEXT

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


def rows(path: Path, what: str) -> list[dict[str, Any]]:
    with look(path) as view:
        return list(KINDS[what](view))


@pytest.mark.parametrize("what", list(KINDS))
def test_each_row_has_the_keys_that_the_glossary_names(record, what):
    line = re.search(rf"- \*\*{what}\*\*((?:.*\n)(?:  .*\n)*)", GLOSSARY.read_text())
    assert line
    named = re.findall(r"`(\w+)`", line[1])
    assert all(list(row) == named for row in rows(record, what))
    assert list(COLUMNS[what]) == named


def test_a_statement_comes_out_as_it_went_in(record):
    direct, denied = rows(record, "statements")
    assert direct["content"][0]["text"] == "We leave [today] with nothing."
    assert direct["inserted"][0]["text"] == "[today]"
    assert direct["speaker"]["name"] == "Mira Holt"
    assert direct["speaker"]["id"] == denied["speaker"]["id"]
    assert denied["speaker"]["reason"] == "the speaker in focus"
    assert direct["via"][0]["name"] == direct["addressee"]["name"] == "Lume Radio"
    assert direct["said_on"]["edtf"] is None
    assert direct["said_on"]["text"] == "On Tuesday"
    assert denied["said_on"] is None
    assert direct["report"] == "talks.txt"


def test_every_piece_gives_its_words_back(record):
    pieces = json.dumps([rows(record, what) for what in KINDS])
    for start, end, text in re.findall(r'"start": (\d+), "end": (\d+), "text": ("(?:[^"\\]|\\.)*")', pieces):
        assert TEXT[int(start) : int(end)] == json.loads(text)


def test_a_party_has_its_names_roles_and_mentions(record):
    radio, holt = rows(record, "parties")
    assert (radio["name"], radio["type"]) == ("Lume Radio", "organisation")
    assert holt["roles"][0]["title"] == "envoy"
    assert [TEXT[m["start"] : m["end"]] for m in holt["mentions"]] == ["Mira Holt", "She"]


def test_an_expression_has_its_date_and_what_it_rests_on(record):
    (expression,) = rows(record, "expressions")
    assert (expression["text"], expression["type"]) == ("Tuesday", "date")
    assert (expression["value"], expression["edtf"]) == ("2031-05-06", "2031-05-06")
    (place,) = expression["evidence"]
    assert TEXT[place["start"] : place["end"]] == "Port Sele"
    assert place["report"] == expression["report"] == "talks.txt"


def test_a_problem_of_a_document_is_told_with_its_report(record):
    (problem,) = rows(record, "problems")
    assert problem["report"] == "talks.txt"
    assert problem["report_id"] == rows(record, "reports")[0]["id"]
