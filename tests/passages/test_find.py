"""What stands where: whole texts, as they are pasted."""

import importlib.util
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.passages.find import find_passages
from reportedly.reports.report import Block, PassageKind, Report
from reportedly.spans import Span

BODY = (
    "The harbour of Bressum was closed on Monday after a barge struck the eastern pier, the port said.\n\n"
    "“It came out of the fog without a light,” said Mirja Stolt, who works there and denied it was dark.\n\n"
    "The ministry of transport has ordered an inquiry, which is to last until the end of the summer.\n\n"
)
HEAD = "Barge strikes pier in Bressum\n\n"


def report(text: str, *blocks: Block) -> Report:
    return Report("", "text", text, blocks)


def kinds(text: str) -> list[tuple[str, str]]:
    """Each passage's kind and its words, for reading."""
    return [(one.kind, one.span.words(text).strip()) for one in find_passages(report(text))]


def kind_of(line: str, text: str) -> str:
    return next(kind for kind, words in kinds(text) if words.startswith(line))


def in_body(line: str) -> str:
    """The kind of a paragraph that stands between others of the body."""
    return kind_of(line, HEAD + BODY + line + "\n\n" + BODY)


def test_a_report_from_headline_to_notice() -> None:
    text = (
        "Barge strikes pier in Bressum\nBy Nadia Verlaine\nUpdated 3 May 2023, 10:15\n\n"
        "BRESSUM, Varenia – The harbour was closed on Monday, the port office said, for a week at least.\n\n"
        "“It came out of the fog,” said Mirja Stolt.\n\n"
        "- Advertisement -\n\n"
        "The ministry has ordered an inquiry.\n\n"
        "Subscribe to our newsletter\nGet the latest news delivered to your inbox.\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "headline", "byline", "byline", "dateline", "body", "body", "notice", "body", "notice", "notice",
    ]  # fmt: skip
    assert kinds(text)[3] == ("dateline", "BRESSUM, Varenia –")


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ: Ferry owners sell third ship",
        "READ MORE",
        "Read also: Who owns the pier?",
        "RELATED: The night the lights went out",
        "Watch: The mayor answers your questions",
        "[Who owns the pier?](https://ledger.example/pier)",
        "Click here to read the full report",
        "For more on this story, visit our live page",
    ],
)
def test_a_link_to_another_story_is_a_teaser_and_the_body_goes_on(line: str) -> None:
    assert in_body(line) == "teaser"
    assert kinds(HEAD + BODY + line + "\n\n" + BODY)[-1][0] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Share this: Click to share on Twitter (Opens in new window)",
        "Facebook Twitter WhatsApp Email",
        "Subscribe to our newsletter",
        "Sign up now and receive our best stories every morning, sent straight to your mailbox.",
        "Like us on Facebook",
        "Copyright © 2023 The Bressum Daily. All rights reserved.",
        "The views expressed in this article are the author’s own.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Filed under: shipping, Bressum",
        "Already a subscriber? Log in",
    ],
)
def test_what_the_site_says_for_itself_is_a_notice(line: str) -> None:
    assert in_body(line) == "notice"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Anton Weil",
        "(Image credit: Port of Bressum)",
        "FILE - The pier of Bressum is seen before the accident, on 2 March 2021.",
        "The pier on Monday. (Photo by Anton Weil/Bressum Daily)",
        "Divers at the eastern pier. Anton Weil/Getty Images",
        "![The pier](pier.jpg)",
        "In this photo released by the port office, divers examine the pier.",
        "Mirja Stolt (left) with divers at the eastern pier in Bressum",
    ],
)
def test_a_picture_has_a_caption(line: str) -> None:
    assert in_body(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "By Nadia Verlaine and Simon Achter, Staff Writers",
        "BY NADIA VERLAINE",
        "Nadia Verlaine | Staff Reporter",
        "Published 3 March 2021",
        "This post was last updated on March 3rd, 2021 at 01:21 pm",
        "Updated 5:14 PM ET, Wed March 3, 2021",
        "3 min read",
        "March 3, 2021",
        "(Reporting by Nadia Verlaine; Editing by Lorna Pike)",
        "Nadia Verlaine contributed to this report.",
        "Verlaine reported from Port Astel.",
    ],
)
def test_who_and_when_is_a_byline(line: str) -> None:
    assert kind_of(line, HEAD + line + "\n\n" + BODY) == "byline"
    assert kind_of(line, HEAD + BODY + line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "“Subscribe to our newsletter, they said, and you will know everything,” Stolt recalled.",
        "Subscribe to our newsletter, the mayor told the crowd, “and you will learn nothing at all”.",
        "Comments are closed to nobody, the minister said, adding that he reads every letter himself.",
        "By Friday the port office had counted forty ships at anchor.",
        "Updated figures from the port showed 12 injured.",
        "Photographs of the pier were shown to the court on Tuesday.",
        "Related questions were put to the harbour master, who did not answer them.",
        "Copyright law does not protect harbours, her lawyer said.",
        "Share prices of Bressum Lines fell by a tenth.",
        "The watch officer's log says:",
        "Nadia Verlaine, a reporter for the Bressum Daily, was arrested at the pier.",
        "More from the ministry was not to be had, said Ms. Stolt.",
        "“We will not go,” he said.",
        "He declined.",
        "What the inquiry will ask",
        "Video, which a neighbour posted on Tuesday, shows the barge.",
        "A photo taken by a neighbour was given to the court.",
        "Background: the pier had been closed twice before, and each time the port promised new lamps.",
        "Disclosure of the report would harm the inquiry, the port argues.",
        "The ministry is not responsible for the pier.",
        "The names of the crew may not be published before their families know.",
        "Published on Friday, the report blames the port.",
        "Shelling was reported from the eastern shore.",
        "Stolt (left-wing) and Achter (right) have voted against the pier for ten years.",
        "The list can be found on the door of the port.",
        "First published in 1960, the chart shows no light there.",
    ],
)
def test_a_sentence_of_the_report_stays_in_the_body(line: str) -> None:
    assert in_body(line) == "body"


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("LONDON (Reuters) - The", "LONDON (Reuters) -"),
        ("PORT SELE – On", "PORT SELE –"),
        ("Paris, 3 June: The", "Paris, 3 June:"),
        ("PORT ASTEL, Varenia — The", "PORT ASTEL, Varenia —"),
        ("HALE, June 21 (UPI) -- The", "HALE, June 21 (UPI) --"),
        ("(AFP) – The", "(AFP) –"),
        ("HALE: The", "HALE:"),
        ("HALE (Sputnik - 28th March, 2019) The", "HALE (Sputnik - 28th March, 2019)"),
        ("Hale (MPA) — “We", "Hale (MPA) —"),
        ("HALE, March 12. /TASS/. The", "HALE, March 12. /TASS/."),
    ],
)
def test_a_dateline_ends_with_its_dash(line: str, dateline: str) -> None:
    found = kinds(
        HEAD + line + " harbour was closed after a barge struck the pier, the port office said.\n\n" + BODY
    )
    assert found[1] == ("dateline", dateline)
    assert found[2][0] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "NATO — which has no ships here — said nothing.",
        "STOLT: The pier was lit.\n\nACHTER: It was not, and you know it.",
        "Pilots: The pier was always dark.",
        "EXCLUSIVE – Nobody had looked at the lamps.",
        "Portland, Ore. is far away from all this.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert "dateline" not in {kind for kind, _ in kinds(HEAD + line + "\n\n" + BODY)}


