"""Small documents, made by hand."""

from collections.abc import Iterable, Sequence

from reportedly.reports.report import Media, Original, Place, Problem

PARAGRAPHS = (
    "The harbour ministry of Veldania said on Monday that the ferry service would resume next week.",
    "“We have waited long enough for this day,” said Ilka Morvan, who runs the port of Sund.",
    "The opposition called the plan a costly mistake and asked for the papers to be laid open.",
    "A vote in the assembly is expected before the end of the month, according to two officials.",
)


def original(
    data: bytes | str, media: Media = "html", url: str | None = None, charset: str | None = None
) -> Original:
    return Original(Place("page"), media, data.encode() if isinstance(data, str) else data, charset, url)


def documents(found: Iterable[Original | Problem]) -> list[Original]:
    return [one for one in found if isinstance(one, Original)]


def troubles(found: Iterable[Original | Problem]) -> list[Problem]:
    return [one for one in found if isinstance(one, Problem)]


def page(body: str, head: str = "<title>Ferries sail again</title>") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def article(before: str = "", within: str = "", after: str = "", head: str = "") -> str:
    """A page with a headline and four paragraphs; `within` stands after the second."""
    paragraphs = [f"<p>{words}</p>" for words in PARAGRAPHS]
    column = "".join(paragraphs[:2]) + within + "".join(paragraphs[2:])
    head = f"<title>Ferries sail again in Veldania</title>{head}"
    menu = "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"
    foot = "<footer><p>All rights reserved by the Sund Courier, a company of nobody.</p></footer>"
    heading = "<h1>Ferries sail again in Veldania</h1>"
    return page(
        f"{menu}<article>{heading}{before}<div class=text>{column}</div>{after}</article>{foot}", head
    )


def warc_record(
    url: str,
    payload: bytes,
    headers: str = "Content-Type: text/html; charset=utf-8",
    status: int = 200,
    date: str = "2021-06-03T00:00:00Z",
) -> bytes:
    answer = f"HTTP/1.1 {status} Said\r\n{headers}\r\n\r\n".encode() + payload
    return warc_response(url, "application/http; msgtype=response", answer, date)


def warc_response(url: str, kind: str, answer: bytes, date: str = "2021-06-03T00:00:00Z") -> bytes:
    """A response record of any kind, as crawlers keep name servers' answers too."""
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: {kind}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def pdf(
    pages: Sequence[Sequence[str]], trailer: bytes = b"", info: str = "<< >>", letters: str = ""
) -> bytes:
    """A PDF with lines of text; a line that begins with ^ stands further below the one before.

    `letters` says what single letters stand for: `<41> <D83DDE42>` makes A a smiling face.
    """
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {4 + 2 * len(pages)} 0 R >>".encode(),
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"0 -{28 if line[:1] == '^' else 14} Td ({line.lstrip('^')}) Tj" for line in lines)
        content = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            + f" /Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(_stream(content))
    objects.append(_stream(_standing_for(letters)))
    objects.append(info.encode())
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, len(objects), trailer, len(out))
    )


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _standing_for(letters: str) -> bytes:
    """What single letters of a font stand for, as a ToUnicode table; for none, an empty one."""
    count = letters.count("<") // 2
    table = f"begincodespacerange <00> <FF> endcodespacerange {count} beginbfchar {letters} endbfchar"
    return f"/CMapType 2 def 1 {table}".encode() if letters else b""


LOCKED = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (00000000000000000000000000000000)"
    b" /U (00000000000000000000000000000000) >> /ID [<00> <00>]"
)
