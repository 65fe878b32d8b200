import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from reportedly.building import pool
from reportedly.building.pool import Worked, work_through
from reportedly.reports.report import Original, Place, Problem


def dies_on_the_third(original: Original) -> Worked:
    """Stand in for work that ends its process, as a lack of memory does."""
    if original.place.name == "3.txt":
        os._exit(1)
    return original, Problem("done", original.place.name, "It was worked on.")


def test_a_worker_that_dies_takes_no_other_report_with_it(monkeypatch):
    monkeypatch.setattr(pool, "work", dies_on_the_third)
    originals = [Original(Place(f"{number}.txt"), "text", b"text") for number in range(9)]
    worked = {original.place.name: outcome.what for original, outcome in work_through(originals, 2)}  # type: ignore[union-attr]
    assert worked.pop("3.txt") == "crashed"
    assert set(worked.values()) == {"done"}
    assert len(worked) == 8


def test_a_pool_that_breaks_as_a_report_is_handed_over_loses_none(monkeypatch):
    calls = []

    def submit(self, *what):
        calls.append(what)
        if len(calls) == 2:
            raise BrokenProcessPool
        return hand_over(self, *what)

    hand_over = ProcessPoolExecutor.submit
    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)
    monkeypatch.setattr(pool, "work", dies_on_the_third)
    originals = [Original(Place(f"{number}.txt"), "text", b"text") for number in (0, 1, 2)]
    assert {original.place.name for original, _ in work_through(originals, 2)} == {"0.txt", "1.txt", "2.txt"}