def test_a_list_of_other_stories_ends_the_report() -> None:
    tail = (
        "You May Also Like\n\nFerry owners sell third ship\n\n"
        "Bressum Lines said on Thursday that it had sold the Halvard to a buyer it did not name.\n\n"
        "Who owns the pier?\n\nThe question has no simple answer, as the register of the port ...\n"
    )
    found = kinds(HEAD + BODY + tail)
    assert [kind for kind, _ in found] == ["headline", "body", "body", "body"] + ["teaser"] * 5


def test_a_list_of_other_stories_inside_the_report_does_not() -> None:
    found = kinds(
        HEAD + BODY + "Related Articles\n\nFerry owners sell third ship\n\nWho owns the pier?\n\n" + BODY
    )
    assert [kind for kind, _ in found] == ["headline"] + ["body"] * 3 + ["teaser"] * 3 + ["body"] * 3


def test_a_crosshead_after_a_list_of_other_stories_is_no_title_of_one() -> None:
    box = "More on Bressum\n\n• Ferry owners sell ship\n\n2 days ago\n\n• Who owns the pier?\n\nyesterday\n\n"
    paragraph, *rest = BODY.split("\n\n")
    found = kinds(HEAD + BODY + box + paragraph + "\n\n‘No lamps’\n\n" + "\n\n".join(rest) + BODY)
    assert [kind for kind, _ in found[9:]] == ["body"] * 7


def test_the_signature_of_a_quoted_post_stays() -> None:
    assert in_body("— Rep. Mirja Stolt (@mirja) May 3, 2023") == "body"


def test_comments_last_to_the_end() -> None:
    thread = (
        "2 Comments\n\nJoris says:\n14 May 2022 at 10:02\n\n"
        "“It came out of the fog,” she says. I was there, and there was no fog, as anybody knows.\n\n"
        "Reply\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n\n"
        "Name *\n\nEmail *\n"
    )
    found = kinds(HEAD + BODY + thread)
    assert [kind for kind, _ in found] == ["headline"] + ["body"] * 3 + ["comment"] * 9


