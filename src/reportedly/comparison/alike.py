"""Whether two statements of one party give the same words of one act of speech, and by what that is told."""

from collections.abc import Sequence

from reportedly.comparison.content import Content, negates, stem, tells

# So many words of what is the same must say something and be no names.
_FEWEST = 3
_RUN = 4
_MOSTLY = 0.5
_NEARLY_ALL, _FEWEST_HELD = 0.8, 4
_TELLING_ALONE = 6
# So near before a run a "not" speaks of it.
_REACH = 4
_FRAGMENT = 10


def same_words(one: Content, other: Content) -> str | None:
    """Say why two contents are one act of speech in two renderings; None where their words do not tell.

    Names alone do not: two statements on one matter share them. Nor may what is the same be denied by one
    alone, or both give numbers of which none is the same. A paraphrase in other words is not seen.
    """
    for first, second in ((one, other), (other, one)):
        fragment = _fragment(first, second)
        if fragment:
            return f"both quote: {' '.join(fragment)}"
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return None
    run = _run(one, other)
    if run:
        return f"both have in a row: {' '.join(run)}"
    return _common(one, other) if negates(one.words) == negates(other.words) else None


def _common(one: Content, other: Content) -> str | None:
    common = one.stems & other.stems
    telling = common - one.names - other.names
    both, shorter = len(one.stems) + len(other.stems), min(len(one.stems), len(other.stems))
    told = ", ".join(dict.fromkeys(word for word in one.words if stem(word) in common and tells(word)))
    if len(telling) < _FEWEST:
        return None
    if 2 * len(common) >= _MOSTLY * both:
        return f"most content words are the same: {told}"
    if len(common) >= max(_FEWEST_HELD, _NEARLY_ALL * shorter):
        return f"nearly all content words of one stand in the other: {told}"
    return None


def _fragment(one: Content, other: Content) -> tuple[str, ...] | None:
    """Give a short quotation of one that stands within a quotation of the other, and says something."""
    for words in one.quoted:
        telling = [word for word in words if _says(word, one, other)]
        says = (telling and sum(map(tells, words)) > 1) or any(
            len(word) >= _TELLING_ALONE for word in telling
        )
        if says and len(words) <= _FRAGMENT and any(_holds(longer, words) for longer in other.quoted):
            return words
    return None


def _says(word: str, one: Content, other: Content) -> bool:
    return tells(word) and stem(word) not in one.names | other.names


def _holds(longer: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(tuple(longer[at : at + size]) == tuple(words) for at in range(len(longer) - size + 1))


def _run(one: Content, other: Content) -> Sequence[str] | None:
    """Give the run of the same words that says most, if it is long enough to be no chance."""
    best: Sequence[str] = ()
    ends = (0, 0)
    lengths = [0] * (len(other.words) + 1)
    both = (one.words, other.words)
    telling = {word for word in {*one.words} & {*other.words} if _says(word, one, other)}
    for first, word in enumerate(one.words, 1):
        before, lengths = lengths, [0] * (len(other.words) + 1)
        for second, same in enumerate(other.words, 1):
            if word == same:
                lengths[second] = before[second - 1] + 1
                run = one.words[first - lengths[second] : first]
                if (sum(w in telling for w in run), len(run)) > (sum(w in telling for w in best), len(best)):
                    best, ends = run, (first, second)
    says = sum(word in telling for word in best) >= _FEWEST
    before_it = (words[max(0, end - len(best) - _REACH) : end] for words, end in zip(both, ends, strict=True))
    denied = {negates(words) for words in before_it}
    return best if says and len(best) >= _RUN and len(denied) == 1 else None
