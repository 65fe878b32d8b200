"""Which figures are one person: the same full name in its spellings, and surnames that stand alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.mentions.titles import may_be
from reportedly.parties.figure import Figure
from reportedly.parties.link import Link, Union, grouped, link, smallest, tie
from reportedly.parties.names import PersonName, is_full, person_name, same_person
from reportedly.parties.spelling import alike, misspelt, slips, sound

_SEVERAL = 2
_BESIDE = 80
"""Two names so near each other, in characters, stand side by side."""


@dataclass(frozen=True, slots=True)
class Person:
    """The figures of one person by report, and what they tell together.

    `name` is the fullest one, `firsts` and `lasts` the first and last names, `calls` the single words that
    reports call it by, with how many of them do.
    """

    first: Figure
    by_report: Mapping[str, Sequence[Figure]]
    name: str
    firsts: frozenset[str]
    lasts: frozenset[str]
    suffixes: frozenset[str]
    calls: Mapping[str, int]
    nouns: frozenset[str]
    states: frozenset[str]
    genders: frozenset[str]
    is_kin: bool


def person_links(figures: Sequence[Figure]) -> list[Link]:
    """Tie the figures of one person, whatever the order of the reports.

    A surname alone goes to its one bearer in the pile; where several bear it, titles or gender must tell
    which, else it stays open.
    """
    people = [one for one in figures if one.type == "person"]
    named = grouped((person_name(one.name), one) for one in people if is_full(one.name))
    links = [made for group in named.values() for made in tie(group, "the same name", 0.95)]
    longer = _longer(named)
    links += [link(smallest(named[a]), smallest(named[b]), "words before the name", 0.8) for a, b in longer]
    rest = {name: group for name, group in named.items() if name not in dict(longer)}
    links += _spellings(rest, _juniors(people))
    bare = [one for one in people if not is_full(one.name)]
    return links + _surnames(bare, _persons([one for group in named.values() for one in group], links))


def _longer(named: Mapping[PersonName, Sequence[Figure]]) -> list[tuple[PersonName, PersonName]]:
    """Pair a name with another that it ends in: "Rival Jon Hale", or "Ana Petra Roz" and "Petra Roz"."""
    found = []
    for name in sorted(named):
        tails = (replace(name, words=name.words[at:]) for at in range(1, len(name.words) - 1))
        tail = next((tail for tail in tails if tail in named and len(tail.first) > 1), None)
        if tail is not None and _fit(named[name], named[tail]):
            found.append((name, tail))
    return found


def _spellings(named: Mapping[PersonName, Sequence[Figure]], juniors: Set[tuple[str, str]]) -> list[Link]:
    """Tie full names that may be one person's, but none that may be two persons'."""
    near = defaultdict(set)
    for one, other in sorted({tuple(sorted(pair)) for pair in _pairs(named)}):
        told_apart = one.suffix != other.suffix and {(n.last, n.suffix) for n in (one, other)} & juniors
        if told_apart or not _fit(named[one], named[other]):
            continue
        if same_person(one, other) or _slip(named, one, other):
            near[one].add(other)
            near[other].add(one)
    sure = {
        one for one, others in near.items() if all(b == a or b in near[a] for a in others for b in others)
    }
    return [
        link(
            smallest(named[one]),
            smallest(named[other]),
            *(("another form of the name", 0.85) if same_person(one, other) else ("one letter apart", 0.7)),
        )
        for one in sorted(sure)
        for other in sorted(near[one] & sure)
        if one < other
    ]


def _pairs(named: Iterable[PersonName]) -> Iterator[tuple[PersonName, PersonName]]:
    """Give the names that are worth comparing: of one sound, of the same words, or a slip apart."""
    buckets = defaultdict(list)
    for name in named:
        keys = {("sound", sound(name.last)), ("words", " ".join(sorted(name.words)))}
        keys |= {("slip", f"{name.first} {left}") for left in slips(name.last)}
        for key in keys:
            buckets[key].append(name)
    for bucket in buckets.values():
        yield from ((a, b) for at, a in enumerate(bucket) for b in bucket[:at])


def _fit(one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Tell whether neither gender speaks against two names being one person's."""
    genders = [{figure.gender for figure in group if figure.gender} for group in (one, other)]
    return not all(genders) or bool(genders[0] & genders[1])


def _juniors(people: Iterable[Figure]) -> set[tuple[str, str]]:
    """Give the surnames with a "Jr." that tells one bearer from another.

    It does where a report calls him "Hale Jr.", brings him in as a relative, or names another Hale too.
    """
    figures = [(person_name(one.name), one) for one in people]
    bearers = Counter((one.report, name.last) for name, one in figures)
    called = {person_name(name) for one in people for name in one.names if not is_full(name)}
    return {(name.last, name.suffix) for name in called if name.suffix} | {
        (name.last, name.suffix)
        for name, one in figures
        if name.suffix and (one.is_kin or bearers[one.report, name.last] > 1)
    }


def _slip(named: Mapping[PersonName, Sequence[Figure]], one: PersonName, other: PersonName) -> bool:
    """Tell whether one name misspells the other, in reports that do not hold both."""
    reports = [{figure.report for figure in named[name]} for name in (one, other)]
    same_rest = (one.words[:-1], one.suffix) == (other.words[:-1], other.suffix)
    return same_rest and misspelt(one.last, other.last) and not reports[0] & reports[1]


def _persons(figures: Sequence[Figure], links: Sequence[Link]) -> list[Person]:
    union = Union(one.chain for one in figures)
    for made in links:
        union.join(made.one, made.other)
    return [_person(group) for group in grouped((union.top(one.chain), one) for one in figures).values()]


