import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.comparison.align import align
from reportedly.comparison.prints import FEWEST, prints_of
from reportedly.comparison.words import Words, words_of
from reportedly.passages.passage import Passage
from reportedly.spans import Span

FERRY = (
    "The ferry from Arden left an hour late on Monday because a crate of lanterns had slipped off the pier "
    "and nobody could say whose it was. "
)
DIVERS = (
    "Two divers went down twice before the tide turned, and the harbour master paid them in lamp oil, as "
    "the custom of the port has been since the war. "
)
OTHER = (
    "A new bakery opened behind the town hall, with seven kinds of bread and a queue that reached the "
    "fountain before noon. "
)


def words(text: str) -> Words:
    return words_of(text, [Passage("body", Span(0, len(text)))])


def shared(one: str, other: str) -> list[tuple[str, str]]:
    here, there = words(one), words(other)
    return [
        (
            here.hull(s.first, s.last).words(one),
            there.hull(s.other_first, s.other_last).words(other),
        )
        for s in align(here, there)
    ]


def bare(text: str) -> str:
    return text.strip().rstrip(".")


def test_a_passage_of_two_reports_is_found_where_it_stands():
    assert shared(OTHER + FERRY, FERRY + DIVERS) == [(bare(FERRY), bare(FERRY))]


def test_reports_of_one_event_in_their_own_words_share_nothing():
    other = "Because a crate of lanterns fell into the water, the Arden ferry was an hour late on Monday. "
    assert shared(FERRY, other) == []


def test_a_passage_may_be_lightly_edited():
    edited = FERRY.replace("slipped off", "fallen from").replace("nobody could", "no one was able to")
    assert shared(OTHER + FERRY, edited + DIVERS) == [(bare(FERRY), bare(edited))]


def test_a_passage_may_be_put_in_another_order():
    found = shared(FERRY + DIVERS, DIVERS + FERRY)
    assert {(bare(FERRY), bare(FERRY)), (bare(DIVERS), bare(DIVERS))} == set(found)


def test_a_dozen_words_are_a_copy_only_where_they_are_the_same():
    dozen = "a crate of lanterns had slipped off the wet pier at Arden harbour"
    assert shared(f"{OTHER}{dozen}.", f"{dozen}. {DIVERS}") == [(dozen, dozen)]
    assert shared(f"{OTHER}{dozen}.", f"{dozen.replace('wet', 'old')}. {DIVERS}") == []


@pytest.mark.parametrize(
    "said",
    [
        "“{}”, she said.",
        "officials who spoke on condition of anonymity because they were not authorized to speak publicly "
        "about the matter did not immediately respond to a request for comment",
    ],
)
def test_a_shared_quotation_or_a_stock_phrase_is_no_copy(said):
    told = said.format(bare(FERRY))
    assert shared(f"{OTHER}{told} ", f"{told} {DIVERS}") == []


def test_a_quotation_that_lacks_a_mark_in_one_report_is_none_either():
    assert shared(f"{OTHER}“{bare(FERRY)}”, she said.", f"{bare(FERRY)}”, she said. {DIVERS}") == []


def test_what_is_set_aside_is_no_part_of_a_copy():
    text = FERRY + "\n\nSubscribe to the letter.\n\n" + DIVERS
    first, last = text.index("Subscribe"), text.index("Two divers")
    passages = [
        Passage("body", Span(0, first)),
        Passage("notice", Span(first, last)),
        Passage("body", Span(last, len(text))),
    ]
    here, there = words_of(text, passages), words(FERRY + DIVERS)
    found = [here.hull(s.first, s.last).words(text) for s in align(here, there)]
    assert found == [bare(FERRY), bare(DIVERS)]


def test_reports_that_share_a_dozen_words_share_enough_prints():
    run = "two divers went down before the tide and were paid in oil"
    assert len(prints_of(words(OTHER + run)) & prints_of(words(f"{run} {FERRY}"))) >= FEWEST
    assert not prints_of(words(OTHER)) & prints_of(words(FERRY))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_what_is_shared_lies_in_both_and_is_the_same_both_ways(one, other):
    here, there = words(" ".join(["x", *one])), words(" ".join(["y", *other]))
    for part in align(here, there):
        assert 0 < part.first < part.last <= len(one) + 1
        assert 0 < part.other_first < part.other_last <= len(other) + 1
        assert part.run <= part.same <= min(part.last - part.first, part.other_last - part.other_first)
