import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.mentions.antecedents import find_antecedents
from reportedly.mentions.pronouns import asked_of
from reportedly.mentions.signs import signs
from reportedly.mentions.weigh import weigh
from tests.mentions.scenes import scene_of

WORDS = [
    "Ana Petrova",
    "Mr. Hale",
    "she",
    "him",
    "his",
    "the consul",
    "met",
    "said",
    "“",
    "”",
    "(",
    ")",
    ".",
    "and",
]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=16))
def test_likelihoods_sum_to_one(words):
    scene = scene_of(" ".join(words))
    found = find_antecedents(scene)
    asked = asked_of(scene, found)
    for (_, options), likely in zip(asked, weigh(scene, found, asked), strict=True) if asked else ():
        assert len(likely) == len(options) + 1
        assert np.isclose(likely.sum(), 1, atol=1e-5)


def test_every_option_has_the_same_signs():
    scene = scene_of("Ana Petrova met the consul in Arden. She thanked him, and he praised her crew.")
    found = find_antecedents(scene)
    pairs = [(one, i) for one, options in asked_of(scene, found) for i in options]
    lengths = set(map(len, signs(scene, found, pairs)))
    assert len(lengths) == 1


def test_the_subject_is_likelier_than_a_place():
    scene = scene_of("Mrs. Ana Petrova came to Arden. She left.")
    found = find_antecedents(scene)
    ((_, options),) = asked_of(scene, found)
    (likely,) = weigh(scene, found, [(len(found) - 1, options)])
    assert found[options[int(likely.argmax())]].words.span.words(scene.text) == "Ana Petrova"
