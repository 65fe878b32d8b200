"""Titles that a report gives a person in the same breath as the name."""

import re
from collections.abc import Iterator, Sequence

from reportedly.language.reading import NameType, Reading
from reportedly.language.tree import Tree, head_in
from reportedly.mentions.mention import Role
from reportedly.mentions.names import Named
from reportedly.mentions.titles import ORGANISATION_NOUNS, PERSON_NOUNS, TIMES, is_title
from reportedly.spans import Span

_BEFORE = ("PROPN", "NOUN", "ADJ")
_LONGEST = 6
_OF = re.compile(r" of (?:the )?")
_HYPHENS = ("-", "‐", "‑")
_WITH_PORTFOLIO = frozenset({"minister", "secretary"})


def roles_of(text: str, reading: Reading, tree: Tree, named: Named) -> Iterator[Role]:
    """Give the titles that stand around a person's name.

    In front ("Harbour Ministry spokeswoman Ana Petrova"), behind a comma ("Ana Petrova, minister of
    ports") or the other way about ("the minister of ports, Ana Petrova").
    """
    head = head_in(reading, named.span)
    if head is None:
        return
    yield from _in_front(text, reading, tree, named, head)
    for noun in (*tree.kids(head, "appos"), *_renamed_noun(tree, head)):
        if _is_title(tree, noun) and not named.span.holds(tree.tokens[noun].span):
            yield _role(text, tree, noun)


def _is_title(tree: Tree, noun: int) -> bool:
    """Tell whether a noun says what someone is; the "son" of a son-in-law does not."""
    is_cut = noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].text in _HYPHENS
    return tree.tokens[noun].lemma in PERSON_NOUNS and not is_cut


def _renamed_noun(tree: Tree, head: int) -> Iterator[int]:
    """Give the noun that the name renames; of several behind a noun the first alone does.

    In "the consul in Arden, Jon Hale" the parse may hang him on Arden.
    """
    noun = tree.tokens[head].head
    if tree.tokens[head].dep != "appos" or tree.kid(noun, "appos") != head:
        return
    above = tree.tokens[tree.tokens[noun].head].head
    inner = tree.tokens[noun].dep == "pobj" and tree.tokens[above].lemma in PERSON_NOUNS
    yield above if inner else noun


def _in_front(text: str, reading: Reading, tree: Tree, named: Named, head: int) -> Iterator[Role]:
    """Read the run of nouns before a name, back to what is no part of a title."""
    first = next((i for i in range(head, -1, -1) if tree.tokens[i].span.start <= named.span.start), head)
    run = _run_before(reading, tree, first)
    nouns = [i for i in run if is_title(tree.tokens[i].text) and tree.tokens[i].lemma in PERSON_NOUNS]
    if nouns and nouns[-1] == run[-1]:
        start = _title_start(reading, run, nouns[0])
        owned = start > run[0] and _is_owner(reading, start - 1, has_portfolio=False)
        of = _words(text, tree, [i for i in run if i < start]) if owned else None
        if of and tree.tokens[run[0]].pos == "ADJ" and not _in_name(reading, run[0]):
            # "former Kremlin adviser": no part of it is true without the "former".
            start, of = run[0], None
        of = of or _named_behind(text, reading, named)
        yield Role(_words(text, tree, range(start, nouns[-1] + 1)) or "", of, _span(tree, start, nouns[-1]))


def _named_behind(text: str, reading: Reading, named: Named) -> str | None:
    """Give what stands behind a titled name: "President Jon Hale of Ardania"."""
    behind = _OF.match(text, named.span.end)
    names = (name for name in reading.names if behind and name.span.start == behind.end())
    return next((name.span.words(text) for name in names if name.type != "person"), None)


def _run_before(reading: Reading, tree: Tree, first: int) -> list[int]:
    run: list[int] = []
    for i in range(first - 1, max(-1, first - 1 - _LONGEST), -1):
        following = tree.tokens[i + 1]
        near = following.span.start - tree.tokens[i].span.end <= 1
        if not near or tree.tokens[i].pos not in _BEFORE or tree.tokens[i].lemma.lower() in TIMES:
            break
        if _in_name(reading, i, "person") and not is_title(tree.tokens[i].text):
            break
        run.insert(0, i)
    return run


def _title_start(reading: Reading, run: Sequence[int], noun: int) -> int:
    """Keep with the title the words right before it ("deputy foreign minister"), back to whose it is."""
    has_portfolio = reading.tokens[noun].lemma.lower() in _WITH_PORTFOLIO
    start = noun
    while start - 1 in run and not (
        _is_owner(reading, start - 1, has_portfolio=has_portfolio) or _is_apart(reading, start - 1)
    ):
        start -= 1
    return start


def _is_apart(reading: Reading, token: int) -> bool:
    """Tell what is no part of a title in capitals: the noun of "a greeting President Hale gave"."""
    one, following = reading.tokens[token], reading.tokens[token + 1]
    return one.pos in ("NOUN", "PROPN") and one.text.islower() and following.text[0].isupper()


def _is_owner(reading: Reading, token: int, *, has_portfolio: bool) -> bool:
    """Tell a "Ministry" in front of a title from what is part of it: "Interior" of a minister, "French"."""
    one = reading.tokens[token]
    named = _in_name(reading, token, "organisation")
    is_owner = (named and not has_portfolio) or one.lemma.lower() in ORGANISATION_NOUNS
    return one.text[0].isupper() and is_owner


def _in_name(reading: Reading, token: int, *types: NameType) -> bool:
    names = (name for name in reading.names if not types or name.type in types)
    return any(name.span.holds(reading.tokens[token].span) for name in names)


def _role(text: str, tree: Tree, noun: int) -> Role:
    """Read a title from its noun: the words right before it, and what it is a title of."""
    start = noun
    below = tree.subtree(noun)
    while start - 1 in below and tree.tokens[start - 1].dep in ("amod", "compound", "nmod"):
        start -= 1
    of = next((kid for prep in tree.kids(noun, "prep") for kid in tree.kids(prep, "pobj")), None)
    owner = tree.kid(noun, "poss")
    owned = of if of is not None else owner
    whose = _owner_name(text, tree, owned) if owned is not None and _is_named(tree, owned) else None
    # "head of state": what is of nothing named is a title as a whole.
    end = noun + 2 if whose is None and of == noun + 2 and tree.tokens[of].pos == "NOUN" else noun
    return Role(_words(text, tree, range(start, end + 1)) or "", whose, _span(tree, start, end))


def _is_named(tree: Tree, owned: int) -> bool:
    """Tell an owner from a pronoun ("its", "of his") and from the "law" of a son-in-law."""
    words = (owned, *tree.kids(owned, "poss"))
    hyphenated = owned > 0 and tree.tokens[owned - 1].text in _HYPHENS
    return not hyphenated and all(tree.tokens[word].pos != "PRON" for word in words)


def _owner_name(text: str, tree: Tree, noun: int) -> str | None:
    """Give what a title is of, where it has a name: "the Ardanian Ports Council", not "the bid"."""
    parts = [part for kid in tree.kids(noun, "compound", "amod", "nmod") for part in tree.subtree(kid)]
    words = _words(text, tree, range(min([*parts, noun]), noun + 1)) or ""
    return words if any(mark.isupper() for mark in words) else None


def _words(text: str, tree: Tree, tokens: Sequence[int]) -> str | None:
    return _span(tree, tokens[0], tokens[-1]).words(text) if tokens else None


def _span(tree: Tree, first: int, last: int) -> Span:
    return Span(tree.tokens[first].span.start, tree.tokens[last].span.end)
