import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import reportedly
from reportedly.cli import layout
from reportedly.cli.main import main
from reportedly.record.sqlite import sole_writer
from tests.comparison.test_compare import pile

TEXT = "Talks end\n\nThe envoy, Mira Holt, said on Monday the talks were over. “We leave with nothing,” she said.\n"


def call(monkeypatch, *words: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["reportedly", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def built(tmp_path: Path, monkeypatch, capsys) -> Path:
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    record = tmp_path / "affair.reportedly"
    assert call(monkeypatch, "build", tmp_path / "talks.txt", "--record", record) == 0
    capsys.readouterr()
    return record


def test_a_build_ends_with_a_summary_and_what_to_type_next(tmp_path, monkeypatch, capsys):
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    record = tmp_path / "affair.reportedly"
    assert call(monkeypatch, "build", tmp_path / "talks.txt", "--record", record) == 0
    told = capsys.readouterr().out
    assert "1 report" in told
    assert "1 direct" in told
    assert f"reportedly statements {record}" in told


@pytest.mark.parametrize("table", ["reports", "passages", "statements", "expressions", "parties"])
def test_a_table_is_readable_and_has_json(built, monkeypatch, capsys, table):
    assert call(monkeypatch, table, built) == 0
    assert capsys.readouterr().out.strip() not in ("", "Nothing to list.")
    assert call(monkeypatch, table, built, "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows
    assert all("id" in row for row in rows)


def test_what_reports_share_is_readable_and_can_be_narrowed(tmp_path, monkeypatch, capsys):
    record = tmp_path / "affair"
    assert call(monkeypatch, "build", pile(tmp_path / "pile"), "--record", record) == 0
    capsys.readouterr()
    for table in ("copies", "origins"):
        assert call(monkeypatch, table, record, "--report", "herald") == 0
        assert "herald.txt" in capsys.readouterr().out
        assert call(monkeypatch, table, record, "--report", "nowhere") == 0
        assert "Nothing to list." in capsys.readouterr().out
    assert call(monkeypatch, "origins", record) == 0
    assert "not independence" in capsys.readouterr().out
    assert call(monkeypatch, "origins", record, "--reason", "reprint", "--json") == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert row["desk"] == "Arden Weekly"


def test_a_person_judges_and_takes_it_back(built, monkeypatch, capsys):
    holt = next(row["id"] for row in reportedly.parties(built) if row["name"] == "Mira Holt")
    assert call(monkeypatch, "parties", built, "--rename", holt, "M. Holt") == 0
    made = capsys.readouterr().out.split()[0]
    assert call(monkeypatch, "parties", built, "--name", "M. Holt") == 0
    assert holt in capsys.readouterr().out
    assert call(monkeypatch, "parties", built, "--undo", made) == 0
    assert call(monkeypatch, "parties", built, "--judgements") == 0
    assert f"{made}  person   name “M. Holt” [undone]" in capsys.readouterr().out
    assert call(monkeypatch, "show", built, made) == 0
    assert call(monkeypatch, "parties", built, "--split", holt) == 2
    assert "nothing to take apart" in capsys.readouterr().err


def test_the_timeline_counts_what_has_no_date_and_lists_it_on_asking(built, monkeypatch, capsys):
    text = built.parent / "talks.txt"
    text.write_text("3 June 2021\n\n" + TEXT + "\nThe pier opened in 1998.\n", encoding="utf-8")
    assert call(monkeypatch, "build", text, "--record", built) == 0
    capsys.readouterr()
    assert call(monkeypatch, "timeline", built, "--why") == 0
    told = capsys.readouterr().out
    assert "1998" in told.splitlines()[0]
    assert "the words that tell it: “Monday”" in told
    assert call(monkeypatch, "timeline", built, "--undated", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["what"] for row in rows} == {"statement", "happening"}
    assert call(monkeypatch, "timeline", built, "--speaker", "nobody") == 0
    told = capsys.readouterr()
    assert told.out.strip() == "Nothing to list."
    assert "No speaker's name holds “nobody”" in told.err


def test_statements_can_be_narrowed(built, monkeypatch, capsys):
    assert call(monkeypatch, "statements", built, "--kind", "direct", "--json") == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "We leave with nothing" in row["content"][0]["text"]


def test_statements_can_be_narrowed_to_the_sure(built, monkeypatch, capsys):
    call(monkeypatch, "statements", built, "--json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    least = max(row["confidence"] for row in rows)
    assert call(monkeypatch, "statements", built, "--sure", str(least), "--json") == 0
    left = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert left == [row for row in rows if row["confidence"] == least] != rows


def test_a_statement_tells_what_sets_it_apart(built):
    (row, *_) = reportedly.statements(built)
    plain, *_ = layout.statement(row | {"cue_sense": "assert", "act": "say", "confidence": 0.9})
    doubtful, *_ = layout.statement(row | {"cue_sense": "deny", "act": "think", "confidence": 0.31})
    assert doubtful.startswith(plain)
    assert doubtful.endswith(" [think] [deny] [unsure, 0.31]")


def test_show_puts_the_words_in_their_place(built, monkeypatch, capsys):
    call(monkeypatch, "statements", built, "--kind", "direct", "--json")
    name = json.loads(capsys.readouterr().out)["id"]
    assert call(monkeypatch, "show", built, name[:8]) == 0
    assert "[content: “We leave with nothing,”] [source: she] [cue: said]." in capsys.readouterr().out


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_export_writes_a_file(built, monkeypatch, tmp_path, form):
    assert call(monkeypatch, "export", built, "--format", form, "-o", tmp_path / "out") == 0
    assert (tmp_path / "out").stat().st_size > 0


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_an_empty_record_exports_too(monkeypatch, tmp_path, form):
    record = tmp_path / "empty.reportedly"
    call(monkeypatch, "build", tmp_path / "none", "--record", record)
    for what in ("statements", "reports", "passages", "parties"):
        assert (
            call(monkeypatch, "export", record, "--what", what, "--format", form, "-o", tmp_path / "out") == 0
        )


def test_the_record_is_not_written_over_by_another_name_of_it(built, monkeypatch, tmp_path):
    before = built.read_bytes()
    (tmp_path / "sub").mkdir()
    (tmp_path / "link").symlink_to(built)
    for name in (tmp_path / "sub" / ".." / built.name, tmp_path / "link", tmp_path / "sub"):
        assert call(monkeypatch, "export", built, "-o", name) == 2
    assert built.read_bytes() == before


def test_a_build_that_is_stopped_says_how_to_go_on(tmp_path, monkeypatch, capsys):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("reportedly.verbs.build", stopped)
    assert call(monkeypatch, "build", tmp_path) == 130
    assert "the same command goes on" in capsys.readouterr().err


def test_an_exported_record_holds(built, monkeypatch, tmp_path):
    copy = tmp_path / "copy.reportedly"
    assert call(monkeypatch, "export", built, "--what", "record", "-o", copy) == 0
    assert call(monkeypatch, "verify", copy) == 0


def test_verify_exits_with_1_on_a_lie(built, monkeypatch, capsys):
    with closing(sqlite3.connect(built)) as connection, connection:
        connection.execute("UPDATE spans SET start = start - 1 WHERE role = 'cue'")
    assert call(monkeypatch, "verify", built) == 1
    assert "cue" in capsys.readouterr().out


def test_strict_exits_with_1_where_there_are_problems(built, tmp_path, monkeypatch, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert call(monkeypatch, "build", tmp_path, "--record", built) == 0
    assert call(monkeypatch, "build", tmp_path, "--record", built, "--strict") == 1
    capsys.readouterr()
    assert call(monkeypatch, "problems", built) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def wrong_uses(folder: Path) -> list[list[str | Path]]:
    return [
        ["statements", folder / "none.reportedly"],
        ["statements", folder / "talks.txt"],
        ["show", folder / "affair.reportedly", "s00000"],
        ["show", folder / "affair.reportedly", "nonsense"],
        ["export", folder / "affair.reportedly", "--what", "nothing", "-o", folder / "out"],
        ["export", folder / "affair.reportedly", "--format", "xlsx", "-o", folder / "out"],
        ["export", folder / "affair.reportedly", "-o", folder / "affair.reportedly"],
        ["build"],
        ["no-such-verb"],
    ]


@pytest.mark.parametrize("number", range(9))
def test_wrong_use_is_one_clear_line_and_exit_2(built, tmp_path, monkeypatch, capsys, number):
    assert call(monkeypatch, *wrong_uses(tmp_path)[number]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert told.err.strip()


def test_two_builds_of_one_record(built, tmp_path, monkeypatch, capsys):
    with sole_writer(built):
        assert call(monkeypatch, "build", tmp_path, "--record", built) == 2
    assert "Another build" in capsys.readouterr().err


def test_what_a_terminal_would_obey_is_not_printed(tmp_path, monkeypatch, capsys):
    hostile = TEXT.replace("nothing", "\x1b[31mnothing\u202e")
    (tmp_path / "talks.txt").write_text(hostile, encoding="utf-8")
    record = tmp_path / "affair.reportedly"
    call(monkeypatch, "build", tmp_path / "talks.txt", "--record", record)
    for verb in ("statements", "passages"):
        call(monkeypatch, verb, record)
    told = capsys.readouterr().out
    assert "nothing" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_utterances_show_each_wording(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, ending in (("herald", "before the winter"), ("gazette", "by the spring")):
        text = f"The fee\n\nMayor Ana Petrova said that the new fee would empty the pier {ending}.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    record = tmp_path / "affair"
    assert call(monkeypatch, "build", folder, "--record", record) == 0
    capsys.readouterr()
    assert call(monkeypatch, "utterances", record, "--speaker", "petrova") == 0
    told = capsys.readouterr().out
    assert "Ana Petrova" in told
    assert "only here: spring" in told
    assert call(monkeypatch, "utterances", record, "--report", "nowhere") == 0
    assert capsys.readouterr().out.strip() == "Nothing to list."


def test_disagreements_and_claims_show_each_side(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, who, word in (("herald", "Jon Hale", "Twelve"), ("gazette", "Mira Holt", "Nineteen")):
        text = (
            "The fee\n\nThe pier was closed to ships of every kind for the whole of the winter.\n\n"
            f"{word} fishermen were fined at the pier, {who} said.\n"
        )
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    record = tmp_path / "affair"
    assert call(monkeypatch, "build", folder, "--record", record) == 0
    capsys.readouterr()
    assert (
        call(monkeypatch, "disagreements", record, "--kind", "number", "--speaker", "hale", "--strong") == 0
    )
    told = capsys.readouterr().out
    assert "Jon Hale (said), paraphrased" in told
    assert "Two sentences are alike but for “Twelve” and “Nineteen”." in " ".join(told.split()) or (
        "Two sentences are alike but for “Nineteen” and “Twelve”." in " ".join(told.split())
    )
    assert call(monkeypatch, "disagreements", record, "--kind", "date") == 0
    assert capsys.readouterr().out.strip() == "Nothing to list."
    assert call(monkeypatch, "claims", record, "--voice", "own") == 0
    assert "2 reports" in capsys.readouterr().out
    assert call(monkeypatch, "claims", record, "--voice", "quoted") == 0
    assert capsys.readouterr().out.strip() == "Nothing to list."


def test_a_disagreement_is_shown_for_reading(affair, monkeypatch, capsys):
    row = next(row for row in reportedly.disagreements(affair) if row["kind"] == "number")
    assert call(monkeypatch, "show", affair, row["id"]) == 0
    told = capsys.readouterr().out
    assert f"{row['id']}  number, {row['strength']}; a before b" in told
    assert "The Herald, the ministry (said), paraphrased [2031-03-03] — “400 soldiers”" in told
    assert "The Gazette, in its own voice [in a report of 2031-03-05] — “700 troops”" in told
    assert "About [at odds: 700 troops] poured over the Almar Bridge and put up tents." in told
    assert call(monkeypatch, "show", affair, row["matter"]["id"]) == 0
    assert "Jon Hale (denying), via Harbour Agency, paraphrased" in capsys.readouterr().out


def test_a_claim_is_shown_for_reading(affair, monkeypatch, capsys):
    (claim,) = reportedly.claims(affair)
    assert call(monkeypatch, "show", affair, claim["id"]) == 0
    told = capsys.readouterr().out
    assert "The Herald, in its own voice: The pier was closed" in told
    assert "The Gazette, Mira Holt (said), paraphrased: The pier was closed" in told
    assert "word for word the same" in told
    assert "1 silent:\n    courier.txt" in told


def test_an_open_speaker_is_shown_as_found_with_the_cue(affair):
    row = next(row for row in reportedly.disagreements(affair) if row["kind"] == "denial")
    side = next(side for side in row["sides"] if side["cue"] == "denying")
    (line,) = [
        line
        for line in layout.disagreement({**row, "sides": [{**side, "cue": "tried to persuade", "who": None}]})
        if "—" in line
    ]
    assert "speaker open, “Jon Hale” (tried to persuade), via Harbour Agency" in line


def test_a_matter_without_words_is_its_id(affair):
    row = next(row for row in reportedly.disagreements(affair) if row["matter"])
    first, *_ = layout.disagreement({**row, "matter": {"id": "t1", "words": ""}})
    assert first.endswith("[t1]")
