"""Attribution: who is said to assert something, by which words, and who carried it."""

from reportedly.exports.rows import Export


def attribution(statement: Export | None) -> Export:
    """Give who makes an assertion, as resolved and as found, with the cue and who carried it.

    `who` is None where the speaker is open. Of a report's own voice there is no statement, and all is empty.
    """
    if statement is None:
        return {"who": None, "source": "", "cue": "", "via": []}
    found = {part: " ".join(piece["text"] for piece in statement[part]) for part in ("source", "cue")}
    return {"who": statement["speaker"], **found, "via": statement["via"]}
