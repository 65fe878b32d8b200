"""Telling a slip of the keyboard from another name."""

from collections.abc import Sequence

from reportedly.mentions.cast import Member

_SHORTEST = 5


def misspells(word: str, speaker: Member, others: Sequence[Member]) -> bool:
    """Tell whether a name is the speaker's surname with one letter wrong, and resembles no other person's.

    A letter more or less at the end is another name in many languages (Petrov, Petrova).
    """
    return _resembles(word, speaker) and not any(
        _resembles(word, one) for one in others if one is not speaker
    )


def _resembles(word: str, member: Member) -> bool:
    full = member.full()
    return member.type == "person" and full is not None and one_letter_apart(word, full.bare[-1])


def one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter was changed, or two neighbours swapped; short names never count."""
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 2:
        first, second = wrong
        return second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return len(wrong) == 1 and wrong[0] != len(one) - 1
