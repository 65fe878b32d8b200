"""The export rows: what other tools read of a record, a contract.

A *piece* is `{"start", "end", "text"}`, in characters of the report's text. Where a value is unknown the
key is there with None or an empty list. Rows come in a fixed order: by report, then by place.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, select

from reportedly.dates.days import WEEKDAYS, exact_day
from reportedly.errors import RecordError
from reportedly.exports.columns import COLUMNS
from reportedly.parties.office import office
from reportedly.record import schema
from reportedly.record.read import Row, View

Export = dict[str, Any]

_REASONS = ("reprint", "agency", "copied", "author")
"""Why reports are of one origin, the plainest first."""


def reports(view: View) -> Iterator[Export]:
    """One row a report, replaced ones too: where it stood, who published it, when."""
    found = sorted(view.rows(schema.reports), key=lambda row: (view.names[row["id"]], row["id"]))
    troubles = _problems_by_document(view)
    origin_of = _origin_of(view)
    for row in found:
        places = view.places[row["sha256"]]
        yield {
            "id": row["id"],
            "report": view.names[row["id"]],
            "report_id": row["id"],
            "sha256": row["sha256"],
            "places": list(dict.fromkeys(place.name for place in places)),
            "state": places[0].state,
            "headline": row["headline"],
            "byline": row["byline"],
            "outlet": row["outlet"],
            "url": row["url"],
            "language": row["language"],
            "published": _dating(view, row, "published", row["id"]),
            "updated": _dating(view, row, "updated", row["id"]),
            "origin": origin_of.get(row["id"]),
            "left_out": row["left_out"],
            "problems": [_trouble(p, view.names[row["id"]]) for p in troubles[row["sha256"]]],
            "made_by": row["made_by"],
        }


def passages(view: View) -> Iterator[Export]:
    """One row a passage: what stands where in a report."""
    texts = {row["id"]: row["text"] for row in view.rows(schema.reports)}
    for row in _in_place(view, schema.passages):
        yield {
            "id": row["id"],
            **_of_report(view, row),
            "kind": row["kind"],
            "start": row["start"],
            "end": row["end"],
            "text": texts[row["report"]][row["start"] : row["end"]],
            "made_by": row["made_by"],
        }


def statements(view: View) -> Iterator[Export]:
    """One row a statement: who is credited, by which words, with what."""
    parties = _Parties(view)
    carriers = _by(view.rows(schema.carriers), "statement")
    utterance_of = {row["statement"]: row["utterance"] for row in view.rows(schema.renderings)}
    found = [row for row in view.rows(schema.statements) if row["report"] in view.counted]
    dated = _days_of_acts(found, utterance_of)
    for row in sorted(found, key=lambda r: (view.names[r["report"]], r["report"], _first(view, r), r["id"])):
        act = utterance_of.get(row["id"])
        yield {
            **_statement(view, row, parties, carriers[row["id"]]),
            "said_on": _said_on(view, row, dated.get(act or "")),
            "utterance": act,
        }


def _days_of_acts(statements: Sequence[Row], utterance_of: Mapping[str, str]) -> Mapping[str, Row]:
    """Give for each utterance a statement that its own report tells the whole day of."""
    found: dict[str, Row] = {}
    for row in sorted(statements, key=lambda row: str(row["id"])):
        act = utterance_of.get(row["id"])
        if act and exact_day((row["said_on"] or {}).get("edtf")):
            found.setdefault(act, row)
    return found


def _said_on(view: View, row: Row, dated: Row | None) -> Export | None:
    """Give a statement's day: its report's, else that of the same act of speech in another report.

    Only where the words tell a day that the report leaves open, or the report has no date itself; where they
    name a weekday, the day must be one.
    """
    own = _dating(view, row, "said_on", row["report"])
    settled = (own["edtf"] if own else None) or (own is None and row["report"] in view.dated)
    if settled or dated is None or dated["report"] == row["report"]:
        return own
    day, words = exact_day(dated["said_on"]["edtf"]), (own or {}).get("text") or ""
    named = [name for name in WEEKDAYS if name in words]
    if day is None or (named and named != [WEEKDAYS[day.weekday()]]):
        return own
    evidence = _evidence(view, dated, "said_on", dated["report"])
    return {"edtf": day.isoformat(), "text": words or None, "basis": "utterance", "evidence": evidence}


def _statement(view: View, row: Row, parties: "_Parties", carriers: Sequence[Row]) -> Export:
    parts = _parts(view, row["id"])
    occasion = parts["occasion", 0]
    return {
        "id": row["id"],
        **_of_report(view, row),
        "passage": row["passage"],
        "kind": row["kind"],
        "act": row["act"],
        "cue_sense": row["cue_sense"],
        "source": parts["source", 0],
        "cue": parts["cue", 0],
        "content": parts["content", 0],
        "quoted": parts["quoted", 0],
        "inserted": parts["inserted", 0],
        "marks": row["marks"],
        "within": row["within"],
        "speaker": parties.speaker(row["speaker"]),
        "via": [_carrier(c, parties, parts) for c in carriers if c["role"] == "via"],
        "addressee": next((_carrier(c, parties, parts) for c in carriers if c["role"] == "addressee"), None),
        "said_on": None,
        "occasion": occasion[0] if occasion else None,
        "utterance": None,
        "confidence": row["confidence"],
        "made_by": row["made_by"],
    }


def _carrier(row: Row, parties: "_Parties", parts: Mapping[tuple[str, int], list[Export]]) -> Export:
    pieces = parts[row["role"], row["item"]]
    party = parties.of_mention(row["mention"])
    return {
        "id": party["id"] if party else None,
        "name": party["name"] if party else " ".join(piece["text"] for piece in pieces),
        "pieces": pieces,
    }


def expressions(view: View) -> Iterator[Export]:
    """One row a time expression: its words, what they come to, and what else of the report that rests on."""
    for row in _in_place(view, schema.expressions):
        yield {
            "id": row["id"],
            **_of_report(view, row),
            "start": row["start"],
            "end": row["end"],
            "text": row["words"],
            "type": row["type"],
            "value": row["value"],
            "edtf": row["edtf"],
            "basis": row["basis"],
            "evidence": _evidence(view, row, "evidence", row["report"]),
            "made_by": row["made_by"],
        }


def parties(view: View) -> Iterator[Export]:
    """One row a party: its names as found, its roles, and every mention of it."""
    members = _by(view.rows(schema.members), "party")
    chains = {row["id"]: row for row in view.rows(schema.chains)}
    mentions = _by(_in_place(view, schema.mentions), "chain")
    roles = _by(view.rows(schema.roles), "chain")
    for row in sorted(view.rows(schema.parties), key=lambda r: (r["name"], r["type"], r["id"])):
        own = [member["chain"] for member in members[row["id"]]]
        yield {
            "id": row["id"],
            "name": row["name"],
            "type": row["type"],
            "names": sorted({name for chain in own for name in chains[chain]["names"]}),
            "roles": _in_order(role for chain in own for role in _roles(view, chain, roles[chain])),
            "mentions": _in_order(_piece_at(view, m) for chain in own for m in mentions[chain]),
            "made_by": row["made_by"],
        }


def _roles(view: View, chain: str, rows: Sequence[Row]) -> Iterator[Export]:
    spans = {span["item"]: span for span in view.spans.get(chain, ()) if span["role"] == "role"}
    for row in rows:
        span = spans[row["item"]]
        place = {"start": span["start"], "end": span["end"]}
        title, of = office(row["title"], row["of"])
        yield {"title": title, "of": of, **_of_report(view, span), **place}


def judgements(view: View) -> Iterator[Export]:
    """One row a judgement of who is one party, a person's first: about which words, by whom, and why.

    `parties` are those that the words belong to now.
    """
    party_of = {row["chain"]: row["party"] for row in view.rows(schema.members)}
    at = {(row["report"], row["start"], row["end"]): row["chain"] for row in view.rows(schema.mentions)}
    told = ("id", "verdict", "name", "reason", "by", "score", "undone", "orphaned", "turn")
    found = []
    for row in view.rows(schema.judgements):
        about = [_piece_of_report(view, place) for place in row["about"]]
        chains = [at.get((place["report"], place["start"], place["end"]), "") for place in row["about"]]
        parties = list(dict.fromkeys(party_of[chain] for chain in chains if chain in party_of))
        found.append({**{key: row[key] for key in told}, "about": about, "parties": parties})
    for row in sorted(found, key=_judged):
        yield {key: row[key] for key in COLUMNS["judgements"]}


def _piece_of_report(view: View, place: Row) -> Export:
    report = place["report"]
    where = {"start": place["start"], "end": place["end"], "text": place["words"]}
    return {"report": view.names.get(report), "report_id": report, **where}


def _judged(row: Export) -> tuple[bool, int, list[tuple[str, int]], str]:
    places = [(piece["report"] or "", piece["start"] or 0) for piece in row["about"]]
    return (row["by"] != "person", row["turn"], places, row["id"])


def _origin_of(view: View) -> Mapping[str, str]:
    """Give the origin of each report that has one: first one that others share, an author's last."""
    found: dict[str, str] = {}
    rows = view.rows(schema.origins)
    for row in sorted(rows, key=lambda r: (len(r["reports"]) < 2, _REASONS.index(r["reason"]), r["id"])):
        for report in row["reports"]:
            found.setdefault(report, row["id"])
    return found


