"""Layout: rows as a person reads them on a terminal, plain text, one report's rows under its name."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from reportedly.exports.rows import Export
from reportedly.views.show import Shown
from reportedly.views.summary import Summary

Layout = Callable[[Export], Iterator[str]]

WIDTH = 160
"""Longer words are cut here, with an ellipsis; `show` and `--json` give them whole."""

FEW = 8
"""So many problems, or items of a list, are named in full."""

# Below this a statement is more likely wrong than right.
_UNSURE = 0.5


def summary(s: Summary) -> Iterator[str]:
    """Lay out what a build ends with."""
    total = sum(s.statements.values())
    kinds = ", ".join(f"{count} {kind}" for kind, count in s.statements.items())
    problems = f", {_count(s.not_read, 'file')} not read" if s.not_read else ""
    yield f"{_count(s.reports, 'report')} of {_count(s.outlets, 'named outlet')}{problems}"
    yield f"{_count(total, 'statement')}: {kinds}"
    left_open = _count(s.open_speakers, "statement")
    yield f"{_count(s.speakers, 'named speaker')}; {left_open} with the speaker left open"
    yield f"{s.dated} with the day it was said, {s.undated} where the report does not settle it"
    yield f"{s.read} read now, {s.seconds} s -> {s.record}"
    if s.gone:
        yield f"{_count(s.gone, 'report')} kept whose file is gone (--drop takes them out)"
    yield ""
    for row in s.problems[:FEW]:
        yield from problem(row)
    if s.problems:
        yield f"{_count(len(s.problems), 'problem')}{_all_at(s)}"
        yield ""
    if s.reports:
        yield f"Next: reportedly statements {s.record}"
        yield f"      reportedly parties {s.record}"


def _all_at(s: Summary) -> str:
    return f"; all of them: reportedly problems {s.record}" if len(s.problems) > FEW else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(rows: Sequence[Export], lay: Layout) -> Iterator[str]:
    """Lay out rows, those of one report under its name."""
    if lay not in (statement, passage, expression):
        for row in rows:
            yield from lay(row)
        return
    for (name, _), own in groupby(rows, key=lambda row: (row["report"], row["report_id"])):
        yield f"{clean(name)}"
        for row in own:
            yield from lay(row)
        yield ""


def report(row: Export) -> Iterator[str]:
    """Lay out a report in two lines."""
    state = "" if row["state"] == "current" else f" [{row['state']}]"
    told = [row["outlet"] or "outlet unknown", _day(row["published"]), row["language"] or "language unknown"]
    yield f"{row['id']}  {clean(row['report'])}{state}"
    yield f"    {clean(' · '.join(told))} · {_short(row['headline'] or 'no headline')}"
    yield from (f"    ! {clean(p['why'])}" for p in row["problems"])


def passage(row: Export) -> Iterator[str]:
    """Lay out a passage in a line."""
    yield f"  {row['id']}  {row['kind']:<9} {_short(row['text'])}"


def statement(row: Export) -> Iterator[str]:
    """Lay out a statement in two lines: who, by which words, when; then what."""
    speaker = row["speaker"]
    found = _words(row["source"])
    who = speaker["name"] if speaker else "speaker open"
    as_found = f" (“{found}”)" if found and found != who else ""
    chain = "".join(f", via {carrier['name']}" for carrier in row["via"])
    told = f", to {row['addressee']['name']}" if row["addressee"] else ""
    cue = _short(_words(row["cue"]) or "no cue") + "".join(f" [{tag}]" for tag in _tags(row))
    yield f"  {row['id']}  {row['kind']:<8} {_short(who + as_found)} — {cue}{clean(chain + told)}"
    yield f"      {_day(row['said_on'], undated='')}{_line(_words(row['content'], ' … '))}"


def _tags(row: Export) -> Iterator[str]:
    """Name what sets a statement apart from a plain, sure assertion."""
    if row["act"] != "say":
        yield row["act"]
    if row["cue_sense"] not in ("assert", "other"):
        yield row["cue_sense"]
    if row["confidence"] < _UNSURE:
        yield f"unsure, {row['confidence']:.2f}"


def expression(row: Export) -> Iterator[str]:
    """Lay out a time expression in a line: its words, its TIMEX3 value, and the date they come to."""
    day = f" [{_in_words(row['edtf'])}]" if row["type"] in ("date", "time") else ""
    yield f"  {row['id']}  {row['type']:<8} {row['value']:<16} {_short(row['text'])}{day}"


def party(row: Export) -> Iterator[str]:
    """Lay out a party in a line, with its other names and its roles."""
    others = [name for name in row["names"] if name != row["name"]]
    roles = list(dict.fromkeys(f"{r['title']} of {r['of']}" if r["of"] else r["title"] for r in row["roles"]))
    reports = len({mention["report_id"] for mention in row["mentions"]})
    rest = "".join(f"; {clean(part)}" for part in (", ".join(roles), ", ".join(others)) if part)
    counts = f"{_count(len(row['mentions']), 'mention')} in {_count(reports, 'report')}"
    yield f"{row['id']}  {row['type']:<12} {clean(row['name'])} ({counts}){rest}"


def judgement(row: Export) -> Iterator[str]:
    """Lay out a judgement in two lines: by whom and why, then about which words."""
    state = "".join(f" [{word}]" for word in ("undone", "orphaned") if row[word])
    score = "" if row["score"] is None else f" ({row['score']:.2f})"
    name = f" “{clean(row['name'])}”" if row["name"] else ""
    yield f"{row['id']}  {row['by']:<8} {row['verdict']}{name}{score}{state}: {clean(row['reason'])}"
    places = [f"“{p['text']}” in {p['report'] or 'no report any more'}" for p in row["about"]]
    yield f"      {_short('; '.join(places))}"


def copy(row: Export) -> Iterator[str]:
    """Lay out a copy: how long it is and who had it first, then its words in each report."""
    reports = len({member["report_id"] for member in row["members"]})
    first = f"earliest in {clean(row['earliest'])}" if row["earliest"] else "which was first is not known"
    yield f"{row['id']}  {row['words']} words in {_count(reports, 'report')}; {first}"
    yield from _places(row["members"])


def _places(pieces: Sequence[Export]) -> Iterator[str]:
    """Lay out stretches of reports, those of one report under its name."""
    for (name, _), own in groupby(pieces, key=lambda piece: (piece["report"], piece["report_id"])):
        yield f"    {clean(name)}"
        for piece in own:
            place = f"{piece['start']} to {piece['end']}"
            yield f"      {place:<14} {_short(piece['text'])}"


_REASONS = {
    "reprint": "reprinted from {}",
    "agency": "agency text of {}",
    "copied": "copied text",
    "author": "one author, {}",
}


def origin(row: Export) -> Iterator[str]:
    """Lay out an origin: why its reports go back to one desk, which they are, and the words that tell."""
    why = _REASONS[row["reason"]].format(clean(row["desk"] or ""))
    alone = "" if len(row["reports"]) > 1 else "; no other report of it is in the pile"
    yield f"{row['id']}  {why}: {clean(', '.join(row['reports']))}{alone}"
    yield from _places(row["evidence"])


def utterance(row: Export) -> Iterator[str]:
    """Lay out an utterance: who and when, then each wording with its outlet and the words it has alone."""
    day = _in_words(row["said_on"]) if row["said_on"] else "day not told"
    yield f"{row['id']}  {clean(row['who']['name'])}, {day}: {_count(len(row['wordings']), 'statement')}"
    for one in row["wordings"]:
        outlet = clean(one["outlet"] or one["report"])
        yield f"    {one['statement']}  {outlet}: {_short(_words(one['content']))}"
        only = f"; only here: {', '.join(one['differ'])}" if one["differ"] else ""
        day = f", {_in_words(one['said_on']['edtf'])}" if (one["said_on"] or {}).get("edtf") else ""
        yield f"      {_short((one['reason'] or 'the first of them') + day + only)}"


def claim(row: Export) -> Iterator[str]:
    """Lay out a claim: its words, then each report's, by whose voice they are in, and how many are silent."""
    yield f"{row['id']}  {_short(row['text'])}"
    for cell in _made(row):
        yield f"    {_asserting(cell)}: {_short(cell['words'])}"
    yield f"    {_reach(row)}"


