import pytest

import reportedly
from reportedly.errors import UsageError
from tests.record.entries import TEXT


def test_a_statement_is_shown_with_its_words_in_place(record):
    (statement,) = [row for row in reportedly.statements(record) if row["kind"] == "direct"]
    shown = reportedly.show(record, statement["id"])
    assert shown.row == statement
    assert shown.text == TEXT[shown.start : shown.start + len(shown.text)]
    roles = {role: TEXT[start:end] for start, end, role in shown.marks}
    assert roles["source"] == "the envoy, Mira Holt"
    assert roles["content"] == "We leave [today] with nothing."


def test_a_passage_is_marked_without_the_white_space_after_it(record):
    headline = reportedly.passages(record)[0]
    ((start, end, kind),) = reportedly.show(record, headline["id"]).marks
    assert (TEXT[start:end], kind) == ("Talks end in Port Sele", "headline")


@pytest.mark.parametrize("table", ["reports", "passages", "statements", "parties"])
def test_every_id_can_be_shown_by_its_beginning(record, table):
    for row in getattr(reportedly, table)(record):
        assert reportedly.show(record, row["id"][:10]).row == row


@pytest.mark.parametrize(
    ("wanted", "why"), [("x1", "no id"), ("sffff", "No row"), ("s", "ids begin with"), ("", "no id")]
)
def test_an_id_that_is_none_is_told(record, wanted, why):
    with pytest.raises(UsageError, match=why):
        reportedly.show(record, wanted)
