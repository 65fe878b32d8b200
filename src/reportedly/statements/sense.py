"""The sense of a cue: the act its words tell of, and whether they assert, deny, demand or something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from reportedly.statements.statement import Act, CueSense

# A form in lower case, its lemma, and Universal Dependencies' part of speech.
CueWord = tuple[str, str, str]

_SECTION_OF = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
# Sections whose words decide only where no other word does, in this order.
_LAST = {"refusals": 1, "light": 2, "negations": 3}
_TURNING = ("refusals", "negations")
_BETWEEN = frozenset({"ADV", "ADJ", "DET", "PRON"})
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """The act that a cue tells of, and in which sense."""

    act: Act
    sense: CueSense


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of `senses.txt`: its section, its words in order, what they mean."""

    section: str
    words: tuple[str, ...]
    means: Sense


Found = tuple[Entry, int]  # with how many negations stand before it in the cue


def sense_of(words: Sequence[CueWord]) -> Sense:
    """Tell what a cue's words mean: the first listed word decides, unless it asserts and a later one denies.

    What is negated or refused turns: nobody is shown to assert what they do not say, think or want.
    Unlisted words say, in no known sense.
    """
    found = tuple(_found(words))
    if not found:
        return Sense("say", "other")
    head = min(found, key=lambda one: _LAST.get(one[0].section, 0))
    # *Gave no sign* is as little said as *did not say*: a light verb's negation may come after it.
    later = head[0].section == "light" and any(entry.section == "negations" for entry, _ in found)
    means = _turned(head[0], 1 if later else head[1])
    return next(_denials(found[found.index(head) :]), means) if means.sense == "assert" else means


def _turned(entry: Entry, negations: int) -> Sense:
    """Turn a meaning: who does not agree or believe denies, who does not say says nothing of it."""
    act, sense = entry.means.act, entry.means.sense
    held = sense != "deny" and (act != "say" or sense == "agree")
    return Sense(act, "deny" if held and negations == 1 else "other") if negations else entry.means


def _denials(found: Sequence[Found]) -> Iterator[Sense]:
    """Give the denials in *said she opposes*; a noun may belong to the scene (*said after the rejection*)."""
    turned = (_turned(*one) for one in found if one[0].section in ("verbs", "adjectives", "phrases"))
    return (means for means in turned if means.sense == "deny")


def is_cue(lemma: str) -> bool:
    """Tell whether a word is a verb of the lexicon by itself: *say*, not *take* (of *take issue*)."""
    return any(entry.section == "verbs" and len(entry.words) == 1 for entry in ENTRIES.get(lemma, ()))


def _found(words: Sequence[CueWord]) -> Iterator[Found]:
    """Give a cue's entries from left to right, at each place the longest, its word's own first."""
    at = negations = 0
    while at < len(words):
        ends = {entry: end for entry in _listed(words[at]) if (end := _end(words, at, entry))}
        at += 1
        if ends:
            entry, at = max(ends.items(), key=lambda one: len(one[0].words))
            yield entry, negations
            negations += entry.section in _TURNING


def _listed(word: CueWord) -> Sequence[Entry]:
    """Give the entries that begin with a word: its part of speech's, the free ones, the others."""
    form, lemma, pos = word
    entries = [entry for key in dict.fromkeys((form, lemma)) for entry in ENTRIES.get(key, ())]
    own = [entry for entry in entries if entry.section == _SECTION_OF.get(pos)]
    free = [one for one in entries if len(one.words) > 1 or one.section not in _SECTION_OF.values()]
    return own + free + (entries if pos in _SECTION_OF else [])


def _end(words: Sequence[CueWord], at: int, entry: Entry) -> int:
    """Say where an entry that begins here ends; 0 if not all of it is there."""
    for wanted in entry.words[1:]:
        near = range(at + 1, min(at + 2 + _MOST_BETWEEN, len(words)))
        at = next((i for i in near if wanted in words[i][:2] or not _may_part(words[i])), len(words))
        if at == len(words) or wanted not in words[at][:2]:
            return 0
    return at + 1


def _may_part(word: CueWord) -> bool:
    return word[2] in _BETWEEN and word[1] not in NEGATORS


def _read() -> Iterator[Entry]:
    """Read the lexicon; a hyphen is a word of its own, as in the parse."""
    section = ""
    for line in files(__package__).joinpath("senses.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            meaning, words = line.split("|")
            act, sense = meaning.split()
            for word in words.replace("-", "_-_").split():
                yield Entry(section, tuple(word.split("_")), Sense(act, sense))  # type: ignore[arg-type]


LEXICON = tuple(_read())
ENTRIES: dict[str, list[Entry]] = {}
for _entry in LEXICON:
    ENTRIES.setdefault(_entry.words[0], []).append(_entry)
NEGATORS = frozenset(one.words[0] for one in LEXICON if one.section in _TURNING and len(one.words) == 1)
