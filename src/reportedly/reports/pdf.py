"""PDF: the pages' text in reading order."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import version
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw

from reportedly.errors import UnreadableError
from reportedly.reports.report import Details, Original, Problem, Report
from reportedly.reports.version import READER

PAGE_BREAK = "\n\f"
"""Stands between two pages: a sentence may run on across it."""

_MADE_BY = f"{READER} pypdfium2 {version('pypdfium2')}"
_LINE_END_HYPHENS = re.compile("[\x02\ufffe]")
_WIDE_GAP = 1.3
_TAIL = 2048
_BROKEN = "The PDF is cut short or damaged; save it again."
_NO_TITLE = re.compile(
    r"(?i)untitled|microsoft word|document\d*$|\.(docx?|pdf|html?|indd|qxd|tmp|rtf)$|^https?:"
)


def read_pdf(original: Original) -> Report:
    """Read a PDF's text page by page; lines stay lines, and a gap between lines is a blank line.

    Words parted at a line's end stay parted (`agr-`, `eed`), pages are parted by `PAGE_BREAK`.
    Raises UnreadableError: `broken`, `encrypted`, `no-text` (a scan).
    """
    with closing(_opened(original.data)) as document:
        text = PAGE_BREAK.join(_page_text(document, number) for number in range(len(document)))
        told = document.get_metadata_dict()
    if not text.strip() and _cut_short(original):
        raise UnreadableError("broken", _BROKEN)
    if not text.strip():
        raise UnreadableError("no-text", "The PDF holds pictures of pages, a scan; run OCR on it first.")
    return Report(
        sha256=hashlib.sha256(original.data).hexdigest(),
        media="pdf",
        text=text,
        metadata=_details(told, original.url),
        sheet=original.sheet,
        problems=_cut_short(original),
        made_by=_MADE_BY,
    )


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    if not data:
        raise UnreadableError("empty", "The file is empty; save it again.")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
        if getattr(fault, "err_code", None) in locked:
            raise UnreadableError("encrypted", "The PDF asks for a password; save it without one.") from fault
        raise UnreadableError("broken", _BROKEN) from fault


def _cut_short(original: Original) -> tuple[Problem, ...]:
    """Tell where a PDF's end is missing: its reader mends that, but pages may be lost."""
    if b"%%EOF" in original.data[-_TAIL:]:
        return ()
    return (Problem("truncated", original.place.name, "The PDF is cut short; what is left of it is read."),)


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as textpage:
            lines = [(words, _height(textpage, start)) for start, words in _lines(textpage)]
    except pypdfium2.PdfiumError as fault:
        raise UnreadableError("broken", f"Page {number + 1} of the PDF is damaged; save it again.") from fault
    return _joined([(words, height) for words, height in lines if words.strip()])


def _lines(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Give each line with the number of its first character that is not white space."""
    start, line = 0, ""
    for at, letter in enumerate(_letters(textpage)):
        if not line.strip():
            start = at
        if letter == "\n":
            yield start, line.rstrip()
            line = ""
        elif _LINE_END_HYPHENS.match(letter):
            yield start, line + "-"
            line = ""
        else:
            line += letter
    yield start, line.rstrip()


def _letters(textpage: pypdfium2.PdfTextPage) -> Iterator[str]:
    """Give the page's characters one by one, one beyond U+FFFF in two halves; what is none gives nothing."""
    for at in range(textpage.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(textpage, at)
        yield "" if code in (0, 0x0D) else chr(code)


def _height(textpage: pypdfium2.PdfTextPage, at: int) -> float:
    """Tell how far up the page a character stands, in points; 0 for an empty page."""
    if at >= textpage.count_chars():
        return 0.0
    return float(textpage.get_charbox(at, loose=True)[1])


def _joined(lines: list[tuple[str, float]]) -> str:
    """Join a page's lines, with a blank line where the gap is wider than between most lines."""
    gaps = [above[1] - below[1] for above, below in pairwise(lines)]
    usual = median([gap for gap in gaps if gap > 0] or [0.0])
    text = "".join(
        words + ("\n\n" if gap > _WIDE_GAP * usual else "\n")
        for (words, _), gap in zip(lines, [*gaps, 0.0], strict=False)
    )
    return text.rstrip("\n")


def _details(told: dict[str, str], url: str | None) -> Details:
    """Take the title and author that the PDF names, unless a program or a file name filled them in."""
    title, author = (" ".join(told.get(key, "").split()) for key in ("Title", "Author"))
    return Details(
        url=url,
        headline=title if " " in title and not _NO_TITLE.search(title) else None,
        byline=author if " " in author else None,
    )
