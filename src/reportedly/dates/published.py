"""A report's own date: when it was published, and when it was last changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from reportedly.dates.dating import Basis, Dating
from reportedly.dates.days import MONTHS, day_edtf, exact_day, find_days, month_number
from reportedly.passages.passage import Passage
from reportedly.reports.report import Report
from reportedly.spans import Span, trimmed

_ISO = re.compile(r"((?:1[89]|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_SHORT_MONTHS = "|".join(month[:3].lower() for month in MONTHS)
_IN_PATH = re.compile(rf"/((?:19|20)\d\d)/(\d\d?|{_SHORT_MONTHS})/(\d\d?)(?=/|$)")
_MONTH_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?=/)")
_AT_EDGE = re.compile(
    r"(?:(?<=/)|(?<=-))((?:19|20)\d\d)-(\d\d)-(\d\d)(?=/|$|\.)|(?<=/)((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[-_])"
)
_COMPACT = re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=/)")
_UPDATED = re.compile(r"(?i)\b(?:updated|modified|edited|revised)\b")
_PUBLISHED = re.compile(r"(?i)\b(?:published|posted|issued|created|released)\b")
# What may stand beside the date in a line that tells nothing else.
_LINE_WORDS = re.compile(
    r"(?i)\b(?:this|the|post|article|story|page|item|report|was|were|has|been|first|last|originally|on|at|by|date|time|"
    r"updated|modified|edited|revised|published|posted|issued|created|released|am|pm|a\.m|p\.m|edt|est|gmt|utc|bst|cet|cest|et|pt|ist|hrs|"
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b|\d\d?[:.]\d\d(?::\d\d)?|\W"
)  # fmt: skip

_BY = re.compile(r"^(?:[Ww]ritten )?[Bb]y (?:[^\W\d_a-z][\w.'’-]+(?:,? | and )?){1,6}")
# A label in whatever language, an ISO day and a clock.
_STAMPED = re.compile(r"(?:[^\W\d_]+\W+)?\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?\W*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A day that a report prints about itself, and whether it is said to be a change."""

    span: Span
    edtf: str | None
    updated: bool
    basis: Basis


def published(report: Report, passages: Sequence[Passage]) -> Dating | None:
    """Tell when a report was published, by the best witness there is, or None.

    A sheet outranks the page's metadata, that the address, that a printed line; but metadata often count in
    UTC, so of two days that follow on each other the one that the report prints, or its address has, is the
    local one, and a day outranks a month that it lies in. "Last updated on 2 April 2019" is an upper
    bound and not the date, so it gives the open interval `../2019-04-02`. A day without a year keeps its
    words and no date; nothing falls back on the day of reading.
    """
    told = _told(report.metadata.published, "metadata")
    address = _from_address(report.sheet.url or report.metadata.url)
    line = _printed(report, passages, updated=False)
    return (
        _told(report.sheet.published, "sheet")
        or (told and _local(told, report.metadata.updated, line, address))
        or (line if line and address and _specifies(line, address) else address)
        or line
        or _bound(updated(report, passages))
    )


def _local(told: Dating, updated: str | None, line: Dating | None, address: Dating | None) -> Dating:
    """Give the day that the report prints of itself where metadata tell the one beside it.

    A printed day that the metadata call the day of change is no witness for that of publication.
    """
    if line and line.edtf and (line.edtf == told.edtf or line.edtf != updated):
        return line if _are_neighbours(line, told) else told
    return address if address and _are_neighbours(address, told) else told


def _are_neighbours(one: Dating, other: Dating) -> bool:
    first, second = exact_day(one.edtf), exact_day(other.edtf)
    return first is not None and second is not None and abs(first - second) == timedelta(days=1)


def _specifies(line: Dating, address: Dating) -> bool:
    return bool(line.edtf and address.edtf and line.edtf.startswith(f"{address.edtf}-"))


def updated(report: Report, passages: Sequence[Passage]) -> Dating | None:
    """Tell when a report was last changed, as a sheet, its metadata or a line of its own says, or None."""
    return (
        _told(report.sheet.updated, "sheet")
        or _told(report.metadata.updated, "metadata")
        or _printed(report, passages, updated=True)
    )


def _told(words: str | None, basis: Basis) -> Dating | None:
    match = _ISO.match((words or "").strip())
    if match is None:
        return None
    year, month, day = match.groups()
    if day_edtf(int(year), int(month or 1), int(day or 1)) is None:
        return None
    return Dating("-".join(part for part in (year, month, day) if part), None, basis)


def _bound(dating: Dating | None) -> Dating | None:
    if dating is None or dating.edtf is None:
        return None
    return Dating(f"../{dating.edtf}", dating.text, "updated", dating.evidence)


def _from_address(url: str | None) -> Dating | None:
    # An archive puts its own date before the address it kept.
    path = urlsplit("http" + (url or "").rsplit("http", 1)[-1]).path
    for pattern in (_IN_PATH, _AT_EDGE, _COMPACT):
        for match in pattern.finditer(path):
            year, month, day = (part for part in match.groups() if part)
            edtf = day_edtf(int(year), month_number(month), int(day))
            if edtf:
                return Dating(edtf, None, "address")
    whole = _MONTH_IN_PATH.search(path)
    return Dating("-".join(whole.groups()), None, "address") if whole else None


def _printed(report: Report, passages: Sequence[Passage], *, updated: bool) -> Dating | None:
    lines = [line for line in _lines(report.text, passages) if line.updated is updated]
    days = sorted({line.edtf for line in lines if line.edtf})
    if len(days) > 1 or not lines:
        return None
    line = next((line for line in lines if line.edtf), lines[0])
    return Dating(line.edtf, line.span.words(report.text), line.basis if line.edtf else None, (line.span,))


def _lines(text: str, passages: Sequence[Passage]) -> Iterator[_Line]:
    """Give the days of bylines and datelines, and of lines before the first teaser that hold nothing else.

    Once the story has begun, such a line must say that it tells of publishing: a chronology heads its
    entries with bare dates.
    """
    begun = False
    for passage in passages:
        if passage.kind in ("teaser", "comment"):
            return
        if passage.kind in ("byline", "dateline"):
            yield from _days_in(text, passage)
        elif _is_date_line(text, passage.span):
            words = passage.span.words(text)
            if not begun or _UPDATED.search(words) or _PUBLISHED.search(words):
                yield from _days_in(text, passage)
        else:
            begun = begun or passage.kind == "body"


def _days_in(text: str, passage: Passage) -> Iterator[_Line]:
    start = passage.span.start
    basis: Basis = "dateline" if passage.kind == "dateline" else "printed"
    was_updated = False
    for day in find_days(text, passage.span):
        before = text[start : day.span.start]
        if _UPDATED.search(before) or _PUBLISHED.search(before):
            was_updated = _last(_UPDATED, before) > _last(_PUBLISHED, before)
        yield _Line(day.span, day.edtf, was_updated, basis)
        start = day.span.end


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _is_date_line(text: str, span: Span) -> bool:
    """Tell whether a passage holds a date and no more than such a line's own words, or one before a clock."""
    inner = trimmed(text, span.start, span.end)
    if inner is None or len(inner) > 100:
        return False
    rest = inner.words(text)
    for day in reversed(find_days(text, inner)):
        rest = rest[: day.span.start - inner.start] + rest[day.span.end - inner.start :]
    if rest == inner.words(text):
        return False
    return not _LINE_WORDS.sub("", _BY.sub("", rest)) or bool(_STAMPED.fullmatch(inner.words(text)))
