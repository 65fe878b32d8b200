"""The cue lexicon: which words attribute, to what kind of act, and what they take as content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from reportedly.statements.statement import Act, CueSense


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word means and what it takes; `cues.txt` tells the words for both."""

    act: Act
    sense: CueSense
    takes: frozenset[str]


def _sections() -> Mapping[str, Sequence[str]]:
    """Read the lexicon's lines by section; a line that starts with # is for people."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in files(__package__).joinpath("cues.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(name, []).append(line)
    return found


def _lexicon(lines: Sequence[str]) -> Mapping[str, Cue]:
    found: dict[str, Cue] = {}
    for line in lines:
        meaning, takes, lemmas = line.split("|")
        act, sense = meaning.split()
        for lemma in lemmas.split():
            had = found.get(lemma)
            more = frozenset(takes.split()) | (had.takes if had else frozenset())
            found[lemma] = Cue(had.act, had.sense, more) if had else Cue(act, sense, more)  # type: ignore[arg-type]
    return found


def _words(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_READ = _sections()
VERBS = _lexicon(_READ["verbs"])
ADJECTIVES = _lexicon(_READ["adjectives"])
NOUNS = _lexicon(_READ["nouns"])
ARTIFACTS = _words(_READ["artifacts"])
LIGHT_VERBS = _words(_READ["light verbs"])
RELAYS = _words(_READ["relays"])
OCCASIONS = _words(_READ["occasions"])
NO_SPEAKERS = _words(_READ["no speakers"])
DAYS = _words(_READ["days"])
TIMES = DAYS | _words(_READ["times"])
AUDIENCES = _words(_READ["audiences"])
GOING_ON = _words(_READ["going on"])
SUPPOSITIONS = _words(_READ["suppositions"])
VIEWS = _words(_READ["views"])
