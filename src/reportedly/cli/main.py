"""The command line: `reportedly VERB …`."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from reportedly import verbs
from reportedly.assertions.assertion import Voice
from reportedly.cli import layout, progress
from reportedly.cli.layout import Layout
from reportedly.comparison.credits import Reason
from reportedly.comparison.finding import DisagreementKind
from reportedly.dates.dating import ExpressionType
from reportedly.errors import ModelError, ReportedlyError, StorageError
from reportedly.exports import formats, rows
from reportedly.exports.rows import Export
from reportedly.mentions.mention import PartyType
from reportedly.reports.report import PassageKind
from reportedly.statements.statement import Act, CueSense, Kind
from reportedly.views.summary import Summary

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Read news reports about one affair and rebuild a sourced record of who said what, and when.",
)

Record = Annotated[Path, typer.Argument(help="The record, as `build` wrote it.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
OfReport = Annotated[str, typer.Option("--report", help="Only reports whose path or address holds this.")]


def main() -> None:
    """Run the command line; a failure is one clear line, and the exit code says whose it was."""
    try:
        app(standalone_mode=True)
    except ReportedlyError as trouble:
        print(f"reportedly: {trouble}", file=sys.stderr)  # noqa: T201
        sys.exit(1 if isinstance(trouble, StorageError | ModelError) else 2)


@contextmanager
def _can_be_stopped() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("reportedly: stopped; the same command goes on from here.", err=True)
        raise typer.Exit(130) from None


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reportedly {version('reportedly')}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def build(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs or addresses.", show_default=False)
    ],
    record: Annotated[Path, typer.Option(help="The record to write.")] = Path(verbs.RECORD),
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes to read with; as many as help by default.")
    ] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Fetch known addresses again.")] = False,
    reread: Annotated[bool, typer.Option("--reread", help="Read known bytes again.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Take out reports whose files are gone.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let addresses lead into this machine's own network.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where there are problems.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read reports into a record: what is new is read, what is known is kept."""
    choices = {"refresh": refresh, "reread": reread, "drop": drop, "allow_private": allow_private}
    with _can_be_stopped(), progress.bar() as watch:
        summary = verbs.build(*paths, record=record, watch=watch, workers=workers, **choices)
    _tell(summary, as_json)
    if strict and summary.problems:
        raise typer.Exit(1)


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the example.")] = Path("demo"),
    as_json: AsJson = False,
) -> None:
    """Put the shipped example into a folder and build its record."""
    with _can_be_stopped(), progress.bar() as watch:
        summary = verbs.demo(folder, watch=watch)
    _tell(summary, as_json)


def _tell(summary: Summary, as_json: bool) -> None:
    _print([_json(asdict(summary))] if as_json else layout.summary(summary))


@app.command()
def reports(
    record: Record,
    outlet: Annotated[str, typer.Option(help="Only outlets whose name holds this.")] = "",
    report: OfReport = "",
    as_json: AsJson = False,
) -> None:
    """List the reports: where they stood, who published them, when."""
    found = _holding(verbs.reports(record), report=report, outlet=outlet)
    _list(found, layout.report, as_json)


@app.command()
def passages(
    record: Record,
    kind: Annotated[PassageKind | None, typer.Option(help="Only this kind.")] = None,
    report: OfReport = "",
    as_json: AsJson = False,
) -> None:
    """List what stands where in each report: headline, body, and what is set aside."""
    found = _being(_holding(verbs.passages(record), report=report), kind=kind)
    _list(found, layout.passage, as_json)


@app.command()
def statements(
    record: Record,
    speaker: Annotated[str, typer.Option(help="Only speakers whose name holds this.")] = "",
    kind: Annotated[Kind | None, typer.Option(help="Only this kind.")] = None,
    act: Annotated[Act | None, typer.Option(help="Only this act.")] = None,
    sense: Annotated[CueSense | None, typer.Option(help="Only cues of this sense.")] = None,
    sure: Annotated[float, typer.Option(min=0, max=1, help="Only with at least this confidence.")] = 0,
    report: OfReport = "",
    as_json: AsJson = False,
) -> None:
    """List the statements: who is credited, by which words, with what."""
    found = _of_speaker(verbs.statements(record), "speaker", speaker)
    found = _being(_holding(found, report=report), kind=kind, act=act, cue_sense=sense)
    _list([row for row in found if row["confidence"] >= sure], layout.statement, as_json)


