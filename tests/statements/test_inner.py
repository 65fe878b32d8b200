"""What someone says that another said."""

from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.find import find_statements


def found(text: str) -> list[tuple[str, str, int | None, list[str]]]:
    passages = (Passage("body", Span(0, len(text))),)
    statements = find_statements(text, passages, read_language(text, passages))
    return [
        (
            one.source[0].words(text),
            " / ".join(span.words(text) for span in one.content),
            one.within,
            [span.words(text) for carrier in one.via for span in carrier],
        )
        for one in statements
    ]


def test_the_inner_statement_names_the_outer_one_and_who_carried_it():
    assert found("The ministry said Ambassador Rhys told the envoy that the talks would go on.") == [
        ("The ministry", "Ambassador Rhys told the envoy that the talks would go on", None, []),
        ("Ambassador Rhys", "that the talks would go on", 0, ["The ministry"]),
    ]


def test_a_speaker_s_own_words_recalled_are_one_statement():
    (one,) = found("“I said it then and I say it now: the bridge must go,” Mayor Dorn said.")
    assert one[2] is None


def test_who_is_quoted_by_another_is_credited_and_the_other_carried_it():
    (one,) = found("The envoy was quoted by a state agency as saying that the border would open.")
    assert one == ("The envoy", "that the border would open", None, ["a state agency"])


def test_only_what_stands_in_inner_marks_is_the_inner_speaker_s_own_words():
    text = "“The minister said the road was ‘a grave’ for the town,” Mayor Dorn told reporters."
    passages = (Passage("body", Span(0, len(text))),)
    outer, *inner = find_statements(text, passages, read_language(text, passages))
    assert outer.kind == "direct"
    assert [one.kind for one in inner] in ([], ["mixed"])
    assert all(span.words(text) == "a grave" for one in inner for span in one.quoted)
