from pathlib import Path
from typing import Any

import pytest

import reportedly

HERALD = """Soldiers at the bridge

Some 400 soldiers crossed the Almar Bridge on Sunday with lorries, the ministry said on Monday.

"There will be no talks while one soldier stands on the bridge," Mayor Mira Holt said on Monday.

Jon Hale, the harbour master, denied that any soldier had crossed the bridge.

The bridge will reopen in April, Hale said.
"""
GAZETTE = """Troops on the bridge

About 700 troops poured over the Almar Bridge and put up tents.

A first column of lorries crossed the bridge on Saturday.

The bridge would stay closed until the summer, said Lena Brandt, the engineer.

"A fee is not a wall," Lena Brandt said.
"""
COURIER = """Holt ready to talk

"We are ready to talk tomorrow," Mayor Mira Holt said on Tuesday.

"A fee is not a wall," Jon Hale said.

Twelve fishermen were fined on Friday, and the fee was not lowered.
"""
EDITED = """Holt ready to talk again

"We are ready to talk tomorrow," Mayor Mira Holt said on Tuesday.

Nineteen fishermen were fined on Friday, and the fee was lowered.
"""
DAYS = {"herald": "2031-03-03", "gazette": "2031-03-04", "courier": "2031-03-11", "edited": "2031-03-11"}
TEXTS = {"herald": HERALD, "gazette": GAZETTE, "courier": COURIER, "edited": EDITED}


def write(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    rows = "".join(f"{name}.txt,{DAYS[name]}\n" for name in TEXTS)
    (folder / "reportedly.csv").write_text(f"file,published\n{rows}", encoding="utf-8")


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    folder = Path(tmp_path_factory.mktemp("odds"))
    write(folder / "pile", *TEXTS)
    reportedly.build(folder / "pile", record=folder / "affair")
    return folder / "affair"


def told(record: Path) -> set[tuple[str, frozenset[str]]]:
    return {
        (row["kind"], frozenset(side["words"].strip('“”".,') for side in row["sides"]))
        for row in reportedly.disagreements(record)
    }


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("number", {"400 soldiers", "700 troops"}),
        ("date", {"Sunday", "Saturday"}),
        ("denial", {"crossed"}),
        ("opposite", {"reopen", "closed"}),
        ("position", {"no talks", "talk"}),
        ("speaker", {"A fee is not a wall"}),
        ("number", {"Twelve", "Nineteen"}),
        ("opposite", {"not", "lowered"}),
    ],
)
def test_each_kind_is_told_with_the_words_on_each_side(record, kind, words):
    assert (kind, frozenset(words)) in told(record)


def row_of(record: Path, kind: str) -> dict[str, Any]:
    (row,) = [row for row in reportedly.disagreements(record) if row["kind"] == kind]
    return row


def test_of_a_changed_position_the_first_is_the_earlier(record):
    row = row_of(record, "position")
    assert (row["order"], row["a"]["report"]) == ("a", "herald.txt")
    assert row["b"]["report"] in ("courier.txt", "edited.txt")
    assert {side["who"]["name"] for side in row["sides"]} == {"Mira Holt"}


def test_the_timeline_marks_a_changed_position(record):
    marked = [row for row in reportedly.timeline(record) if row["changed"]]
    assert [row["who"]["name"] for row in marked] == ["Mira Holt"]
    assert marked[0]["changed"] == [row_of(record, "position")["id"]]


def test_a_disagreement_says_why(record):
    assert row_of(record, "speaker")["why"] == "The same words are credited to two speakers."
    assert "two days of one happening" in row_of(record, "date")["why"]


def test_the_words_stand_in_the_report(record):
    for row in reportedly.disagreements(record):
        for side, words in (("a", row["words_a"]), ("b", row["words_b"])):
            whole = row[side]
            for piece in words:
                at = piece["start"] - whole["start"]
                assert whole["text"][at : at + len(piece["text"])] == piece["text"]
    assert reportedly.verify(record) == []