def test_a_sentence_without_a_verb_under_the_headline_is_a_caption() -> None:
    caption = "Mirja Stolt, the chief of the port, with a diver at the pier in Bressum on Monday."
    assert kind_of(caption, HEAD + caption + "\n\n" + BODY) == "caption"
    sentence = "Stolt, the chief of the port, spoke with divers at the pier in Bressum before dawn."
    assert kind_of(sentence, HEAD + sentence + "\n\n" + BODY) == "body"
    assert kind_of("Stolt, Achter", HEAD + "Stolt, Achter meet at the pier.\n\n" + BODY) == "body"


def test_a_link_to_the_comments_amid_the_text_opens_nothing() -> None:
    assert kinds(HEAD + BODY + "12 Comments\n\n" + BODY)[-1][0] == "body"
    assert kinds(HEAD + "Show Comments (4)\n\n" + BODY)[-1][0] == "body"


def test_the_authors_box() -> None:
    found = kinds("Pier\n\nBy Greta Sund\n\n" + BODY + "Greta Sund leads the opposition in Bressum.\n")
    assert found[-1][0] == "about"
    found = kinds(HEAD + BODY + "About the author\n\nGreta Sund has written about the sea for ten years.\n")
    assert [kind for kind, _ in found[-2:]] == ["about", "about"]


def test_one_paragraph_a_line() -> None:
    found = kinds(HEAD.strip() + "\n" + BODY.replace("\n\n", "\n"))
    assert [kind for kind, _ in found] == ["headline", "body", "body", "body"]


def test_a_first_sentence_is_no_headline() -> None:
    assert kinds(BODY)[0][0] == "body"
    assert kinds("The harbour was closed on Monday.\n\n" + BODY)[0][0] == "body"


def test_the_markup_of_a_page_is_believed_and_its_body_read_again() -> None:
    parts: list[tuple[PassageKind, str]] = [
        ("headline", "Barge strikes pier"),
        ("byline", "Nadia Verlaine"),
        ("body", "BRESSUM (MPA) — The harbour was closed on Monday, the port office said."),
        ("body", "Read more: Who owns the pier?"),
        ("body", "“It came out of the fog,” said Mirja Stolt, who works at the port."),
        ("comment", "Read more: nothing."),
    ]
    text = "\n\n".join(words for _, words in parts)
    at = 0
    blocks = []
    for kind, words in parts:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 2
    found = [one.kind for one in find_passages(report(text, *blocks))]
    assert found == ["headline", "byline", "dateline", "body", "teaser", "body", "comment"]


def test_white_space_is_one_body_passage_and_nothing_is_none() -> None:
    assert [one.kind for one in find_passages(report(" \r\n\u00a0\f\u2028"))] == ["body"]
    assert find_passages(report("")) == ()


KINDS: st.SearchStrategy[PassageKind] = st.sampled_from(["headline", "body", "comment"])
LINES = st.sampled_from(
    [
        *HEAD.split(),
        *BODY.split("\n\n"),
        "You May Also Like",
        "Leave a Reply",
        "Name *",
        "By Nadia Verlaine",
        "# Pier",
    ]
)
ENDS = st.sampled_from(
    ["\n", "\r\n", "\r", "\n\n", "\f", "\u2028", "\u2029", "\u00a0", "\x85", "\ufeff", "🙂", " "]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60), st.lists(st.one_of(LINES, ENDS, st.text(max_size=9)), max_size=14).map("".join)
    )
)
@example("\ufeff")
@example("\r\r\n\u2028x\f")
def test_passages_tile_any_text(text: str) -> None:
    found = find_passages(report(text))
    assert "".join(one.span.words(text) for one in found) == text
    assert all(a.span.end == b.span.start for a, b in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(KINDS, st.text(min_size=1, max_size=20)),
        min_size=1,
    )
)
def test_passages_tile_any_page(parts: list[tuple[PassageKind, str]]) -> None:
    text = "\n".join(words for _, words in parts)
    at = 0
    blocks = []
    for kind, words in parts:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 1
    found = find_passages(report(text, *blocks))
    assert "".join(one.span.words(text) for one in found) == text


def scorer() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "passages.py"
    spec = importlib.util.spec_from_file_location("passages_scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_labelled_texts_hold_their_floor() -> None:
    bench = scorer()
    table = bench.scores(bench.confusion(bench.own_texts()))
    assert table["all"]["accuracy"] >= 0.97
    assert table["body"]["recall"] >= 0.99
    assert table["body"]["f1"] >= 0.98
