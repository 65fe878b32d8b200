"""Quotation marks as structure, whatever the keyboard."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.quotes import find_quotations


def quotations(*paragraphs: str):
    text = "\n\n".join(paragraphs)
    passages: list[Passage] = []
    start = 0
    for paragraph in paragraphs:
        end = min(start + len(paragraph) + 2, len(text))
        passages.append(Passage("body", Span(start, end)))
        start = end
    return text, find_quotations(text, passages)


def inner(*paragraphs: str) -> list[str]:
    text, found = quotations(*paragraphs)
    return [quotation.inner.words(text) for quotation in found]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” she said.",
        '"We stay," she said.',
        "‘We stay,’ she said.",
        "'We stay,' she said.",
        "«We stay,» she said.",
        "„We stay,“ she said.",
        "``We stay,'' she said.",
        "''We stay,'' she said.",
    ],
)
def test_every_kind_of_mark(text):
    assert inner(text) == ["We stay,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘never’ to me,” she said.", ["He said ‘never’ to me,"]),
        ("‘He said “never” to me,’ she said.", ["He said “never” to me,"]),
        ("“The ‘army’” is gone.", ["The ‘army"]),
        ("‘We don’t know,’ he said, and the ’90s were over.", ["We don’t know,"]),
        ("‘The ministers’ letter is lost,’ he said.", ["The ministers’ letter is lost,"]),
        ("The workers' union met at six o'clock in the '90s.", []),
        ('A 5\' 11" man stood by a 6" pipe.', []),
        ("(“One”) [“two”]—“three”", ["One", "two", "three"]),
        ("“One”“two”", ["One", "two"]),
    ],
)
def test_marks_in_company(text, expected):
    assert inner(text) == expected


def test_a_quotation_left_open_ends_with_its_paragraph():
    text, found = quotations("She said: “We stay.", "Nobody asked.")
    assert [(q.inner.words(text), q.marks) for q in found] == [("We stay.", "unclosed")]


def test_an_unopened_quotation_starts_with_its_sentence():
    text, found = quotations("It rained. We do not meddle,” he added.")
    assert [(q.inner.words(text), q.marks) for q in found] == [("We do not meddle,", "unopened")]


def test_a_long_quotation_goes_on_from_paragraph_to_paragraph():
    text, found = quotations("She said: “One.", "“Two.", "“Three.” He left.")
    assert [(q.inner.words(text), q.marks, q.goes_on) for q in found] == [
        ("One.", None, False),
        ("Two.", None, True),
        ("Three.", None, True),
    ]


def test_what_is_not_read_has_no_quotations():
    text = "“Subscribe now,” they say."
    assert find_quotations(text, [Passage("notice", Span(0, len(text)))]) == ()


@settings(max_examples=150, deadline=None)
@example([".``.”"])
@given(st.lists(st.text(alphabet="aB .,s\n“”‘’'\"«»(`", max_size=30), max_size=4))
def test_quotations_stand_apart_and_in_order(paragraphs):
    text, found = quotations(*[paragraph for paragraph in paragraphs if paragraph])
    ends = [0] + [q.span.end for q in found]
    assert all(end <= q.span.start for end, q in zip(ends, found, strict=False))
    assert all(q.span.holds(q.inner) and q.span.end <= len(text) for q in found)
