"""Make the example's binary files from the plain ones in `tools/example`.

    python tools/make_example.py

The same bytes come out on every machine: nothing here reads a clock, and gzip members are written
uncompressed, since two builds of zlib may pack the same bytes differently.
"""

import quopri
import struct
import textwrap
import uuid
import zlib
from pathlib import Path

SOURCES = Path(__file__).parent / "example"
REPORTS = Path(__file__).parents[1] / "src" / "reportedly" / "example" / "reports"
SUNDVAAL = "https://www.sundvaal-review.example/world/2024/03/21/the-pass-that-nobody-measured"
COURIER = "https://www.montelva-courier.example/2024/03/19/ready-to-talk"
ORLESK = "https://orlesk-today.example/news/2024/03/13/neighbours-with-shovels"


def made() -> dict[str, bytes]:
    """Give each binary file of the example, by its name."""
    captured = {COURIER: "courier-ready-to-talk.html", SUNDVAAL: "sundvaal-reprint.html"}
    return {
        "sundvaal-one-blocked-road.html.gz": gzipped(_source("sundvaal-one-blocked-road.html")),
        "orlesk-today.mhtml": mhtml(ORLESK, _source("orlesk-today.html")),
        "captured.warc.gz": b"".join(gzipped(warc(url, _source(name))) for url, name in captured.items()),
        "orsolana-weekly.pdf": pdf(_source("orsolana-weekly.txt").decode().split("\f\n")),
    }


def gzipped(data: bytes) -> bytes:
    """Wrap bytes as one gzip member (RFC 1952) of one stored block, so at most 65,535 of them."""
    head = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
    block = b"\x01" + struct.pack("<HH", len(data), len(data) ^ 0xFFFF) + data
    return head + block + struct.pack("<II", zlib.crc32(data), len(data))


def warc(url: str, page: bytes) -> bytes:
    """Write a page as a response record of a WARC file (ISO 28500)."""
    http = _lines("HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", f"Content-Length: {len(page)}")
    block = http + page
    head = _lines(
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, url)}>",
        "WARC-Date: 2024-03-22T08:00:00Z",
        f"WARC-Target-URI: {url}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    )
    return head + block + b"\r\n\r\n"


def mhtml(url: str, page: bytes) -> bytes:
    """Write a page and its style sheet as a browser's single-file save (RFC 2557)."""
    head = _lines(
        "From: <Saved by a browser>",
        f"Snapshot-Content-Location: {url}",
        "Subject: Orlesk Today",
        "Date: Thu, 14 Mar 2024 07:00:00 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----example-boundary"',
    )
    style = b"article { max-width: 40em; }\n"
    parts = _part("text/html; charset=utf-8", url, page) + _part("text/css", url + "/style.css", style)
    return head + parts + b"------example-boundary--\r\n"


def _part(media: str, url: str, data: bytes) -> bytes:
    head = _lines(
        "------example-boundary",
        f"Content-Type: {media}",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {url}",
    )
    return head + quopri.encodestring(data).replace(b"\n", b"\r\n") + b"\r\n"


def pdf(pages: list[str]) -> bytes:
    """Set pages of plain text in Helvetica, in the least PDF 1.4 that a reader takes."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        stream = _typeset(page)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            + f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>".encode(),
            f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
        ]
    return _numbered(objects)


def _typeset(page: str) -> bytes:
    """Draw paragraphs line by line from the top left; a paragraph is set apart by a blank line."""
    paragraphs = (textwrap.wrap(part, 84, break_on_hyphens=False) for part in page.strip().split("\n\n"))
    drawn = "\nT*\n".join("\n".join(f"({_escaped(line)}) Tj T*" for line in lines) for lines in paragraphs)
    return f"BT\n/F1 11 Tf\n15 TL\n64 770 Td\n{drawn}\nET".encode("cp1252")


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _numbered(objects: list[bytes]) -> bytes:
    """Join objects into a file with the cross-reference table that says where each begins."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    entries = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + f"xref\n0 {size}\n0000000000 65535 f \n{entries}".encode()
        + f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


def _lines(*lines: str) -> bytes:
    return "".join(line + "\r\n" for line in (*lines, "")).encode()


def _source(name: str) -> bytes:
    return (SOURCES / name).read_bytes()


if __name__ == "__main__":
    for name, data in made().items():
        (REPORTS / name).write_bytes(data)