def test_reports_added_one_by_one_or_read_again_give_what_they_give_together(record, tmp_path):
    for name in sorted(TEXTS):
        write(tmp_path / "pile", name)
        reportedly.build(tmp_path / "pile", record=tmp_path / "affair")
    for reread in (False, True):
        reportedly.build(tmp_path / "pile", record=tmp_path / "affair", reread=reread)
        for verb in (reportedly.disagreements, reportedly.claims):
            assert verb(tmp_path / "affair") == verb(record)
    for name in ("gazette", "edited", "courier"):
        (tmp_path / "pile" / f"{name}.txt").unlink()
    reportedly.build(tmp_path / "pile", record=tmp_path / "affair", drop=True)
    assert {kind for kind, _ in told(tmp_path / "affair")} == {"denial"}
    assert reportedly.verify(tmp_path / "affair") == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        (
            "The delegation to Arden was led by Colonel Jon Hale.",
            "Robert Moss led the delegation to Arden.",
            True,
        ),
        ("Robert Moss was elected mayor of Arden.", "Jon Hale was elected mayor of Arden.", True),
        ("Robert Moss was elected mayor of Arden.", "Jon Hale was elected mayor of Sund.", False),
        ("Robert Moss won a prize in Arden.", "Jon Hale won a prize in Arden.", False),
        ("Robert Moss led the talks in Arden.", "The talks in Arden were led by Jon Hale and Moss.", False),
        ("Jon Hale led the talks in Arden.", "Mr. Hale led the talks in Arden.", False),
        ("Robert Moss led the talks in Arden.", "Jon Hale did not lead the talks in Arden.", False),
    ],
)
def test_two_who_are_told_to_have_had_one_part_are_told_apart(tmp_path, first, second, differ):
    for name, text in (("herald", first), ("gazette", second)):
        (tmp_path / f"{name}.txt").write_text(f"The pier\n\n{text}\n", encoding="utf-8")
    reportedly.build(tmp_path, record=tmp_path / "affair")
    assert differ is False or reportedly.claims(tmp_path / "affair") == []
    assert {row["kind"] for row in reportedly.disagreements(tmp_path / "affair")} == (
        {"who"} if differ else set()
    )
    assert reportedly.verify(tmp_path / "affair") == []


def test_a_claim_stands_beside_every_report(record):
    (row,) = [row for row in reportedly.claims(record) if "talk tomorrow" in row["text"]]
    cells = {cell["report"]: (cell["words"], cell["voice"]) for cell in row["cells"]}
    assert cells["herald.txt"] == ("silent", None)
    assert cells["courier.txt"][1] == cells["edited.txt"][1] == "quoted"
    assert len(cells) == len(TEXTS)


def test_one_report_in_its_own_voice_is_not_at_odds_with_itself(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Port\n\nThe bridge will reopen in April. The bridge will stay closed in March.\n", encoding="utf-8"
    )
    reportedly.build(tmp_path / "a.txt", record=tmp_path / "r")
    assert reportedly.disagreements(tmp_path / "r") == []


