"""Parting a town from the government that goes by its name: "in Port Sele" from "Port Sele denied it"."""

from dataclasses import replace

from reportedly.language.reading import Reading
from reportedly.language.tree import head_in
from reportedly.mentions.cast import Member
from reportedly.mentions.scene import Scene
from reportedly.spans import Span

ACTS = "named as one that acts"
_DEALING = frozenset({"with", "between", "against"})


def part_places(scene: Scene) -> None:
    """Make a party of its own of where a place that speaks or acts is only gone to, or where things happen.

    Across reports the two are joined again unless it is a seat of government that acted.
    """
    for member in [one for one in scene.members if one.type == "place"]:
        spoken = {place for one, place in scene.meant.values() if one is member}
        acting = {name.span for name in member.names if _acts(scene.reading, name.span)}
        rest = [name for name in member.names if name.span not in spoken | acting]
        if spoken | acting and rest:
            spans = {name.span for name in rest}
            scene.members.append(
                Member("place", rest, [mention for mention in member.mentions if mention.span in spans])
            )
            member.names = [name for name in member.names if name.span not in spans]
            member.mentions = [mention for mention in member.mentions if mention.span not in spans]
        member.mentions = [
            replace(mention, reason=ACTS) if mention.span in acting else mention
            for mention in member.mentions
        ]


def _acts(reading: Reading, span: Span) -> bool:
    """Tell one that does something, or with which another deals."""
    head = head_in(reading, span)
    while head is not None and reading.tokens[head].dep == "conj":
        head = reading.tokens[head].head
    if head is None:
        return False
    one = reading.tokens[head]
    above = reading.tokens[one.head]
    return (one.dep == "nsubj" and above.pos == "VERB") or (one.dep == "pobj" and above.text in _DEALING)
