"""Building a record: what is new is read, what is known is kept, what changed is replaced."""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from sqlalchemy import Connection, String, delete, insert, select, type_coerce

from reportedly.building.pool import Worked, work_through
from reportedly.comparison.came import Came, find_new
from reportedly.comparison.compare import MADE_BY, compare
from reportedly.errors import UnreadableError
from reportedly.parties.judgement import is_judged
from reportedly.parties.resolve import resolve
from reportedly.record import places, schema, sqlite, write
from reportedly.record.entry import Entry
from reportedly.record.places import Told
from reportedly.record.read import View, look
from reportedly.reports.archive import originals_of_warc
from reportedly.reports.fetch import fetch, is_address
from reportedly.reports.gather import absolute, count_files, gather
from reportedly.reports.report import Original, Place, Problem
from reportedly.views.summary import Summary, summarise

FEW = 40
"""With fewer documents to read, more processes cost more than they bring: each loads a language model."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: documents done of those known to be there, and the last one's name.

    `total` grows while archives are opened that hold more than one document.
    """

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a build was asked to do beyond adding what is new.

    `workers` is how many processes read, None for as many as help. `refresh` fetches known addresses
    again, `reread` reads known bytes again, `drop` takes out what is gone below the PATHs given,
    `allow_private` lets addresses lead to this machine's own network.
    """

    workers: int | None = None
    refresh: bool = False
    reread: bool = False
    drop: bool = False
    allow_private: bool = False


def build(paths: Sequence[str], record: Path, choices: Choices, watch: Callable[[Progress], None]) -> Summary:
    """Read what lies at the PATHs into a record, and tell what it holds then.

    Raises RecordError where another build is writing it or it is no record, StorageError where it cannot be
    written. Whatever ends a build early, the record stays whole and the same call goes on from there.
    """
    began = time.monotonic()
    with sqlite.sole_writer(record):
        engine = sqlite.create(record)
        # One connection for all of it: the last to close folds the whole journal into the file.
        with sqlite.told_plainly(record), engine.connect() as connection:
            read = _Build(connection, record, choices, watch).run(tuple(dict.fromkeys(paths)))
        sqlite.finish(record)
    with look(record) as view:
        return summarise(view, record, read=read, seconds=round(time.monotonic() - began, 1))


class _Build:
    """One build under way."""

    def __init__(
        self, connection: Connection, record: Path, choices: Choices, watch: Callable[[Progress], None]
    ) -> None:
        self.connection = connection
        self.choices = choices
        self.watch = watch
        self.own_files = sqlite.companions(record)
        self.read = 0
        self.tried: set[str] = set()
        self.done = 0
        self.total = 0

    def run(self, paths: Sequence[str]) -> int:
        """Do the whole build; gives the number of documents that were read."""
        self.total = sum(1 if is_address(path) else count_files(path, self.own_files) for path in paths)
        for path in paths:
            self._take_in(path)
        roots = [_root(path) for path in paths]
        with self.connection.begin():
            places.forget_misspelt(self.connection, roots)
            if self.choices.drop:
                places.drop_gone(self.connection, [root for root in roots if Path(root).exists()])
        for original, outcome in self._worked(self._to_read_again()):
            self._write(original, outcome)
        with self.connection.begin():
            _work_out(self.connection)
        return self.read

    def _take_in(self, path: str) -> None:
        """Bring one PATH's documents into the record, and what is wrong with its places."""
        found = self._fetched(path) if is_address(path) else gather([path], self.own_files)
        known: list[tuple[Place, str, Told]] = []
        problems: list[Problem] = []
        for original, outcome in self._worked(self._new(found, known, problems)):
            self._write(original, outcome, settle=True)
        root = _root(path)
        with self.connection.begin():
            for place, sha256, told in known:
                places.settle(self.connection, place, sha256, told)
            if not is_address(path):
                troubled = {problem.where for problem in problems}
                places.mark_gone(self.connection, root, {place for place, _, _ in known}, troubled)
            places.replace_problems(self.connection, root, problems)

    def _new(
        self,
        found: Iterable[Original | Problem],
        known: list[tuple[Place, str, Told]],
        problems: list[Problem],
    ) -> Iterator[Original]:
        """Pass on the documents whose bytes the record has not; note every place and problem met."""
        taken: set[str] = set()
        for item in found:
            if isinstance(item, Problem):
                problems.append(item)
                continue
            sha256 = hashlib.sha256(item.data).hexdigest()
            known.append((item.place, sha256, places.told(item)))
            if sha256 in taken or self._holds(sha256):
                self._tell(item)
            else:
                taken.add(sha256)
                yield item

    def _holds(self, sha256: str) -> bool:
        wanted = select(schema.originals.c.sha256).where(schema.originals.c.sha256 == sha256)
        with self.connection.begin():
            return self.connection.execute(wanted).first() is not None

    def _worked(self, originals: Iterator[Original]) -> Iterator[Worked]:
        """Work through documents, on as many processes as were asked for or as help."""
        first = tuple(islice(originals, FEW))
        fitting = 1 if len(first) < FEW else os.cpu_count() or 1
        yield from work_through(chain(first, originals), self.choices.workers or fitting)

    def _write(self, original: Original, outcome: Entry | Problem, *, settle: bool = False) -> None:
        """Write one document's rows, all or none; of a new one also the place it stands at."""
        self.read += 1
        sha256 = hashlib.sha256(original.data).hexdigest()
        self.tried.add(sha256)
        with self.connection.begin():
            write.write_original(self.connection, original, sha256)
            if settle:
                places.settle(self.connection, original.place, sha256, places.told(original))
            if isinstance(outcome, Entry):
                write.write_entry(self.connection, outcome)
            else:
                write.forget_report(self.connection, sha256)
                write.write_problems(self.connection, sha256, [outcome])
        self._tell(original)

    def _tell(self, original: Original) -> None:
        self.done += 1
        self.watch(Progress(self.done, max(self.done, self.total), original.place.name))

    def _to_read_again(self) -> Iterator[Original]:
        """Give the known documents to read again: on asking, where a place now tells other things, or
        where reading failed through no fault of theirs.

        Of two places with the same bytes, the first by name tells the type, the address and the sheet.
        """
        with self.connection.begin():
            told_by = {sha256: rows[0] for sha256, rows in places.standing(self.connection).items()}
            originals = schema.originals.c
            rows = self.connection.execute(
                select(originals.sha256, type_coerce(originals.told, String)).order_by(originals.sha256)
            ).all()
            failed = places.with_problem(self.connection, ("failed", "crashed"))
        for sha256, told_then in rows:
            first = told_by[sha256]
            if self.choices.reread or first.told != told_then or sha256 in failed - self.tried:
                place = Place(first.name, first.root, first.archive)
                yield places.original_from(place, json.loads(first.told), self._data(sha256))

    def _data(self, sha256: str) -> bytes:
        wanted = select(schema.originals.c.data).where(schema.originals.c.sha256 == sha256)
        with self.connection.begin():
            return bytes(self.connection.execute(wanted).scalar_one())

    def _fetched(self, url: str) -> Iterator[Original | Problem]:
        """Give the page at an address, from the record's own copy unless it is to be fetched again."""
        warc = None if self.choices.refresh else self._kept(url)
        if warc is None:
            try:
                warc = fetch(url, allow_private=self.choices.allow_private)
            except UnreadableError as trouble:
                yield Problem(trouble.what, url, trouble.why)
                return
            self._keep(url, warc)
        for found in originals_of_warc(warc, Place(url)):
            yield replace(found, place=Place(url)) if isinstance(found, Original) else found

    def _kept(self, url: str) -> bytes | None:
        with self.connection.begin():
            return self.connection.execute(
                select(schema.fetches.c.warc).where(schema.fetches.c.url == url)
            ).scalar_one_or_none()

    def _keep(self, url: str, warc: bytes) -> None:
        row = {"url": url, "sha256": hashlib.sha256(warc).hexdigest(), "warc": warc}
        with self.connection.begin():
            self.connection.execute(delete(schema.fetches).where(schema.fetches.c.url == url))
            self.connection.execute(insert(schema.fetches).values(**row))


def _work_out(connection: Connection) -> None:
    """Work out what reports tell together, where one came or went, or a person's word may be found again."""
    view = View(connection)
    new = find_new(view, MADE_BY)
    if new is None or new or is_judged(connection):
        changed = resolve(connection)
        compare(connection, None if new is None else Came(new, changed))


def _root(path: str) -> str:
    return path if is_address(path) else absolute(path)
