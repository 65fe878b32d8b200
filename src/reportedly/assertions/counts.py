"""Numbers of things: "some 400 soldiers", "more than 50 arrests", "between two and three thousand people"."""

import re
from collections.abc import Iterator

from reportedly.assertions.assertion import Count
from reportedly.assertions.words import term_at
from reportedly.dates.numbers import number
from reportedly.language.tree import Tree
from reportedly.spans import Span, hull

_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "bn": 10**9}
_ABOUT = re.compile(
    r"\b(?:some|about|around|roughly|nearly|almost|approximately|estimated|circa|close to)\W*$", re.I
)
_ABOVE = re.compile(
    r"\b(?:more than|over|at least|no fewer than|no less than|upwards? of|above|exceeding)\W*$", re.I
)
_BELOW = re.compile(r"\b(?:less than|fewer than|under|up to|at most|below|no more than|as many as)\W*$", re.I)
_BETWEEN = re.compile(r"\bbetween\s+([\w.,-]+)\s+and\W*$|([\w.,]+)\s*(?:to|or|-|–)\s*$", re.I)
_REACH = 24
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
MONEY = frozenset(_SIGNS.values())
"""What a price is counted in."""

_ROUGHLY, _ROUNDED = 0.15, 0.05
_ROUND = 100
_MANY = 10.0**15


def find_counts(text: str, tree: Tree, inside: range, times: tuple[Span, ...]) -> Iterator[Count]:
    """Give how many of what a stretch tells; numbers in `times`, its time expressions, tell days."""
    for token in inside:
        one = tree.tokens[token]
        sign = next((kid for kid in tree.children[token] if tree.tokens[kid].text in _SIGNS), None)
        if (sign is None and not _is_count(tree, token, inside)) or any(
            span.meets(one.span) for span in times
        ):
            continue
        span = _whole(tree, token)
        bounds = _bounds(text, span)
        if bounds is not None:
            thing = one.head if sign is None else sign
            of = term_at(tree, thing) if sign is None else _SIGNS[tree.tokens[sign].text]
            yield Count(hull((span, tree.tokens[thing].span)), of, _verb(tree, token, inside), *bounds)


def _is_count(tree: Tree, token: int, inside: range) -> bool:
    """Tell "600 troops" from "Article 5", which is the name of one."""
    head = tree.tokens[token].head
    counts = tree.tokens[token].dep == "nummod" and head > token
    return counts and tree.tokens[head].pos in ("NOUN", "PROPN", "SYM") and head in inside


def _whole(tree: Tree, token: int) -> Span:
    """Give a number with the words it is made of: "two", "hundred"."""
    parts = [i for i in tree.kids(token, "compound", "nummod", "quantmod") if tree.tokens[i].pos == "NUM"]
    return hull(tree.tokens[i].span for i in (*parts, token))


def _bounds(text: str, span: Span) -> tuple[float, float] | None:
    value = value_of(span.words(text))
    if value is None:
        return None
    before = text[max(0, span.start - _REACH) : span.start]
    between = _BETWEEN.search(before)
    least = value_of(between[1] or between[2]) if between else None
    if least is not None and least < value:
        return least, value
    if _ABOVE.search(before):
        return value, _MANY
    if _BELOW.search(before):
        return 0.0, value
    slack = (
        _ROUGHLY if _ABOUT.search(before) else _ROUNDED if value >= _ROUND and value % _ROUND == 0 else 0.0
    )
    return value * (1 - slack), value * (1 + slack)


def value_of(words: str) -> float | None:
    """Read a number in figures or words, also of millions; None where it is none."""
    parts = words.replace(",", "").replace("$", "").lower().split()
    scale = _SCALES.get(parts[-1]) if parts else None
    found = number(" ".join(parts[:-1] if scale and len(parts) > 1 else parts)) if parts else None
    return None if found is None else float(found) * (scale or 1 if len(parts) > 1 else 1)


def _verb(tree: Tree, noun: int, inside: range) -> str | None:
    one = noun
    while one in inside:
        if tree.tokens[one].pos == "VERB":
            return term_at(tree, one)
        if tree.tokens[one].head == one:
            return None
        one = tree.tokens[one].head
    return None
