"""What a record's assertions are looked up by, kept in one row for each report: a pile has very many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from reportedly.comparison.asserted import Asserted
from reportedly.comparison.keys import Index, Keys, names_of, wording_of
from reportedly.record import schema
from reportedly.record.read import Row

_CREDITS, _QUOTED = "c", "q"


@dataclass(frozen=True, slots=True)
class Keyed:
    """The assertions that count: the report of each, and the names in each report.

    `telling` are those that say more than that somebody was heard, `quoted` those in quotation marks.
    """

    index: Index
    reports: Mapping[str, str]
    names: Mapping[str, Sequence[int]]
    telling: tuple[str, ...]
    quoted: tuple[str, ...]


def keyed_row(report: str, assertions: Sequence[Asserted], keys: Mapping[str, Keys], made_by: str) -> Row:
    """Write what a report's assertions are looked up by."""
    return {
        "report": report,
        "made_by": made_by,
        "names": names_of(assertions).tobytes(),
        "assertions": " ".join(one.id for one in assertions),
        "voices": "".join(_CREDITS if one.credits else one.voice[0] for one in assertions),
        "wordings": _bytes([wording_of(one) for one in assertions]),
        "keys": b"".join(keys[one.id].tobytes() for one in assertions),
        "many": _bytes([len(keys[one.id]) for one in assertions]),
    }


def read_keyed(connection: Connection) -> Keyed:
    """Read what the assertions of all weighed reports are looked up by."""
    rows = connection.execute(select(schema.weighed)).mappings().all()
    reports = {name: row["report"] for row in rows for name in row["assertions"].split()}
    numbers = _numbers(b"".join(row["wordings"] for row in rows)).tolist()
    wordings = dict(zip(reports, numbers, strict=True))
    voiced = list(zip(reports, "".join(row["voices"] for row in rows), strict=True))
    return Keyed(
        index=Index(
            wordings,
            _numbers(b"".join(row["keys"] for row in rows)),
            _numbers(b"".join(row["many"] for row in rows)),
        ),
        reports=reports,
        names={row["report"]: _numbers(row["names"]).tolist() for row in rows},
        telling=tuple(name for name, voice in voiced if voice != _CREDITS),
        quoted=tuple(name for name, voice in voiced if voice == _QUOTED),
    )


def _bytes(numbers: Sequence[int]) -> bytes:
    return np.array(numbers, dtype=np.int64).tobytes()


def _numbers(written: bytes) -> Keys:
    return np.frombuffer(written, np.int64)
