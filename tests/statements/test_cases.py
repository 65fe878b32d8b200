"""The case book: what a reader would write down as said, by whom, from each passage."""

import pytest

from tests.statements.casebook import Case, cases, found, shown


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_case(case: Case):
    statements = found(case.text, case.passages)
    like = (*case.rows, *[""] * (len(statements) - len(case.rows)))
    rows = [shown(case.text, statement, row) for statement, row in zip(statements, like, strict=False)]
    assert rows == list(case.rows)
