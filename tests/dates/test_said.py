import pytest

from reportedly.dates.dating import Dating
from reportedly.dates.expressions import find_expressions
from reportedly.dates.said import said_on
from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.statement import Statement

THURSDAY = Dating("2021-06-03", "June 3, 2021", "printed", (Span(0, 12),))


def spot(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def when(
    text: str, source: str, cue: str, content: str, published: Dating | None = THURSDAY
) -> Dating | None:
    reading = read_language(text, [Passage("body", Span(0, len(text)))])
    statement = Statement(
        "indirect", "say", "assert", spot(text, source), spot(text, cue), spot(text, content)
    )
    return said_on(statement, text, reading, find_expressions(text, reading, published), published)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "words", "edtf"),
    [
        (
            "On Tuesday, Ana Petrova, minister of ports, stated that the pier is safe.",
            "Ana Petrova, minister of ports", "stated", "that the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "In a briefing on Tuesday in Arden, spokeswoman Ana Petrova said the pier is safe.",
            "spokeswoman Ana Petrova", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "“The pier is safe,” Petrova told reporters on Wednesday.",
            "Petrova", "told", "“The pier is safe,”", "Wednesday", "2021-06-02",
        ),
        (
            "Petrova said on Wednesday that the vote held on Monday was fair.",
            "Petrova", "said", "that the vote held on Monday was fair", "Wednesday", "2021-06-02",
        ),
        (
            "A letter sent on Monday says the pier is safe.",
            "A letter sent on Monday", "says", "the pier is safe", "Monday", "2021-05-31",
        ),
        (
            "In a Tuesday interview with reporters, Petrova said the pier is safe.",
            "Petrova", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova said in a March meeting that the pier is safe.",
            "Petrova", "said", "that the pier is safe", "March", "2021-03",
        ),
        (
            "On Tuesday Petrova praised the crew and added that the pier is safe.",
            "Petrova", "added", "that the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova met the crew on Tuesday, saying the pier is safe.",
            "Petrova", "saying", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova welcomed the plan for a second pier on Tuesday.",
            "Petrova", "welcomed", "the plan for a second pier", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova praised the crew on Tuesday for its courage.",
            "Petrova", "praised", "the crew on Tuesday for its courage", "Tuesday", "2021-06-01",
        ),
        (
            "When the council met on Tuesday, Petrova said the pier is safe.",
            "Petrova", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova opened the talks on Tuesday by saying the pier is safe.",
            "Petrova", "saying", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "In a Tuesday morning tweet Petrova said the pier is safe.",
            "Petrova", "said", "the pier is safe", "Tuesday morning", "2021-06-01",
        ),
        (
            "Earlier this week Petrova said the pier is safe.",
            "Petrova", "said", "the pier is safe", "Earlier this week", "2021-05-31/2021-06-03",
        ),
        (
            "Visiting the port on Tuesday, Petrova said the pier is safe.",
            "Petrova", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova, who spoke to Hale at the town hall on Tuesday, said the pier is safe.",
            "Petrova", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova met Hale on Tuesday and told him the pier is safe.",
            "Petrova", "told", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "While campaigning in Arden on Tuesday, Petrova said the pier is safe.",
            "Petrova", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "Petrova appeared on a show on Tuesday and defended the pier.",
            "Petrova", "defended", "the pier", "Tuesday", "2021-06-01",
        ),
        (
            "On Tuesday, Petrova held a meeting where she said the pier is safe.",
            "she", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
        (
            "On Tuesday Ana Petrova said the pier is safe.",
            "Ana Petrova", "said", "the pier is safe", "Tuesday", "2021-06-01",
        ),
    ],
)  # fmt: skip
def test_takes_the_time_that_governs_the_cue(text, source, cue, content, words, edtf):
    found = when(text, source, cue, content)
    assert found is not None
    assert (found.text, found.edtf) == (words, edtf)
    assert found.evidence[0] == spot(text, words)[0]
    assert THURSDAY.evidence[0] in found.evidence


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Petrova said that the pier reopened on Monday.",
            "Petrova",
            "said",
            "that the pier reopened on Monday",
        ),
        (
            "The winner of the 2016 vote said the pier is safe.",
            "The winner of the 2016 vote",
            "said",
            "the pier is safe",
        ),
        (
            "In an interview published on Tuesday, Petrova said the pier is safe.",
            "Petrova",
            "said",
            "the pier is safe",
        ),
        (
            "Petrova took office on Monday and said the pier is safe.",
            "Petrova",
            "said",
            "the pier is safe",
        ),
        (
            "Having left office on Monday, Petrova said the pier is safe.",
            "Petrova",
            "said",
            "the pier is safe",
        ),
        ("As Petrova said, the ferry sank on Monday.", "Petrova", "said", "the ferry sank on Monday"),
        ("After the 2016 vote, Petrova said the pier is safe.", "Petrova", "said", "the pier is safe"),
        (
            "The storm hit on Monday, and Petrova said the pier is safe.",
            "Petrova",
            "said",
            "the pier is safe",
        ),
    ],
)
def test_takes_no_other_time(text, source, cue, content):
    assert when(text, source, cue, content) is None


def test_keeps_the_words_where_the_day_is_not_settled():
    found = when("Petrova said on Wednesday that it sank.", "Petrova", "said", "that it sank", None)
    assert found == Dating(None, "Wednesday", None, (Span(16, 25),))


@pytest.mark.parametrize(
    ("text", "cue", "content", "words"),
    [
        ("Petrova must decide next month whether it sails.", "must decide", "whether it sails", "next month"),
        ("Petrova will say on Friday that it sails.", "will say", "that it sails", "Friday"),
        ("Petrova plans to say on Friday that it sails.", "to say", "that it sails", "Friday"),
        ("On 5 June 2021 Petrova said that it sails.", "said", "that it sails", "5 June 2021"),
    ],
)
def test_nothing_was_said_after_the_report(text, cue, content, words):
    found = when(text, "Petrova", cue, content)
    assert found is not None
    assert (found.text, found.edtf) == (words, None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The pier is shut since last month, when Petrova said it is unsafe.", "2021-05"),
        ("The pier has been shut since the vote in May in Arden, when Petrova said it is unsafe.", "2021-05"),
        ("The lock broke after it froze in May, when the pier sank as Petrova said it is unsafe.", None),
    ],
)
def test_a_time_that_a_clause_takes_up_is_its_own(text, edtf):
    dating = when(text, "Petrova", "said", "it is unsafe")
    assert (dating.edtf if dating else None) == edtf


@pytest.mark.parametrize(
    ("text", "cue", "content", "edtf"),
    [
        ("Petrova praised the new deal in a tweet on Tuesday.", "praised", "the new deal", "2021-06-01"),
        ("Petrova announced a levy on fish earlier this year.", "announced", "a levy on fish", "2021"),
        ("In a suit filed on Tuesday, Petrova said it sank.", "said", "it sank", "2021-06-01"),
        ("In a memo leaked on Tuesday, Petrova said it sank.", "said", "it sank", None),
        ("In reply to Tuesday’s vote, Petrova said it sank.", "said", "it sank", None),
    ],
)
def test_a_time_leads_through_where_it_was_said(text, cue, content, edtf):
    dating = when(text, "Petrova", cue, content)
    assert (dating.edtf if dating else None) == edtf
