"""The columns of each export, and what stands in them: the contract that other tools read."""

from collections.abc import Mapping

Shape = type[str] | type[int] | type[float] | type[bool] | list["Shape"] | dict[str, "Shape"]
"""A value, a list of one shape, or an object with named parts; every value may be null."""

_REPORT: dict[str, Shape] = {"report": str, "report_id": str}
_PLACE: dict[str, Shape] = {**_REPORT, "start": int, "end": int}
PIECES: Shape = [{"start": int, "end": int, "text": str}]
_CARRIER: Shape = {"id": str, "name": str, "pieces": PIECES}
_DATING: Shape = {"edtf": str, "text": str, "basis": str, "evidence": [_PLACE]}
_ASSERTED: dict[str, Shape] = {**_PLACE, "text": str, "voice": str, "statement": str}
_TROUBLE: dict[str, Shape] = {"what": str, "where": str, "why": str}

COLUMNS: Mapping[str, Mapping[str, Shape]] = {
    "statements": {
        "id": str,
        **_REPORT,
        "passage": str,
        "kind": str,
        "act": str,
        "cue_sense": str,
        "source": PIECES,
        "cue": PIECES,
        "content": PIECES,
        "quoted": PIECES,
        "inserted": PIECES,
        "marks": str,
        "within": str,
        "speaker": {"id": str, "name": str, "type": str, "reason": str, "confidence": float},
        "via": [_CARRIER],
        "addressee": _CARRIER,
        "said_on": _DATING,
        "occasion": {"start": int, "end": int, "text": str},
        "utterance": str,
        "confidence": float,
        "made_by": str,
    },
    "reports": {
        "id": str,
        **_REPORT,
        "sha256": str,
        "places": [str],
        "state": str,
        "headline": str,
        "byline": str,
        "outlet": str,
        "url": str,
        "language": str,
        "published": _DATING,
        "updated": _DATING,
        "origin": str,
        "left_out": int,
        "problems": [_TROUBLE],
        "made_by": str,
    },
    "passages": {"id": str, **_REPORT, "kind": str, "start": int, "end": int, "text": str, "made_by": str},
    "expressions": {
        "id": str,
        **_PLACE,
        "text": str,
        "type": str,
        "value": str,
        "edtf": str,
        "basis": str,
        "evidence": [_PLACE],
        "made_by": str,
    },
    "parties": {
        "id": str,
        "name": str,
        "type": str,
        "names": [str],
        "roles": [{"title": str, "of": str, **_PLACE}],
        "mentions": [{**_PLACE, "text": str}],
        "made_by": str,
    },
    "judgements": {
        "id": str,
        "about": [{**_PLACE, "text": str}],
        "verdict": str,
        "name": str,
        "parties": [str],
        "reason": str,
        "by": str,
        "score": float,
        "undone": bool,
        "orphaned": bool,
    },
    "copies": {
        "id": str,
        "members": [{**_PLACE, "text": str}],
        "words": int,
        "earliest": str,
        "made_by": str,
    },
    "origins": {
        "id": str,
        "reports": [str],
        "report_ids": [str],
        "reason": str,
        "desk": str,
        "evidence": [{**_PLACE, "text": str}],
        "credits": [str],
        "made_by": str,
    },
    "utterances": {
        "id": str,
        "speaker": str,
        "said_on": str,
        "statements": [str],
        "reasons": [str],
        "made_by": str,
    },
    "claims": {
        "id": str,
        "text": str,
        "members": [_ASSERTED],
        "reasons": [str],
        "origins": [str],
        "made_by": str,
    },
    "disagreements": {
        "id": str,
        "kind": str,
        "order": str,
        "a": _ASSERTED,
        "b": _ASSERTED,
        "words_a": PIECES,
        "words_b": PIECES,
        "matter": {"id": str, "words": str},
        "why": str,
        "strength": str,
        "made_by": str,
    },
    "problems": {**_REPORT, **_TROUBLE},
}
"""The columns of each export by name, in order."""
