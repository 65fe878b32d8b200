"""Fetch a page from the web, with care, into a WARC file so that it need not be fetched again."""

import ipaddress
import re
import socket
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO

import httpx
from fastwarc.warc import WarcRecord, WarcRecordType
from protego import Protego

from reportedly.errors import UnreadableError
from reportedly.reports.archive import MOST_BYTES

AGENT = f"reportedly/{version('reportedly')}"
MOST_REDIRECTS = 5
MOST_SECONDS = 30.0

_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {"User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9"}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}
_ADDRESS = re.compile(r"https?://[^\ud800-\udfff]*", re.IGNORECASE)


def fetch(url: str, *, allow_private: bool = False) -> bytes:
    """Fetch one address and give what was asked and answered, redirects too, as a WARC file (ISO 28500).

    It asks the site's robots.txt (RFC 9309) at every hop and connects only to the address that it
    checked. Raises UnreadableError: `address`, `private`, `robots`, `redirects`, `status`, `too-large`,
    `too-slow`, `network`, `failed`.
    """
    try:
        return _warc(_exchanges(url, allow_private))
    except (UnreadableError, MemoryError):
        raise
    except Exception as fault:
        raise _trouble(fault) from fault


def is_address(path: str) -> bool:
    """Tell whether a PATH is a web address: http or https in any case, and all of it text."""
    return bool(_ADDRESS.fullmatch(path))


def _exchanges(url: str, allow_private: bool) -> list["_Exchange"]:
    """Get an address, and the one that it leads on to, up to the page."""
    exchanges: list[_Exchange] = []
    deadline = time.monotonic() + MOST_SECONDS
    with httpx.Client(trust_env=False, headers=_HEADERS) as client:
        getter = _Getter(client, deadline, allow_private)
        while len(exchanges) <= MOST_REDIRECTS:
            address = _address(url)
            getter.heed_robots(address)
            exchanges.append(getter.get(address))
            if exchanges[-1].status not in _REDIRECTS:
                return exchanges
            url = str(address.join(exchanges[-1].location))
    raise UnreadableError(
        "redirects", f"It leads on more than {MOST_REDIRECTS} times; give the last address."
    )


@dataclass(frozen=True, slots=True)
class _Exchange:
    """One request with its answer; `body` as it came, content coding and all."""

    url: str
    asked: bytes
    status: int
    head: bytes
    body: bytes
    location: str


def _address(url: str) -> httpx.URL:
    address = httpx.URL(url).copy_with(fragment=None)
    if address.scheme not in _PORTS or not address.host:
        raise UnreadableError("address", "Only whole http and https addresses can be fetched.")
    return address


def _trouble(fault: Exception) -> UnreadableError:
    """Say in a sentence why a page could not be had."""
    match fault:
        case httpx.TimeoutException():
            return _too_slow()
        case httpx.HTTPError() | OSError():
            return UnreadableError("network", f"The page could not be had: {fault}.")
        # What is wrong with a name that is not ASCII is a ValueError.
        case httpx.InvalidURL() | ValueError():
            return UnreadableError("address", f"It is, or leads to, what is no web address: {fault}.")
    why = f"Fetching it failed inside reportedly ({type(fault).__name__}: {fault}); please report this."
    return UnreadableError("failed", why)


