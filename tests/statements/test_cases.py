"""The case book: what a reader would write down as said, by whom, from each passage."""

import pytest

from tests.statements.casebook import Case, cases, found, shown


def marked(case: Case) -> object:
    """A case that is known to be missed must be missed: once it is not, its heading says so no longer."""
    missed = [pytest.mark.xfail(strict=True)] if case.name.endswith("(missed)") else []
    return pytest.param(case, id=case.name, marks=missed)


@pytest.mark.parametrize("case", [marked(case) for case in cases()])
def test_case(case: Case):
    statements = found(case.text, case.passages)
    like = (*case.rows, *[""] * (len(statements) - len(case.rows)))
    rows = [shown(case.text, statement, row) for statement, row in zip(statements, like, strict=False)]
    assert rows == list(case.rows)


def test_the_book_is_large_enough_and_mostly_passes():
    names = [case.name for case in cases()]
    assert len(names) == len(set(names)) >= 250
    assert sum(name.endswith("(missed)") for name in names) <= len(names) // 5
