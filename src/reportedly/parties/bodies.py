"""Which figures are one organisation, place or people: forms of a name, initials, states."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from reportedly.mentions.countries import (
    bare,
    owner_and_rest,
    state_governed,
    state_named,
    state_of_people,
    state_seated,
)
from reportedly.mentions.mention import PartyType
from reportedly.mentions.titles import STATE_BODIES, is_title, names_organisation
from reportedly.parties.figure import Figure
from reportedly.parties.link import Link, grouped, link, smallest, tie
from reportedly.parties.names import is_full, person_name

Key = tuple[str, str]
Groups = Mapping[Key, Sequence[Figure]]

_LEGAL = re.compile(
    r"(?: (?:inc|incorporated|corp|corporation|ltd|limited|llc|plc|gmbh|ag|sa|spa|nv|co|company|group"
    r"|holdings))+$"
)
_OF = re.compile(r"^(.*?)\b(ministry|department|committee|subcommittee) (?:of|for|on) (?:the )?(.+)$")
# A committee is selected or permanent whether a report says so or not.
_SELECTED = re.compile(r"\b(?:permanent |select |standing )+(?=.*committee\b)")
_LINKING = frozenset({"of", "the", "and", "for", "in", "on", "to"})
_WRITTEN_OUT = {
    "un": "united nations",
    "eu": "european union",
    "gop": "republican party",
    "ap": "associated press",
}
# Of these, a report that names no state means the one that the others name.
_FEW = frozenset({
    "department", "senate", "congress", "court", "agency", "bureau", "commission", "administration",
    "committee", "subcommittee",
})  # fmt: skip
_OF_CHAMBER = re.compile(r"^(?:house|senate) (.+committee)$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
# What a short form of a name leaves out; not what names a part of the body or a product of it.
_LEFT_OUT = frozenset({
    "motor", "airline", "airway", "computer", "technology", "industry", "energy", "capital", "pharmaceutical",
    "automotive", "system", "electronic", "oil", "record", "studio", "entertainment", "insurance",
    "financial", "aerospace", "telecom", "software", "food", "news", "university", "bank", "agency", "party",
    "department", "ministry",
})  # fmt: skip
_SEVERAL = 3
_SURE = 3
"""Fewer initials fit too many names, unless a report introduces them."""
_BODIES: tuple[PartyType, ...] = ("organisation", "place", "group")


def body_links(figures: Sequence[Figure], persons: Set[str]) -> list[Link]:
    """Tie the figures of one organisation, place or people, whatever the order of the reports.

    `persons` are the chains that are one with some person: what else the parse alone took for a person may
    be an organisation that others know better.
    """
    groups = grouped((key, one) for one in figures if one.type in _BODIES and (key := body_key(one)))
    full = [person_name(one.name) for one in figures if one.type == "person" and is_full(one.name)]
    borne = {word for name in full for word in (name.first, name.last)}
    called = {bare(name) for one in figures if one.type == "person" for name in one.names} & borne
    taken = persons | borne
    for one in figures:
        if one.type not in _BODIES and (key := body_key(one)) and _belongs(one, key, groups, taken):
            groups[key].append(one)
    links = [made for key, group in groups.items() for made in _forms(key, group)]
    return [*links, *_initials(groups, figures), *_short_forms(groups, borne, called), *_unowned(groups)]


def _belongs(one: Figure, key: Key, groups: Groups, persons: Set[str]) -> bool:
    """Tell whether what a report took for a person, or for nobody it knows, is a body by its name.

    A name of several words is what other reports say it is. One of a single word must be nobody's in the
    pile (`persons` holds such names, and chains), and nothing but the parse may make it a person: no title,
    no "she".
    """
    if one.type == "unnamed" or (" " in key[1] and key[0] != "state"):
        return key in groups
    if key[0] == "state" and state_named(one.name):
        return not {one.chain, bare(one.name)} & persons
    return not (one.titles or one.gender) and not {one.chain, bare(one.name)} & persons


def body_key(one: Figure) -> Key | None:
    """Give what the names of one body have in common, or None where a name is too little to go by.

    A state is one with its government ("Iran", "the Iranian government"), and with its capital in a report
    that lets the capital speak ("Tehran said"); a people ("Iranians") is another party than its state.
    """
    return _key(one.name, one.type == "group", one.speaks)


# A pile has few names and asks for them again and again.
@lru_cache(maxsize=1 << 14)
def _key(name: str, is_people: bool, speaks: bool) -> Key | None:
    if is_people:
        state = state_of_people(name)
        return ("people", state) if state else ("name", bare(name))
    spoken_for = state_seated(name) if speaks else None
    if state := state_named(name) or state_governed(name) or spoken_for:
        return ("state", state)
    if not any(mark.isupper() for mark in re.sub("^[Tt]he ", "", name)):
        return None
    owner, rest = owner_and_rest(name)
    if owner and (own := _turned(rest)).split()[-1] in STATE_BODIES:
        return (f"of {owner}", own)
    words = _turned(name)
    *front, last = (_LEGAL.sub("", words) or words or name).split()
    return ("name", " ".join([*front, _single(last) if _single(last) in _LEFT_OUT else last]))


def _single(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _turned(name: str) -> str:
    """Put what says the kind last: "ports ministry", "senate fish committee" of its select one on fish."""
    return _OF.sub(r"\1\3 \2", _SELECTED.sub("", _plain(name)))


def _plain(name: str) -> str:
    words = bare(name).replace("'", "").replace("&", "and").replace(",", "").split()
    words[:1] = [_WRITTEN_OUT.get(words[0], words[0])] if words else []
    return " ".join(words)


def _forms(key: Key, group: Sequence[Figure]) -> Iterator[Link]:
    """Tie the figures of one key: those of one form to each other, then the forms."""
    forms = grouped((bare(one.name), one) for one in group)
    for form in forms.values():
        yield from tie(form, "the same name", 0.95)
    first = smallest(group)
    for form in forms.values():
        if bare(first.name) != bare(form[0].name):
            yield link(smallest(form), first, _reason(key, form[0].name, first.name), 0.85)


def _reason(key: Key, one: str, other: str) -> str:
    if key[0] != "state":
        return f"“{one}” and “{other}” are forms of one name"
    roles = {_as_state(one): one, _as_state(other): other}
    if len(roles) == 1:
        return f"“{one}” and “{other}” both stand for the state ({key[1]})"
    told = " and ".join(f"“{name}” is {role}" for role, name in sorted(roles.items()))
    return f"{told} ({key[1]})"


def _as_state(name: str) -> str:
    if state_named(name):
        return "the state"
    return "its government" if state_governed(name) else "the seat of its government, which speaks for it"


def _initials(groups: Groups, figures: Iterable[Figure]) -> Iterator[Link]:
    """Tie initials to the one name that some report writes beside them, or else to the one they fit."""
    fitting = defaultdict(set)
    for key in groups:
        for letters in _letters(key):
            fitting[letters].add(key)
    introduced = _introduced(groups, figures)
    for key, group in sorted(groups.items()):
        if key[0] == "name" and any(map(_is_acronym, group)):
            told = introduced[key[1]] - {key}
            found = told or (fitting[key[1]] - {key} if len(key[1]) >= _SURE else set())
            if len(found) == 1:
                (long,) = found
                why = "as a report introduces them" if told else "and of no other name in the pile"
                reason = f"the initials of {smallest(groups[long]).name}, {why}"
                yield link(smallest(group), smallest(groups[long]), reason, 0.9 if told else 0.8)


def _introduced(groups: Groups, figures: Iterable[Figure]) -> Mapping[str, set[Key]]:
    """Give the names that a report writes right before their initials: "the Ports Council (PC)"."""
    found: dict[str, set[Key]] = defaultdict(set)
    short = grouped(((one.report, start), one) for one in figures if _is_acronym(one) for start in one.starts)
    for key, group in groups.items():
        for one in group:
            called = {bare(name) for name in one.names if _ACRONYM.fullmatch(name)}
            beside = {bare(other.name) for other in short.get((one.report, one.place[1] + 2), ())}
            for letters in called | {each for each in beside if _spells(each, bare(one.name))}:
                found[letters].add(key)
    return found


def _is_acronym(one: Figure) -> bool:
    return bool(_ACRONYM.fullmatch(one.name))


def _spells(letters: str, name: str) -> bool:
    """Tell whether letters stand in a name in their order, the first of them first."""
    rest = iter(name)
    return letters[:1] == name[:1] and all(letter in rest for letter in letters)


def _letters(key: Key) -> set[str]:
    words = key[1].split() if not key[0].startswith("of ") else f"{key[0][3:]} {key[1]}".lower().split()
    if len(words) < 2:
        return set()
    forms = [words, ["department", "of", *key[1].split()[:-1]]] if words[-1] == "department" else [words]
    forms += [[word for word in form if word not in _LINKING] for form in forms]
    return {"".join(word[0] for word in form) for form in forms}


def _short_forms(groups: Groups, borne: Set[str], called: Set[str]) -> Iterator[Link]:
    """Tie a short name to the one longer name that is shortened to it."""
    longer = defaultdict(set)
    for key, group in groups.items():
        for short in _shortened(key, group):
            longer[short].add(key)
    for key, group in sorted(groups.items()):
        found = longer[key[1]] - {key}
        if len(found) == 1 and key[0] == "name" and key[1] not in called and _is_organisation(group, borne):
            (long,) = found
            reason = f"short for {smallest(groups[long]).name}, and for no other name in the pile"
            yield link(smallest(group), smallest(groups[long]), reason, 0.75)


def _shortened(key: Key, group: Iterable[Figure]) -> set[str]:
    """Give the words that a body is called by, and what is left of it without what says its kind."""
    words = key[1].split()
    if key[0] != "name" or len(words) < 2:
        return set()
    rest = " ".join(words[:-1])
    is_name = not (names_organisation(rest) or is_title(words[0]) or owner_and_rest(f"{rest} x")[1] == "x")
    called = {bare(name) for one in group for name in one.names}
    return called | {rest} if called and _single(words[-1]) in _LEFT_OUT and is_name else called


def _is_organisation(group: Sequence[Figure], borne: Set[str]) -> bool:
    """Tell whether most reports take a name for an organisation's: a town is not short for its airline.

    Where someone in the pile bears it, several must.
    """
    kinds = Counter(one.type for one in group)
    if bare(group[0].name) in borne:
        return kinds["organisation"] >= _SEVERAL
    return kinds["organisation"] > 0 and 2 * (kinds["organisation"] + kinds["person"]) > len(group)


def _unowned(groups: Groups) -> Iterator[Link]:
    """Tie "the Ports Department" to the one state's that has one by that name in the pile.

    So also "the Ports Committee" to a chamber's.
    """
    owned = defaultdict(set)
    for key in groups:
        chamber = _OF_CHAMBER.match(key[1])
        if chamber:
            owned[chamber[1]].add(key)
        if key[0].startswith("of "):
            owned[key[1]].add(key)
    for key, group in sorted(groups.items()):
        found = owned[key[1]]
        if key[0] == "name" and len(found) == 1 and key[1].split()[-1] in _FEW:
            (long,) = found
            reason = f"{smallest(groups[long]).name} is the only one of that name in the pile"
            yield link(smallest(group), smallest(groups[long]), reason, 0.75)
