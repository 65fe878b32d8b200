"""Disagreements: claims that cannot both hold, and positions that changed, with the words on each side."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, insert, select

from reportedly.comparison.content import written_alike
from reportedly.comparison.edits import ALONE
from reportedly.comparison.finding import DisagreementKind
from reportedly.comparison.keyed import Keyed
from reportedly.comparison.odds import are_two_speakers, kind_of, order_of, spans_of
from reportedly.comparison.voiced import Voiced, Voices
from reportedly.comparison.weigh import JUDGED
from reportedly.comparison.weighing import Weighed
from reportedly.parties.link import Union
from reportedly.record import schema
from reportedly.record.read import Row
from reportedly.record.write import disagreement_id, forget, matter_id
from reportedly.spans import Span

MADE_BY = "disagreements 2"

Key = tuple[str, ...]

_IN_COMMON, _IN_MATTER = 4, 2
# So many words are no common saying.
_SAYING = 5
# Of these one is enough for two parties and a matter; the others stand each for itself.
_REPEATING = ("opposite", "denial")
_GOOD = "good"


@dataclass(frozen=True)
class Disagreement:
    """Two assertions at odds: of what kind, with the words on each side, in which order, and why.

    `about` is what the words mean, `shared` what else both sides speak of; `may` tells that one side only can
    or could be so. `matter` is the id of what several are about, with its words.
    """

    kind: DisagreementKind
    a: Voiced
    b: Voiced
    words: tuple[Span, Span]
    about: str
    shared: tuple[str, ...]
    edited: bool
    order: str
    may: bool = False
    matter: tuple[str, str] | None = None

    @cached_property
    def id(self) -> str:
        """The id: of the kind and the words on each side."""
        sides = zip((self.a, self.b), self.words, strict=True)
        return disagreement_id(self.kind, *((side.id, span) for side, span in sides))

    @property
    def strength(self) -> str:
        """Whether more than one thing tells that both sides speak of one matter, of what is, and who does."""
        told = self.edited or len(self.shared) > 1 or self.kind == "speaker"
        told = told or (self.kind == "denial" and bool(self.shared))
        known = all(side.is_own or side.party for side in (self.a, self.b))
        return "strong" if told and known and not self.may else "possible"

    @property
    def parties(self) -> tuple[str, str]:
        """Who the two sides are: the parties, a report in its own voice, an open speaker by the assertion."""
        whose = (side.report if side.is_own else side.party or side.id for side in (self.a, self.b))
        one, other = sorted(whose)
        return one, other


def find_disagreements(
    connection: Connection, weighed: Weighed, claims: Mapping[str, str]
) -> list[Disagreement]:
    """Judge which findings are disagreements; of one told several times the plainest stands for all."""
    odd, wordings = weighed.odd, weighed.keyed.index.wordings
    said_alike = _said_alike(weighed.keyed)
    names = {name for row in odd for name in (row["one"], row["other"])}
    voices = Voices(connection)
    voiced = voices.of(names.union(*said_alike))
    found = (_judged(voices, row, voiced[row["one"]], voiced[row["other"]]) for row in odd)
    judged = (one for one in found if one)
    groups = ([voiced[name] for name in group] for group in said_alike)
    sayings = (one for group in groups if _is_of_length(group[0]) for one in _of_two_speakers(group))
    # Of several, the plainest comes first and stands for all.
    told: Iterable[Disagreement] = sorted((*judged, *sayings), key=_plainness)
    # A changed word stands in a statement and in the sentence that credits it, and in every copy of both.
    told = _first_of_each(told, _place)
    once = list(_first_of_each(told, lambda one: _told_once(one, claims, wordings)))
    matters = _matters(sorted(once, key=lambda one: one.id))
    return _with_matters(_first_of_each(once, lambda one: _once_a_matter(one, matters[one.id])), matters)


def _said_alike(keyed: Keyed) -> list[list[str]]:
    """Give the quotations that are the same word for word, where there are two or more."""
    groups: dict[int, list[str]] = defaultdict(list)
    for name in sorted(keyed.quoted):
        groups[keyed.index.wordings[name]].append(name)
    return [group for group in groups.values() if len(group) > 1]


def _is_of_length(side: Voiced) -> bool:
    return len(written_alike(side.words)) >= _SAYING


def _of_two_speakers(sides: Sequence[Voiced]) -> Iterator[Disagreement]:
    """Give the same words credited to two; not where one report credits them to both."""
    told = {(side.report, side.party) for side in sides}
    for one, other in combinations(sides, 2):
        crossed = {(one.report, other.party), (other.report, one.party)}
        if are_two_speakers(one, other) and not crossed & told:
            order = order_of(one, other)
            first, second = (other, one) if order == "b" else (one, other)
            spans = first.span, second.span
            yield Disagreement("speaker", first, second, spans, "", (), False, order.replace("b", "a"))


def _judged(voices: Voices, row: Row, one: Voiced, other: Voiced) -> Disagreement | None:
    kind = kind_of(voices, row, one, other)
    if kind is None:
        return None
    spans, order = spans_of(row), order_of(one, other)
    if order == "b":
        one, other, spans, order = other, one, (spans[1], spans[0]), "a"
    told = row["of"], tuple(row["shared"]), row["edited"], order, row["may"]
    return Disagreement(kind, one, other, spans, *told)


def _first_of_each(
    found: Iterable[Disagreement], keys: Callable[[Disagreement], Key]
) -> Iterator[Disagreement]:
    """Keep of those with one key the first."""
    met: set[Key] = set()
    for one in found:
        key = keys(one)
        if key not in met:
            met.add(key)
            yield one


def _plainness(one: Disagreement) -> tuple[Any, ...]:
    """Order disagreements: the surest first, then of one report, then as early as can be."""
    same_report = one.a.report == one.b.report
    days = [side.published or "9" for side in (one.a, one.b)]
    credited = one.a.credits
    where = (one.a.id, one.b.id, one.words[0].start, one.words[1].start)
    return (one.strength != "strong", credited, -len(one.shared), not same_report, *days, *where, one.kind)


def _place(one: Disagreement) -> Key:
    """Give where the words at odds stand."""
    places = zip((one.a, one.b), one.words, strict=True)
    return (one.kind, *sorted(f"{side.report} {span.start}" for side, span in places))


def _told_once(one: Disagreement, claims: Mapping[str, str], wordings: Mapping[str, int]) -> Key:
    """Give what is the same of a disagreement that several reports give: the claims at odds, the saying."""
    if one.kind == "speaker":
        return (one.kind, *one.parties, str(wordings[one.a.id]))
    if one.edited:
        return (one.kind, *sorted(str(wordings[side.id]) for side in (one.a, one.b)))
    made = sorted(claims.get(side.id, side.id) for side in (one.a, one.b))
    return (one.kind, one.about, *made)


def _once_a_matter(one: Disagreement, matter: str) -> Key:
    """Give the two parties and what they are at odds about: whether it is good, whether it is kept."""
    if one.edited or one.kind not in _REPEATING:
        return (one.id,)
    return (matter, *one.parties, _GOOD if one.about == JUDGED else one.about)


def _matters(found: Sequence[Disagreement]) -> Mapping[str, str]:
    """Give for each the one that stands for all of its matter: those that share a side or a thing."""
    union = Union(one.id for one in found)
    by_point: dict[Key, list[str]] = defaultdict(list)
    for one in found:
        for side in (one.a, one.b):
            by_point["", side.id].append(one.id)
        for thing in one.shared:
            by_point[one.about, thing].append(one.id)
    for names in by_point.values():
        for name in names[1:]:
            union.join(names[0], name)
    return {name: group[0] for group in map(sorted, union.sets().values()) for name in group}


def _with_matters(found: Iterable[Disagreement], matters: Mapping[str, str]) -> list[Disagreement]:
    """Name the matter of those that have one in common: by what they have in common most."""
    groups: dict[str, list[Disagreement]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.id):
        groups[matters[one.id]].append(one)
    told = {
        first: (matter_id([one.id for one in group]), _words_of_matter(group))
        for first, group in groups.items()
        if len(group) > 1
    }
    return [replace(one, matter=told.get(first)) for first, group in groups.items() for one in group]


def _words_of_matter(group: Sequence[Disagreement]) -> str:
    things = Counter(thing for one in group for thing in one.shared)
    told = sorted(things, key=lambda thing: (-things[thing], thing))[:_IN_MATTER]
    return ", ".join(told) or group[0].about


def _why(one: Disagreement) -> str:
    sides = zip((one.a, one.b), one.words, strict=True)
    a, b = (f"“{' '.join(side.span.cut(side.words, span).split())}”" for side, span in sides)
    common = f", with {', '.join(one.shared[:_IN_COMMON])} in common" if one.shared else ""
    if one.edited and ALONE in one.about:
        return (
            f"Two sentences are alike but for “{one.about.replace(ALONE, '')}”, which one of them has alone."
        )
    if one.edited:
        return f"Two sentences are alike but for {a} and {b}."
    return {
        "number": f"{a} and {b} are two numbers of one thing{common}.",
        "date": f"{a} and {b} are two days of one happening ({one.about}){common}.",
        "who": f"{a} and {b} are two persons told to have had one part ({one.about}){common}.",
        "speaker": "The same words are credited to two speakers.",
        "denial": f"One side denies what the other says: {a}, {b} ({one.about}){common}.",
        "opposite": f"{a} and {b} turn opposite ways ({one.about}){common}.",
        "position": f"One speaker turns opposite ways: {a}, then {b} ({one.about}){common}.",
    }[one.kind]


def write_disagreements(connection: Connection, found: Sequence[Disagreement]) -> None:
    """Write the disagreements in place of those that stood; one that stays keeps its sides."""
    table = schema.disagreements
    stood = {row.id: tuple(row) for row in connection.execute(select(table)).all()}
    sides = schema.sides.c
    firsts = connection.execute(select(sides.disagreement, sides.assertion).where(sides.side == "a"))
    first = {row[0]: row[1] for row in firsts.all()}
    rows = {one.id: _row(one) for one in found}
    swapped = {one.id for one in found if first.get(one.id) != one.a.id}
    changed = {
        name: row for name, row in rows.items() if stood.get(name) != tuple(row.values()) or name in swapped
    }
    forget(connection, table.c.id, [name for name in stood if name not in rows or name in changed])
    if changed:
        connection.execute(insert(table), list(changed.values()))
        told = [row for one in found if one.id in changed for row in _sides(one)]
        connection.execute(insert(schema.sides), told)


def _row(one: Disagreement) -> Row:
    matter, things = one.matter or (None, None)
    told = {"kind": one.kind, "order": one.order, "strength": one.strength, "why": _why(one)}
    return {"id": one.id, **told, "matter": matter, "matter_words": things, "made_by": MADE_BY}


def _sides(one: Disagreement) -> Iterator[Row]:
    for side, who, span in zip(("a", "b"), (one.a, one.b), one.words, strict=True):
        place = {"start": span.start, "end": span.end, "words": who.span.cut(who.words, span)}
        yield {"disagreement": one.id, "side": side, "assertion": who.id, "report": who.report, **place}
