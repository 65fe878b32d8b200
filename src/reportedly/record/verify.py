"""Verifying: every hash, every id and every span of a record, against the bytes it keeps."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from reportedly.dates.days import exact_day
from reportedly.ids import row_id
from reportedly.record import schema
from reportedly.record.places import original_from
from reportedly.record.read import Row, View
from reportedly.record.seal import SEAL, seal
from reportedly.record.sqlite import complaints
from reportedly.record.write import (
    assertion_id,
    chain_id,
    claim_id,
    copied_id,
    disagreement_id,
    expression_id,
    judgement_id,
    matter_id,
    mention_id,
    origin_id,
    party_id,
    passage_id,
    span_id,
    statement_id,
    text_sha256,
    utterance_id,
)
from reportedly.reports.read import read
from reportedly.reports.report import Place
from reportedly.reports.version import READER
from reportedly.spans import Span

Reports = Mapping[str, Row]

KNOWN: Mapping[str, tuple[str, ...]] = {
    "kind": ("number", "date", "who", "speaker", "denial", "opposite", "position"),
    "order": ("a", "same", "unknown"),
    "strength": ("strong", "possible"),
}
"""What can stand in these columns of a disagreement."""

# What is asserted once is no claim.
_LEAST = 2


def lies(view: View) -> Iterator[str]:
    """Give, a line each, all that does not hold in a record; nothing where all of it does.

    Hashes the documents' bytes and the reports' texts, decodes plain texts again, recomputes every id,
    slices every span from its report's text and compares the words, looks whether the passages tile each
    text, and recomputes the seal over each report's rows. What was compared is not compared again, but must
    go together: a disagreement with its two sides and their days, a claim with its reasons.
    """
    yield from complaints(view.connection)
    yield from _bytes(view.connection, schema.originals, "data")
    yield from _bytes(view.connection, schema.fetches, "warc")
    reports = {row["id"]: row for row in view.rows(schema.reports)}
    yield from _reports(reports)
    yield from _passages(view, reports)
    yield from _mentions(view, reports)
    yield from _spans(view, reports)
    yield from _statements(view, reports)
    yield from _expressions(view, reports)
    yield from _assertions(view, reports)
    yield from _parties(view)
    yield from _judgements(view, reports)
    yield from _compared_words(view, reports)
    yield from _compared_ids(view)
    yield from _claims(view)
    yield from _disagreements(view)
    yield from _matters(view)
    yield from _plain_texts(view, reports)
    yield from _seals(view, reports)


def _bytes(connection: Connection, table: Table, column: str) -> Iterator[str]:
    # One at a time: a pile's bytes need not fit in memory.
    for sha256 in connection.execute(select(table.c.sha256).order_by(table.c.sha256)).scalars().all():
        data = connection.execute(select(table.c[column]).where(table.c.sha256 == sha256)).scalars().first()
        if hashlib.sha256(data or b"").hexdigest() != sha256:
            yield f"{table.name} {sha256[:16]}: these are not the bytes that were read"


def _reports(reports: Reports) -> Iterator[str]:
    for name, row in reports.items():
        if row_id("r", row["sha256"]) != name:
            yield f"report {name}: its id does not follow from its bytes"
        if text_sha256(row["text"]) != row["text_sha256"]:
            yield f"report {name}: its text is not the one that was read"


def _passages(view: View, reports: Reports) -> Iterator[str]:
    tiles: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in view.rows(schema.passages):
        tiles[row["report"]].append((row["start"], row["end"]))
        yield from _id("passage", row, lambda r: passage_id(_sha(reports, r), r["kind"], _span(r)))
    for name, row in reports.items():
        borders = sorted(tiles[name])
        ends = [0, *(end for _, end in borders)]
        if [start for start, _ in borders] != ends[:-1] or ends[-1] != len(row["text"]):
            yield f"report {name}: its passages do not cover its text piece by piece"


def _mentions(view: View, reports: Reports) -> Iterator[str]:
    first: dict[str, Row] = {}
    for row in view.rows(schema.mentions):
        yield from _id("mention", row, lambda r: mention_id(_sha(reports, r), _span(r)))
        yield from _words("mention", row, reports)
        known = first.setdefault(row["chain"], row)
        if row["start"] < known["start"]:
            first[row["chain"]] = row
    for row in view.rows(schema.chains):
        if row["id"] not in first or chain_id(first[row["id"]]["id"]) != row["id"]:
            yield f"chain {row['id']}: its id does not follow from its first mention"


def _spans(view: View, reports: Reports) -> Iterator[str]:
    for row in view.rows(schema.spans):
        yield from _id(
            "span", row, lambda r: span_id(r["owner"], r["role"], r["item"], r["position"], _span(r))
        )
        yield from _words(f"{row['role']} of {row['owner']}", row, reports)


def _statements(view: View, reports: Reports) -> Iterator[str]:
    for row in view.rows(schema.statements):
        yield from _id("statement", row, lambda r: _statement_id(view, r, _sha(reports, r)))


def _statement_id(view: View, row: Row, sha256: str) -> str:
    parts: dict[str, list[Span]] = defaultdict(list)
    for span in view.spans.get(row["id"], ()):
        parts[span["role"]].append(_span(span))
    return statement_id(sha256, row["kind"], parts["source"], parts["cue"], parts["content"])


def _expressions(view: View, reports: Reports) -> Iterator[str]:
    for row in view.rows(schema.expressions):
        yield from _id("expression", row, lambda r: expression_id(_sha(reports, r), _span(r)))
        yield from _words("expression", row, reports)


def _assertions(view: View, reports: Reports) -> Iterator[str]:
    for row in view.rows(schema.assertions):
        yield from _id("assertion", row, lambda r: assertion_id(_sha(reports, r), _span(r), r["statement"]))
        yield from _words("assertion", row, reports)


def _parties(view: View) -> Iterator[str]:
    members: dict[str, list[str]] = defaultdict(list)
    for row in view.rows(schema.members):
        members[row["party"]].append(row["chain"])
    chains = {row["id"]: row for row in view.rows(schema.chains)}
    given = {row["name"] for row in view.rows(schema.judgements) if row["name"] and not row["undone"]}
    for row in view.rows(schema.parties):
        own = [chains[chain] for chain in members[row["id"]] if chain in chains]
        if not own or party_id([chain["id"] for chain in own]) != row["id"]:
            yield f"party {row['id']}: its id does not follow from its members"
        elif row["name"] not in given | {chain["name"] for chain in own}:
            yield f"party {row['id']}: none of its members has its name"


def _judgements(view: View, reports: Reports) -> Iterator[str]:
    for row in view.rows(schema.judgements):
        yield from _id(
            "judgement", row, lambda r: judgement_id(r["by"], r["verdict"], r["name"], r["anchors"])
        )
        for place in row["about"]:
            if place["report"] is not None:
                yield from _words(f"judgement {row['id']}", place, reports)
        if seal([("judgements", [row])]) != row[SEAL]:
            yield f"judgement {row['id']}: it is not the one that was written"


def _compared_words(view: View, reports: Reports) -> Iterator[str]:
    for table in (schema.copied, schema.grounds, schema.credited, schema.sides):
        for row in (row for row in view.rows(table) if row["start"] is not None):
            yield from _words(table.name, row, reports)
    for row in view.rows(schema.shared):
        other = {"report": row["other"], "start": row["other_start"], "end": row["other_end"]}
        yield from _words("shared", row, reports)
        yield from _words("shared", {**other, "words": row["other_words"]}, reports)


def _compared_ids(view: View) -> Iterator[str]:
    stretches = _members(view, schema.copied, "copy", lambda r: copied_id(r["report"], _span(r)))
    carried = _members(view, schema.renderings, "utterance", lambda r: r["statement"])
    claimed = _members(view, schema.claimed, "claim", lambda r: r["assertion"])
    sides = _members(view, schema.sides, "disagreement", lambda r: (r["assertion"], _span(r)))
    made: tuple[tuple[str, Table, Callable[[Row], str]], ...] = (
        ("copy", schema.copies, lambda r: min(stretches[r["id"]])),
        ("utterance", schema.utterances, lambda r: utterance_id(carried[r["id"]])),
        ("claim", schema.claims, lambda r: claim_id(claimed[r["id"]])),
        ("disagreement", schema.disagreements, lambda r: disagreement_id(r["kind"], *sides[r["id"]])),
        ("origin", schema.origins, lambda r: origin_id(r["reason"], r["desk"], r["reports"])),
    )
    for what, table, name in made:
        for row in view.rows(table):
            yield from _id(what, row, name)


def _members(view: View, table: Table, owner: str, member: Callable[[Row], Any]) -> Mapping[str, list[Any]]:
    """Give what belongs to each row of another table, by that row's id."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in view.rows(table):
        found[row[owner]].append(member(row))
    return found


