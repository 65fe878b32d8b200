"""Seals: one hash over all rows of a report, so that no value of any of them can be changed unseen."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

SEAL = "seal"


def seal(tables: Iterable[tuple[str, Iterable[Mapping[Any, Any]]]]) -> str:
    """Hash the rows of one report; neither their order nor that of the tables counts.

    The seal itself, a value of the report's own row, is left out.
    """
    digest = hashlib.sha256()
    for table, rows in sorted(tables, key=lambda item: item[0]):
        digest.update(table.encode())
        for line in sorted(json.dumps(_unsealed(row), sort_keys=True) for row in rows):
            digest.update(line.encode())
    return digest.hexdigest()


def _unsealed(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != SEAL}
