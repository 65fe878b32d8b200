"""Whom a description means when it is a source: "the spokeswoman", "the ministry", "two officials"."""

from collections.abc import Sequence

from reportedly.mentions.cast import Member
from reportedly.mentions.names import fold
from reportedly.mentions.pronouns import Found
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import (
    DOCUMENTS,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    gender_of,
    is_title,
    may_be,
    written_out,
)

_DEFINITE = frozenset({"the", "this", "that"})
_SHARED = 4


def resolve_description(scene: Scene, head: int) -> Found | None:
    """Find whom "the <title>" means: the one person so titled, else the last speaker if the title fits."""
    noun = fold(scene.tokens[head].lemma)
    if not _is_definite(scene, head) or scene.tokens[head].tag in ("NNS", "NNPS"):
        return None
    if noun in ORGANISATION_NOUNS:
        return _organisation(scene, head, noun)
    if noun in DOCUMENTS:
        return _document(scene, head, noun)
    return _person(scene, head, noun) if noun in PERSON_NOUNS else None


def is_plural(scene: Scene, head: int) -> bool:
    """Tell whether the words name several."""
    return scene.tokens[head].tag in ("NNS", "NNPS") or any(scene.tree.kids(head, "conj"))


def is_organisation(scene: Scene, head: int) -> bool:
    """Tell whether the words name an organisation by what it is."""
    return scene.tokens[head].lemma.lower() in ORGANISATION_NOUNS and not is_plural(scene, head)


def _is_definite(scene: Scene, head: int) -> bool:
    """Tell "the minister" from "a minister"; a headline leaves the article out."""
    articles = [scene.tokens[kid].text.lower() for kid in scene.tree.kids(head, "det")]
    return any(word in _DEFINITE for word in articles) or (not articles and _in_headline(scene, head))


def _in_headline(scene: Scene, head: int) -> bool:
    return scene.passages[scene.passage(scene.tokens[head].span.start)].kind == "headline"


def _known_by(scene: Scene, head: int) -> int:
    """Give the place before which whoever is meant was named: a headline may mean anyone of the report."""
    return len(scene.text) if _in_headline(scene, head) else scene.tokens[head].span.start


def _organisation(scene: Scene, head: int, noun: str) -> Found | None:
    place = _known_by(scene, head)
    found = [
        member
        for member in scene.members
        if member.type == "organisation"
        and member.start < place
        and any(noun in name.words for name in member.names)
    ]
    return (found[0], f"the one {noun} named before, {{}}", 0.8) if len(found) == 1 else None


def _document(scene: Scene, head: int, noun: str) -> Found | None:
    """Take "the suit" for the one suit that spoke before, unless the two are told apart by names."""
    mine = _names_before(scene, head)
    alike = [m for m in scene.members if m.noun.lower() == noun and not m.plural and not m.names]
    others = {part for m in alike for part in _names_before(scene, _noun_of(scene, m))}
    told_apart = mine and others and not mine & others
    return (
        (alike[0], f"the one {noun} named before, {{}}", 0.75) if len(alike) == 1 and not told_apart else None
    )


def _noun_of(scene: Scene, member: Member) -> int:
    head = scene.head([member.mentions[0].span])
    return 0 if head is None else head


def _names_before(scene: Scene, head: int) -> set[str]:
    """Give the names by which words tell one of a kind: "CIA" of "the CIA chief".

    A headline may write any word with a capital: there only what the parse takes for a name is one.
    """
    kids = [scene.tokens[kid] for kid in scene.tree.kids(head, "amod", "nmod", "compound", "poss")]
    if _in_headline(scene, head):
        kids = [kid for kid in kids if any(name.span.holds(kid.span) for name in scene.reading.names)]
    words = [kid.text for kid in kids]
    return {word.lower() for word in words if word[0].isupper() and word.lower() not in PERSON_NOUNS}


