"""The scene: a report's statements, with what is needed to tell which of them share an occasion."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from reportedly.dates.dating import Dating, Expression
from reportedly.dates.days import exact_day
from reportedly.dates.said import tells_thing_apart
from reportedly.language.reading import Reading, Token
from reportedly.language.tree import SUBJECTS, Tree, grow_tree, head_in, sentence_at, tokens_in
from reportedly.passages.passage import Passage
from reportedly.reports.report import PassageKind
from reportedly.spans import Span, hull
from reportedly.statements.chain import cue_verb
from reportedly.statements.statement import Statement

RUN = 5
"""So many words in a row that two quotations share make them one."""

AT = frozenset({"in", "at", "during", "on"})
"""The words that lead to an occasion: "at the dinner"."""

_WORD = re.compile(r"\w+")
# With these a statement was made at another time than the one before it.
_OTHER_TIMES = frozenset({
    "previously", "earlier", "later", "once", "often", "repeatedly", "long", "never", "recently", "ago",
    "afterward", "afterwards", "since", "always", "already", "then", "initially", "originally", "separately",
})  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """A report's statements, its time expressions and the datings found so far.

    `speakers` gives a number for each statement's speaker, None where that is open; `own` what each
    statement's own sentence tells; `found`, which grows, what is known by now. Statements are named by
    their index, tokens by theirs in the reading.
    """

    text: str
    passages: Sequence[Passage]
    reading: Reading
    expressions: Sequence[Expression]
    published: Dating | None
    statements: Sequence[Statement]
    speakers: Sequence[int | None]
    own: Sequence[Dating | None]
    found: list[Dating | None] = field(default_factory=list)

    @cached_property
    def verbs(self) -> tuple[int | None, ...]:
        """The verb of each statement's cue."""
        return tuple(cue_verb(self.reading, one.cue) for one in self.statements)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The statements by where their cues stand."""
        return tuple(sorted(range(len(self.statements)), key=lambda n: (self.place(n), n)))

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The rank of each statement in that order."""
        return {n: rank for rank, n in enumerate(self.order)}

    @cached_property
    def runs(self) -> tuple[frozenset[tuple[str, ...]], ...]:
        """The runs of words that each statement quotes."""
        return tuple(_runs(self.text, one.quoted) for one in self.statements)

    @cached_property
    def told(self) -> tuple[Expression, ...]:
        """The expressions in the report's own words that do more than tell a thing apart."""
        content = [span for one in self.statements for span in one.content]
        own = (one for one in self.expressions if not any(span.meets(one.span) for span in content))
        tops = ((one, head_in(self.reading, one.span)) for one in own)
        return tuple(one for one, top in tops if top is not None and not tells_thing_apart(top, self.reading))

    @cached_property
    def _inside(self) -> frozenset[int]:
        spans = (span for one in self.statements for span in one.content)
        return frozenset(i for span in spans for i in tokens_in(self.reading, span))

    def is_in_content(self, token: int) -> bool:
        """Tell whether a token is no word of the report's own."""
        return token in self._inside

    def said_by(self, speaker: int | None) -> frozenset[int]:
        """Give the tokens of what a speaker is quoted with."""
        return self._said.get(speaker, frozenset())

    @cached_property
    def _said(self) -> dict[int | None, frozenset[int]]:
        found: dict[int | None, set[int]] = {}
        for one, speaker in zip(self.statements, self.speakers, strict=True):
            own = (i for span in one.quoted for i in tokens_in(self.reading, span))
            found.setdefault(speaker, set()).update(own)
        return {speaker: frozenset(tokens) for speaker, tokens in found.items()}

    def place(self, n: int) -> Span:
        """Give where a statement's cue stands, or its content where it has none."""
        return hull(self.statements[n].cue or self.statements[n].content)

    def kind(self, n: int) -> PassageKind:
        """Give the kind of the passage that a statement's cue stands in."""
        at = bisect_right(self.passages, self.place(n).start, key=lambda passage: passage.span.start)
        return self.passages[at - 1].kind

    def lemma(self, n: int) -> str | None:
        """Give the lemma of a statement's verb."""
        verb = self.verbs[n]
        return None if verb is None else self.reading.tokens[verb].lemma.lower()

    def sentence(self, token: int) -> range:
        """Give the tokens of the sentence that a token stands in."""
        one = self.reading.sentences[sentence_at(self.reading, token)]
        return range(one.first, one.last)

    def words_around(self, n: int) -> frozenset[str]:
        """Give the lemmas of the sentence that a statement's verb stands in."""
        verb = self.verbs[n]
        around = () if verb is None else self.sentence(verb)
        return frozenset(self.reading.tokens[i].lemma.lower() for i in around)

    def matter(self, n: int) -> frozenset[str]:
        """Give the words that a statement is about: the nouns, names and verbs of its content, as lemmas."""
        inside = [i for span in self.statements[n].content for i in tokens_in(self.reading, span)]
        tokens = (self.reading.tokens[i] for i in inside)
        return frozenset(one.lemma.lower() for one in tokens if one.pos in ("NOUN", "PROPN", "VERB"))

    def is_past(self, verb: int) -> bool:
        """Tell a verb in the past, or a participle that is not one of the present: "is warning"."""
        helped = any(one.dep in ("aux", "auxpass") and one.tag in ("VBZ", "VBP") for one in self.below(verb))
        return self.reading.tokens[verb].tag in ("VBD", "VBG", "VBN") and not helped

    def has_day(self, n: int) -> bool:
        """Tell whether a statement is dated to a day, not to a month or a year."""
        dating = self.found[n]
        return dating is not None and exact_day(dating.edtf) is not None

    def source_heads(self, n: int) -> tuple[int, ...]:
        """Give the token of a statement's source on which the others depend, where it is a name."""
        source = self.statements[n].source
        head = head_in(self.reading, source[0]) if source else None
        return () if head is None or self.reading.tokens[head].pos != "PROPN" else (head,)

    def nouns_around(self, n: int) -> frozenset[str]:
        """Give the lemmas of the nouns and names of that sentence, without those of what is said."""
        verb = self.verbs[n]
        own = [i for i in (() if verb is None else self.sentence(verb)) if not self.is_in_content(i)]
        around = (self.reading.tokens[i] for i in own)
        return frozenset(one.lemma.lower() for one in around if one.pos in ("NOUN", "PROPN"))

    @cached_property
    def _tree(self) -> Tree:
        return grow_tree(self.reading)

    def below(self, token: int) -> tuple[Token, ...]:
        """Give the tokens that hang on one, in text order."""
        return tuple(self.reading.tokens[i] for i in self._tree.children[token])

    def occasion_noun(self, n: int) -> str | None:
        """Give the noun of the occasion that a statement names: "in an interview with the Herald"."""
        occasion = self.statements[n].occasion
        if occasion is None:
            return None
        own = tokens_in(self.reading, occasion)
        if self.reading.tokens[own.start].text.lower() not in AT:
            return None
        objects = (self.reading.tokens[i] for i in own if self.reading.tokens[i].dep == "pobj")
        return next((one.lemma.lower() for one in objects if one.head == own.start), None)

    def written_in(self, n: int) -> tuple[Span, ...]:
        """Give the words of where a statement was made, as its verb has them: "in the letter"."""
        verb = self.verbs[n]
        preps = () if verb is None else self._tree.children[verb]
        at = (i for i in preps if self.reading.tokens[i].text.lower() in AT)
        things = ((i, k) for i in at for k in self._tree.children[i] if self.reading.tokens[k].dep == "pobj")
        tokens = self.reading.tokens
        return tuple(Span(tokens[i + 1].span.start, tokens[k].span.end) for i, k in things if i < k)

    def is_of_its_own_time(self, n: int) -> bool:
        """Tell a statement of another time or none: "has said", "had warned", "will say", "earlier said"."""
        return self._of_own_time[n]

    @cached_property
    def _of_own_time(self) -> tuple[bool, ...]:
        own = {verb for verb in self.verbs if verb is not None and self._has_own_time(verb)}
        return tuple(verb is None or verb in own or self._shares(verb, own) for verb in self.verbs)

    def _shares(self, verb: int, own: Collection[int]) -> bool:
        """Tell a verb that has its subject from one of another time: "has mocked it, called it a wreck"."""
        alone = (
            not any(kid.dep in SUBJECTS for kid in self.below(verb))
            and self.reading.tokens[verb].tag == "VBD"
        )
        first = self.sentence(verb).start
        return alone and any(
            first <= one < verb and self._speaker_at[one] == self._speaker_at[verb] for one in own
        )

    @cached_property
    def _speaker_at(self) -> dict[int | None, int | None]:
        return dict(zip(self.verbs, self.speakers, strict=True))

    def _has_own_time(self, verb: int) -> bool:
        below = self.below(verb)
        one = self.reading.tokens[verb]
        if one.dep == "conj" and one.head < verb and not any(kid.dep == "nsubj" for kid in below):
            # "Has mocked and threatened": the helper is the first verb's.
            return self._has_own_time(one.head)
        # "Would not say" is a refusal that has been given.
        refused = any(kid.dep == "neg" for kid in below)
        helpers = [kid for kid in below if kid.dep == "aux" and not (refused and kid.lemma == "would")]
        helped = any(kid.lemma == "have" or kid.tag in ("MD", "TO") for kid in helpers)
        return helped or any(kid.text.lower() in _OTHER_TIMES for kid in below)

    def can_give(self, giver: int, n: int) -> bool:
        """Tell whether a statement is dated, at least in words, and by the speaker of another one."""
        dating, speaker = self.found[giver], self.speakers[n]
        if dating is None or speaker is None or self.speakers[giver] != speaker:
            return False
        return dating.edtf is not None or not self.is_of_its_own_time(giver)

    @cached_property
    def names_at(self) -> dict[str, tuple[int, ...]]:
        """The tokens of the report's own words that end a name, by their text; "Hale Tower" has no "Hale"."""
        found: dict[str, list[int]] = {}
        for i, one in enumerate(self.reading.tokens):
            if one.pos == "PROPN" and one.dep != "compound" and not self.is_in_content(i):
                found.setdefault(one.text, []).append(i)
        return {name: tuple(places) for name, places in found.items()}

    def quoted_words(self, n: int) -> tuple[str, ...]:
        """Give the words that a statement quotes, in small letters."""
        return tuple(
            word
            for span in self.statements[n].quoted
            for word in _WORD.findall(span.words(self.text).lower())
        )

    def pieces(self, n: int) -> tuple[str, ...]:
        """Give the words that a statement quotes by ones, twos or threes, with at least one long word."""
        found = (_WORD.findall(span.words(self.text).lower()) for span in self.statements[n].quoted)
        return tuple(
            " ".join(words) for words in found if 0 < len(words) < RUN and max(map(len, words)) >= RUN
        )

    def passed_on(self, giver: int) -> Dating | None:
        """Give the dating of a statement as that of another one, with its cue among the evidence."""
        dating = self.found[giver]
        if dating is None:
            return None
        evidence = tuple(dict.fromkeys((*dating.evidence, *self.statements[giver].cue)))
        return replace(dating, basis="utterance" if dating.edtf else None, evidence=evidence)


def _runs(text: str, quoted: Sequence[Span]) -> frozenset[tuple[str, ...]]:
    found = [_WORD.findall(span.words(text).lower()) for span in quoted]
    return frozenset(tuple(words[at : at + RUN]) for words in found for at in range(len(words) - RUN + 1))
