"""Side by side: reports worked on by several processes, none of which can stop the others."""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
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

    Holds no more than a few documents for each worker at a time.
    """
    if workers <= 1:
        yield from map(work, originals)
        return
    waiting: dict[Future[Worked], Original] = {}
    with _processes(workers) as pool:
        for original in originals:
            waiting[_hand_over(pool, original)] = original
            if len(waiting) >= 3 * workers:
                yield from _done(waiting)
        while waiting:
            yield from _done(waiting)


def _processes(workers: int) -> ProcessPoolExecutor:
    # Forking would carry the parser's threads and the record's open file into the workers.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _hand_over(pool: ProcessPoolExecutor, original: Original) -> Future[Worked]:
    try:
        return pool.submit(work, original)
    except BrokenProcessPool as fault:
        broken: Future[Worked] = Future()
        broken.set_exception(fault)
        return broken


def _done(waiting: dict[Future[Worked], Original]) -> Iterator[Worked]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        original = waiting.pop(future)
        try:
            yield future.result()
        except BrokenProcessPool:
            yield _alone(original)


def _alone(original: Original) -> Worked:
    # A worker died and took the others' reports with it: alone, only the culprit fails again.
    try:
        with _processes(1) as pool:
            return pool.submit(work, original).result()
    except BrokenProcessPool:
        why = "Reading it ended the process, perhaps for want of memory."
        return original, Problem("crashed", original.place.name, why)
