"""Figures made by hand, for the tests of who is who."""

from collections.abc import Iterable
from itertools import count

from reportedly.parties.figure import Figure
from reportedly.parties.judgement import Rulings
from reportedly.parties.resolve import unite

_numbers = count()


def figure(
    report: str,
    name: str,
    *titles: str,
    kind="person",
    gender=None,
    speaks=False,
    names=(),
    states=(),
    at=None,
) -> Figure:
    """One party of one report; without `at` no two stand near each other."""
    number = next(_numbers)
    start = 1000 * number if at is None else at
    return Figure(
        chain=f"c{number:05}",
        report=report,
        name=name,
        type=kind,
        names=names or (name,),
        titles=frozenset(titles),
        states=frozenset(states),
        gender=gender,
        starts=(start,),
        speaks=speaks,
        place=(start, start + len(name), name),
    )


def body(report: str, name: str, **more) -> Figure:
    return figure(report, name, **{"kind": "organisation", **more})


def place(report: str, name: str, **more) -> Figure:
    return figure(report, name, **{"kind": "place", **more})


def together(figures: Iterable[Figure]) -> set[frozenset[tuple[str, str]]]:
    """Give the parties of more than one figure, each as the reports and names it holds."""
    found = list(figures)
    union, _ = unite(found, Rulings())
    groups: dict[str, set[tuple[str, str]]] = {}
    for one in found:
        groups.setdefault(union.top(one.chain), set()).add((one.report, one.name))
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def are_one(*figures: Figure) -> bool:
    """Tell whether all figures are one party."""
    return together(figures) == {frozenset((one.report, one.name) for one in figures)}
