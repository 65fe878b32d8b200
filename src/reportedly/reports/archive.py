"""Archives: the documents inside a WARC file, a saved MHTML page or a gzip file, as bytes."""

import email
import email.policy
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage
from operator import itemgetter
from typing import BinaryIO, NamedTuple

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType
from resiliparse.parse.encoding import detect_mime

from reportedly.errors import UnreadableError
from reportedly.reports.report import Media, Original, Place, Problem

MOST_BYTES = 20 * 1024 * 1024
"""One report's bytes, unpacked, at most: a page or PDF beyond this is no news report."""

_STEP = 64 * 1024
_LONGEST_HEAD = 32 * 1024
_GZIP_MARK = b"\x1f\x8b"
_READERS = {"br": BrotliReader, "zstd": ZstdReader}
_MEDIA: dict[str, Media] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
}


def within_limit(data: bytes) -> bytes:
    """Give the bytes back, or raise UnreadableError where they are more than one report may hold."""
    if len(data) > MOST_BYTES:
        raise UnreadableError("too-large", f"It holds more than {MOST_BYTES // 1024**2} MB; cut it down.")
    return data


def unpacked(stream: BinaryIO) -> bytes:
    """Unpack a gzip file, stopping at the size limit so that a small file cannot fill the memory."""
    try:
        return within_limit(gzip.GzipFile(fileobj=stream).read(MOST_BYTES + 1))
    except EOFError as fault:
        raise UnreadableError("truncated", "The gzip file is cut short; save it again.") from fault
    except (gzip.BadGzipFile, zlib.error) as fault:
        raise UnreadableError("broken", "The file is named .gz but is not a sound gzip file.") from fault


def originals_of_warc(warc: bytes | BinaryIO, within: Place) -> Iterator[Original | Problem]:
    """Give each page, text and PDF that a WARC file (ISO 28500) got with status 200, in file order.

    Where the captures of an address do not stand in the order of their dates, they come last and in that
    order, so that the latest settles. `within` is the WARC file's own place, or the address that was
    fetched. What stands before a cut is given, then a Problem. Responses of other types and statuses are
    passed over; those of an address are a Problem.
    """
    stream = io.BytesIO(warc) if isinstance(warc, bytes) else warc
    out_of_order = _out_of_order(stream)
    held: list[tuple[str, Original | Problem]] = []
    some = False
    for capture, found in _captures(stream, within):
        some = True
        if capture.url in out_of_order:
            held.append((capture.date, found))
        else:
            yield found
    yield from (found for _, found in sorted(held, key=itemgetter(0)))
    if not some:
        yield Problem("no-reports", within.name, "The WARC file holds no page, text or PDF with status 200.")


class _Capture(NamedTuple):
    """Which address a record tells of, and its WARC-Date, as text that sorts by time."""

    url: str
    date: str


_NO_CAPTURE = _Capture("", "")


def _capture(record: WarcRecord) -> _Capture:
    # Without the Z a date with parts of a second sorts after the whole second.
    date = (record.headers.get("WARC-Date") or "").rstrip("Z")
    return _Capture((record.headers.get("WARC-Target-URI") or "").strip("<>"), date)


def _out_of_order(stream: BinaryIO) -> set[str]:
    """Find the addresses of which a later capture stands before an earlier one; rewinds the stream."""
    latest: dict[str, str] = {}
    found = set()
    with suppress(OSError):
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False):
            capture = _capture(record)
            if capture.date < latest.setdefault(capture.url, capture.date):
                found.add(capture.url)
            latest[capture.url] = max(capture.date, latest[capture.url])
    stream.seek(0)
    return found


def _captures(stream: BinaryIO, within: Place) -> Iterator[tuple[_Capture, Original | Problem]]:
    """Give what each record holds, in file order, and then what is wrong with the file."""
    end = 0
    try:
        for record in ArchiveIterator(stream):
            end = record.stream_pos
            if record.record_type == WarcRecordType.response:
                capture = _capture(record)
                yield from ((capture, found) for found in _of_record(record, capture.url, within))
        _check_end(stream, end)
    except UnreadableError as fault:
        yield _NO_CAPTURE, Problem(fault.what, within.name, fault.why)
    except OSError as fault:
        why = f"The WARC file is not sound: {fault}. What stands before is read."
        yield _NO_CAPTURE, Problem("broken", within.name, why)


