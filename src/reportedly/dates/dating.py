"""A dating: a date with what it rests on."""

from dataclasses import dataclass
from typing import Literal

from reportedly.spans import Span

Basis = Literal[
    "sheet", "metadata", "address", "dateline", "printed", "updated", "tense-weekday", "arithmetic",
    "utterance", "happening", "bound",
]  # fmt: skip


ExpressionType = Literal["date", "time", "duration", "set"]


@dataclass(frozen=True, slots=True)
class Dating:
    """A date, or an honest blank, with the words it was read from and the places it rests on.

    `edtf` is an Extended Date/Time Format string (ISO 8601-2) or None where the words do not settle
    it; `text` the words as found, None where no words of the report tell it (a sheet, metadata).
    """

    edtf: str | None
    text: str | None
    basis: Basis | None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time, and the date they come to.

    `edtf` is a date that the report settles, or None. `type` and `value` are those of a TIMEX3 tag
    (ISO 24617-1), counted from the report's day where that is known and else with an `X` for each open
    place, "XXXX-WXX-2" for a Tuesday; so a value may say more than `edtf`, which never guesses.
    `evidence` are other words of the report that the date rests on: the year printed elsewhere.
    """

    span: Span
    edtf: str | None
    basis: Basis | None
    type: ExpressionType = "date"
    value: str = ""
    evidence: tuple[Span, ...] = ()

    @property
    def tells_when(self) -> bool:
        """Tell a day or a time of day from a length, a habit, and "now" or "recently"."""
        return self.type in ("date", "time") and not self.value.endswith("_REF")
