"""What is SQLite's own: opening the file, its journal, its backup, its messages.

Everything else of the record goes through SQLAlchemy Core, so that another database can follow.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import ColumnElement, Connection, Engine, Select, create_engine, event, func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from reportedly.errors import RecordError, StorageError
from reportedly.record import schema

APPLICATION = 0x72707464
"""Written in the file's head, so that a record is told from any other SQLite file ("rptd")."""

_MAGIC = b"SQLite format 3\x00"


def companions(path: Path) -> frozenset[Path]:
    """Name the files that stand beside a record while it is open, the record among them."""
    own = path.resolve()
    endings = ("", "-wal", "-shm", "-journal", ".lock")
    return frozenset(own.with_name(own.name + ending) for ending in endings)


def create(path: Path) -> Engine:
    """Open the record at a path to write, and make it where there is none.

    Raises RecordError for a file that is no record or a newer one, StorageError where it cannot be written.
    """
    with told_plainly(path):
        if not path.exists():
            _lay_out(path)
        return _checked(path, "rw")


def open_to_read(path: Path) -> Engine:
    """Open the record at a path to read only; another process may be writing it.

    Raises RecordError where there is no file, or one that is no record or a newer one.
    """
    if not path.is_file():
        raise RecordError(
            f"There is no record at {path}; `reportedly build FOLDER --record {path}` makes one."
        )
    with told_plainly(path):
        return _checked(path, "rw" if _writable(path) else "ro&immutable=1")


@contextmanager
def sole_writer(path: Path) -> Iterator[None]:
    """Hold the record for one build; a second one at the same time gets a RecordError."""
    lock = FileLock(f"{path.resolve()}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise RecordError(
            f"Another build is writing {path}. Wait for it to end, or name another --record."
        ) from None
    except OSError as trouble:
        raise StorageError(
            f"Cannot write beside {path}: {trouble.strerror or trouble}. Name another --record."
        ) from None
    try:
        yield
    finally:
        # Gone before it is let go: after that the name could be another build's lock already.
        with suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn the database's own errors into one clear line."""
    try:
        yield
    except DatabaseError as trouble:
        raise _plain(str(trouble.orig), path) from trouble
    except sqlite3.DatabaseError as trouble:
        raise _plain(str(trouble), path) from trouble


def finish(path: Path) -> None:
    """Fold the journal into the one file, so that it can be copied."""
    with told_plainly(path), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copied(path: Path) -> bytes:
    """Copy a record, also one that is being written: the bytes of a record of its own."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(":memory:")) as target:
        source.backup(target)
        return target.serialize()


def listed(names: Iterable[str]) -> Select[Any]:
    """Give names as rows to select from: all as one value, for a question takes only so many."""
    return select(func.json_each(json.dumps(sorted(names))).table_valued("value").c.value)


def among(wanted: Select[Any], column: ColumnElement[str], names: Iterable[str] | None) -> Select[Any]:
    """Select of some rows those that have one of some names; all of them where no names are given."""
    return wanted if names is None else wanted.where(column.in_(listed(names)))


def complaints(connection: Connection) -> list[str]:
    """Let SQLite look for damage of its own: pages, indexes, and rows that name rows that are not there."""
    damage = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    lost = [
        f"a row of {row[0]} names a row of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return damage + lost


def _engine(path: Path, mode: str) -> Engine:
    address = f"file:{_quoted(path)}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=30, check_same_thread=False)
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # In KiB: of a large pile the indexes that are asked again and again do not fit in the usual two MiB.
        connection.execute("PRAGMA cache_size = -65536")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    # The driver would begin a transaction only at the first change, and end it before one to a table.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _lay_out(path: Path) -> None:
    # Made beside and moved into place, so that a build killed here leaves no half a record.
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    with closing(sqlite3.connect(beside)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
    engine = _engine(beside, "rw")
    with engine.begin() as connection:
        schema.tables.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")
    finish(beside)
    beside.replace(path)


def _checked(path: Path, mode: str) -> Engine:
    _check_is_record(path)
    engine = _engine(path, mode)
    _check_version(engine, path)
    return engine


def _check_is_record(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as trouble:
        raise RecordError(f"Cannot open {path}: {trouble.strerror}.") from None
    if head != _MAGIC:
        raise RecordError(
            f"{path} is not a record of reportedly. Give the file that `reportedly build` wrote."
        )


def _check_version(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if application != APPLICATION:
        raise RecordError(
            f"{path} is not a record of reportedly. Give the file that `reportedly build` wrote."
        )
    if version > schema.VERSION:
        raise RecordError(
            f"{path} was made by a newer reportedly (its tables are version {version}, this one knows "
            f"{schema.VERSION}). Update reportedly to open it."
        )
    if version < schema.VERSION:
        raise RecordError(
            f"{path} was made by an older reportedly (its tables are version {version}, this one writes "
            f"{schema.VERSION}). Build a new record from the reports; this one is left as it is."
        )


def _plain(message: str, path: Path) -> RecordError | StorageError:
    lowered = message.lower()
    if "full" in lowered or "disk i/o" in lowered:
        return StorageError(
            f"The disk is full: {path} keeps what was written. Make room and give the same command again."
        )
    if "readonly" in lowered or "unable to open" in lowered:
        return StorageError(f"Cannot open {path}: no permission, or no such folder.")
    if "locked" in lowered:
        return StorageError(f"Another program is holding {path}. Try again when it is done.")
    return RecordError(f"{path} is damaged or no record of reportedly ({message}).")


def _quoted(path: Path) -> str:
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _writable(path: Path) -> bool:
    # SQLite notes readers in a file beside; where it may not, it must be told that nobody else writes.
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
