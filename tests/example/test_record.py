"""The example's record holds what its ground truth says."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.cli import layout
from reportedly.record.read import look
from reportedly.views.summary import summarise
from tests.example.test_truth import ROOT, TRUTH, joined, statements

ENDS = " \t\r\n\"'“”‘’«».,;:—–-"


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    folder = Path(tmp_path_factory.mktemp("demo"))
    reportedly.demo(folder)
    return folder / "example.reportedly"


@pytest.fixture(scope="module")
def found(record) -> list[dict[str, Any]]:
    return reportedly.statements(record)


@pytest.fixture(scope="module")
def reports(record) -> dict[str, dict[str, Any]]:
    return {row["report"]: row for row in reportedly.reports(record)}


def words(pieces: list[dict[str, Any]]) -> str:
    return joined(" ".join(piece["text"] for piece in pieces))


def matches(found: list[dict[str, Any]], report: str, true: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the found statements whose content holds every true piece and not twice as much again."""
    pieces = [joined(piece).strip(ENDS) for piece in true["content"]]
    return [
        row
        for row in found
        if row["report"] == report
        and all(piece in words(row["content"]) for piece in pieces)
        and len(words(row["content"])) < 2 * len(" ".join(pieces)) + 20
    ]


@pytest.fixture(scope="module")
def pairs(found) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The true statements that were found, each with what was found for it."""
    both = [(true, matches(found, report, true)) for report, true in statements()]
    return [(true, rows[0]) for true, rows in both if rows]


def share(right: int, of: int) -> float:
    return round(right / of, 2)


def test_the_record_verifies_without_a_problem(record):
    assert reportedly.verify(record) == []
    assert reportedly.problems(record) == []


def test_every_report_is_there_with_its_outlet_and_date(reports):
    assert set(reports) == {row["report"] for row in TRUTH["reports"]}
    for true in TRUTH["reports"]:
        row = reports[true["report"]]
        assert row["outlet"] == true.get("outlet"), true["report"]
        assert (row["published"] or {}).get("edtf") == true.get("published"), true["report"]


def test_what_is_set_aside_is_set_aside(record):
    passages = reportedly.passages(record)
    wrong = [
        (true["kind"], row["kind"], true["words"])
        for true in TRUTH["passages"]
        for row in passages
        if row["report"] == true["report"]
        and true["words"] in joined(row["text"])
        and row["kind"] != true["kind"]
    ]
    assert wrong == []


def test_no_statement_is_made_of_what_nobody_said(found):
    said = joined(" ".join(piece["text"] for row in found for piece in row["content"]))
    assert [true["words"] for true in TRUTH["silent"] if joined(true["words"]) in said] == []


def test_no_script_of_a_page_is_in_its_text(record):
    assert not [p for p in reportedly.passages(record) if "reportedly_was_here" in p["text"]]


def test_most_statements_are_found(pairs):
    assert share(len(pairs), len(list(statements()))) >= 0.8


def test_most_sources_cues_and_kinds_are_right(pairs):
    sources = sum(1 for true, row in pairs if true["source"].strip() in words(row["source"]))
    cues = sum(1 for true, row in pairs if all(cue in words(row["cue"]) for cue in true["cue"]))
    kinds = sum(1 for true, row in pairs if true["kind"] == row["kind"])
    assert share(sources, len(pairs)) >= 0.9
    assert share(cues, len(pairs)) >= 0.9
    assert share(kinds, len(pairs)) >= 0.9


def test_a_speaker_is_right_or_open(pairs):
    named = [
        (true, row["speaker"]["name"]) for true, row in pairs if row["speaker"] and not true.get("unnamed")
    ]
    right = [true for true, name in named if re.sub("(?i)^the ", "", name) == true["speaker"]]
    assert share(len(right), len(named)) >= 0.9


def test_a_date_is_right_or_open(pairs):
    dated = [
        (true, row) for true, row in pairs if row["said_on"] and row["said_on"]["edtf"] and "said_on" in true
    ]
    assert dated
    assert [true["content"] for true, row in dated if row["said_on"]["edtf"] != true["said_on"]] == []


def test_nothing_dates_what_nothing_settles(pairs):
    (row,) = [row for true, row in pairs if true.get("said_on") == "unknown"]
    assert row["said_on"]["edtf"] is None
    assert "Thursday" in row["said_on"]["text"]


def test_the_readme_tells_what_the_example_gives(record):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    with look(record) as view:
        lines = list(layout.summary(summarise(view, record, read=12, seconds=0)))
    assert [line for line in lines[:4] if f"    {line}\n" not in readme] == []


COMPARED = ("reports", "passages", "statements", "parties", "utterances", "claims", "disagreements")


def test_the_order_of_hashes_does_not_show(record, tmp_path):
    """Python orders sets anew in every process: two seeds must give the same exports."""
    tables = []
    for seed in ("1", "2"):
        other = tmp_path / f"{seed}.reportedly"
        command = [
            sys.executable,
            "-m",
            "reportedly",
            "build",
            str(record.parent / "reports"),
            "--record",
            str(other),
        ]
        subprocess.run(
            command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.DEVNULL
        )
        tables.append([getattr(reportedly, what)(other) for what in COMPARED])
    assert tables[0] == tables[1]


def shown(pieces: list[dict[str, Any]]) -> str:
    return joined(" ".join(piece["text"] for piece in pieces))


@pytest.mark.parametrize("true", TRUTH["copies"], ids=lambda true: true["reports"][0])
def test_what_was_copied_is_found_in_each_report(record, true):
    (copy,) = [
        row
        for row in reportedly.copies(record)
        if {m["report"] for m in row["members"]} == set(true["reports"])
    ]
    for report in true["reports"]:
        own = shown([member for member in copy["members"] if member["report"] == report])
        assert all(joined(part).strip(ENDS) in own for part in true["words"])


def test_nothing_else_is_a_copy(record):
    assert len(reportedly.copies(record)) == len(TRUTH["copies"])


@pytest.mark.parametrize("true", TRUTH["origins"], ids=lambda true: true["desk"])
def test_what_goes_back_to_one_desk_is_told_with_the_words(record, true):
    (origin,) = [
        row
        for row in reportedly.origins(record)
        if row["reason"] == true["reason"] and set(true["reports"]) <= set(row["reports"])
    ]
    assert true["desk"] in origin["desk"]


def test_no_two_reports_are_of_one_desk_that_are_not(record):
    known = [set(true["reports"]) for true in TRUTH["origins"] if true["reason"] != "author"]
    linked = [set(row["reports"]) for row in reportedly.origins(record) if row["reason"] != "author"]
    assert [reports for reports in linked if len(reports) > 1 and reports not in known] == []


def test_a_desk_outside_the_pile_is_credited(record):
    for true in TRUTH["credits"]:
        assert any(
            true["desk"] in row["credits"] and row["reports"] == [true["report"]]
            for row in reportedly.origins(record)
        )


@pytest.mark.parametrize("true", TRUTH["utterances"], ids=lambda true: true["statements"][0])
def test_one_act_of_speech_is_found_in_all_its_wordings(record, true):
    told = {known["name"]: (report, known) for report, known in statements() if "name" in known}
    wanted = [(told[name][0], joined(told[name][1]["content"][0]).strip(ENDS)) for name in true["statements"]]
    (row,) = [
        row
        for row in reportedly.utterances(record)
        if all(
            any(w["report"] == r and part in words(w["content"]) for w in row["wordings"])
            for r, part in wanted
        )
    ]
    assert row["who"]["name"].removeprefix("the ") == true["speaker"]
    assert row["said_on"] == true.get("said_on")


@pytest.mark.parametrize(
    "true", TRUTH["disagreements"], ids=lambda true: f"{true['kind']}, {true['a']['words']}"
)
def test_what_cannot_both_hold_is_told_with_the_words_on_each_side(record, true):
    sides = {true[side]["report"]: joined(true[side]["words"]).strip(ENDS) for side in ("a", "b")}
    (row,) = [
        row
        for row in reportedly.disagreements(record)
        if row["kind"] == true["kind"] and _is_of(row, true["a"], true["b"])
    ]
    assert {side["report"] for side in row["sides"]} == sides.keys()
    if true["kind"] == "position":
        assert (row["order"], row["a"]["report"]) == ("a", true["a"]["report"])
        assert row["sides"][0]["who"]["name"] == true["speaker"]


def _is_of(row: dict[str, Any], *true: dict[str, Any]) -> bool:
    """Tell whether each side's words at odds are in the truth's words, or its sentence holds them."""
    return all(
        any(
            one["report"] == side["report"]
            and (joined(side["words"]).strip(ENDS) in one["words"] or one["words"] in joined(side["text"]))
            for side in row["sides"]
        )
        for one in true
    )


def test_no_more_is_at_odds_than_was_planted_and_what_goes_with_it(record):
    # That soldiers came in at all is denied too, in the sentence that denies where their tents stand.
    assert len(reportedly.disagreements(record)) <= len(TRUTH["disagreements"]) + 1
