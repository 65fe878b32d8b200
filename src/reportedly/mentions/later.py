"""A bare name that stands before the full one: "President Hale … Jon Hale", "Han … Han Seo-yun"."""

from collections.abc import Iterable
from dataclasses import replace

from reportedly.language.tree import tokens_in
from reportedly.mentions.cast import Member
from reportedly.mentions.names import Named, fold
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import KIN, PERSON_NOUNS, may_be

_OFTEN = 3


def join_named_later(scene: Scene) -> None:
    """Give a bare surname to the one person of that surname whom the report names in full only later.

    Where no full name ends in it, it may be the family name that one begins with.

    It stays a party of its own where two bear the surname, where title or gender speak against it, where
    the full name is a relative's ("his wife, Ida Hale"), and where a sentence names both, the bare one
    first ("Hale and Ida Hale").
    """
    for bare in [member for member in scene.members if _is_bare(member)]:
        full = _bearer(scene, bare)
        if full is not None:
            _join(scene, bare, full)


def _is_bare(member: Member) -> bool:
    return member.type == "person" and bool(member.names) and all(len(n.words) == 1 for n in member.names)


def _bearer(scene: Scene, bare: Member) -> Member | None:
    surnames = {name.words[0] for name in bare.names}
    bearers = _named_in_full(scene, surnames, -1)
    is_told = _is_someone(bare)
    if not bearers:
        bearers, is_told = _named_in_full(scene, surnames, 0), is_told or len(bare.names) >= _OFTEN
    if len(bearers) != 1 or len(surnames) != 1:
        return None
    full = bearers[0]
    first = _first_in_full(full).span
    before = [name for name in bare.names if name.span < first]
    if not before or _in_one_sentence(scene, before, full):
        return None
    return full if is_told and _agree(bare, full) else None


def _named_in_full(scene: Scene, surnames: set[str], place: int) -> list[Member]:
    """Give the persons whose full name has one of the words at a place, first (0) or last (-1).

    A name with a suffix does not count: whoever is called "Hale Jr." is not called "Hale" beside a Hale.
    """
    plain = ((member, name) for member in scene.members for name in _full_names(member) if not name.suffix)
    return list({id(m): m for m, name in plain if name.bare[place] in surnames}.values())


def _full_names(member: Member) -> list[Named]:
    return [name for name in member.names if len(name.bare) > 1] if member.type == "person" else []


def _first_in_full(member: Member) -> Named:
    """Give the first full name, one in a headline last: it introduces nobody."""
    return min(_full_names(member), key=lambda name: (name.in_headline, name.span))


def _is_someone(bare: Member) -> bool:
    """Tell whether more than a namesake makes the bare name a person's: a town may bear a surname."""
    return bool(bare.gender or any(name.title for name in bare.names))


def _agree(bare: Member, full: Member) -> bool:
    """Tell whether neither gender nor titles speak against two names being one person's."""
    held = _titles(full)
    nouns = {word for title in _titles(bare) for word in title.split() if word in PERSON_NOUNS}
    if KIN & {word for title in held for word in title.split()}:
        return False
    if held and nouns and not any(may_be(noun, title) for noun in nouns for title in held):
        return False
    return not (bare.gender and full.gender) or bare.gender == full.gender


def _in_one_sentence(scene: Scene, before: Iterable[Named], full: Member) -> bool:
    return bool(_sentences(scene, before) & _sentences(scene, _full_names(full)))


def _titles(member: Member) -> set[str]:
    found = [name.title for name in member.names] + [role.title for role in member.roles]
    return {fold(title) for title in found if set(fold(title).split()) & PERSON_NOUNS}


def _sentences(scene: Scene, names: Iterable[Named]) -> set[int]:
    return {scene.sentence(tokens_in(scene.reading, n.span).start) for n in names if not n.in_headline}


def _join(scene: Scene, bare: Member, full: Member) -> None:
    first, name = _first_in_full(full), full.chain(scene.text).name
    for named, mention in zip(bare.names, bare.mentions, strict=True):
        is_early = named.span < first.span
        part = "surname" if named.bare[0] in first.bare[-1:] else "first part"
        reason = f"{part} of {name}" + (", named in full later" if is_early else "")
        full.names.append(named)
        full.mentions.append(replace(mention, reason=reason, confidence=0.65 if is_early else 0.8))
    full.roles += bare.roles
    full.gender = full.gender or bare.gender
    scene.members.remove(bare)
    scene.at.update({token: full for token, member in scene.at.items() if member is bare})
