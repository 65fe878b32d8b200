from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import reportedly
from reportedly.assertions.concepts import concept_of
from reportedly.assertions.counts import value_of
from reportedly.record import schema
from reportedly.record.read import look

HEADLINE = "Port"


def asserted(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    (tmp_path / "a.txt").write_text(f"{HEADLINE}\n\n{text}\n", encoding="utf-8")
    (tmp_path / "reportedly.csv").write_text("file,published\na.txt,2031-03-05\n", encoding="utf-8")
    reportedly.build(tmp_path / "a.txt", record=tmp_path / "r")
    with look(tmp_path / "r") as view:
        rows = view.connection.execute(select(schema.assertions).order_by("start")).mappings()
        found = [{**row, **row["told"]} for row in rows]
        return [row for row in found if row["words"] != HEADLINE and not row["credits"]]


def turns(rows: list[dict[str, Any]]) -> set[tuple[str, int]]:
    return {(turn["of"], turn["sign"]) for row in rows for turn in row["turns"] if turn["listed"]}


@pytest.mark.parametrize(
    ("sentence", "turn"),
    [
        ("The bridge will reopen in May.", ("open", 1)),
        ("The bridge will not reopen in May.", ("open", -1)),
        ("The council refused to close the bridge.", ("open", 1)),
        ("The bridge will stay closed.", ("open", -1)),
        ("There will be no talks with the union.", ("talk", -1)),
        ("The captain is coming back to the port.", ("return", 1)),
        ("Nobody returned to the port.", ("return", -1)),
        ("The plan is a disaster.", ("good", -1)),
        ("The port was not in compliance with the rules.", ("comply", -1)),
        ("The council reached no decision.", ("act", -1)),
    ],
)
def test_a_sentence_turns_one_way(tmp_path, sentence, turn):
    assert turn in turns(asserted(tmp_path, sentence))


def test_what_stands_under_an_if_or_an_or_turns_no_way(tmp_path):
    text = "If the bridge reopens, the market will move. The council may keep or abandon the plan."
    assert not {"open", "keep"} & {of for of, _ in turns(asserted(tmp_path, text))}


def test_what_is_beside_a_refusal_is_not_refused(tmp_path):
    rows = asserted(tmp_path, "The council will suspend the works and close the bridge.")
    assert {("start", -1), ("open", -1)} <= turns(rows)


def test_who_denies_says_the_opposite(tmp_path):
    (row,) = asserted(tmp_path, "Mayor Mira Holt denied that any soldier had crossed the bridge.")
    assert (row["voice"], turns([row])) == ("paraphrased", {("enter", -1)})


def test_a_sentence_is_quoted_paraphrased_or_the_reports_own(tmp_path):
    text = 'The pier burned. The fire began at noon, Mayor Mira Holt said on Monday. "We lost the pier," she said.'
    assert [row["voice"] for row in asserted(tmp_path, text)] == ["own", "paraphrased", "quoted"]


def test_numbers_have_what_they_count_and_how_sharp_they_are(tmp_path):
    text = "Some 400 soldiers entered the port. More than 50 fishermen left. Six ships sank on 3 March."
    counts = [count for row in asserted(tmp_path, text) for count in row["counts"]]
    assert [(count["of"], count["verb"]) for count in counts] == [
        ("soldier", "enter"), ("fisherman", "keep"), ("ship", "sink"),
    ]  # fmt: skip
    assert counts[0]["low"] < 400 < counts[0]["high"]
    assert counts[1]["low"] == 50 < counts[1]["high"]
    assert counts[2]["low"] == counts[2]["high"] == 6


def test_a_day_belongs_to_its_verb(tmp_path):
    (row,) = asserted(tmp_path, "A column of lorries crossed the bridge on Monday.")
    (day,) = row["days"]
    assert (day["of"], day["edtf"]) == ("enter", "2031-03-03")
    assert "vehicle" in day["about"]


def test_what_somebody_refuses_to_say_he_does_not_assert(tmp_path):
    rows = asserted(tmp_path, "The council refused to certify that the port was in compliance.")
    assert turns(rows) == set()


def test_a_question_asserts_nothing(tmp_path):
    assert asserted(tmp_path, "Will the bridge reopen?") == []


def test_a_word_stands_in_one_line_of_the_list():
    found = concept_of("reopen", "VERB"), concept_of("shut", "VERB")
    assert [(one.name, one.sign) for one in found if one] == [("open", 1), ("open", -1)]


@pytest.mark.parametrize(
    ("words", "value"), [("1.8 billion", 1.8e9), ("36,000", 36000), ("twenty-five", 25), ("several", None)]
)
def test_a_number_is_read(words, value):
    assert value_of(words) == value
