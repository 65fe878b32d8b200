from typing import Any

from reportedly.parties.anchor import AROUND, places_of

TEXT = "Mira Holt spoke first. Then the mayor answered, and then Mira Holt spoke again."


def anchor(start: int, words: str, text: str = TEXT) -> dict[str, Any]:
    end = start + len(words)
    around = {"before": text[max(start - AROUND, 0) : start], "after": text[end : end + AROUND]}
    return {"start": start, "words": words, **around}


def test_words_are_found_where_they_stood():
    second = TEXT.rindex("Mira Holt")
    assert places_of(TEXT, anchor(second, "Mira Holt")) == [second]


def test_words_that_moved_are_found_by_what_stands_around_them():
    second = TEXT.rindex("Mira Holt")
    assert places_of("Sele. " + TEXT, anchor(second, "Mira Holt")) == [second + len("Sele. ")]


def test_words_without_their_surroundings_are_not_guessed():
    assert places_of("Mira Holt. Mira Holt.", anchor(TEXT.rindex("Mira Holt"), "Mira Holt")) == []
    assert places_of("Nobody.", anchor(0, "Mira Holt")) == []
