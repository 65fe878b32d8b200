"""Bytes to characters: what a text file says, letter for letter."""

import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from reportedly.errors import UnreadableError

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as decoded; `doubt` is a sentence where the bytes did not fit one encoding, else empty."""

    text: str
    doubt: str = ""


def decoded(data: bytes, charset: str | None = None) -> Decoded:
    """Turn a document's bytes into its characters, losing none.

    UTF-8 where the bytes are UTF-8 (a byte-order mark stays, as U+FEFF, so that offsets agree with
    `data.decode()`), then what a byte-order mark or `charset` says, then what the letters look like.
    Stray bytes in a text that is mostly UTF-8 are read as Windows-1252, and `doubt` says so.
    Raises UnreadableError where UTF-16 is announced and broken.
    """
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if data.startswith(_UTF16_MARKS):
        return Decoded(_strictly(data, "utf-16"))
    if _mostly_utf8(data):
        return _mixed(data)
    return Decoded(_in_one_encoding(data, charset))


def plain_text(data: bytes, charset: str | None = None) -> Decoded:
    """Read a plain-text or Markdown file, untouched: line ends, odd spaces and all.

    Raises UnreadableError for `empty`, `not-text` and `encoding`.
    """
    if not data:
        raise UnreadableError("empty", "The file is empty; save it again.")
    found = decoded(data, charset)
    if _is_binary(found.text):
        raise UnreadableError("not-text", "The file is named as text but holds something else.")
    if not found.text.strip("\ufeff \t\r\n\x0b\x0c\u00a0\u2028\u2029\u3000"):
        raise UnreadableError("empty", "The file holds only white space.")
    return found


def whole(text: str) -> str:
    """Join the halves of one character (UTF-16 surrogates); a half left alone becomes U+FFFD.

    Linked data and PDFs can hold such halves; UTF-8, and so a database, cannot.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def written(name: str) -> str:
    r"""Give a file name as text: a byte of it that is no character as `\xe9`."""
    return whole(re.sub("[\udc80-\udcff]", lambda byte: rf"\x{ord(byte[0]) - 0xDC00:02x}", name))


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROLS.findall(text)) > max(2, _MOST_CONTROLS * len(text))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as fault:
        raise UnreadableError(
            "encoding", f"The file does not read as {encoding}; save it as UTF-8."
        ) from fault


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether more letters beyond ASCII are proper UTF-8 than are stray bytes."""
    read = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= letter <= "\udcff" for letter in read)
    proper = sum(letter > "\x7f" for letter in read) - stray
    return proper > stray


def _mixed(data: bytes) -> Decoded:
    read = data.decode("utf-8", "surrogateescape")
    text = re.sub("[\udc80-\udcff]", _windows_letter, read)
    stray = sum(a != b for a, b in zip(read, text, strict=True))
    return Decoded(text, f"{stray} bytes are not UTF-8 like the rest; they were read as Windows-1252.")


def _windows_letter(found: re.Match[str]) -> str:
    byte = found[0].encode("utf-8", "surrogateescape")
    return byte.decode("cp1252", "replace")


def _in_one_encoding(data: bytes, charset: str | None) -> str:
    """Read bytes that are not UTF-8 by the name given for them, else by what they look like."""
    # A page that says ISO-8859-1 means Windows-1252, as browsers have it (WHATWG Encoding).
    named = map_encoding_to_html5(charset, fallback_utf8=False) if charset else None
    for encoding in (named, detect_encoding(data), "cp1252"):
        if encoding and (text := _if_it_fits(data, encoding)) is not None:
            return text
    return data.decode("latin-1")


def _if_it_fits(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
