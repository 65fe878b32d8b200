"""Finding what a report asserts: each sentence of the body, by whose voice it is in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from reportedly.assertions.assertion import Assertion, Day, Voice
from reportedly.assertions.counts import find_counts
from reportedly.assertions.parts import find_parts
from reportedly.assertions.turns import find_turns
from reportedly.assertions.words import governing, lemma_of, term_at, terms_of
from reportedly.dates.dating import Expression
from reportedly.language.reading import Reading, Sentence, Token
from reportedly.language.tree import SUBJECTS, Tree, climb, grow_tree, head_in, tokens_in
from reportedly.mentions.mention import Chain, Coreference
from reportedly.mentions.names import fold
from reportedly.passages.passage import Passage
from reportedly.spans import Span, hull
from reportedly.statements.quotes import find_quotations
from reportedly.statements.statement import Statement

_QUESTION = "?"
_FIRST_AND_SECOND = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"})
_LONGEST_ACRONYM = 6
_FEWEST = 3
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class _Ground:
    """A report as its sentences are gone through."""

    text: str
    reading: Reading
    tree: Tree
    statements: Sequence[Statement]
    expressions: Sequence[Expression]
    quotations: tuple[Span, ...]


def find_assertions(
    text: str,
    passages: Sequence[Passage],
    reading: Reading,
    statements: Sequence[Statement],
    expressions: Sequence[Expression],
    coreference: Coreference,
) -> tuple[Assertion, ...]:
    """Find what a report's sentences assert, in the voice of a statement or in the report's own.

    A sentence that credits somebody asserts in the report's own voice only that it was said, and a question
    nothing at all. Spans count in `text`.
    """
    quotations = tuple(one.span for one in find_quotations(text, passages))
    tree = _with_names(grow_tree(reading), reading, coreference)
    ground = _Ground(text, reading, tree, statements, expressions, quotations)
    found = [
        one
        for before, sentence in pairwise((Sentence(0, 0), *reading.sentences))
        for one in _in_sentence(ground, before, sentence)
    ]
    quoted = {_letters(text, one): one.statement for one in found if one.voice == "quoted"}
    return tuple(_in_its_voice(one, quoted.get(_letters(text, one))) for one in found)


def _letters(text: str, one: Assertion) -> str:
    return "".join(filter(str.isalnum, one.span.words(text).lower()))


def _in_its_voice(one: Assertion, quoted: int | None) -> Assertion:
    """Give a sentence that the report quotes elsewhere to whom it quotes: a message, shown as posted."""
    own = one.voice == "own" and not one.credits
    return replace(one, voice="quoted", statement=quoted) if own and quoted is not None else one


def _with_names(tree: Tree, reading: Reading, coreference: Coreference) -> Tree:
    """Put the name in the place of each "he", "it" or "their" whose party is known."""
    named = {
        mention.span: _short_name(chain)
        for chain in coreference.chains
        for mention in chain.mentions
        if mention.form == "pronoun" and chain.name
    }
    at = {tokens_in(reading, span)[0]: fold(name) for span, name in named.items()}
    return replace(tree, tokens=tuple(_as_name(one, at.get(i)) for i, one in enumerate(tree.tokens)))


def _short_name(chain: Chain) -> str:
    """Give the one word that a party is called by most shortly, else the last of its name."""
    return min((name for name in chain.names if " " not in name), key=len, default=chain.name.split()[-1])


def _as_name(token: Token, name: str | None) -> Token:
    own = token.pos == "PRON" and token.text.lower() not in _FIRST_AND_SECOND
    return replace(token, text=name, lemma=name, pos="PROPN") if own and name else token


def _in_sentence(ground: _Ground, before: Sentence, sentence: Sentence) -> Iterator[Assertion]:
    tokens = ground.reading.tokens
    whole = hull(tokens[i].span for i in (sentence.first, sentence.last - 1))
    spoken_of = tuple(_main_things(ground, before))
    credited = any(quotation.meets(whole) for quotation in ground.quotations)
    senses = []
    for index, one in enumerate(ground.statements):
        pieces = [piece for piece in one.content if piece.meets(whole)]
        here = bool(pieces) or any(span.meets(whole) for span in (*one.cue, *one.source))
        senses += [one.cue_sense] if here else []
        for piece in pieces if _is_asserted(ground, one) else ():
            found = tokens_in(ground.reading, piece)
            inside = range(max(found.start, sentence.first), min(found.stop, sentence.last))
            yield from _assertion(ground, inside, index, spoken_of)
    inside = range(sentence.first, sentence.last)
    if credited or senses:
        yield from _crediting(ground, inside, denied=bool(senses) and set(senses) == {"deny"})
    else:
        yield from _assertion(ground, inside, None, spoken_of)


def _is_asserted(ground: _Ground, statement: Statement) -> bool:
    """Tell what somebody says from what he asks, "never wrote", and "refused to certify"."""
    denied, tree = statement.cue_sense == "deny", ground.tree
    words = [i for span in statement.cue for i in tokens_in(ground.reading, span)]
    unsaid = not denied and any(
        tree.kid(i, "neg") is not None or lemma_of(tree, i) in governing("refusals") for i in words
    )
    return statement.cue_sense != "ask" and not unsaid


def _crediting(ground: _Ground, inside: range, *, denied: bool) -> Iterator[Assertion]:
    tree = ground.tree
    terms = tuple(dict.fromkeys(terms_of(tree, inside)))
    if terms:
        span = hull(tree.tokens[i].span for i in (inside[0], inside[-1]))
        names, days = _names(ground, inside), tuple(_days(ground, inside, span))
        yield Assertion(span, "own", None, terms, names, days=days, credits=True, denied=denied)


def _assertion(
    ground: _Ground, inside: range, statement: int | None, spoken_of: tuple[str, ...]
) -> Iterator[Assertion]:
    tree = ground.tree
    terms = tuple(dict.fromkeys(terms_of(tree, inside)))
    if not terms or any(tree.tokens[i].text == _QUESTION for i in inside):
        return
    span = hull(tree.tokens[i].span for i in (inside[0], inside[-1]))
    times = tuple(
        one.span for one in ground.expressions if one.span.meets(span) and one.type in ("date", "time")
    )
    sense = None if statement is None else ground.statements[statement].cue_sense
    # Who denies says the opposite of the words, and neither how many nor when.
    denied = sense == "deny"
    turns = tuple(find_turns(tree, inside, spoken_of, denied=denied))
    # "Iran", of which somebody warned, or a headline of one word asserts nothing.
    if len(terms) < _FEWEST and not turns and all(tree.tokens[i].pos not in _VERBS for i in inside):
        return
    yield Assertion(
        span,
        _voice(ground, span, statement),
        statement,
        terms,
        _names(ground, inside),
        tuple(replace(one, wished=True) for one in turns) if sense == "demand" else turns,
        () if denied else tuple(find_counts(ground.text, tree, inside, times)),
        () if denied else tuple(_days(ground, inside, span)),
        () if denied else tuple(find_parts(tree, inside, partial(_names_person, ground))),
        denied=denied,
    )


def _names(ground: _Ground, inside: range) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms_of(ground.tree, (i for i in inside if _is_name(ground, i)))))


def _is_name(ground: _Ground, token: int) -> bool:
    one = ground.tree.tokens[token]
    if ground.reading.tokens[token].pos == "PRON":
        return one.pos == "PROPN"
    shouted = len(one.text) > _LONGEST_ACRONYM and one.text.isupper()
    return (
        one.pos == "PROPN" and not shouted and any(name.span.holds(one.span) for name in ground.reading.names)
    )


def _names_person(ground: _Ground, token: int) -> bool:
    """Tell the name of a person, or a pronoun for one whose party is known."""
    return ground.tree.tokens[token].pos == "PROPN" and _is_person(ground, token)


def _voice(ground: _Ground, span: Span, statement: int | None) -> Voice:
    if statement is None:
        return "own"
    quoted = sum(
        min(one.end, span.end) - max(one.start, span.start)
        for one in ground.statements[statement].quoted
        if one.meets(span)
    )
    return "quoted" if 2 * quoted > len(span) else "paraphrased"


def _main_things(ground: _Ground, sentence: Sentence) -> Iterator[str]:
    """Give the thing that a sentence is about, which an "it" may stand for: the head of its subject."""
    tree = ground.tree
    for token in range(sentence.first, sentence.last):
        if tree.tokens[token].head == token:
            subjects = tree.kids(token, *SUBJECTS)
            yield from terms_of(tree, (i for i in subjects if not _is_person(ground, i)))


def _is_person(ground: _Ground, token: int) -> bool:
    one = ground.reading.tokens[token]
    return one.pos == "PRON" or any(
        name.type == "person" and name.span.holds(one.span) for name in ground.reading.names
    )


def _days(ground: _Ground, inside: range, span: Span) -> Iterator[Day]:
    """Give the days that the expressions of a stretch tell, each with the verb that it is told of."""
    tree = ground.tree
    for one in ground.expressions:
        head = head_in(ground.reading, one.span) if one.edtf and span.holds(one.span) else None
        if head is None or one.edtf is None:
            continue
        verb = next(
            (i for i in climb(ground.reading, head) if tree.tokens[i].pos == "VERB" and i in inside), None
        )
        things = () if verb is None else (i for i in tree.subtree(verb) if i in inside and i != verb)
        about = terms_of(tree, (i for i in things if not one.span.meets(tree.tokens[i].span)))
        of = None if verb is None else term_at(tree, verb)
        yield Day(one.span, of, one.edtf, tuple(dict.fromkeys(about)))
