"""Quotations come whole, and go to who spoke last where they have no cue of their own."""

from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.draft import Draft
from reportedly.statements.quotes import find_quotations
from reportedly.statements.whole import completed, with_following


def laid_out(*paragraphs: str) -> tuple[str, tuple[Passage, ...]]:
    text, passages = "", []
    for paragraph in paragraphs:
        passages.append(Passage("body", Span(len(text), len(text) + len(paragraph) + 2)))
        text += paragraph + "\n\n"
    return text, tuple(passages)


def draft(text: str, source: str, cue: str, content: str) -> Draft:
    def place(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    return Draft(place(source), place(cue), place(content), 0.9)


def grown(found: tuple[Draft, ...], text: str) -> list[list[str]]:
    return [[span.words(text) for span in one.content] for one in found]


def test_a_content_that_ends_inside_marks_takes_the_whole_quotation():
    text, passages = laid_out("Kass said “the road is closed and stays so” on Monday.")
    found = completed(
        text, [draft(text, "Kass", "said", "“the road is closed")], find_quotations(text, passages)
    )
    assert grown(found, text) == [["“the road is closed and stays so”"]]


def test_words_of_another_statement_are_left_to_it():
    text, passages = laid_out("“It is over,” Kass said. “So Lind told me it was.”")
    both = [draft(text, "Kass", "said", "“It is over,”"), draft(text, "Lind", "told", "it was")]
    assert grown(completed(text, both, find_quotations(text, passages)), text) == [
        ["“It is over,”"],
        ["it was"],
    ]


def test_a_quotation_that_follows_goes_to_who_spoke():
    text, passages = laid_out(
        "“It is over,” Kass said. She left. “Nobody stopped us.”", "“Nobody helped us.”"
    )
    found = with_following(
        text, passages, [draft(text, "Kass", "said", "“It is over,”")], find_quotations(text, passages)
    )
    assert grown(found, text) == [["“It is over,”", "“Nobody stopped us.”", "“Nobody helped us.”"]]


def test_a_title_that_follows_does_not():
    text, passages = laid_out(
        "“It is over,” Kass said. “A Winter” opened.", "Snow fell.", "“Nobody helped us.”"
    )
    found = with_following(
        text, passages, [draft(text, "Kass", "said", "“It is over,”")], find_quotations(text, passages)
    )
    assert grown(found, text) == [["“It is over,”"]]
