"""Whether two statements of one party give the same words of one act of speech, and by what that is told."""

from collections.abc import Sequence

from reportedly.comparison.content import Content, stem, tells

_RUN, _RUN_TELLING = 4, 3
_MOSTLY, _FEWEST = 0.5, 3
_NEARLY_ALL, _FEWEST_HELD = 0.8, 4
_TELLING_ALONE = 6
_FRAGMENT = 10


def same_words(one: Content, other: Content) -> str | None:
    """Say why two contents are one act of speech in two renderings; None where their words do not tell.

    A translation or a paraphrase in other words is not seen.
    """
    for first, second in ((one, other), (other, one)):
        fragment = _fragment(first, second)
        if fragment:
            return f"“{' '.join(fragment)}” is quoted in both"
    run = _run(one.words, other.words)
    if run:
        return f"both have the words “{' '.join(run)}”"
    return _common(one, other)


def _common(one: Content, other: Content) -> str | None:
    common = one.stems & other.stems
    both, shorter = len(one.stems) + len(other.stems), min(len(one.stems), len(other.stems))
    told = ", ".join(sorted({w for w in one.words if stem(w) in common and tells(w)}))
    if len(common) >= _FEWEST and 2 * len(common) >= _MOSTLY * both:
        return f"most of what both say is the same: {told}"
    if len(common) >= _FEWEST_HELD and len(common) >= _NEARLY_ALL * shorter:
        return f"one holds nearly all of what the other says: {told}"
    return None


def _fragment(one: Content, other: Content) -> tuple[str, ...] | None:
    """Give a short quotation of one that stands within a quotation of the other, and says something."""
    for words in one.quoted:
        telling = [word for word in words if tells(word)]
        says = len(telling) > 1 or any(len(word) >= _TELLING_ALONE for word in telling)
        if says and len(words) <= _FRAGMENT and any(_holds(longer, words) for longer in other.quoted):
            return words
    return None


def _holds(longer: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(tuple(longer[at : at + size]) == tuple(words) for at in range(len(longer) - size + 1))


def _run(one: Sequence[str], other: Sequence[str]) -> Sequence[str] | None:
    """Give the run of the same words that says most, if it is long enough to be no chance."""
    best: Sequence[str] = ()
    lengths = [0] * (len(other) + 1)
    for first, word in enumerate(one, 1):
        before, lengths = lengths, [0] * (len(other) + 1)
        for second, same in enumerate(other, 1):
            if word == same:
                lengths[second] = before[second - 1] + 1
                run = one[first - lengths[second] : first]
                best = max(best, run, key=lambda words: (sum(map(tells, words)), len(words)))
    telling = sum(map(tells, best))
    return best if telling >= _RUN_TELLING and len(best) >= _RUN else None