def _made(row: Export) -> list[Export]:
    return [cell for cell in row["cells"] if cell["voice"]]


def _reach(row: Export) -> str:
    """Tell how many reports make a claim, how many of them go back to one desk, and how many are silent."""
    made = _made(row)
    reports = len({cell["report_id"] for cell in made})
    linked = reports - len(row["origins"])
    links = f", {linked} of them linked to another" if linked else ", no link found between them"
    return (
        f"{_count(reports, 'report')}{links if reports > 1 else ''}; {len(row['cells']) - len(made)} silent"
    )


def _asserting(row: Export) -> str:
    """Name an outlet, and who asserts something in it, by which cue and through whom, and in whose words."""
    outlet = clean(row["outlet"] or row["report"])
    if row["voice"] == "own":
        return f"{outlet}, in its own voice"
    found = f", “{row['source']}”" if row["source"] else ""
    who = row["who"]["name"] if row["who"] else f"speaker open{found}"
    cue = f" ({row['cue']})" if row["cue"] else ""
    via = "".join(f", via {carrier['name']}" for carrier in row["via"])
    return f"{outlet}, {_short(who + cue + via)}, {row['voice']}"


_MARKS = "\"'“”‘’«»"
_ORDERS = {
    "a": "in this order",
    "same": "on one day",
    "unknown": "order not known",
}