def copies(view: View) -> Iterator[Export]:
    """One row a copy: a passage that stands in several reports, each stretch of it with its words."""
    members = _by(_in_place(view, schema.copied), "copy")
    found = sorted(view.rows(schema.copies), key=lambda row: (-row["words"], row["id"]))
    for row in found:
        yield {
            "id": row["id"],
            "members": [_piece_at(view, member) for member in members[row["id"]]],
            "words": row["words"],
            "earliest": view.names.get(row["earliest"]),
            "made_by": row["made_by"],
        }


def origins(view: View) -> Iterator[Export]:
    """One row an origin: reports known to go back to one desk, why, and the words that tell."""
    grounds = _by(_in_place(view, schema.grounds), "origin")
    rows = view.rows(schema.origins)
    for row in sorted(rows, key=lambda r: (-len(r["reports"]), _REASONS.index(r["reason"]), r["id"])):
        reports = sorted(row["reports"], key=lambda report: (view.names[report], report))
        yield {
            "id": row["id"],
            "reports": [view.names[report] for report in reports],
            "report_ids": reports,
            "reason": row["reason"],
            "desk": row["desk"],
            "evidence": [_piece_at(view, place) for place in grounds[row["id"]]],
            "credits": row["credits"],
            "made_by": row["made_by"],
        }


