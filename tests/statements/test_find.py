"""What holds of the statements of any text."""

import pickle
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.find import find_statements
from reportedly.statements.statement import Statement

PIECES = [
    "Mira Kass", "the ministry", "she", "who", "KASS:", "Q:", "said", "added", "asked", "told reporters",
    "denied", "according to", "called for", "wants to", "as", "was quoted by the agency as saying",
    "claim that", "confident that", "that the port is closed", "an inquiry", "(sic)", "[the envoy]",
    "“We stay,”", "“We", "stay.”", '"No', 'way,"', "‘it’s", "over’", "’", "”", "“", ".", ",", ":", "?", "…",
    "—", "\r\n", "\n\n", "\u00a0", "\x0c", "\u00ad", "😀",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join)


def paragraphs(text: str) -> tuple[Passage, ...]:
    """Passages that tile the text, parted where an empty line stands; the first is a headline."""
    passages: list[Passage] = []
    start = 0
    while start < len(text):
        end = text.find("\n\n", start) + 2
        end = end if end > 1 else len(text)
        passages.append(Passage("body" if passages else "headline", Span(start, end)))
        start = end
    return tuple(passages)


def found(text: str) -> tuple[Statement, ...]:
    passages = paragraphs(text)
    return find_statements(text, passages, read_language(text, passages))


def in_order_and_apart(spans: tuple[Span, ...]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(spans))


@settings(max_examples=120, deadline=None)
@given(TEXTS)
@example("")
@example("“”")
@example("KASS: “We stay,” she said, “and")
def test_every_statement_is_well_formed(text):
    statements = found(text)
    for statement in statements:
        assert statement.content
        for spans in (statement.source, statement.cue, statement.content, statement.quoted):
            assert in_order_and_apart(spans)
            assert all(span.end <= len(text) and span.words(text).strip() for span in spans)
        assert all(any(c.holds(q) for c in statement.content) for q in statement.quoted)
        assert all(any(q.holds(i) for q in statement.quoted) for i in statement.inserted)
        assert (statement.kind == "indirect") == (not statement.quoted)
        assert statement.source or statement.cue
    assert [s.content[0].start for s in statements] == sorted(s.content[0].start for s in statements)
    assert len({(s.source, s.cue, s.content) for s in statements}) == len(statements)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_a_statement_within_another_is_held_by_it(text):
    statements = found(text)
    for at, statement in enumerate(statements):
        if statement.within is not None:
            outer = statements[statement.within]
            assert statement.within != at
            assert all(
                any(c.holds(part) for c in outer.content) for part in statement.content + statement.cue
            )


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_statements(text):
    assert found(text) == found(text)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_no_text_is_refused(text):
    assert isinstance(found(text), tuple)


def test_straight_and_curly_marks_say_the_same():
    curly = "“We don’t know,” Kass said. “It’s ‘over’ for us.”"
    straight = curly.translate(dict(zip(map(ord, "“”‘’"), "\"\"''", strict=True)))
    assert found(curly) == found(straight)


def test_line_ends_and_odd_spaces_leave_the_words():
    plain = "The ministry said the ship had left. “It left on Sunday,” the captain told reporters."
    odd = (
        plain.replace("the ship", "the\r\nship")
        .replace("told ", "told\u00a0")
        .replace("left on", "left\x0con")
    )
    words = [
        [" ".join(span.words(text).split()) for s in found(text) for span in s.content]
        for text in (plain, odd)
    ]
    assert words[0] == words[1]


def test_statements_pickle():
    statements = found("“We stay,” said Mira Kass.")
    assert pickle.loads(pickle.dumps(statements)) == statements


def test_a_text_without_words_has_no_statements():
    for text in ("", " \n\n ", "“”", "…"):
        assert found(text) == ()


def test_reader_comments_and_notices_hold_no_statements():
    text = "Kass said the port was closed."
    for kind in ("comment", "notice", "teaser", "about", "byline", "dateline"):
        passages = (Passage(kind, Span(0, len(text))),)
        assert find_statements(text, passages, read_language(text, passages)) == ()


def test_pieces_of_one_content_do_not_overlap_and_give_the_text_back():
    text = "“We came,” said Mira Kass, “and we stay.”"
    (statement,) = found(text)
    assert [span.words(text) for span in statement.content] == ["“We came,”", "“and we stay.”"]