def disagreement(row: Export) -> Iterator[str]:
    """Lay out a disagreement: its kind, order and why, then each side's sentence with who asserts it."""
    matter = f" [{_matter(row['matter'])}]" if row["matter"] else ""
    yield f"{row['id']}  {row['kind']:<8} {row['strength']}, {_ORDERS[row['order']]}{matter}"
    for side in row["sides"]:
        yield f"    {_side(side)}"
        yield f"        {_short(side['text'])}"
    yield f"    {clean(row['why'])}"


def _matter(matter: Export) -> str:
    # The same words credited to several people are a matter that nothing else names.
    return f"{matter['id']}: {clean(matter['words'])}" if matter["words"] else str(matter["id"])


def _side(side: Export) -> str:
    """Tell who asserts one side of a disagreement, when, and the words at odds."""
    return f"{_asserting(side)} {_when(side)} — “{_line(side['words']).strip(_MARKS)}”"


def _when(side: Export) -> str:
    said, published = ((side[key] or {}).get("edtf") for key in ("said_on", "published"))
    if said:
        return f"[{_in_words(said)}]"
    return f"[in a report of {_in_words(published)}]" if published else "[in a report without a date]"


def problem(row: Export) -> Iterator[str]:
    """Lay out a problem in a line."""
    yield f"{clean(row['report'])}: {row['what']}: {clean(row['why'])}"


def moment(row: Export) -> Iterator[str]:
    """Lay out a line of the timeline in two lines: when, who, by which words, in which outlet; then what."""
    who = row["who"]["name"] if row["who"] else row["source"] or "speaker open"
    told = f"{who} — {row['cue'] or 'no cue'}" if row["what"] == "statement" else "told by the report itself"
    place = row["outlet"] or row["report"]
    changed = "".join(f" [changed position: {name}]" for name in row["changed"])
    yield f"{_day(row['on']):<12} {row['id']}  {_short(told)} · {_short(place)}{changed}"
    yield f"    {_short(row['content'])}"


def reasoned(row: Export) -> Iterator[str]:
    """Lay out a line of the timeline with what its date rests on, step by step."""
    yield from moment(row)
    for step in row["why"]:
        words = f": “{_short(step['text'])}”" if step["text"] else ""
        at = f" ({clean(step['report'])}, {step['start']} to {step['end']})" if step["text"] else ""
        yield f"      {step['step']}{words}{at}"


