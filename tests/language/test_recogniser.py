"""The recogniser led step by step finds what it finds by itself."""

from collections.abc import Iterable

from spacy.tokens import Doc

from reportedly.language.model import RECOGNISER, load_model
from reportedly.language.recogniser import mark_names

TEXTS = (
    "Mira Kass of the Harbour Council flew from Arden to Lisbon on Monday, Reuters said.",
    "",
    "Nobody came.",
    "The United Nations and Jon Hale, the mayor of Holm, met Ana Petrova's aides.",
    " \n ",
)


def names(docs: Iterable[Doc]) -> list[list[tuple[int, int, str]]]:
    return [[(name.start, name.end, name.label_) for name in doc.ents] for doc in docs]


def test_the_same_names_are_found() -> None:
    model, recogniser = load_model(), load_model().get_pipe(RECOGNISER)
    by_itself = [recogniser(doc) for doc in model.pipe(TEXTS)]
    led = tuple(model.pipe(TEXTS))
    mark_names(led)
    assert names(led) == names(by_itself)
    assert any(names(led))


def test_more_documents_than_go_side_by_side() -> None:
    led = tuple(load_model().pipe(["Mira Kass spoke."] * 150))
    mark_names(led)
    assert names(led) == [[(0, 2, "PERSON")]] * 150


def test_no_documents_hold_no_names() -> None:
    mark_names([])
