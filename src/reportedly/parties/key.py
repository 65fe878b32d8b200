"""What makes two chains of different reports one party: the same name, written out."""

from reportedly.mentions.mention import PartyType
from reportedly.mentions.names import SUFFIXES, fold
from reportedly.mentions.titles import without_titles


def party_key(name: str, type: PartyType) -> str | None:  # noqa: A002 - the record's own word
    """Give what two names of one party have in common, or None where a name is too little to go by.

    A person needs a full name, two words or more after any title: "Dr. Ana Petróva" and "ana petrova"
    are one, "Petrova" alone stays by itself; so are "Jon P. Hale" and "Jon Hale", but "Jon Hale Jr." is
    another. Organisations, places and groups go by their whole name without "the". Case, accents, full
    stops and the shape of apostrophes and hyphens do not count. What has no name of its own ("two
    officials", "the ministry") is never joined.
    """
    if type == "person":
        words = _without_initial(fold(without_titles(name)).split())
        return " ".join(words) if len(words) > 1 and words[1] not in SUFFIXES else None
    bare = name.removeprefix("The ").removeprefix("the ")
    if type == "unnamed" or not any(mark.isupper() for mark in bare):
        return None
    return fold(bare) or None


def _without_initial(words: list[str]) -> list[str]:
    """Drop a lone middle initial behind a whole first name: two of them tell namesakes apart."""
    whole = [word for word in words if word not in SUFFIXES]
    if len(whole) == 3 and len(whole[1]) == 1 and len(whole[0]) > 1:
        return [words[0], *words[2:]]
    return words