@app.command()
def expressions(
    record: Record,
    type: Annotated[ExpressionType | None, typer.Option(help="Only this type.")] = None,  # noqa: A002
    report: OfReport = "",
    as_json: AsJson = False,
) -> None:
    """List the words that tell a time, with the date they come to."""
    found = _being(_holding(verbs.expressions(record), report=report), type=type)
    _list(found, layout.expression, as_json)


@app.command()
def parties(
    record: Record,
    name: Annotated[str, typer.Option(help="Only names that hold this.")] = "",
    type: Annotated[PartyType | None, typer.Option(help="Only this type.")] = None,  # noqa: A002
    merge: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="ID ID", help="Judge two parties to be one; a statement's ID is its speaker."),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Take a party apart, each report's mentions for themselves; of a statement's ID, only its "
            "speaker is taken out.",
        ),
    ] = None,
    rename: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ID NAME", help="Give a party the name to show it by.")
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="ID", help="Take a person's judgement back, by its ID.")
    ] = None,
    judgements: Annotated[
        bool, typer.Option("--judgements", help="List who was judged to be who, by whom, and why.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the persons, organisations, places and groups, the most mentioned first, or judge who is who.

    What a person judges outranks the machine and stays through every later build.
    """
    made = [
        *([verbs.merge(record, *merge)] if merge else []),
        *([verbs.split(record, split)] if split else []),
        *([verbs.rename(record, *rename)] if rename else []),
        *([verbs.undo(record, undo)] if undo else []),
    ]
    if made or judgements:
        # The least sure first: those are the ones to look at.
        listed = made or sorted(verbs.judgements(record), key=lambda row: row["score"] or 0)
        _list(listed, layout.judgement, as_json)
        return
    found = _being(_holding(verbs.parties(record), name=name), type=type)
    _list(sorted(found, key=lambda row: -len(row["mentions"])), layout.party, as_json)


@app.command()
def copies(record: Record, report: OfReport = "", as_json: AsJson = False) -> None:
    """List the passages that stand in more than one report, the longest first."""
    found = [row for row in verbs.copies(record) if _any_holds(row["members"], report)]
    _list(found, layout.copy, as_json)


@app.command()
def origins(
    record: Record,
    reason: Annotated[Reason | None, typer.Option(help="Only this reason.")] = None,
    report: OfReport = "",
    as_json: AsJson = False,
) -> None:
    """List the reports known to go back to one desk, with why; of all others no link was found."""
    found = [row for row in verbs.origins(record) if any(_has(name, report) for name in row["reports"])]
    _list(_being(found, reason=reason), layout.origin, as_json)
    if not as_json:
        _print(["Of reports that stand in no line together no link was found, which is not independence."])


@app.command()
def utterances(
    record: Record,
    speaker: Annotated[str, typer.Option(help="Only speakers whose name holds this.")] = "",
    report: OfReport = "",
    as_json: AsJson = False,
) -> None:
    """List the acts of speech that several statements carry, their wordings one under the other."""
    found = [row for row in verbs.utterances(record) if _any_holds(row["wordings"], report)]
    _list(_of_speaker(found, "who", speaker), layout.utterance, as_json)


@app.command()
def claims(
    record: Record,
    voice: Annotated[
        Voice | None, typer.Option(help="Only claims that somebody makes in this voice.")
    ] = None,
    report: OfReport = "",
    as_json: AsJson = False,
) -> None:
    """List what is asserted more than once, in whose words, and how many reports are silent."""
    found = [row for row in verbs.claims(record) if _any_holds(row["members"], report)]
    found = [row for row in found if voice is None or any(m["voice"] == voice for m in row["members"])]
    _list(found, layout.claim, as_json)


@app.command()
def disagreements(
    record: Record,
    kind: Annotated[DisagreementKind | None, typer.Option(help="Only this kind.")] = None,
    speaker: Annotated[
        str, typer.Option(help="Only where a side's speaker has a name that holds this.")
    ] = "",
    report: OfReport = "",
    strong: Annotated[bool, typer.Option("--strong", help="Leave out what is only possible.")] = False,
    as_json: AsJson = False,
) -> None:
    """List what cannot both hold, and positions that changed, with the words on each side and why."""
    found = [row for row in verbs.disagreements(record) if _any_holds(row["sides"], report)]
    found = [row for row in found if any(_has((s["who"] or {}).get("name"), speaker) for s in row["sides"])]
    found = [row for row in found if row["strength"] == "strong" or not strong]
    _list(_being(found, kind=kind), layout.disagreement, as_json)


@app.command()
def problems(record: Record, report: OfReport = "", as_json: AsJson = False) -> None:
    """List what could not be read or resolved, with the reason."""
    _list(_holding(verbs.problems(record), report=report), layout.problem, as_json)


@app.command()
def timeline(
    record: Record,
    speaker: Annotated[str, typer.Option(help="Only statements of speakers whose name holds this.")] = "",
    outlet: Annotated[str, typer.Option(help="Only outlets whose name holds this.")] = "",
    report: OfReport = "",
    undated: Annotated[bool, typer.Option("--undated", help="List what has no date too.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Tell what each date rests on.")] = False,
    as_json: AsJson = False,
) -> None:
    """List what was said and what happened in order of date, as far as the reports tell."""
    found = _of_speaker(verbs.timeline(record), "who", speaker)
    found = _holding(found, report=report, outlet=outlet)
    dated = [row for row in found if row["on"] and row["on"]["edtf"]]
    _list(found if undated else dated, layout.reasoned if why else layout.moment, as_json)
    if not undated and not as_json and len(dated) < len(found):
        _print([f"{len(found) - len(dated)} statements without a date; --undated lists them."])


@app.command()
def show(
    record: Record,
    id: Annotated[str, typer.Argument(help="A row's id, or its first characters.", show_default=False)],  # noqa: A002
    as_json: AsJson = False,
) -> None:
    """Show one row with its words in place."""
    shown = verbs.show(record, id)
    _print([_json(asdict(shown))] if as_json else layout.shown(shown))


@app.command()
def export(
    record: Record,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.", show_default=False)],
    what: Annotated[str, typer.Option(help=f"{', '.join(rows.KINDS)} or record.")] = "statements",
    format: Annotated[  # noqa: A002
        str | None, typer.Option(help=f"{', '.join(formats.FORMATS)}; by the file's ending if left out.")
    ] = None,
) -> None:
    """Write a table of the record to a file, or a copy of the record itself."""
    verbs.export(record, what, output, format)
    typer.echo(f"Wrote {what} to {output}.", err=True)


@app.command()
def verify(record: Record, as_json: AsJson = False) -> None:
    """Check every hash, id and span against the bytes the record keeps."""
    found = verbs.verify(record)
    if as_json:
        typer.echo(_json({"holds": not found, "lies": found}))
    else:
        _print(found or ["The record holds: every hash, every id, every span."])
    if found:
        raise typer.Exit(1)


def _list(found: list[Export], lay: Layout, as_json: bool) -> None:
    """Print rows as JSON lines, or as a person reads them."""
    if as_json:
        _print(_json(row) for row in found)
    else:
        _print(layout.listed(found, lay) if found else ["Nothing to list."])


def _of_speaker(found: list[Export], key: str, name: str) -> list[Export]:
    """Keep the rows whose speaker's name holds this; say so where no speaker's does."""
    held = [row for row in found if _has((row[key] or {}).get("name"), name)]
    if name and not held:
        typer.echo(
            f"No speaker's name holds “{name}”; `reportedly parties RECORD` lists the names, also the other "
            "names of each with --json.",
            err=True,
        )
    return held


def _holding(found: list[Export], **parts: str) -> list[Export]:
    return [row for row in found if all(_has(row[key], part) for key, part in parts.items())]


def _any_holds(members: list[Export], report: str) -> bool:
    return any(_has(member["report"], report) for member in members)


def _being(found: list[Export], **wanted: str | None) -> list[Export]:
    return [row for row in found if all(value in (None, row[key]) for key, value in wanted.items())]


def _has(value: str | None, part: str) -> bool:
    return part.casefold() in (value or "").casefold()


def _json(row: object) -> str:
    return json.dumps(row, ensure_ascii=False)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
