import pytest

import reportedly

REPORTS = {
    "late.txt": (
        "Pier to close\n\nThe council held a vote on Tuesday. The mayor, Maria Holt, said on Wednesday that the pier "
        "is unsafe. She added that the mole stays open.\n"
    ),
    "early.txt": (
        "Pier is old\n\nThe pier was built in 1998. The mayor, Maria Holt, said that it is safe.\n\n"
        "“I walk on it,” she said on 3 March 2021.\n"
    ),
}
SHEET = "file,outlet,published\nlate.txt,Sund Courier,2021-06-03\nearly.txt,Harbour Mail,2021-03-04\n"


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pile")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "reportedly.csv").write_text(SHEET, encoding="utf-8")
    record = folder / "affair.reportedly"
    reportedly.build(folder, record=record)
    return record


def test_what_was_said_and_what_happened_stands_in_order_of_date(pile):
    rows = reportedly.timeline(pile)
    dated = [row["on"]["edtf"] for row in rows if row["on"]]
    assert dated[0] == "1998"
    assert dated == sorted(dated)
    assert {"2021-06-01", "2021-06-02", "2021-03-03"} <= set(dated)
    kinds = {row["on"]["edtf"]: row["what"] for row in rows if row["on"]}
    assert (kinds["1998"], kinds["2021-06-01"], kinds["2021-06-02"]) == (
        "happening",
        "happening",
        "statement",
    )


def test_what_has_no_date_comes_last(pile):
    known = [bool(row["on"] and row["on"]["edtf"]) for row in reportedly.timeline(pile)]
    assert known == sorted(known, reverse=True)
    assert len(known) == len(reportedly.statements(pile)) + known.count(True) - sum(
        1 for row in reportedly.timeline(pile) if row["what"] == "statement" and row["on"]
    )


def test_each_date_tells_what_it_rests_on(pile):
    row = next(row for row in reportedly.timeline(pile) if "the mole stays open" in row["content"])
    assert (row["on"]["edtf"], row["on"]["basis"], row["outlet"]) == (
        "2021-06-02",
        "utterance",
        "Sund Courier",
    )
    assert [(step["step"], step["text"]) for step in row["why"]] == [
        ("the words that tell it", "Wednesday"),
        ("the same occasion", "said on Wednesday"),
        ("counted from the report's own day, 2021-06-03 (sheet)", None),
    ]


def test_every_id_can_be_shown(pile):
    for row in reportedly.timeline(pile):
        assert reportedly.show(pile, row["id"]).row["id"] == row["id"]
