"""Writing: one report's rows at a time, all of them or none."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import chain as joined
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select, update

from reportedly.assertions.assertion import Assertion, Count, Day, Part, Turn
from reportedly.dates.dating import Dating
from reportedly.ids import row_id
from reportedly.mentions.mention import Chain
from reportedly.record import schema
from reportedly.record.entry import Entry
from reportedly.record.places import told
from reportedly.record.seal import SEAL, seal
from reportedly.reports.report import Original, Problem
from reportedly.spans import Span, hull
from reportedly.statements.statement import Statement

Row = dict[str, Any]

# What of an assertion another could contradict.
_POINTS = ("turns", "counts", "days", "parts")


def write_original(connection: Connection, original: Original, sha256: str) -> None:
    """Keep a document's bytes and what was told about them when they were read."""
    row = {"sha256": sha256, "data": original.data, "told": told(original)}
    known = connection.execute(
        update(schema.originals).where(schema.originals.c.sha256 == sha256).values(told=row["told"])
    )
    if not known.rowcount:
        _insert(connection, schema.originals, [row])


def write_entry(connection: Connection, entry: Entry) -> None:
    """Write all rows of one report, in place of what an earlier reading of the same bytes gave."""
    found = list(_Rows(entry).by_table())
    (report,) = found[0][1]
    report[SEAL] = seal((table.name, rows) for table, rows in found)
    forget_report(connection, entry.report.sha256)
    for table, rows in found:
        _insert(connection, table, rows)
    write_problems(connection, entry.report.sha256, entry.problems)


def write_problems(connection: Connection, sha256: str, problems: Iterable[Problem]) -> None:
    """Keep what is wrong with a document's bytes, wherever they stand."""
    connection.execute(delete(schema.problems).where(schema.problems.c.sha256 == sha256))
    rows = {(p.what, p.why): _problem_row(p, sha256) for p in problems}
    _insert(connection, schema.problems, list(rows.values()))


def forget_report(connection: Connection, sha256: str) -> None:
    """Take out all rows that were read from a document, not its bytes and what is wrong with them."""
    gone = select(schema.reports.c.id).where(schema.reports.c.sha256 == sha256)
    # A disagreement with one side is none.
    odd = select(schema.sides.c.disagreement).where(schema.sides.c.report.in_(gone))
    connection.execute(delete(schema.disagreements).where(schema.disagreements.c.id.in_(odd)))
    connection.execute(delete(schema.reports).where(schema.reports.c.sha256 == sha256))


def forget(connection: Connection, column: Column[str], values: Iterable[str]) -> None:
    """Take out the rows that have one of these values in a column, however many they are."""
    gone = [{"gone": value} for value in sorted(values)]
    if gone:
        connection.execute(delete(column.table).where(column == bindparam("gone")), gone)


def _problem_row(problem: Problem, sha256: str) -> Row:
    return {"root": "", "where": "", "what": problem.what, "why": problem.why, "sha256": sha256}


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def dating_row(dating: Dating | None) -> Row | None:
    """Give a date as it is stored; the places it rests on are spans of their own."""
    if dating is None:
        return None
    return {"edtf": dating.edtf, "text": dating.text, "basis": dating.basis}


def passage_id(sha256: str, kind: str, span: Span) -> str:
    """Name a passage by its report, kind and place."""
    return row_id("p", sha256, kind, span)


def statement_id(
    sha256: str, kind: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
) -> str:
    """Name a statement by its report, kind, source, cue and content."""
    return row_id("s", sha256, kind, tuple(source), tuple(cue), tuple(content))


def mention_id(sha256: str, span: Span) -> str:
    """Name a mention by its report and place."""
    return row_id("m", sha256, span)


def expression_id(sha256: str, span: Span) -> str:
    """Name a time expression by its report and place."""
    return row_id("e", sha256, span)


def assertion_id(sha256: str, span: Span, statement: str | None) -> str:
    """Name an assertion by its report, its place and the statement that holds it."""
    return row_id("a", sha256, span, statement or "")


def chain_id(first_mention: str) -> str:
    """Name a chain by its first mention."""
    return "c" + first_mention[1:]


def party_id(chains: Sequence[str]) -> str:
    """Name a party by the smallest id among its chains."""
    return "y" + min(chains)[1:]


def judgement_id(by: str, verdict: str, name: str | None, anchors: Iterable[Row]) -> str:
    """Name a judgement by who judged what about which words."""
    places = [f"{a['sha256']}:{a['start']}-{a['end']}" for a in anchors]
    return row_id("j", by, verdict, name or "", *places)


def copied_id(report: str, span: Span) -> str:
    """Name a stretch of a copy by its report's id and its place; a copy is named by its smallest stretch."""
    return row_id("k", report, span)


