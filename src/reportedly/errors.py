"""What can go wrong, the user's side apart from ours.

    ReportedlyError
    ├── UsageError        the call cannot be meant: no such path, no such row     exit 2
    ├── RecordError       the record cannot be used: newer, busy, not a record    exit 2
    ├── UnreadableError   one report cannot be read; a row in `problems`, the build goes on
    ├── StorageError      the record cannot be written: disk full, no permission  exit 1
    └── ModelError        a part of the installation is missing or altered        exit 1

A message says what happened, where, and what to do.
"""


class ReportedlyError(Exception):
    """Anything that reportedly tells its user in one line."""


class UsageError(ReportedlyError):
    """The call cannot be meant as it stands."""


class RecordError(ReportedlyError):
    """The record cannot be opened or used."""


class StorageError(ReportedlyError):
    """The record cannot be written."""


class ModelError(ReportedlyError):
    """A language model is missing or is not the one that was checked."""


class UnreadableError(ReportedlyError):
    """One report cannot be read: `what` is a short name for the trouble, `why` a sentence."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")
        self.what = what
        self.why = why

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[str, str]]:
        return (UnreadableError, (self.what, self.why))
