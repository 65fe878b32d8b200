"""Whom "they" and "I" mean as a source: by who has spoken, and in whose words it stands."""

from reportedly.mentions.pronouns import Found
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import PEOPLE
from reportedly.spans import hull

PLURAL = frozenset({"they", "their"})
FIRST_PERSON = frozenset({"i", "me"})


def resolve_they(scene: Scene, token: int) -> Found | None:
    """Take "they" for the several who spoke last, in this paragraph or the one before."""
    span = scene.tokens[token].span
    start, member = scene.last_spoke(span.start)
    is_near = scene.passage(span.start) - scene.passage(start) <= 1
    if member is None or not member.plural or not is_near or scene.in_content(span):
        return None
    are_people = member.noun in PEOPLE or not member.noun
    return (member, '"they" after {} spoke', 0.65) if are_people else None


def resolve_i(scene: Scene, token: int) -> Found | None:
    """Take "I" inside quotation marks for whoever is credited with the words."""
    span = scene.tokens[token].span
    around = [scene.statements[i] for i in scene.in_content(span)]
    quoting = [one for one in around if one.source and any(part.holds(span) for part in one.quoted)]
    inner = min(quoting, key=lambda one: sum(map(len, one.content)), default=None)
    found = scene.meant.get(hull(inner.source)) if inner else None
    return (found[0], '"I" in the words of {}', 0.85) if found and not found[0].plural else None
