"""The lexicon is well formed: what a reviewer must be able to rely on."""

from typing import get_args

from reportedly.statements.cues import ADJECTIVES, NOUNS, VERBS
from reportedly.statements.statement import Act, CueSense

LEADS = {"quote", "clause", "infinitive", "object", "person"}
PREPOSITIONS = {"about", "against", "at", "by", "for", "from", "of", "on", "over", "to", "with"}


def test_every_entry_has_a_known_act_sense_and_complement():
    for cue in (*VERBS.values(), *ADJECTIVES.values(), *NOUNS.values()):
        assert cue.act in get_args(Act)
        assert cue.sense in get_args(CueSense)
        assert cue.takes
        assert cue.takes <= LEADS | PREPOSITIONS


def test_every_act_and_sense_has_a_verb():
    assert {cue.act for cue in VERBS.values()} == set(get_args(Act))
    assert {cue.sense for cue in VERBS.values()} == set(get_args(CueSense))


def test_a_verb_with_its_particle_is_another_cue():
    assert (VERBS["call"].sense, VERBS["call_for"].sense) == ("other", "demand")
