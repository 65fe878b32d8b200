"""A dating: a date with what it rests on."""

from dataclasses import dataclass
from typing import Literal

from reportedly.spans import Span

Basis = Literal[
    "sheet", "metadata", "address", "dateline", "printed", "updated", "tense-weekday", "arithmetic",
    "utterance", "happening", "bound",
]  # fmt: skip


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
    """Words that tell a time, and the date they come to; None where nothing settles it."""

    span: Span
    edtf: str | None
    basis: Basis | None
