"""What makes two chains of different reports one party: the same name, written out."""

from reportedly.mentions.mention import PartyType
from reportedly.mentions.names import fold
from reportedly.mentions.titles import without_titles


def party_key(name: str, type: PartyType) -> str | None:  # noqa: A002 - the record's own word
    """Give what two names of one party have in common, or None where a name is too little to go by.

    A person needs a full name, two words or more after any title: "Dr. Ana Petróva" and "ana petrova"
    are one, "Petrova" alone stays by itself. Organisations, places and groups go by their whole name
    without "the". Case, accents, full stops and the shape of apostrophes and hyphens do not count.
    What has no name of its own ("two officials", "the ministry") is never joined.
    """
    if type == "person":
        folded = fold(without_titles(name))
        return folded if " " in folded else None
    words = name.removeprefix("The ").removeprefix("the ")
    if type == "unnamed" or not any(mark.isupper() for mark in words):
        return None
    return fold(words) or None
