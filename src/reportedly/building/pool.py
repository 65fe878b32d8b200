"""Side by side: reports worked on by several processes, none of which can stop the others."""

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import chain
from multiprocessing import get_context

from reportedly.building.entry import make_entry
from reportedly.errors import ModelError, UnreadableError
from reportedly.record.entry import Entry
from reportedly.reports.report import Original, Problem

Worked = tuple[Original, Entry | Problem]


def work(original: Original) -> Worked:
    """Work out one report's entry, or the problem that keeps it from being read.

    Raises ModelError alone: without its language model nothing can be read at all.
    """
    try:
        return original, make_entry(original)
    except UnreadableError as trouble:
        return original, Problem(trouble.what, original.place.name, trouble.why)
    except ModelError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever one report brings about, the others are read
        why = f"Reading it failed inside reportedly ({type(fault).__name__}: {fault}); please report this."
        return original, Problem("failed", original.place.name, why)


def work_through(originals: Iterable[Original], workers: int) -> Iterator[Worked]:
    """Work through documents one by one, or on several processes, as each is done.

    Holds no more than a few documents for each worker at a time. Where a worker dies, the documents that
    were under way are each tried alone, so that only the culprit fails, and the rest goes on.
    """
    if workers <= 1:
        yield from map(work, originals)
        return
    rest = iter(originals)
    under_way: dict[Future[Worked], Original] = {}
    while first := next(rest, None):
        with _processes(workers) as pool, suppress(BrokenProcessPool):
            yield from _pooled(pool, chain((first,), rest), under_way, 3 * workers)
        while under_way:
            yield _alone(under_way.popitem()[1])


def _pooled(
    pool: ProcessPoolExecutor,
    originals: Iterable[Original],
    under_way: dict[Future[Worked], Original],
    most: int,
) -> Iterator[Worked]:
    for original in originals:
        # Noted before it is handed over: a pool that breaks at this very moment must not lose it.
        noted: Future[Worked] = Future()
        under_way[noted] = original
        future = pool.submit(work, original)
        under_way[future] = under_way.pop(noted)
        if len(under_way) >= most:
            yield from _done(under_way)
    while under_way:
        yield from _done(under_way)


def _done(under_way: dict[Future[Worked], Original]) -> Iterator[Worked]:
    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
        worked = future.result()
        del under_way[future]
        yield worked


@contextmanager
def _processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    # Forking would carry the parser's threads and the record's open file into the workers.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_ctrl_c)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_ctrl_c() -> None:
    # The build that started the workers ends them; each of them would print a traceback of its own.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _alone(original: Original) -> Worked:
    try:
        with _processes(1) as pool:
            return pool.submit(work, original).result()
    except BrokenProcessPool:
        why = "Reading it ended the process, perhaps for want of memory."
        return original, Problem("crashed", original.place.name, why)
