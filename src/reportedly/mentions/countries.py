"""The states of the world by their names, adjectives, peoples and seats of government, reviewed like code."""

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from reportedly.mentions.names import fold

_GOVERNMENT = frozenset({"government", "regime"})
_LONGEST = 4
Forms = Mapping[str, str]


def state_named(name: str) -> str | None:
    """Give the usual name of the state that a name is one of: "the U.S." is the United States."""
    return _forms("name", "other names").get(bare(name))


def state_of_people(name: str) -> str | None:
    """Give the state of a people: "Iranians" of Iran."""
    return _forms("people", "adjectives").get(bare(name))


def state_seated(name: str) -> str | None:
    """Give the state whose government sits in a town: a report lets the town speak for it."""
    return _forms("seat").get(bare(name))


def state_governed(name: str) -> str | None:
    """Give the state of a government: "the Iranian government", "Iran's regime", "the government of Iran"."""
    state, rest = owner_and_rest(name)
    return state if state and rest in _GOVERNMENT else None


# A pile has few names and asks for them again and again.
@lru_cache(maxsize=1 << 14)
def owner_and_rest(name: str) -> tuple[str | None, str]:
    """Part the state from what is its own: "Iran", "foreign ministry" of "the Iranian Foreign Ministry".

    Gives None and the whole, folded and without "the", where no state stands at either end.
    """
    words = bare(name).split()
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        front = " ".join(words[:length]).removesuffix("'s").removesuffix("'")
        state = _forms("name", "other names", "adjectives").get(front)
        if state:
            return state, " ".join(words[length:])
    head, of, owner = " ".join(words).rpartition(" of ")
    state = state_named(owner) if of else None
    return (state, head) if state else (None, " ".join(words))


def bare(name: str) -> str:
    """Fold a name and take off its article."""
    return fold(name).removeprefix("the ").strip()


@cache
def _forms(*columns: str) -> Forms:
    found: dict[str, set[str]] = {}
    for row in _rows():
        for form in (form for column in columns for form in row[column].split("|") if form):
            found.setdefault(bare(form), set()).add(row["name"])
    # A form of two states tells neither.
    return {form: min(states) for form, states in found.items() if len(states) == 1}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = resources.files("reportedly.mentions").joinpath("countries.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