def _claims(view: View) -> Iterator[str]:
    claimed = _members(view, schema.claimed, "claim", lambda r: (r["item"], bool(r["reason"])))
    for row in view.rows(schema.claims):
        own = sorted(claimed[row["id"]])
        if [item for item, _ in own] != list(range(len(own))) or len(own) < _LEAST:
            yield f"claim {row['id']}: it lacks an assertion"
        elif any(reasoned != (item > 0) for item, reasoned in own):
            yield f"claim {row['id']}: its first assertion needs no reason, and every other needs one"


def _disagreements(view: View) -> Iterator[str]:
    sides: dict[str, list[Row]] = defaultdict(list)
    for side in view.connection.execute(_sides()).mappings():
        sides[side["disagreement"]].append(side)
    for row in view.rows(schema.disagreements):
        for lie in _of_disagreement(row, sides[row["id"]]):
            yield f"disagreement {row['id']}: {lie}"


def _sides() -> Select[Any]:
    """Select the sides of all disagreements, each with its assertion's place and what tells its day."""
    side, asserted = schema.sides.c, schema.assertions.c
    told = schema.statements.c.said_on, schema.reports.c.published, asserted.statement
    place = asserted.report.label("of"), asserted.start.label("first"), asserted.end.label("last")
    return (
        select(schema.sides, *place, *told)
        .join(schema.assertions, asserted.id == side.assertion)
        .join(schema.reports, schema.reports.c.id == asserted.report)
        .outerjoin(schema.statements, schema.statements.c.id == asserted.statement)
        .order_by(side.side)
    )


