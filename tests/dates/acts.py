"""Helpers for tests of when statements were made: a passage's statements, with the days they are given."""

from reportedly.dates.dating import Dating
from reportedly.dates.expressions import find_expressions
from reportedly.dates.speeches import all_said_on
from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.find import find_statements
from reportedly.statements.statement import Statement

THURSDAY = Dating("2021-06-03", None, "sheet")


def days(
    text: str, speakers: dict[str, int], published: Dating | None = THURSDAY
) -> dict[str, Dating | None]:
    """Give each statement's dating by its content's words; speakers are told by the words of the source."""
    passages: list[Passage] = []
    for at, part in enumerate(text.split("\n\n")):
        start = text.index(part, passages[-1].span.end if passages else 0)
        passages.append(Passage("headline" if at == 0 else "body", Span(start, start + len(part))))
    reading = read_language(text, passages)
    statements = find_statements(text, passages, reading)
    found = all_said_on(
        text,
        passages,
        reading,
        find_expressions(text, reading, published),
        published,
        statements,
        [_speaker(one, text, speakers) for one in statements],
    )
    return {one.content[0].words(text): day for one, day in zip(statements, found, strict=True)}


def _speaker(statement: Statement, text: str, speakers: dict[str, int]) -> int | None:
    words = " ".join(span.words(text) for span in statement.source)
    return next((number for name, number in speakers.items() if name in words), None)


def day_of(found: dict[str, Dating | None], words: str) -> tuple[str | None, str | None] | None:
    dating = next(day for content, day in found.items() if words in content)
    return None if dating is None else (dating.edtf, dating.basis)


WHO = {"Petrova": 1, "She": 1, "she": 1, "Hale": 2, "He": 2, "he": 2}
TUESDAY = ("2021-06-01", "utterance")
