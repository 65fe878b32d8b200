"""The list of phrases is read whole, and each phrase fits what stands in its line."""

from typing import get_args

from reportedly.passages.phrases import PHRASES, Opens, is_furniture
from reportedly.reports.report import PassageKind


def test_every_phrase_names_a_known_kind() -> None:
    assert len(PHRASES) > 100
    assert {phrase.kind for phrase in PHRASES} <= set(get_args(PassageKind))
    assert {phrase.opens for phrase in PHRASES} <= {None, *get_args(Opens)}


def test_no_phrase_fits_nothing() -> None:
    assert not [phrase for phrase in PHRASES if phrase.pattern.match("")]


def test_a_phrase_does_not_fit_a_long_paragraph() -> None:
    subscribe = next(phrase for phrase in PHRASES if phrase.fits("Subscribe to our newsletter"))
    assert not subscribe.fits("Subscribe to our newsletter" + " and so on" * 40)


def test_furniture() -> None:
    assert all(map(is_furniture, ["Page 2 of 3", "- 4 -", "7", "2/3", "https://ledger.example/pier 2/3"]))
    assert not any(
        map(is_furniture, ["Page 2 of the report was missing.", "1984 was a good year", "more ships"])
    )