def _of_disagreement(row: Row, sides: Sequence[Row]) -> Iterator[str]:
    for column, known in KNOWN.items():
        if row[column] not in known:
            yield f"there is no {column} {row[column]!r}"
    if [side["side"] for side in sides] != ["a", "b"]:
        yield "it lacks a side, or has one too many"
        return
    for side in sides:
        if side["of"] != side["report"] or not side["first"] <= side["start"] < side["end"] <= side["last"]:
            yield f"the words of side {side['side']} are not in what it asserts"
    first, second = map(_day, sides)
    if first and second and row["order"] != ("same" if first == second else "a" if first < second else None):
        yield "its order is not that of the days on which its sides speak"


def _day(side: Row) -> date | None:
    """Give the day of speaking; of a report's own voice its date."""
    return exact_day(((side["said_on"] if side["statement"] else side["published"]) or {}).get("edtf"))


def _matters(view: View) -> Iterator[str]:
    about: dict[str, list[Row]] = defaultdict(list)
    for row in view.rows(schema.disagreements):
        if row["matter"] is not None:
            about[row["matter"]].append(row)
    for name, own in about.items():
        # One whose report is being read anew is missing until the reports are compared again.
        if name > matter_id([row["id"] for row in own]) or len({row["matter_words"] for row in own}) > 1:
            yield f"matter {name}: its disagreements do not belong together"


def _plain_texts(view: View, reports: Reports) -> Iterator[str]:
    # A page's or a PDF's text depends on the version that read it; a plain file's is the file itself.
    known = {row["sha256"]: name for name, row in reports.items() if row["made_by"] == READER}
    table = schema.originals
    for sha256, name in sorted(known.items()):
        row = view.connection.execute(select(table).where(table.c.sha256 == sha256)).first()
        if row is not None and row.told["media"] in ("text", "markdown"):
            original = original_from(Place(name), row.told, row.data)
            if read(original).text != reports[name]["text"]:
                yield f"report {name}: its text is not what its bytes say"


def _seals(view: View, reports: Reports) -> Iterator[str]:
    rows: dict[str, dict[str, list[Row]]] = {name: {"reports": [row]} for name, row in reports.items()}
    for table in schema.OF_REPORT:
        for of_report in rows.values():
            of_report[table.name] = []
        for row in view.rows(table):
            rows[row["report"]][table.name].append(row)
    for name, row in reports.items():
        if seal(rows[name].items()) != row[SEAL]:
            yield f"report {name}: its rows are not the ones that were written"


def _id(what: str, row: Row, made: Callable[[Row], str]) -> Iterator[str]:
    try:
        same = made(row) == row["id"]
    except (ValueError, TypeError):
        same = False
    if not same:
        yield f"{what} {row['id']}: its id does not follow from what it holds"


def _words(what: str, row: Row, reports: Reports) -> Iterator[str]:
    report = reports.get(row["report"])
    text = report["text"] if report else ""
    if text[row["start"] : row["end"]] != row["words"]:
        yield f"{what}: other words stand at {row['start']} to {row['end']} of report {row['report']}"


def _sha(reports: Reports, row: Row) -> str:
    report = reports.get(row["report"])
    return report["sha256"] if report else ""


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])
