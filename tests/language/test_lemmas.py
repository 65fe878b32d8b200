"""Parts of speech and lemmas are those that the model's rules give when they run over the whole text."""

from typing import Any

import pytest

from reportedly.language.lemmas import ASKED_RELATIONS, ASKED_TAGS, ASKED_WORDS, OPENERS, Lemmas
from reportedly.language.model import RULES, load_model

TEXTS = (
    "There is no port in Arden that I'd call safe, but there's a plan, Mira Kass said.",
    "He did what he had to do. It has been closed; did you have it? Since then, those are gone.",
    "Let's go. I ain't gonna say it, y'all have gotta ask, c'mon!",
    "That's all the port ever got\n\n  ta da",
    "İSTANBUL's 2,000 ΑΣΑΣ workers FIRED #him @home 😀 .",
    "got", "on", "na", "There", "is", " ",
)  # fmt: skip


def full(text: str):
    doc = load_model()(text)
    for name in RULES:
        load_model().get_pipe(name)(doc)
    return [(token.pos_, token.lemma_.lower()) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_words_get_what_the_whole_pipe_gives(text):
    assert Lemmas(load_model()).look_up([load_model()(text)]) == [full(text)]


def test_documents_looked_up_together_or_again_give_the_same():
    docs = [load_model()(text) for text in TEXTS]
    known, expected = Lemmas(load_model()), [full(text) for text in TEXTS]
    assert known.look_up(docs) == known.look_up(docs) == expected
    assert [Lemmas(load_model()).look_up([doc])[0] for doc in reversed(docs)] == expected[::-1]


def test_the_rules_see_a_word_once(monkeypatch):
    known, docs = Lemmas(load_model()), [load_model()("The port is open.")]
    told = known.look_up(docs)
    monkeypatch.setattr(known, "_rules", [pytest.fail])
    assert known.look_up(docs) == told


def test_nothing_is_left_out_that_the_rules_ask_for():
    ruler: Any = load_model().get_pipe("attribute_ruler")
    for rule in ruler.patterns:
        for pattern in rule["patterns"]:
            assert set().union(*pattern) <= {"LOWER", "TAG", "DEP", "IS_SPACE"}
            assert all(lemmas_cover(asked) for asked in pattern if "DEP" in asked), pattern
            assert len(pattern) == 1 or (len(pattern) == 2 and opens(pattern[0])), pattern


def values(asked) -> set[str]:
    return set(asked.get("IN", ())) if isinstance(asked, dict) else {asked} - {None}


def lemmas_cover(asked) -> bool:
    """Whether every word that such a rule could apply to keeps its relation."""
    kept = ("DEP", ASKED_RELATIONS), ("TAG", ASKED_TAGS), ("LOWER", ASKED_WORDS)
    spaces = asked.get("IS_SPACE") is True  # what stands for white space is no word of ours
    return spaces or any(values(asked.get(name)) and values(asked[name]) <= names for name, names in kept)


def opens(asked) -> bool:
    word = asked.get("LOWER")
    if isinstance(word, dict):
        return word == {"REGEX": "^y'?$"} and {"y", "y'"} <= OPENERS
    return word in OPENERS or asked == {"DEP": "expl"}
