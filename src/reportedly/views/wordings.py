"""Utterances with their wordings: one act of speech as each report gives it, and which words differ."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.comparison.content import folded, stem, tells
from reportedly.exports import rows
from reportedly.exports.rows import Export
from reportedly.record.read import View


def utterances(view: View) -> Iterator[Export]:
    """One row an utterance, those that most statements carry first, each statement with its words.

    `who` is the speaker; `wordings` has a row for each statement: its report, source, cue and content, why it
    is taken for the same act, and in `differ` the content words that no other wording has.
    """
    said = {row["id"]: row for row in rows.statements(view)}
    outlets = {row["id"]: row["outlet"] for row in rows.reports(view)}
    found = sorted(rows.utterances(view), key=lambda row: (-len(row["statements"]), row["id"]))
    for row in found:
        statements = [said[name] for name in row["statements"]]
        yield {
            **row,
            "who": statements[0]["speaker"],
            "wordings": [
                {
                    "statement": one["id"],
                    "report": one["report"],
                    "report_id": one["report_id"],
                    "outlet": outlets[one["report_id"]],
                    **{part: one[part] for part in ("source", "cue", "content", "said_on")},
                    "reason": reason,
                    "differ": differ,
                }
                for one, reason, differ in zip(
                    statements, row["reasons"], _differing(statements), strict=True
                )
            ],
        }


def _differing(statements: Sequence[Export]) -> list[list[str]]:
    """Give for each statement the content words that no other of them has, in order."""
    own = [
        {stem(word): word for piece in one["content"] for word in folded(piece["text"]) if tells(word)}
        for one in statements
    ]
    held = Counter(word for words in own for word in words)
    return [[word for root, word in words.items() if held[root] == 1] for words in own]
