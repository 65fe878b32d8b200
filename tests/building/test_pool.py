import os

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
