from reportedly.language.parse import read_language
from reportedly.language.tree import Tree, climb, grow_tree, head_in, tokens_in
from reportedly.passages.passage import Passage
from reportedly.spans import Span


def tree_of(text: str) -> Tree:
    return grow_tree(read_language(text, (Passage("body", Span(0, len(text))),)))


def test_a_subtree_is_a_word_with_all_that_hangs_on_it():
    tree = tree_of("The old envoy of Ardania said that the talks had failed.")
    envoy = next(i for i, token in enumerate(tree.tokens) if token.text == "envoy")
    assert " ".join(tree.tokens[i].text for i in tree.subtree(envoy)) == "The old envoy of Ardania"


def test_kids_are_found_by_relation():
    tree = tree_of("The envoy said that the talks had failed.")
    said = next(i for i, token in enumerate(tree.tokens) if token.text == "said")
    assert [tree.tokens[i].text for i in tree.kids(said, "nsubj")] == ["envoy"]
    assert [tree.tokens[i].text for i in tree.kids(said, "ccomp")] == ["failed"]
    assert tree.kid(said, "agent") is None


def test_a_span_has_its_tokens_and_their_head():
    text = "The old envoy of Ardania said so."
    reading = read_language(text, (Passage("body", Span(0, len(text))),))
    span = Span(text.index("old"), text.index(" said"))
    assert [reading.tokens[i].text for i in tokens_in(reading, span)] == ["old", "envoy", "of", "Ardania"]
    head = head_in(reading, span)
    assert head is not None
    assert reading.tokens[head].text == "envoy"
    assert [reading.tokens[i].text for i in climb(reading, tokens_in(reading, span)[-1])] == [
        "of",
        "envoy",
        "said",
    ]
