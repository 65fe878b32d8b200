"""People whom a report brings in without a name: "A surveyor gave a price"."""

from reportedly.language.tree import SUBJECTS
from reportedly.mentions.cast import Member
from reportedly.mentions.mention import Mention, PartyType
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import ORGANISATION_NOUNS, PEOPLE, gender_of
from reportedly.spans import Span

_INDEFINITE = frozenset({"a", "an", "another", "one"})


def bring_in_newcomers(scene: Scene) -> None:
    """Bring in the one unnamed person that a sentence is about, so that "he" after it means nobody else.

    Sources are left out: they make parties of their own, by all their words.
    """
    credited = {scene.head(one.source) for one in scene.statements if one.source}
    for noun in range(len(scene.tokens)):
        if noun not in credited and noun not in scene.at and _is_newcomer(scene, noun):
            scene.at[noun] = unnamed_at(scene, noun)


def _is_newcomer(scene: Scene, noun: int) -> bool:
    one = scene.tokens[noun]
    is_subject = one.dep in SUBJECTS and scene.tokens[one.head].dep == "ROOT"
    if not is_subject or one.tag != "NN" or one.lemma not in PEOPLE or scene.in_content(one.span):
        return False
    kids = scene.tree.children[noun]
    is_named = any(scene.tokens[kid].dep == "appos" and kid in scene.at for kid in kids)
    return not is_named and any(scene.tokens[kid].text.lower() in _INDEFINITE for kid in kids)


def unnamed_at(scene: Scene, noun: int) -> Member:
    """Give the party that a noun stands for, or bring in an unnamed one."""
    one = scene.tokens[noun]
    for member in scene.members:
        around = [mention.span for mention in member.mentions if mention.span.holds(one.span)]
        if any(member.noun == one.lemma or span.end == one.span.end for span in around):
            return member
    first = min((noun, *scene.tree.kids(noun, "det", "amod", "compound", "nummod", "nmod")))
    plural = one.tag in ("NNS", "NNPS")
    span = Span(scene.tokens[first].span.start, one.span.end)
    is_body = one.lemma in ORGANISATION_NOUNS and not plural
    kind: PartyType = "organisation" if is_body else "unnamed"
    made = Member(kind, gender=gender_of(one.lemma), plural=plural, noun=one.lemma)
    made.mentions.append(Mention(span, "group" if plural else "title", "no name is given", 0.9))
    scene.members.append(made)
    return made