def origin_id(reason: str, desk: str | None, reports: Sequence[str]) -> str:
    """Name an origin by its reason and the smallest id among its reports, an author's by the name too."""
    return row_id("o", reason, desk if desk and reason == "author" else "", min(reports))


def utterance_id(statements: Sequence[str]) -> str:
    """Name an utterance by the smallest id among its statements."""
    return "u" + min(statements)[1:]


def claim_id(assertions: Sequence[str]) -> str:
    """Name a claim by the smallest id among its assertions."""
    return "q" + min(assertions)[1:]


def disagreement_id(kind: str, one: tuple[str, Span], other: tuple[str, Span]) -> str:
    """Name a disagreement by its kind and the words at odds: each side's assertion and place."""
    sides = sorted((one, other))
    return row_id("d", kind, *(part for side in sides for part in side))


def matter_id(disagreements: Sequence[str]) -> str:
    """Name a matter by the smallest id among its disagreements."""
    return "t" + min(disagreements)[1:]


def span_id(owner: str, role: str, item: int, position: int, span: Span) -> str:
    """Name a span by the row it belongs to and the part it plays there."""
    return row_id("x", owner, role, item, position, span)


class _Rows:
    """One entry as rows; made once, read once."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.sha256 = entry.report.sha256
        self.text = entry.report.text
        self.report = row_id("r", self.sha256)
        self.statement_ids = tuple(
            statement_id(self.sha256, s.kind, s.source, s.cue, s.content) for s in entry.statements
        )
        self.passage_ids = tuple(passage_id(self.sha256, p.kind, p.span) for p in entry.passages)
        self.expression_ids = tuple(expression_id(self.sha256, e.span) for e in entry.expressions)
        self.passage_starts = tuple(p.span.start for p in entry.passages)
        self.referents = {span: (chain, mention) for span, chain, mention in entry.coreference.referents}

    def by_table(self) -> Iterator[tuple[Table, list[Row]]]:
        yield schema.reports, [self._report_row()]
        yield schema.passages, list(self._passages())
        yield schema.chains, list(self._chains())
        yield schema.roles, list(self._roles())
        yield schema.mentions, list(self._mentions())
        yield schema.statements, list(self._statements())
        yield schema.expressions, list(self._expressions())
        yield schema.carriers, list(self._carriers())
        yield schema.spans, list(self._spans())
        yield schema.assertions, [self._assertion(one) for one in self.entry.assertions]

    def _report_row(self) -> Row:
        entry, report = self.entry, self.entry.report
        return {
            "id": self.report,
            "sha256": self.sha256,
            "text": report.text,
            "text_sha256": text_sha256(report.text),
            "headline": entry.headline,
            "byline": entry.byline,
            "outlet": entry.outlet,
            "url": report.sheet.url or report.metadata.url,
            "language": entry.language,
            "published": dating_row(entry.published),
            "updated": dating_row(entry.updated),
            "left_out": report.left_out,
            "made_by": report.made_by,
        }

    def _passages(self) -> Iterator[Row]:
        for name, passage in zip(self.passage_ids, self.entry.passages, strict=True):
            yield {
                "id": name,
                "report": self.report,
                "kind": passage.kind,
                "start": passage.span.start,
                "end": passage.span.end,
                "made_by": self.entry.made_by["passages"],
            }

    def _chain_id(self, chain: Chain) -> str:
        return chain_id(mention_id(self.sha256, chain.mentions[0].span))

    def _chains(self) -> Iterator[Row]:
        for chain in self.entry.coreference.chains:
            yield {
                "id": self._chain_id(chain),
                "report": self.report,
                "name": chain.name,
                "type": chain.type,
                "names": list(chain.names),
                "made_by": self.entry.made_by["mentions"],
            }

    def _roles(self) -> Iterator[Row]:
        for chain in self.entry.coreference.chains:
            for item, role in enumerate(chain.roles):
                own = {"report": self.report, "chain": self._chain_id(chain)}
                yield {**own, "item": item, "title": role.title, "of": role.of}

    def _mentions(self) -> Iterator[Row]:
        for chain in self.entry.coreference.chains:
            for mention in chain.mentions:
                yield {
                    "id": mention_id(self.sha256, mention.span),
                    "report": self.report,
                    "chain": self._chain_id(chain),
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "words": mention.span.words(self.text),
                    "form": mention.form,
                    "reason": mention.reason,
                    "confidence": mention.confidence,
                    "made_by": self.entry.made_by["mentions"],
                }

    def _referent(self, spans: Sequence[Span]) -> str | None:
        found = self.referents.get(hull(spans)) if spans else None
        if found is None:
            return None
        chain, mention = found
        return mention_id(self.sha256, self.entry.coreference.chains[chain].mentions[mention].span)

    def _passage_of(self, statement: Statement) -> str:
        at = (statement.cue or statement.content)[0].start
        return self.passage_ids[bisect_right(self.passage_starts, at) - 1]

    def _statements(self) -> Iterator[Row]:
        for name, statement, said_on in zip(
            self.statement_ids, self.entry.statements, self.entry.said_on, strict=True
        ):
            yield {
                "id": name,
                "report": self.report,
                "passage": self._passage_of(statement),
                "kind": statement.kind,
                "act": statement.act,
                "cue_sense": statement.cue_sense,
                "marks": statement.marks,
                "within": None if statement.within is None else self.statement_ids[statement.within],
                "speaker": self._referent(statement.source),
                "said_on": dating_row(said_on),
                "confidence": statement.confidence,
                "made_by": self.entry.made_by["statements"],
            }

    def _expressions(self) -> Iterator[Row]:
        for name, expression in zip(self.expression_ids, self.entry.expressions, strict=True):
            yield {
                "id": name,
                "report": self.report,
                "start": expression.span.start,
                "end": expression.span.end,
                "words": expression.span.words(self.text),
                "type": expression.type,
                "value": expression.value,
                "edtf": expression.edtf,
                "basis": expression.basis,
                "made_by": self.entry.made_by["dates"],
            }

    def _assertion(self, one: Assertion) -> Row:
        statement = None if one.statement is None else self.statement_ids[one.statement]
        return {
            "id": assertion_id(self.sha256, one.span, statement),
            "report": self.report,
            "statement": statement,
            "voice": one.voice,
            "start": one.span.start,
            "end": one.span.end,
            "words": one.span.words(self.text),
            "credits": one.credits,
            "told": {
                **{key: getattr(one, key) for key in ("terms", "names", "denied")},
                **{key: [_point(point) for point in getattr(one, key)] for key in _POINTS},
            },
            "made_by": self.entry.made_by["assertions"],
        }

    def _carriers(self) -> Iterator[Row]:
        for name, statement in zip(self.statement_ids, self.entry.statements, strict=True):
            addressees = (statement.addressee,) if statement.addressee else ()
            for role, found in (("via", statement.via), ("addressee", addressees)):
                for item, spans in enumerate(found):
                    own = {"report": self.report, "statement": name}
                    yield {**own, "role": role, "item": item, "mention": self._referent(spans)}

    def _spans(self) -> Iterator[Row]:
        entry = self.entry
        yield from self._evidence(self.report, "published", entry.published)
        yield from self._evidence(self.report, "updated", entry.updated)
        for chain in entry.coreference.chains:
            for item, role in enumerate(chain.roles):
                yield from self._span_rows(self._chain_id(chain), "role", (role.span,), item)
        for name, statement, said_on in zip(self.statement_ids, entry.statements, entry.said_on, strict=True):
            yield from self._statement_spans(name, statement)
            yield from self._evidence(name, "said_on", said_on)
        for name, expression in zip(self.expression_ids, entry.expressions, strict=True):
            yield from self._span_rows(name, "evidence", expression.evidence)
        for happening in entry.happenings:
            name = expression_id(self.sha256, happening.expression.span)
            yield from self._span_rows(name, "happening", (happening.span,))

    def _statement_spans(self, name: str, statement: Statement) -> Iterator[Row]:
        yield from joined(
            self._span_rows(name, "source", statement.source),
            self._span_rows(name, "cue", statement.cue),
            self._span_rows(name, "content", statement.content),
            self._span_rows(name, "quoted", statement.quoted),
            self._span_rows(name, "inserted", statement.inserted),
            self._span_rows(name, "addressee", statement.addressee),
            self._span_rows(name, "occasion", (statement.occasion,) if statement.occasion else ()),
        )
        for item, carrier in enumerate(statement.via):
            yield from self._span_rows(name, "via", carrier, item)

    def _evidence(self, owner: str, role: str, dating: Dating | None) -> Iterator[Row]:
        yield from self._span_rows(owner, role, dating.evidence if dating else ())

    def _span_rows(self, owner: str, role: str, spans: Sequence[Span], item: int = 0) -> Iterator[Row]:
        for position, span in enumerate(spans):
            yield {
                "id": span_id(owner, role, item, position, span),
                "report": self.report,
                "owner": owner,
                "role": role,
                "item": item,
                "position": position,
                "start": span.start,
                "end": span.end,
                "words": span.words(self.text),
            }


def _point(point: Turn | Count | Day | Part) -> Row:
    told = {field.name: getattr(point, field.name) for field in fields(point)}
    return {**told, "span": {"start": point.span.start, "end": point.span.end}}


def text_sha256(text: str) -> str:
    """Hash a report's text as read."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
