"""Weighing: how likely a pronoun means each of its options, by trained weights."""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.language.encoder import load_weigher
from reportedly.mentions.antecedents import Antecedent, last_speaker, last_subject
from reportedly.mentions.scene import Scene
from reportedly.mentions.signs import signs
from reportedly.statements.read import understood

Floats = NDArray[np.float32]

_GOES_ON = 3.0


def weigh(
    scene: Scene, antecedents: Sequence[Antecedent], asked: Sequence[tuple[int, Sequence[int]]]
) -> list[Floats]:
    """Give, for each pronoun with its options, how likely it means each of them, and last nobody of them."""
    given = inputs(scene, antecedents, asked)
    found: Floats = load_weigher().run(None, given)[0] if len(given["signs"]) else np.zeros(0, np.float32)
    ends = np.cumsum([len(options) for _, options in asked])[:-1]
    return [
        _likely(scores + _going_on(scene, antecedents, *one))
        for one, scores in zip(asked, np.split(found, ends), strict=True)
    ]


def _going_on(
    scene: Scene, antecedents: Sequence[Antecedent], pronoun: int, options: Sequence[int]
) -> Floats:
    """Speak for whoever spoke last, or whom the last sentence is about, where the pronoun speaks.

    The weights hardly met reported speech.
    """
    last = (last_speaker(scene, antecedents, pronoun), last_subject(scene, antecedents, pronoun))
    nearest = max((one for one in last if one is not None and one in options), default=None)
    return np.array([_GOES_ON if option == nearest else 0 for option in options], np.float32)


def inputs(
    scene: Scene, antecedents: Sequence[Antecedent], asked: Sequence[tuple[int, Sequence[int]]]
) -> dict[str, NDArray[np.generic]]:
    """Give what the weights take: meanings of all antecedents, and for each pair its two ends and its
    signs.
    """
    pairs = [(pronoun, option) for pronoun, options in asked for option in options]
    here, there = np.array(pairs, np.int64).reshape(-1, 2).T
    return {
        "meanings": _meanings(scene, antecedents),
        "pronouns": here,
        "options": there,
        "signs": np.array(signs(scene, antecedents, pairs), np.float32),
    }


def _meanings(scene: Scene, antecedents: Sequence[Antecedent]) -> Floats:
    """Give each antecedent's head the meaning of the encoder's word there."""
    read = understood(scene.text, scene.passages)
    starts = [word.span.start for one in read for word in one.stretch.words]
    rows = np.concatenate([one.meanings for one in read])
    heads = (scene.tokens[one.words.token].span.start for one in antecedents)
    found: Floats = rows[[bisect_right(starts, head) - 1 for head in heads]]
    return found


def _likely(scores: Floats) -> Floats:
    """Turn scores into likelihoods that sum to 1; that nobody is meant has the score 0."""
    powers = np.exp(np.append(scores, np.float32(0)) - max(0.0, scores.max(initial=0.0)))
    likely: Floats = powers / powers.sum()
    return likely
