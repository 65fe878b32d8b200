"""One report, from its bytes to all its rows."""

from reportedly.dates.expressions import find_expressions
from reportedly.dates.published import published, updated
from reportedly.dates.said import said_on
from reportedly.language.detect import detect_language
from reportedly.language.encoder import weights_version
from reportedly.language.parse import read_language
from reportedly.mentions.find import find_mentions
from reportedly.passages.find import find_passages
from reportedly.passages.names import byline_of, headline_of
from reportedly.passages.passage import Passage
from reportedly.record.entry import Entry
from reportedly.reports.read import read
from reportedly.reports.report import Original, Problem, Report
from reportedly.statements.find import find_statements

READ_LANGUAGES = ("en",)
"""The languages whose statements are read, by ISO 639-1."""

MADE_BY = {"passages": "passages 1", "statements": "statements 2", "mentions": "mentions 1"}


def make_entry(original: Original) -> Entry:
    """Work out all that one report gives to the record, from its bytes and its sheet alone.

    Raises UnreadableError where there is no report in the bytes.
    """
    report = read(original)
    passages = find_passages(report)
    language = detect_language(_body(report, passages))
    readable = language is None or language in READ_LANGUAGES
    reading = read_language(report.text, passages if readable else ())
    statements = find_statements(report.text, passages, reading)
    on = published(report, passages)
    expressions = find_expressions(report.text, reading, on)
    told, page = report.sheet, report.metadata
    return Entry(
        report=report,
        headline=told.headline or page.headline or headline_of(report, passages),
        byline=told.byline or page.byline or byline_of(report, passages),
        outlet=told.outlet or page.outlet,
        language=language,
        published=on,
        updated=updated(report, passages),
        passages=passages,
        statements=statements,
        said_on=tuple(said_on(s, report.text, reading, expressions, on) for s in statements),
        coreference=find_mentions(report.text, passages, reading, statements),
        made_by={**MADE_BY, "statements": f"{MADE_BY['statements']}, {weights_version()}"},
        problems=(*report.problems, *(() if readable else (_not_read_yet(language, original),))),
    )


def _body(report: Report, passages: tuple[Passage, ...]) -> str:
    return "\n".join(p.span.words(report.text) for p in passages if p.kind == "body")


def _not_read_yet(language: str | None, original: Original) -> Problem:
    why = f"Its language ({language}) is not read yet: its passages are kept, and no statements."
    return Problem("language", original.place.name, why)
