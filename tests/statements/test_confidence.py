"""How sure a frame is."""

from dataclasses import replace

from reportedly.language.encoder import load_encoder
from reportedly.spans import Span
from reportedly.statements.confidence import confidence, features, likelihood
from reportedly.statements.frame import Frame
from reportedly.statements.words import Word

SURE = Frame((5, 6), (4, 5), ((6, 12),), cue_likely=0.99, held=0.999, path=-0.05)
WORDS = [Word(Span(at, at + 1), (1,), 0, 0, 0) for at in range(12)]
FITTED = {"weights": [0.1, 0.8, 0.3, 1.0, 0.2, 0.1, 0.1, 0.1], "bias": -1.0}


def test_a_fit_has_a_weight_for_each_feature():
    settings = load_encoder().settings
    for name in ("content", "whole"):
        assert len(settings[name]["weights"]) == len(features(SURE, WORDS))


def test_what_is_less_likely_is_less_sure():
    for doubtful in (replace(SURE, path=-3.0), replace(SURE, cue_likely=0.3), replace(SURE, source=None)):
        assert confidence(doubtful, WORDS, FITTED) < confidence(SURE, WORDS, FITTED)


def test_nothing_is_certain():
    for bias in (-100.0, 100.0):
        assert 0 < confidence(SURE, WORDS, {**FITTED, "bias": bias}) < 1


def test_confidence_is_the_likelihood_to_two_decimals():
    assert confidence(SURE, WORDS, FITTED) == round(likelihood(SURE, WORDS, FITTED), 2)


def test_the_ends_of_the_scale_have_features_too():
    for held, cue, path in ((0.0, 0.0, -1e9), (1.0, 1.0, 0.0)):
        assert all(
            abs(value) < 100 for value in features(replace(SURE, held=held, cue_likely=cue, path=path), WORDS)
        )
