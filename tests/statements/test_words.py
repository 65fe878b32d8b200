"""A report's words as the marker reads them."""

from reportedly.language.encoder import load_encoder
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.quotes import find_quotations
from reportedly.statements.words import MOST_PIECES, Stretch, stretches


def read(*paragraphs: str) -> tuple[str, tuple[Stretch, ...]]:
    text, passages = "", []
    for paragraph in paragraphs:
        passages.append(Passage("body", Span(len(text), len(text) + len(paragraph) + 2)))
        text += paragraph + "\n\n"
    found = stretches(text, passages, find_quotations(text, passages), load_encoder().tokenizer)
    return text, tuple(found)


def test_words_stand_where_the_text_has_them():
    text, (stretch,) = read("Ms. Kass’s “no” won’t do.")
    assert [word.span.words(text) for word in stretch.words] == [
        "Ms", ".", "Kass", "’", "s", "“", "no", "”", "won", "’", "t", "do", ".",
    ]  # fmt: skip


def test_marks_tell_opening_inside_and_closing():
    _text, (stretch,) = read("She said “no way” twice.")
    assert [word.mark for word in stretch.words] == [0, 0, 1, 2, 2, 3, 0, 0]


def test_a_straight_mark_and_two_single_ones_are_read_alike():
    for paragraph in ('She said "no" twice.', "She said ''no'' twice."):
        text, (stretch,) = read(paragraph)
        assert {word.span.words(text): word.mark for word in stretch.words}["no"] == 2


def test_cases():
    _text, (stretch,) = read("the Kass NATO a")
    assert [word.case for word in stretch.words] == [0, 1, 2, 0]


def test_short_passages_share_a_stretch_and_long_ones_are_cut_after_a_sentence():
    text, found = read("Snow fell.", "It melted.")
    assert [word.passage for word in found[0].words] == [0, 0, 0, 1, 1, 1]
    text, found = read("Snow fell on the town again. " * 60)
    assert len(found) > 1
    for stretch in found:
        assert sum(len(word.pieces) for word in stretch.words) <= MOST_PIECES
        assert stretch.words[-1].span.words(text) == "."


def test_a_passage_without_a_sentence_end_or_a_space_is_cut_all_the_same():
    for paragraph in ("word " * 900, "x" * 3_000):
        text, found = read(paragraph)
        assert "".join(w.span.words(text) for s in found for w in s.words) == paragraph.replace(" ", "")


def test_arrays_tell_where_each_word_begins():
    _text, (stretch,) = read("Unforgivably late.", "Yes.")
    pieces, marks, cases, firsts = stretch.arrays()
    assert len(pieces) == len(marks) == len(cases)
    assert [pieces[at] for at in firsts] == [word.pieces[0] for word in stretch.words]
    assert pieces[0] == 101
    assert pieces[-1] == 102
    assert pieces.count(102) == 2