def _person(group: Sequence[Figure]) -> Person:
    calls = Counter(word for one in group for word in _single_names(one.names))
    names = Counter(one.name for one in group)
    return Person(
        first=smallest(group),
        by_report=grouped((one.report, one) for one in group),
        name=min(names, key=lambda name: (-len(person_name(name).words), -len(name), -names[name], name)),
        firsts=frozenset(person_name(name).first for name in names),
        lasts=frozenset(person_name(name).last for name in names),
        suffixes=frozenset(person_name(name).suffix for name in names),
        calls=calls,
        nouns=frozenset().union(*(one.nouns for one in group)),
        states=frozenset().union(*(one.states for one in group)),
        genders=frozenset(one.gender for one in group if one.gender),
        is_kin=all(one.is_kin for one in group),
    )


# A pile has few names and asks for them again and again.
@lru_cache(maxsize=1 << 14)
def _single_names(names: tuple[str, ...]) -> frozenset[str]:
    """Give the single words that a report calls someone by; "Hale Jr." is not called "Hale"."""
    calls = (person_name(name) for name in names if not is_full(name))
    return frozenset(name.last for name in calls if not name.suffix)


def _surnames(bare: Sequence[Figure], persons: Sequence[Person]) -> list[Link]:
    """Tie the names of one word to their bearers, and those without any in the pile to each other."""
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for word in sorted({sound(word) for word in {*person.lasts, *person.firsts, *person.calls}}):
            by_word[word].append(person)
    found: list[Link] = []
    rest: list[Figure] = []
    for one in bare:
        known = _bearers(one, by_word[sound(person_name(one.name).last)])
        if known:
            found += _to_bearer(one, known)
        else:
            rest.append(one)
    return [*found, *_among(rest)]


def _bearers(one: Figure, persons: Sequence[Person]) -> list[Person]:
    """Give the persons of a surname, or else of a first name by which a report calls one of them.

    "Hale Jr." is a junior, and "Hale" none where another bears the name.
    """
    name = person_name(one.name)
    word = name.last
    by_last = [person for person in persons if any(alike(word, last) for last in person.lasts)]
    same = [person for person in by_last if name.suffix in person.suffixes]
    if name.suffix:
        return same
    by_last = same or by_last
    by_first = [person for person in persons if word in {*person.calls, *person.firsts}]
    return by_last or (by_first if any(word in person.calls for person in by_first) else [])


def _to_bearer(one: Figure, bearers: Sequence[Person]) -> Iterator[Link]:
    if len(bearers) == 1:
        fitting = [p for p in bearers if not (_against(one, p) or _beside(one, p) or _is_only_kin(one, p))]
        why, score = "whom alone in the pile “{}” can mean", 0.85
    else:
        fitting = _told_apart(one, bearers)
        why, score = "whom title, gender or usage tell from others that “{}” could mean", 0.8
    if len(fitting) == 1:
        yield link(one, fitting[0].first, f"{fitting[0].name}, {why.format(one.name)}", score)


def _told_apart(one: Figure, bearers: Sequence[Person]) -> list[Person]:
    """Give those of several bearers whom a title, the gender, or what reports usually call them tells."""
    titled = [p for p in bearers if one.nouns & p.nouns and not _against(one, p)]
    if titled:
        return titled
    if _genders_differ(one, bearers):
        return [p for p in bearers if one.gender in p.genders]
    return _usually_meant(one, bearers)


def _usually_meant(one: Figure, bearers: Sequence[Person]) -> list[Person]:
    """Give the one bearer whom reports that give the full name call so later on, where they call no other so.

    Several must; of "Hale" beside "his wife, Ida Hale" one report will do.
    """
    word = person_name(one.name).last
    called = [p for p in bearers if word in p.calls]
    if len(called) != 1 or _against(one, called[0]):
        return []
    others = [p for p in bearers if p not in called]
    return called if called[0].calls[word] >= _SEVERAL or all(p.is_kin for p in others) else []


def _genders_differ(one: Figure, bearers: Sequence[Person]) -> bool:
    return bool(one.gender) and all(len(person.genders) == 1 for person in bearers)


def _against(one: Figure, person: Person) -> bool:
    """Tell whether gender, titles or the states of the titles speak against a figure being a person."""
    if one.gender and person.genders and one.gender not in person.genders:
        return True
    nouns = person.nouns
    if one.nouns and nouns and not any(may_be(noun, " ".join(sorted(nouns))) for noun in one.nouns):
        return True
    return bool(one.states and person.states and one.nouns & nouns and not one.states & person.states)


def _beside(one: Figure, person: Person) -> bool:
    """Tell whether the report names both side by side, or the other as a relative of someone."""
    same = person.by_report.get(one.report, ())
    starts = [start for other in same for start in other.starts]
    return any(other.is_kin for other in same) or any(
        abs(a - b) < _BESIDE for a in one.starts for b in starts
    )


def _is_only_kin(one: Figure, person: Person) -> bool:
    """Tell whether a person is only ever someone's relative: the bare surname is the other's."""
    return person.is_kin and person_name(one.name).last not in person.calls


def _among(bare: Sequence[Figure]) -> Iterator[Link]:
    """Tie the same single name in reports none of which gives it in full, unless gender or title differ."""
    for group in grouped((person_name(one.name).words, one) for one in bare).values():
        # One of each kind stands for all: a name may be in thousands of reports.
        kinds = list({(one.nouns, one.states, one.gender): one for one in group}.values())
        if not any(_against(a, _person([b])) for at, a in enumerate(kinds) for b in kinds[:at]):
            yield from tie(group, f"“{smallest(group).name}” alone, which no report gives in full", 0.7)
