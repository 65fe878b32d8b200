"""Read one document: its bytes to a report's text, with what the document tells about itself."""

import hashlib
import logging
from dataclasses import astuple, replace

from reportedly.reports.pdf import read_pdf
from reportedly.reports.report import Details, Original, Problem, Report
from reportedly.reports.text import plain_text, whole
from reportedly.reports.version import READER

for _name in ("trafilatura", "htmldate", "courlan", "pypdfium2"):
    # Their warnings are about one page, and would spill onto a user's screen.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read(original: Original) -> Report:
    """Turn one document's bytes into a report: its text, its blocks, and its details.

    The same bytes always give the same report. Raises UnreadableError (`empty`, `not-text`,
    `not-page`, `no-text`, `too-large`, `encoding`, `encrypted`, `broken`) where there is nothing to read.
    """
    report = _read(original)
    return replace(
        report, text=whole(report.text), metadata=_whole(report.metadata), sheet=_whole(report.sheet)
    )


def _whole(details: Details) -> Details:
    return Details(*(told and whole(told) for told in astuple(details)))


def _read(original: Original) -> Report:
    if original.media == "html":
        # Its libraries take a moment to import, and texts do not need them.
        from reportedly.reports.page import read_page

        return read_page(original)
    if original.media == "pdf":
        return read_pdf(original)
    return _read_text(original)


def _read_text(original: Original) -> Report:
    found = plain_text(original.data, original.charset)
    doubts = (Problem("encoding", original.place.name, found.doubt),) if found.doubt else ()
    return Report(
        sha256=hashlib.sha256(original.data).hexdigest(),
        media=original.media,
        text=found.text,
        metadata=Details(url=original.url),
        sheet=original.sheet,
        problems=doubts,
        made_by=READER,
    )