def utterances(view: View) -> Iterator[Export]:
    """One row an utterance: the statements that carry one act of speech, and why each is taken for one."""
    members = _by(view.rows(schema.renderings), "utterance")
    for row in view.rows(schema.utterances):
        own = sorted(members[row["id"]], key=lambda member: member["item"])
        yield {
            "id": row["id"],
            "speaker": row["speaker"],
            "said_on": row["said_on"],
            "statements": [member["statement"] for member in own],
            "reasons": [member["reason"] or "" for member in own],
            "made_by": row["made_by"],
        }


def claims(view: View) -> Iterator[Export]:
    """One row a claim: one thing asserted, by whom and in whose words, and the origins of its reports."""
    members = _by(view.rows(schema.claimed), "claim")
    asserted = {row["id"]: row for row in _in_place(view, schema.assertions)}
    origin_of = _origin_of(view)
    for row in sorted(view.rows(schema.claims), key=lambda row: (-len(members[row["id"]]), row["id"])):
        own = sorted(members[row["id"]], key=lambda member: member["item"])
        if not own or any(member["assertion"] not in asserted for member in own):
            raise _incomplete(f"Claim {row['id']} lacks an assertion")
        reports = dict.fromkeys(asserted[member["assertion"]]["report"] for member in own)
        yield {
            "id": row["id"],
            "text": asserted[own[0]["assertion"]]["words"],
            "members": [_asserted(view, asserted[member["assertion"]]) for member in own],
            "reasons": [member["reason"] or "" for member in own],
            "origins": list(dict.fromkeys(origin_of.get(report, view.names[report]) for report in reports)),
            "made_by": row["made_by"],
        }


def _asserted(view: View, row: Row) -> Export:
    return {**_piece_at(view, row), "voice": row["voice"], "statement": row["statement"]}


def disagreements(view: View) -> Iterator[Export]:
    """One row a disagreement: two assertions that cannot both hold, or a position that changed, and why."""
    asserted = {row["id"]: row for row in _in_place(view, schema.assertions)}
    sides = _by(view.rows(schema.sides), "disagreement")
    found = view.rows(schema.disagreements)
    for row in sorted(found, key=lambda row: (row["strength"] != "strong", row["kind"], row["id"])):
        own = {side["side"]: side for side in sides[row["id"]] if side["assertion"] in asserted}
        if own.keys() != {"a", "b"}:
            raise _incomplete(f"Disagreement {row['id']} lacks a side")
        a, b = own["a"], own["b"]
        yield {
            "id": row["id"],
            "kind": row["kind"],
            "order": row["order"],
            "a": _asserted(view, asserted[a["assertion"]]),
            "b": _asserted(view, asserted[b["assertion"]]),
            "words_a": [_piece(a)],
            "words_b": [_piece(b)],
            "matter": {"id": row["matter"], "words": row["matter_words"]} if row["matter"] else None,
            "why": row["why"],
            "strength": row["strength"],
            "made_by": row["made_by"],
        }


