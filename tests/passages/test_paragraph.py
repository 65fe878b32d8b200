"""Paragraphs, however a text was pasted."""

import pytest

from reportedly.passages.paragraph import paragraphs
from reportedly.spans import Span

# Two paragraphs as a program wraps them.
FIRST = (
    "The captain told a public inquiry on Tuesday that nobody had warned",
    "him of the storm before he left the harbour of Bressum, and that he",
    "had asked twice.",
)
SECOND = (
    "The harbour office disputes this. It says that a warning was sent to",
    "the ship and that it was confirmed by somebody who was on the bridge",
    "of the ship, and by Captain",
)


def words(text: str) -> list[str]:
    return [" ".join(one.words.split()) for one in paragraphs(text, Span(0, len(text)))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    assert words(end.join(FIRST + SECOND)) == [" ".join(FIRST), " ".join(SECOND)]


@pytest.mark.parametrize("end", ["\n\n", "\f", "\n\f", "\r\n\r\n"])
def test_a_sentence_goes_on_over_a_page(end: str) -> None:
    cut = "\n".join(SECOND[:2])
    assert words("\n".join(FIRST) + "\n" + cut + end + "of the accident.")[-1] == " ".join(
        (*SECOND[:2], "of the accident.")
    )
    assert words("\n".join(FIRST) + "\n" + cut + end + "Halvard.")[-1] == " ".join((*SECOND[:2], "Halvard."))


def test_a_page_number_stands_alone_in_mid_sentence() -> None:
    text = "\n".join(FIRST[:2]) + "\nPage 1 of 2\n\n" + FIRST[2]
    assert words(text) == [" ".join(FIRST[:2]), "Page 1 of 2", FIRST[2]]


def test_a_header_that_comes_back_stands_alone() -> None:
    header = "Northern Ledger - Ferry inquiry, page {}"
    text = "\n".join((*FIRST, header.format(1), *SECOND[:2], header.format(2), "of the ship."))
    found = paragraphs(text, Span(0, len(text)))
    assert [one.furniture for one in found] == [False, True, False, True, False]


def test_without_wrapping_a_line_is_a_paragraph() -> None:
    lines = [
        "Barge strikes pier",
        "By Nadia Verlaine",
        "The harbour was closed on Monday.",
        "“No light,” she said.",
    ]
    assert words("\n".join(lines)) == lines


def test_a_headline_is_not_joined_to_a_paragraph_that_begins_in_lower_case() -> None:
    lines = [
        "Mosque in the old town of Hale was closed for good on Monday",
        "al-Nuri mosque is nine centuries old.",
    ]
    assert words("\n\n".join(lines)) == lines


def test_a_list_keeps_its_items() -> None:
    lines = [
        "The law lets the ministry do three things without saying why:",
        "- close a ground",
        "• keep it closed",
    ]
    assert words("\n".join(lines)) == lines


def test_invisible_marks_are_no_words() -> None:
    assert words("\ufeffBarge strikes pier\n\n\u200b\n\nThe harbour was closed.") == [
        "Barge strikes pier",
        "The harbour was closed.",
    ]