def shown(s: Shown) -> Iterator[str]:
    """Lay out one row: its words in place, between brackets that name their role, then its fields."""
    lay = _SHOWN.get(s.what, _fields)
    yield from lay(s)


def _fields(s: Shown) -> Iterator[str]:
    if s.text:
        yield _clean_lines(_marked(s))
        yield ""
    for key, value in s.row.items():
        if value != []:
            yield f"{key:<12} {clean(_field(value))}"


_LETTERED = {
    "a": "a before b",
    "same": "a and b on one day",
    "unknown": "order unknown",
}


def _shown_disagreement(s: Shown) -> Iterator[str]:
    row = s.row
    yield f"{row['id']}  {row['kind']}, {row['strength']}; {_LETTERED[row['order']]}"
    yield f"    {clean(row['why'])}"
    if row["matter"]:
        yield f"    Matter {_matter(row['matter'])}"
    for letter, side in zip("ab", s.sides, strict=True):
        yield ""
        yield f"{letter}   {_side(side.row)}"
        yield f"    {_place(side.row)}"
        yield ""
        yield _clean_lines(_marked(side).strip())


def _shown_claim(s: Shown) -> Iterator[str]:
    row = s.row
    yield f"{row['id']}  {_line(row['text'])}"
    for cell in _made(row):
        yield ""
        yield f"    {_asserting(cell)}: {_line(cell['words'])}"
        yield f"        {_place(cell)}: {clean(cell['reason'] or 'the others are compared with this')}"
    yield ""
    silent = [cell for cell in row["cells"] if not cell["voice"]]
    yield f"{_reach(row)}{':' if silent else ''}"
    for cell in silent:
        yield f"    {clean(' · '.join(filter(None, (cell['outlet'], cell['report']))))}"


def _place(row: Export) -> str:
    """Tell where an assertion stands, with the id of the statement that makes it."""
    statement = f", {row['statement']}" if row["statement"] else ""
    return f"{clean(row['report'])}, {row['start']} to {row['end']}{statement}"


def _shown_matter(s: Shown) -> Iterator[str]:
    row = s.row
    yield f"{_matter(row)}; {_count(len(row['disagreements']), 'disagreement')}"
    for one in row["disagreements"]:
        yield ""
        yield from disagreement({**one, "matter": None})


_SHOWN = {"disagreements": _shown_disagreement, "claims": _shown_claim, "matters": _shown_matter}


def _field(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        return ", ".join(f"{key} {_field(item)}" for key, item in value.items() if item not in (None, []))
    if isinstance(value, list):
        more = f" | … {len(value) - FEW} more" if len(value) > FEW else ""
        return " | ".join(_field(item) for item in value[:FEW]) + more
    return "–" if value is None else str(value)


def _marked(s: Shown) -> str:
    parts, at = [], s.start
    for start, end, role in s.marks:
        if start >= at:
            parts += [
                s.text[at - s.start : start - s.start],
                f"[{role}: {s.text[start - s.start : end - s.start]}]",
            ]
            at = end
    return "".join((*parts, s.text[at - s.start :]))


def _day(dating: Export | None, undated: str = "undated") -> str:
    if dating is None:
        return undated
    words = f" (“{dating['text']}”)" if dating["text"] and not dating["edtf"] else ""
    day = _in_words(dating["edtf"]) + words
    return day if undated else f"[{day}] "


def _in_words(edtf: str | None) -> str:
    if edtf is None:
        return "date open"
    first, _, last = edtf.partition("/")
    if first == "..":
        return f"{last} or before"
    return f"{first} or after" if last == ".." else " to ".join(part for part in (first, last) if part)


def _words(pieces: Sequence[Export], between: str = " ") -> str:
    return between.join(piece["text"] for piece in pieces)


def _line(words: str) -> str:
    return " ".join(clean(words).split())


def _short(words: str) -> str:
    line = _line(words)
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


def clean(words: str) -> str:
    """Take out what a terminal would obey: control characters, and marks that turn the line's direction."""
    return "".join(c if c.isprintable() else " " for c in words)


def _clean_lines(words: str) -> str:
    return "\n".join(clean(line) for line in words.splitlines())
