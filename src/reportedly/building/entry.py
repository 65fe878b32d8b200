"""One report, from its bytes to all its rows."""

from collections.abc import Sequence

from reportedly.assertions.find import find_assertions
from reportedly.dates.expressions import find_expressions
from reportedly.dates.happenings import find_happenings
from reportedly.dates.published import published, updated
from reportedly.dates.speeches import all_said_on
from reportedly.dates.worked_out import worked_out
from reportedly.language.detect import detect_language
from reportedly.language.encoder import weights_version
from reportedly.language.parse import read_language
from reportedly.mentions.find import find_mentions
from reportedly.mentions.mention import Coreference
from reportedly.passages.find import find_passages
from reportedly.passages.names import byline_of, headline_of
from reportedly.passages.passage import Passage
from reportedly.record.entry import Entry
from reportedly.reports.read import read
from reportedly.reports.report import Original, Problem, Report
from reportedly.spans import hull
from reportedly.statements.find import find_statements
from reportedly.statements.statement import Statement

READ_LANGUAGES = ("en",)
"""The languages whose statements are read, by ISO 639-1."""

MADE_BY = {
    "passages": "passages 1", "statements": "statements 3", "mentions": "mentions 3", "dates": "dates 4",
    "assertions": "assertions 3",
}  # fmt: skip


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
    expressions = find_expressions(report.text, reading, on, passages)
    if on is None or on.edtf is None:
        on = worked_out(report.text, passages, reading, expressions) or on
    coreference = find_mentions(report.text, passages, reading, statements)
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
        said_on=all_said_on(
            report.text,
            passages,
            reading,
            expressions,
            on,
            statements,
            _speakers(statements, coreference),
        ),
        expressions=expressions,
        happenings=find_happenings(report.text, passages, reading, expressions, statements),
        assertions=find_assertions(report.text, passages, reading, statements, expressions, coreference),
        coreference=coreference,
        made_by={**MADE_BY, "statements": f"{MADE_BY['statements']}, {weights_version()}"},
        problems=(*report.problems, *(() if readable else (_not_read_yet(language, original),))),
    )


def _speakers(statements: Sequence[Statement], coreference: Coreference) -> tuple[int | None, ...]:
    """Give for each statement the number of its source's chain, None where that is open."""
    chains = {span: chain for span, chain, _ in coreference.referents}
    return tuple(chains.get(hull(one.source)) if one.source else None for one in statements)


def _body(report: Report, passages: tuple[Passage, ...]) -> str:
    return "\n".join(p.span.words(report.text) for p in passages if p.kind == "body")


def _not_read_yet(language: str | None, original: Original) -> Problem:
    why = f"Its language ({language}) is not read yet: its passages are kept, and no statements."
    return Problem("language", original.place.name, why)
