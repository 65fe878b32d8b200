"""The part of speech and the lemma of each word, worked out once for each word in each use."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from reportedly.language.model import RULES, load_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# What the rules look at: a word in lower case, its tag and its relation, as the model numbers them.
_Use = tuple[int, int, int]
_Stretch = tuple[_Use, ...]

# The rules ask for a word's relation where it is one of these, or where it is such a word or so tagged.
ASKED_RELATIONS = frozenset({"aux", "auxpass", "expl"})
ASKED_TAGS = frozenset({"CC", "DT", "IN", "WDT"})
ASKED_WORDS = frozenset({"i", "you", "it", "do", "does", "did", "'d", "have", "has", "had"})
# These, and whatever is an expletive ("there is"), they read together with the word behind.
OPENERS = frozenset({"ai", "c'm", "gon", "got", "let", "y", "y'"})


class Lemmas:
    """The model's rules for parts of speech and lemmas, and what they gave for the words seen so far.

    They look at a word, its tag, seldom its relation, and in a few pairs at the word before, so what they
    gave once they give again, and nothing hangs on what was read before.
    """

    def __init__(self, model: "Language") -> None:
        number = model.vocab.strings.add
        self._rules = [model.get_pipe(name) for name in RULES]
        _with_sets(model)
        self._vocab = model.vocab
        self._relations, self._tags, self._words, self._openers = (
            frozenset(map(number, names)) for names in (ASKED_RELATIONS, ASKED_TAGS, ASKED_WORDS, OPENERS)
        )
        self._expletive, self._unasked = number("expl"), number("dep")
        self._mark = (number("."), number("."), number("punct"))
        self._known: dict[_Stretch, tuple[tuple[str, str], ...]] = {}

    def look_up(self, docs: Sequence["Doc"]) -> list[list[tuple[str, str]]]:
        """Give the part of speech and the lemma, in lower case, of every token of every document."""
        cuts = [list(self._stretches(doc)) for doc in docs]
        unseen = dict.fromkeys(stretch for cut in cuts for stretch in cut if stretch not in self._known)
        if unseen:
            self._learn(unseen)
        found = ([word for stretch in cut for word in self._known[stretch]] for cut in cuts)
        return [words[: len(doc)] for doc, words in zip(docs, found, strict=True)]

    def _stretches(self, doc: "Doc") -> Iterator[_Stretch]:
        """Cut a document into stretches that the rules read together; nearly all are of one word."""
        stretch: _Stretch = ()
        for word, tag, relation in doc.to_array(["LOWER", "TAG", "DEP"]).tolist():
            asked = relation in self._relations or tag in self._tags or word in self._words
            stretch += ((word, tag, relation if asked else self._unasked),)
            if word not in self._openers and relation != self._expletive:
                yield stretch
                stretch = ()
        if stretch:
            # A mark behind, so that it is read together with nothing that was not behind it.
            yield (*stretch, self._mark)

    def _learn(self, stretches: Collection[_Stretch]) -> None:
        """Have the rules read stretches that were not met yet, one behind the other in one document."""
        from spacy.tokens import Doc

        string = self._vocab.strings
        uses = [use for stretch in stretches for use in stretch]
        words, tags, relations = ([string[use[part]] for use in uses] for part in range(3))
        doc = Doc(self._vocab, words=words, tags=tags, deps=relations, heads=list(range(len(uses))))
        for rule in self._rules:
            rule(doc)
        told = ((token.pos_, token.lemma_.lower()) for token in doc)
        self._known.update((stretch, tuple(islice(told, len(stretch)))) for stretch in stretches)


def _with_sets(model: "Language") -> None:
    """Turn the lemmatizer's lists of known words, which it searches for each new word, into sets."""
    lemmatizer: Any = model.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in list(index):
        index[part_of_speech] = frozenset(index[part_of_speech])


@cache
def load_lemmas() -> Lemmas:
    """Load the rules, once in a process. ModelError where the parser's files are missing or altered."""
    return Lemmas(load_model())