def original_of_mhtml(data: bytes, place: Place) -> Iterator[Original | Problem]:
    """Give the page that a browser saved with its pictures as one MHTML file (RFC 2557)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = _root_part(message)
    if page is None:
        raise UnreadableError("no-page", "The MHTML file holds no page; save it again.")
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        yield Problem("truncated", place.name, "The MHTML file is cut short; what is left of it is read.")
    payload = page.get_payload(decode=True)
    address = message["Snapshot-Content-Location"] or page["Content-Location"] or message["Content-Location"]
    url = "".join(str(address).split()) if address else None
    yield Original(
        place, "html", payload if isinstance(payload, bytes) else b"", page.get_content_charset(), url
    )


def _root_part(message: EmailMessage) -> EmailMessage | None:
    pages = (
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    )
    return next((part for part in pages if isinstance(part, EmailMessage)), None)


def _of_record(record: WarcRecord, name: str, within: Place) -> Iterator[Original | Problem]:
    # Crawlers keep other answers as responses too, those of name servers (`dns:`) before all.
    if not record.is_http or record.http_headers.status_code != 200:
        return
    length = record.content_length
    raw = record.reader.read(min(length, MOST_BYTES + 1))
    if len(raw) < min(length, MOST_BYTES + 1):
        raise _cut()
    media = _media(record.http_content_type, raw)
    if media is None:
        if not within.root:
            yield _no_report_at(within.name, record.http_content_type)
        return
    try:
        data = _without_coding(within_limit(raw), record.http_headers)
        place = Place(name, within.root, within.name if within.root else "")
        yield Original(place, media, data, record.http_charset, name)
    except UnreadableError as fault:
        yield Problem(fault.what, name, fault.why)


def _no_report_at(url: str, content_type: str | None) -> Problem:
    kind = f"a file of type {content_type}" if content_type else "a file of no known type"
    why = f"The address gave {kind}, no page, text or PDF; give the address of the report itself."
    return Problem("unsupported", url, why)


def _media(content_type: str | None, raw: bytes) -> Media | None:
    return _MEDIA.get((content_type or detect_mime(raw[:1024])).lower())


def _cut() -> UnreadableError:
    return UnreadableError("truncated", "The WARC file is cut short; the records before the cut are read.")


def _check_end(stream: BinaryIO, start: int) -> None:
    """Look at a WARC file from its last record on: the iterator passes over a cut in silence."""
    stream.seek(start)
    head = stream.read(_LONGEST_HEAD)
    stream.seek(start)
    if head.startswith(_GZIP_MARK):
        _check_packed(stream)
    elif head:
        _check_plain(stream, head)


def _check_packed(stream: BinaryIO) -> None:
    try:
        with gzip.GzipFile(fileobj=stream) as rest:
            while rest.read(_STEP):
                pass
    except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
        raise _cut() from fault


def _check_plain(stream: BinaryIO, head: bytes) -> None:
    """Go to where the last record says that it ends: no cut start of a next one may follow."""
    length = re.search(rb"\r?\ncontent-length:\s*(\d+)", head, re.IGNORECASE)
    body = re.search(rb"\r?\n\r?\n", head)
    if not length or not body:
        raise _cut()
    stream.seek(body.end() + int(length[1]), io.SEEK_CUR)
    if stream.read(_STEP).strip():
        raise _cut()


def _without_coding(raw: bytes, headers: HeaderMap) -> bytes:
    """Undo the transfer coding and the content coding of a payload, as far as they are still there.

    Crawlers often undo one and leave its header, so bytes that do not look coded are taken as they are.
    """
    data = raw
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        data = _tried(ChunkedReader, data)
    for coding in reversed((headers.get("Content-Encoding") or "").lower().split(",")):
        data = _decoded(data, coding.strip())
    return within_limit(data)


def _decoded(data: bytes, coding: str) -> bytes:
    if coding in ("gzip", "x-gzip") and data.startswith(_GZIP_MARK):
        return unpacked(io.BytesIO(data))
    if coding == "deflate":
        return _inflated(data)
    if coding in _READERS:
        return _tried(_READERS[coding], data)
    return data


def _tried(reader: type, data: bytes) -> bytes:
    try:
        return bytes(reader(io.BytesIO(data)).read(MOST_BYTES + 1))
    except OSError:
        return data


def _inflated(data: bytes) -> bytes:
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(data, MOST_BYTES + 1)
        except zlib.error:
            continue
    return data
