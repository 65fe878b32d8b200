"""The parties of one report, as its names bring them in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from reportedly.language.reading import Reading
from reportedly.language.tree import Tree
from reportedly.mentions.mention import Chain, Form, Mention, PartyType, Role
from reportedly.mentions.names import Named
from reportedly.mentions.roles import roles_of
from reportedly.mentions.titles import ORGANISATION_NOUNS, Gender, gender_of, is_title, names_organisation

_LINKING = frozenset({"of", "the", "and", "for", "in", "on"})
_PARTS = ORGANISATION_NOUNS - {"party", "court", "university", "bank"}
# Papers go by their last word ("the Herald"), as "the House" does not for "White House".
_PAPERS = frozenset(
    {"times", "post", "journal", "tribune", "gazette", "herald", "guardian", "mail", "mirror"}
)


@dataclass(slots=True, eq=False)
class Member:
    """One party while its report is being read.

    `names` are the places where it is named, `noun` says what an unnamed one is ("adviser"), `parts` who is
    meant by two whom no words name together.
    """

    type: PartyType
    names: list[Named] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    noun: str = ""
    parts: tuple["Member", ...] = ()

    @property
    def start(self) -> int:
        """Where the party is first referred to."""
        return min(mention.span.start for mention in self.mentions)

    @property
    def is_named_body(self) -> bool:
        """Whether it is an organisation that the report names."""
        return self.type == "organisation" and bool(self.names)

    def full(self) -> Named | None:
        """Give the fullest name, of equally full ones the earliest that is not all capitals."""
        return max(
            self.names,
            key=lambda name: (len(name.words), not name.is_acronym, -name.span.start),
            default=None,
        )

    def add(self, named: Named, mention: Mention) -> None:
        """Take in a place where the party is named."""
        self.names.append(named)
        self.mentions.append(mention)
        self.gender = self.gender or gender_of(named.title)

    def chain(self, text: str) -> Chain:
        """Close the party's book."""
        mentions = tuple(sorted(self.mentions, key=lambda mention: mention.span))
        found = dict.fromkeys(
            name.span.words(text) for name in sorted(self.names, key=lambda name: name.span)
        )
        name = " and ".join(map(partial(_shown, text), self.parts)) or _shown(text, self)
        name = name or mentions[0].span.words(text)
        name = " ".join(name.split()).strip(" \"“”‘'*")
        roles = tuple(sorted(set(self.roles), key=lambda role: (role.span, role.title, role.of or "")))
        return Chain(name, self.type, tuple(found), roles, mentions)


def bring_in(text: str, reading: Reading, tree: Tree, names: Sequence[Named]) -> list[Member]:
    """Turn a report's names into parties, in the order in which they come in.

    Persons first by their full names, then the bare surnames to them; of other parties, one of each name.
    """
    persons = _persons(text, [name for name in names if name.type == "person"])
    for member in persons:
        for named in member.names:
            member.roles += roles_of(text, reading, tree, named)
        member.gender = member.gender or next(
            filter(None, (gender_of(role.title) for role in member.roles)), None
        )
    others = _others([name for name in names if name.type in ("organisation", "place", "group")])
    return sorted(persons + others, key=lambda member: member.start)


def _persons(text: str, names: Sequence[Named]) -> list[Member]:
    members: list[Member] = []
    body = [name for name in names if not name.in_headline]
    # A headline is read last: it names people by surnames that the body introduces.
    for named in [*body, *(name for name in names if name.in_headline)]:
        match = _full_match(named, members) if len(named.bare) > 1 else _short_match(named, members)
        if match is None:
            members.append(member := Member("person"))
            member.add(
                named, Mention(named.span, _form(named), "named here", 0.95 if len(named.bare) > 1 else 0.8)
            )
        else:
            member, reason, confidence = match
            member.add(
                named, Mention(named.span, _form(named), reason.format(_shown(text, member)), confidence)
            )
    return members


def _form(named: Named) -> Form:
    return "name" if len(named.bare) > 1 else "surname"


def _shown(text: str, member: Member) -> str:
    full = member.full()
    return " ".join(full.span.words(text).split()) if full else ""


_Match = tuple[Member, str, float]


def _full_match(named: Named, members: Iterable[Member]) -> _Match | None:
    """Find the person of the same full name, middle names and initials aside."""
    namesakes = [m for m in members if (full := m.full()) and named.bare[-1] == full.bare[-1]]
    for member in namesakes:
        full = member.full()
        if full and len(full.bare) > 1 and (_same_person(named, full) or _ends_alike(named, full)):
            return member, "the same name as {}", 0.95
    # "Jon Hale" after "Jon P. Hale Jr.", but not where a father is about.
    full = namesakes[0].full() if len(namesakes) == 1 else None
    if full and full.suffix and _same_person(named, replace(full, words=full.bare)):
        return namesakes[0], "the same name as {}", 0.85
    for member in members:
        if all(len(name.bare) == 1 for name in member.names) and _introduced_by(named, member):
            return member, "the same title and surname as {}", 0.8
    return None


