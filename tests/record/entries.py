"""One small entry, made by hand, for the tests of the record."""

import hashlib

from reportedly.dates.dating import Dating, Expression
from reportedly.mentions.mention import Chain, Coreference, Mention, Role
from reportedly.passages.passage import Passage
from reportedly.record.entry import Entry
from reportedly.reports.report import Details, Original, Place, Problem, Report
from reportedly.spans import Span
from reportedly.statements.statement import Statement

TEXT = (
    "Talks end in Port Sele\n\n"
    "On Tuesday the envoy, Mira Holt, told Lume Radio: “We leave [today] with nothing.” She denied a quarrel."
)


def span(words: str, text: str = TEXT) -> Span:
    """Find words that stand once in a text."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def make_original(text: str = TEXT, name: str = "talks.txt", root: str = "/pile") -> Original:
    return Original(Place(name, root), "text", text.encode(), sheet=Details(outlet="The Lume"))


def make_entry(text: str = TEXT) -> Entry:
    """An entry with a row in every table, its words found in the text."""
    body = text.index("On Tuesday")
    content = span("We leave [today] with nothing.", text)
    tuesday = Dating(None, "On Tuesday", None, (span("On Tuesday", text),))
    holt = Chain(
        name="Mira Holt",
        type="person",
        names=("Mira Holt",),
        roles=(Role("envoy", None, span("the envoy", text)),),
        mentions=(
            Mention(span("Mira Holt", text), "name", "named in full", 0.95),
            Mention(span("She", text), "pronoun", "the speaker in focus", 0.7),
        ),
    )
    radio = Mention(span("Lume Radio", text), "name", "named in full", 0.9)
    return Entry(
        report=Report(
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            media="text",
            text=text,
            sheet=Details(outlet="The Lume"),
            made_by="reports 1",
        ),
        headline="Talks end in Port Sele",
        byline=None,
        outlet="The Lume",
        language="en",
        published=None,
        updated=Dating("2031-05-06", "Port Sele", "updated", (span("Port Sele", text),)),
        passages=(
            Passage("headline", Span(0, body)),
            Passage("body", Span(body, len(text))),
        ),
        statements=(
            Statement(
                kind="direct",
                act="say",
                cue_sense="assert",
                source=(span("the envoy, Mira Holt", text),),
                cue=(span("told", text),),
                content=(content,),
                quoted=(content,),
                inserted=(span("[today]", text),),
                via=((span("Lume Radio", text),),),
                addressee=(span("Lume Radio", text),),
                occasion=span("Talks", text),
            ),
            Statement(
                "indirect",
                "say",
                "deny",
                (span("She", text),),
                (span("denied", text),),
                (span("a quarrel", text),),
            ),
        ),
        said_on=(tuesday, None),
        expressions=(
            Expression(
                span("Tuesday", text),
                "2031-05-06",
                "tense-weekday",
                "date",
                "2031-05-06",
                (span("Port Sele", text),),
            ),
        ),
        coreference=Coreference(
            chains=(holt, Chain("Lume Radio", "organisation", ("Lume Radio",), (), (radio,))),
            referents=(
                (span("the envoy, Mira Holt", text), 0, 0),
                (span("Lume Radio", text), 1, 0),
                (span("She", text), 0, 1),
            ),
        ),
        made_by={
            "passages": "passages 1",
            "statements": "statements 1",
            "mentions": "mentions 1",
            "dates": "dates 1",
        },
        problems=(Problem("encoding", "talks.txt", "one byte was read as Windows-1252"),),
    )