def two_reports(folder: Path, one: str, other: str) -> Path:
    pile = folder / "pile"
    pile.mkdir()
    for name, text in (("one", one), ("other", other)):
        (pile / f"{name}.txt").write_text(f"The pier\n\n{text}\n", encoding="utf-8")
    (pile / "reportedly.csv").write_text(
        "file,published\none.txt,2031-04-20\nother.txt,2031-04-20\n", encoding="utf-8"
    )
    reportedly.build(pile, record=folder / "affair")
    return folder / "affair"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "About 200 fishermen were fined at the old pier.",
            "About 210 fishermen were fined at the old pier.",
        ),
        ("Article 5 was read to the whole council.", "Article 7 was read to the whole council."),
        (
            "Forty fishermen were fined at the old pier on 3 March 2031.",
            "Sixty fishermen were fined at the old pier on 6 March 2031.",
        ),
        ("Some 300 people saw the harbour burn down.", "Some 500 people saw the market burn down."),
        ("The number of guests rose to 12 in the hall.", "The number of guests rose to 15 in the hall."),
        (
            "Mayor Mira Holt denied that any soldier had crossed the Almar Bridge.",
            "Jon Hale, the harbour master, said that no soldier had crossed the Almar Bridge.",
        ),
        (
            "Jon Hale said he could no longer support the toll on the pier.",
            "Mira Holt said she does not support the toll that Jon Hale set.",
        ),
        (
            "Jon Hale said the mill in Tarsk would not reopen on June 5.",
            "Jon Hale said the mill in Tarsk would reopen on June 12.",
        ),
        (
            "The engineer Lena Brandt said that the pier and 40 sheds would be sold in May.",
            "The governor Olga Petrov said that the pier and 60 sheds would be sold by a bank.",
        ),
    ],
)
def test_what_may_both_hold_is_no_disagreement(tmp_path, one, other):
    assert reportedly.disagreements(two_reports(tmp_path, one, other)) == []


def test_what_many_reports_copy_is_not_lost(tmp_path):
    for number in range(45):
        (tmp_path / f"{number}.txt").write_text(
            f"Pier {number}\n\nFourteen fishermen died at the old pier.\n"
        )
    (tmp_path / "odd.txt").write_text("Pier\n\nTwenty-two fishermen died at the old pier.\n")
    reportedly.build(tmp_path / "*.txt", record=tmp_path / "affair", workers=1)
    (row,) = reportedly.disagreements(tmp_path / "affair")
    assert (row["kind"], {side["words"] for side in row["sides"]}) == ("number", {"Fourteen", "Twenty-two"})


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Tarsk will suspend its tests of rockets, the ministry said.",
            "Tarsk can resume testing rockets at any time.",
            {"suspend", "resume"},
        ),
        (
            "The council calls the toll a wise step, Jon Hale said on Monday. Jon Hale is its chairman.",
            '"The decision on the toll is a blunder," Mira Holt said. She spoke before Jon Hale.',
            {"wise", "blunder"},
        ),
        (
            "The council of Tarsk met Jon Hale over Easter weekend.",
            "The council met Jon Hale on 6 April 2031.",
            {"Easter weekend", "6 April 2031"},
        ),
        (
            '"This is no presence, only the work of engineers," Jon Hale said on Monday.',
            "The ministry said that it has a military presence on the coast of Jon Hale's island.",
            {"no presence", "presence"},
        ),
        (
            "The pier would cost the people of Tarsk $2.4 million over ten years, Jon Hale said on Monday.",
            "A new pier would cost the town of Tarsk and its people $3.1 million, said Mira Holt, a friend of Hale.",
            {"$2.4 million", "$3.1 million"},
        ),
        (
            "Jon Hale said the mill in Tarsk would reopen on June 5.",
            "Mira Holt said the mill in Tarsk would reopen on June 12.",
            {"June 5", "June 12"},
        ),
        (
            '"They will not restart anything," Jon Hale said of the Tarsk mills.',
            "The mills of Tarsk did not restart in May but will restart in June, Mira Holt said.",
            set(),
        ),
    ],
)
def test_what_is_begun_judged_or_met_is_compared(tmp_path, one, other, words):
    rows = reportedly.disagreements(two_reports(tmp_path, one, other))
    assert [{side["words"] for side in row["sides"]} for row in rows] == ([words] if words else [])


def test_who_says_the_opposite_a_day_later_changed_position(tmp_path):
    one = '"This pier will bring jobs," Jon Hale said on Tuesday.'
    other = '"This pier will not bring jobs," Jon Hale said on Thursday.'
    (row,) = reportedly.disagreements(two_reports(tmp_path, one, other))
    assert (row["kind"], row["order"]) == ("position", "a")
    assert {side["who"]["name"] for side in row["sides"]} == {"Jon Hale"}