def _same_person(one: Named, other: Named) -> bool:
    if one.suffix != other.suffix or one.bare[-1] != other.bare[-1]:
        return one.words == other.words
    first, second = one.bare[0], other.bare[0]
    initial = min(len(first), len(second)) == 1 and first[0] == second[0]
    middles = {one.bare[1:-1], other.bare[1:-1]}
    return (first == second or initial) and (
        () in middles or _middles_agree(one.bare[1:-1], other.bare[1:-1])
    )


def _ends_alike(one: Named, other: Named) -> bool:
    """Tell "Ana Holt-Eake" and "Holt-Eake", or "Ana van Holt" and "van Holt": a surname may be two words."""
    short, long = sorted((one.bare, other.bare), key=len)
    return 1 < len(short) < len(long) and long[-len(short) :] == short and len(short[0]) > 1


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=True)
    )


def _introduced_by(named: Named, member: Member) -> bool:
    titles = {name.title.lower() for name in member.names if is_title(name.title.split(" ")[-1])} - {
        "mr.",
        "ms.",
        "mrs.",
    }
    return named.title.lower() in titles and member.names[0].words[0] == named.bare[-1]


def _short_match(named: Named, members: Sequence[Member]) -> _Match | None:
    """Find whom a single name means: a person already called so, or the one person of that surname.

    Where two bear it, a title settles it ("President Trent"); else it stays open, as a party of its own.
    """
    word = named.bare[0]
    gender = gender_of(named.title)
    fitting = [m for m in members if not (gender and m.gender and gender != m.gender)]
    if named.suffix:
        fitting = [m for m in fitting if (full := m.full()) and full.suffix == named.suffix]
    called = [m for m in fitting if any(name.words == named.words for name in m.names)]
    bearers = [m for m in fitting if (full := m.full()) and len(full.bare) > 1 and full.bare[-1] == word]
    plain = [m for m in bearers if (full := m.full()) and not full.suffix]
    titled = [
        m for m in bearers if named.title and any(n.title.lower() == named.title.lower() for n in m.names)
    ]
    for group, reason, confidence in (
        (titled, "the same title and surname as {}", 0.9),
        ([m for m in called if m not in bearers], "called so before", 0.85),
        (plain or bearers, "surname of {}", 0.9),
        (
            [m for m in fitting if (full := m.full()) and len(full.bare) > 1 and full.bare[0] == word],
            "first part of {}",
            0.75,
        ),
    ):
        if len(group) == 1:
            return group[0], reason, confidence
        if group:
            return None
    return None


def _others(names: Sequence[Named]) -> list[Member]:
    members: dict[tuple[str, tuple[str, ...]], Member] = {}
    for named in names:
        words, reason = _long_form(named, names)
        member = members.setdefault((named.type, words), Member(named.type, plural=named.type == "group"))
        member.add(named, Mention(named.span, "name", reason, 0.9 if words == named.words else 0.8))
    return list(members.values())


def _long_form(named: Named, names: Sequence[Named]) -> tuple[tuple[str, ...], str]:
    """Find the one longer name that a name stands for: by its initials, or short of a word."""
    word, spelt = named.words[0], " ".join
    initials = {name.words for name in names if len(name.words) > 2 and _initials(name) == word}
    longer = {name.words for name in names if _is_short_for(named, name)}
    for found, reason in (
        (initials if len(named.words) == 1 else set(), "initials of"),
        (longer, "short for"),
    ):
        if len(found) == 1:
            return min(found), f"{reason} {spelt(min(found))}"
    return named.words, "named here"


def _is_short_for(named: Named, name: Named) -> bool:
    """Tell "the Ministry", "the Times", "Arden" of "Arden University" and the end of a body's name."""
    if not named.type == name.type == "organisation" or name.span.start > named.span.start:
        return False
    is_last = named.words == name.words[-1:] and named.words[0] in ORGANISATION_NOUNS | _PAPERS
    is_rest = named.words == name.words[:-1] and names_organisation(name.words[-1])
    is_tail = len(named.words) > 1 and named.words == name.words[-len(named.words) :] != name.words
    return len(name.words) > 1 and (is_last or is_rest or (is_tail and named.words[-1] in _PARTS))


def _initials(named: Named) -> str:
    return "".join(word[0] for word in named.words if word not in _LINKING)