def _person(scene: Scene, head: int, noun: str) -> Found | None:
    place = _known_by(scene, head)
    known = [m for m in scene.members if m.start < place and _fits(scene, m, head)]
    exact = [m for m in known if (fold(m.noun) == noun and not m.plural) or _times_titled(m, noun)]
    if len(exact) == 1:
        return exact[0], f"the one {noun} named before, {{}}", 0.85
    if exact:
        return (
            _by_country(scene, exact, head)
            or _mostly_titled(exact, noun, place)
            or _just_spoke(scene, exact, noun, place)
        )
    alike = [m for m in known if any(may_be(noun, title) for title in _titles(m))]
    if len(alike) == 1 and _names_before(scene, head) and _owners(scene, alike[0]):
        return alike[0], f"{noun}, as {{}} alone may be called", 0.65
    last = scene.last_speaker(place)
    return (last, f"{noun}, as {{}} who spoke last may be called", 0.6) if last in alike and last else None


def _by_country(scene: Scene, bearers: Sequence[Member], head: int) -> Found | None:
    """Of several with a title, take the one of the country that is told; where none is, the one at home.

    A report tells no country of its own president: "President Trent met the Ardanian president, Jon Hale".
    """
    noun, countries = fold(scene.tokens[head].lemma), _names_before(scene, head)
    if countries:
        theirs = [m for m in bearers if _owners(scene, m)]
        return (
            (theirs[0], f"the one {noun} named before of that name, {{}}", 0.8) if len(theirs) == 1 else None
        )
    home = [m for m in bearers if not _owners(scene, m)]
    is_one = len(home) == 1 and bool(home[0].names)
    return (home[0], f"the one {noun} named before without a country, {{}}", 0.7) if is_one else None


def _titles(member: Member) -> list[str]:
    """Give a person's titles, with what they are of and with short forms written out."""
    if member.type != "person":
        return []
    return [f"{role.title} {role.of or ''}" for role in member.roles] + [
        written_out(name.title) for name in member.names if name.title
    ]


def _times_titled(member: Member, noun: str) -> int:
    by_role = sum(noun in fold(role.title).split() for role in member.roles)
    return by_role or sum(noun in written_out(name.title).split() for name in member.names)


def _mostly_titled(bearers: Sequence[Member], noun: str, place: int) -> Found | None:
    """Of several with a title, take the one that mostly bears it, if it is the one mentioned last."""
    first = max(bearers, key=lambda m: _times_titled(m, noun))
    rest = sum(_times_titled(m, noun) for m in bearers if m is not first)
    last = max(bearers, key=lambda m: max(one.span for one in m.mentions if one.span.start < place))
    is_meant = first is last and _times_titled(first, noun) > max(rest, 1)
    return (first, f"{{}}, whom the report mostly calls {noun}", 0.6) if is_meant else None


def _just_spoke(scene: Scene, bearers: Sequence[Member], noun: str, place: int) -> Found | None:
    """Of several, take one without a name who just spoke, in this paragraph or the one before."""
    start, last = scene.last_spoke(place)
    if last is None or last.names or last not in bearers or scene.passage(place) - scene.passage(start) > 1:
        return None
    return last, f"the {noun} who spoke last, {{}}", 0.6


def _fits(scene: Scene, member: Member, head: int) -> bool:
    """Tell whether gender and country of the words go with the person's own."""
    gender = gender_of(scene.tokens[head].lemma)
    if gender and member.gender and gender != member.gender:
        return False
    countries = _names_before(scene, head)
    owners = _owners(scene, member)
    return not countries or not owners or any(_akin(word, owner) for word in countries for owner in owners)


def _owners(scene: Scene, member: Member) -> list[str]:
    """Give what a person's titles are of, also within the title ("former Kremlin adviser")."""
    spans = [role.span for role in member.roles if not role.of]
    names = [n.span.words(scene.text) for s in spans for n in scene.reading.names if s.holds(n.span)]
    of = [role.of for role in member.roles if role.of]
    return of + [name for name in names if not is_title(name.split()[-1])]


def _akin(word: str, owner: str) -> bool:
    """Tell whether an adjective goes with a name: "Ardanian" with "Ardania"."""
    return any(part[:_SHARED] == fold(word)[:_SHARED] for part in fold(owner).split())