class _Getter:
    """Gets pages one after another within one deadline."""

    def __init__(self, client: httpx.Client, deadline: float, allow_private: bool) -> None:
        self._client = client
        self._deadline = deadline
        self._allow_private = allow_private

    def heed_robots(self, address: httpx.URL) -> None:
        """Raise UnreadableError where the site's robots.txt shuts this page, or cannot be had (RFC 9309)."""
        answer = self.get(address.copy_with(raw_path=b"/robots.txt"), follow=MOST_REDIRECTS)
        if answer.status >= 500:
            raise UnreadableError("robots", "The site's robots.txt cannot be read now; try again later.")
        rules = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        if not Protego.parse(rules).can_fetch(str(address), AGENT):
            raise UnreadableError(
                "robots", "The site's robots.txt asks not to fetch this page; save it by hand."
            )

    def get(self, address: httpx.URL, follow: int = 0) -> _Exchange:
        """Get one address; up to `follow` redirects are gone along, each checked like the first."""
        exchange = self._get(address)
        if follow and exchange.status in _REDIRECTS:
            return self.get(_address(str(address.join(exchange.location))), follow - 1)
        return exchange

    def _get(self, address: httpx.URL) -> _Exchange:
        number = _checked(address, self._allow_private)
        request = self._client.build_request(
            "GET",
            address.copy_with(host=number),
            headers={"Host": address.netloc.decode(), "Accept-Encoding": "gzip, deflate"},
            extensions={"sni_hostname": address.host},
            timeout=self._left(),
        )
        response = self._client.send(request, stream=True)
        try:
            body = self._body(response)
        finally:
            response.close()
        return _exchange(address, request, response, body)

    def _body(self, response: httpx.Response) -> bytes:
        body = bytearray()
        for piece in response.iter_raw():
            body += piece
            self._left()
            if len(body) > MOST_BYTES:
                raise UnreadableError(
                    "too-large", f"It holds more than {MOST_BYTES // 1024**2} MB; cut it down."
                )
        return bytes(body)

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise _too_slow()
        return left


def _too_slow() -> UnreadableError:
    return UnreadableError(
        "too-slow", f"The site took more than {MOST_SECONDS:.0f} seconds; try again later."
    )


def _checked(address: httpx.URL, allow_private: bool) -> str:
    """Give the number to connect to, checked: a second look-up of the name could give another."""
    port = address.port or _PORTS[address.scheme]
    try:
        found = socket.getaddrinfo(address.host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise UnreadableError("network", f"No such site, or no network: {address.host}.") from fault
    numbers = [str(entry[4][0]) for entry in found]
    if not allow_private and not all(map(_is_public, numbers)):
        raise UnreadableError(
            "private", f"{address.host} is in a private network; allow that, or save it by hand."
        )
    return numbers[0]


def _is_public(number: str) -> bool:
    """Tell whether an address is one of the public internet, seen through IPv6 wrappings of IPv4 too."""
    ip = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = _wrapped(ip) or ip
    return ip.is_global and not ip.is_multicast


def _wrapped(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Give the IPv4 address inside a mapped, 6to4, Teredo or NAT64 (RFC 6052) address."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


# The WARC file


def _exchange(address: httpx.URL, request: httpx.Request, response: httpx.Response, body: bytes) -> _Exchange:
    asked = b"GET " + address.raw_path + b" HTTP/1.1\r\n" + _head(request.headers)
    status = f"HTTP/1.1 {response.status_code} {response.reason_phrase}\r\n".encode("latin-1", "replace")
    # What came in chunks has been put together.
    answered = httpx.Headers([(k, v) for k, v in response.headers.raw if k.lower() != b"transfer-encoding"])
    location = response.headers.get("Location", "")
    return _Exchange(str(address), asked, response.status_code, status + _head(answered), body, location)


def _head(headers: httpx.Headers) -> bytes:
    return b"".join(name + b": " + value + b"\r\n" for name, value in headers.raw) + b"\r\n"


def _warc(exchanges: list[_Exchange]) -> bytes:
    """Write the exchanges as WARC records; the last one's status must be 200."""
    last = exchanges[-1]
    if last.status != 200:
        raise UnreadableError(
            "status", f"The site answered {last.status}, not with the page; look at the address."
        )
    stream = BytesIO()
    for exchange in exchanges:
        _write(stream, exchange.url, "request", exchange.asked)
        _write(stream, exchange.url, "response", exchange.head + exchange.body)
    return stream.getvalue()


_KINDS = {"request": WarcRecordType.request, "response": WarcRecordType.response}


def _write(stream: BytesIO, url: str, kind: str, content: bytes) -> None:
    record = WarcRecord()
    record.init_headers(_KINDS[kind], f"uuid:{uuid.uuid4()}".encode(), content_length=len(content))
    record.record_date = datetime.now(UTC)
    record.headers["WARC-Target-URI"] = url
    record.headers["Content-Type"] = f"application/http; msgtype={kind}"
    record.set_bytes_content(content)
    record.write(stream, checksum_data=True)
