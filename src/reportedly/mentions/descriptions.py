"""Whom a description means when it is a source: "the spokeswoman", "the ministry", "two officials"."""

from reportedly.mentions.cast import Member
from reportedly.mentions.mention import Role
from reportedly.mentions.names import fold
from reportedly.mentions.pronouns import Found
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import ORGANISATION_NOUNS, PERSON_NOUNS, gender_of, may_be

_DEFINITE = frozenset({"the", "this", "that"})
_SHARED = 4


def resolve_description(scene: Scene, head: int) -> Found | None:
    """Find whom "the <title>" means: the one person so titled, else the last speaker if the title fits."""
    noun = fold(scene.tokens[head].lemma)
    if not _is_definite(scene, head) or scene.tokens[head].tag in ("NNS", "NNPS"):
        return None
    if noun in ORGANISATION_NOUNS:
        return _organisation(scene, head, noun)
    return _person(scene, head, noun) if noun in PERSON_NOUNS else None


def is_plural(scene: Scene, head: int) -> bool:
    """Tell whether the words name several."""
    return scene.tokens[head].tag in ("NNS", "NNPS") or any(scene.tree.kids(head, "conj"))


def is_organisation(scene: Scene, head: int) -> bool:
    """Tell whether the words name an organisation by what it is."""
    return scene.tokens[head].lemma.lower() in ORGANISATION_NOUNS and not is_plural(scene, head)


def _is_definite(scene: Scene, head: int) -> bool:
    return any(scene.tokens[kid].text.lower() in _DEFINITE for kid in scene.tree.kids(head, "det"))


def _organisation(scene: Scene, head: int, noun: str) -> Found | None:
    place = scene.tokens[head].span.start
    found = [
        member
        for member in scene.members
        if member.type == "organisation"
        and member.start < place
        and any(noun in name.words for name in member.names)
    ]
    return (found[0], f"the one {noun} named before, {{}}", 0.8) if len(found) == 1 else None


def _person(scene: Scene, head: int, noun: str) -> Found | None:
    place = scene.tokens[head].span.start
    known = [m for m in scene.members if m.start < place and _fits(scene, m, head)]
    exact = [
        m
        for m in known
        if (fold(m.noun) == noun and not m.plural)
        or any(noun in fold(role.title).split() for role in m.roles)
    ]
    if exact:
        return (exact[0], f"the one {noun} named before, {{}}", 0.85) if len(exact) == 1 else None
    last = scene.last_speaker(place)
    if last is None or last not in known or last.type != "person":
        return None
    if any(may_be(noun, f"{role.title} {role.of or ''}") for role in last.roles):
        return last, f"{noun}, as {{}} who spoke last may be called", 0.6
    return None


def _fits(scene: Scene, member: Member, head: int) -> bool:
    """Tell whether gender and country of the words go with the person's own."""
    gender = gender_of(scene.tokens[head].lemma)
    if gender and member.gender and gender != member.gender:
        return False
    adjectives = [scene.tokens[kid].text for kid in scene.tree.kids(head, "amod", "nmod", "compound")]
    countries = [
        word.lower() for word in adjectives if word[0].isupper() and word.lower() not in PERSON_NOUNS
    ]
    owners = list(filter(None, map(_owner, member.roles)))
    return not countries or not owners or any(_akin(word, owner) for word in countries for owner in owners)


def _owner(role: Role) -> str:
    """Give what a title is of, also where it stands within the title ("former Kremlin adviser")."""
    inner = role.title.split() if role.title[0].islower() else []
    return role.of or " ".join(word for word in inner if word[0].isupper())


def _akin(word: str, owner: str) -> bool:
    """Tell whether an adjective goes with a name: "Ardanian" with "Ardania"."""
    return any(part[:_SHARED] == fold(word)[:_SHARED] for part in fold(owner).split())
