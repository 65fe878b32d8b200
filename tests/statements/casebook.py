"""Reading the case book: Markdown files with passages and the statements expected of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.reports.report import PassageKind
from reportedly.spans import Span
from reportedly.statements.find import find_statements
from reportedly.statements.statement import Statement

HERE = Path(__file__).parent / "cases"
_SETTING = re.compile(r"(\w+)=(.*?)(?= \w+=|$)")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its passages, and the rows expected of it."""

    name: str
    text: str
    passages: tuple[Passage, ...]
    rows: tuple[str, ...]


def cases() -> Iterator[Case]:
    """Read every case of every file, in order."""
    for path in sorted(HERE.glob("*.md")):
        for section in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            heading, *lines = section.splitlines()
            quoted = "\n".join(line[1:].removeprefix(" ") for line in lines if line.startswith(">"))
            rows = tuple(line.removeprefix("-").strip() for line in lines if line.startswith("- "))
            yield Case(f"{path.stem}: {heading}", *laid_out(quoted), rows)


def laid_out(quoted: str) -> tuple[str, tuple[Passage, ...]]:
    """Turn a quoted passage into a text and its passages."""
    text = ""
    passages: list[Passage] = []
    for paragraph in quoted.split("\n\n"):
        words = paragraph.removeprefix("# ") + "\n\n"
        kind: PassageKind = "headline" if paragraph.startswith("# ") else "body"
        passages.append(Passage(kind, Span(len(text), len(text) + len(words))))
        text += words
    return text, tuple(passages)


def found(text: str, passages: tuple[Passage, ...]) -> tuple[Statement, ...]:
    return find_statements(text, passages, read_language(text, passages))


def shown(text: str, statement: Statement, like: str) -> str:
    """Write a statement as the case book does, with the settings that the expected row names."""
    parts = [words(text, spans) for spans in (statement.source, statement.cue, statement.content)]
    expected = like.split("| ")[3] if like.count("| ") == 3 else ""
    settings = [f"{name}={setting(text, statement, name)}" for name, _ in _SETTING.findall(expected)]
    return " | ".join([*parts, *([" ".join(settings)] if settings else [])]).strip()


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " / ".join(" ".join(span.words(text).split()) for span in spans)


def setting(text: str, statement: Statement, name: str) -> str:
    values = {
        "kind": statement.kind,
        "act": statement.act,
        "sense": statement.cue_sense,
        "marks": statement.marks,
        "within": statement.within,
        "to": words(text, statement.addressee),
        "via": " ".join(words(text, carrier) for carrier in statement.via),
        "at": words(text, (statement.occasion,)) if statement.occasion else None,
        "quoted": words(text, statement.quoted),
        "inserted": words(text, statement.inserted),
    }
    return str(values[name])
