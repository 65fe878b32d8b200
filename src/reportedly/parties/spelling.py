"""One name in many spellings: other alphabets written in ours, short first names, a slip of the keyboard."""

import re

from reportedly.mentions.spelling import one_letter_apart

_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "þ": "th", "ð": "d",
    "'": "", "`": "", "ʼ": "", "-": "",
})  # fmt: skip
# From long to short: a later rule reads what an earlier one wrote.
_SOUNDS = tuple(
    (re.compile(found), written)
    for found, written in (
        ("tsch|tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ck", "k"),
        ("q", "k"), ("dzh|dj", "j"), ("w", "v"), ("x", "ks"), ("ou|oo", "u"), ("ee", "i"), ("oe", "o"),
        ("ue", "u"), ("ae", "a"), ("[ae][iy]", "ei"), ("y", "i"), ("i[ij]+", "i"), ("ie", "i"),
        ("off$", "ov"), ("eff$", "ev"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_VOWELS = re.compile("[aeiou]")
_LONG_ENOUGH = 5
_CONSONANTS = 3

# First names and their short forms; each row is one name.
_SHORT_FORMS = (
    "alexander alex sasha", "andrew andy drew", "anthony tony", "benjamin ben", "charles charlie chuck",
    "christopher chris", "daniel dan danny", "david dave", "deborah debbie", "donald don", "douglas doug",
    "edward ed eddie ted", "elizabeth liz beth betsy", "frederick fred", "gregory greg", "jacob jake",
    "james jim jimmy", "jeffrey jeff", "jennifer jen", "jonathan jon", "joseph joe", "joshua josh",
    "katherine kate kathy", "kenneth ken", "kimberly kim", "lawrence larry", "matthew matt",
    "michael mike", "mitchell mitch", "nathaniel nate", "nicholas nick", "patrick pat", "peter pete",
    "philip phil", "rebecca becky", "richard rick dick", "robert bob rob bobby", "ronald ron",
    "samuel sam", "stephen steve steven", "susan sue", "theodore ted", "thomas tom", "timothy tim",
    "victoria vicky", "vincent vince", "walter walt", "william bill will billy",
)  # fmt: skip
_ROWS = tuple(frozenset(row.split()) for row in _SHORT_FORMS)


def sound(word: str) -> str:
    """Write a folded word so that its usual spellings in our letters come out alike.

    "zelensky", "zelenskiy" and "zelenskyi" are one, and so are "muller" and "mueller".
    """
    word = word.translate(_LETTERS)
    for found, written in _SOUNDS:
        word = found.sub(written, word)
    return word


def alike(one: str, other: str) -> bool:
    """Tell whether two folded surnames are one; short ones must be the same: Li is not Lee."""
    return one == other or (min(len(one), len(other)) >= _LONG_ENOUGH and sound(one) == sound(other))


def first_alike(one: str, other: str) -> bool:
    """Tell whether two folded first names may be one person's: spelt otherwise, short, or an initial."""
    if min(len(one), len(other)) == 1:
        return one[:1] == other[:1]
    if one == other or alike(one, other) or any(one in row and other in row for row in _ROWS):
        return True
    return _bones(one) == _bones(other) and len(_bones(one)[0]) >= _CONSONANTS


def _bones(word: str) -> tuple[str, str]:
    """Give a first name's consonants and its last vowel: "a" tells Martina from Martin."""
    heard = sound(word)
    return _VOWELS.sub("", heard), heard[-1] if _VOWELS.match(heard[-1:]) else ""


def slips(word: str) -> frozenset[str]:
    """Give a word and what is left of it without one letter: two words a slip apart share one of these."""
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


def misspelt(one: str, other: str) -> bool:
    """Tell whether two longer words differ by one letter, anywhere but at the end."""
    short, long = sorted((one, other), key=len)
    one_more = len(long) == len(short) + 1 > _LONG_ENOUGH and any(
        long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1)
    )
    return one_letter_apart(one, other) or one_more