def _incomplete(what: str) -> RecordError:
    # What is read again or goes takes its words with it; the end of the build compares anew.
    return RecordError(
        f"{what}: a build of this record was stopped or is under way, or the record is damaged. "
        "Give the same `reportedly build` again; `reportedly verify` tells what does not hold after that."
    )


def _piece(row: Row) -> Export:
    return {"start": row["start"], "end": row["end"], "text": row["words"]}


def _piece_at(view: View, row: Row) -> Export:
    return {**_of_report(view, row), **_piece(row)}


def problems(view: View) -> Iterator[Export]:
    """One row for everything that could not be read or resolved, with its reason."""
    columns = schema.reports.c
    reports = {row.sha256: row.id for row in view.connection.execute(select(columns.sha256, columns.id))}
    found = []
    for row in view.rows(schema.problems):
        places = [p.name for p in view.places.get(row["sha256"], ()) if p.state != "replaced"]
        names = places if row["sha256"] else [row["where"]]
        known = {"report_id": reports.get(row["sha256"])}
        found += [{"report": name, **known, **_trouble(row, name)} for name in names]
    yield from sorted(found, key=lambda p: (p["report"], p["what"], p["why"]))


def _trouble(row: Row, name: str) -> Export:
    return {"what": row["what"], "where": row["where"] or name, "why": row["why"]}


def _problems_by_document(view: View) -> Mapping[str, list[Row]]:
    return _by(view.rows(schema.problems), "sha256")


class _Parties:
    """Who a mention is judged to be."""

    def __init__(self, view: View) -> None:
        self.parties = {row["id"]: row for row in view.rows(schema.parties)}
        members = list(view.rows(schema.members))
        self.party_of = {row["chain"]: row["party"] for row in members}
        self.joined = {row["chain"]: row["reason"] for row in members if row["reason"]}
        self.mentions = {row["id"]: row for row in view.rows(schema.mentions)}

    def of_mention(self, mention: str | None) -> Row | None:
        """Give the party a mention belongs to; None where that is open."""
        if mention is None:
            return None
        # A build that was killed before it came to the parties leaves chains without one.
        return self.parties.get(self.party_of.get(self.mentions[mention]["chain"], ""))

    def speaker(self, mention: str | None) -> Export | None:
        """Give a statement's speaker as exports show it, with the reason."""
        party = self.of_mention(mention)
        if mention is None or party is None:
            return None
        row = self.mentions[mention]
        return {
            "id": party["id"],
            "name": party["name"],
            "type": party["type"],
            "reason": "; across reports: ".join(filter(None, (row["reason"], self.joined.get(row["chain"])))),
            "confidence": row["confidence"],
        }


def _dating(view: View, row: Row, role: str, report: str) -> Export | None:
    dating = row[role]
    return None if dating is None else {**dating, "evidence": _evidence(view, row, role, report)}


def _evidence(view: View, row: Row, role: str, report: str) -> list[Export]:
    return [
        {"report": view.names[report], "report_id": report, "start": span["start"], "end": span["end"]}
        for span in view.spans.get(row["id"], ())
        if span["role"] == role
    ]


def _parts(view: View, owner: str) -> Mapping[tuple[str, int], list[Export]]:
    found: dict[tuple[str, int], list[Export]] = defaultdict(list)
    for span in view.spans.get(owner, ()):
        found[span["role"], span["item"]].append(_piece(span))
    return found


def _of_report(view: View, row: Row) -> Export:
    return {"report": view.names[row["report"]], "report_id": row["report"]}


def _in_place(view: View, table: Table) -> list[Row]:
    found = [row for row in view.rows(table) if row["report"] in view.counted]
    return sorted(
        found, key=lambda row: (view.names[row["report"]], row["report"], row["start"], row.get("id", ""))
    )


def _first(view: View, row: Row) -> int:
    return min(int(s["start"]) for s in view.spans[row["id"]] if s["role"] == "content")


def _in_order(rows: Iterator[Export]) -> list[Export]:
    return sorted(rows, key=lambda row: (row["report"], row["report_id"], row["start"], row["end"]))


def _by(rows: Sequence[Row] | Iterator[Row], key: str) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


KINDS: Mapping[str, Callable[[View], Iterator[Export]]] = {
    "statements": statements,
    "reports": reports,
    "passages": passages,
    "expressions": expressions,
    "parties": parties,
    "judgements": judgements,
    "copies": copies,
    "origins": origins,
    "utterances": utterances,
    "claims": claims,
    "disagreements": disagreements,
    "problems": problems,
}
"""What can be exported as rows, by name."""
