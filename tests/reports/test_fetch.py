import gzip
import ipaddress
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reportedly.errors import UnreadableError
from reportedly.reports import fetch as room
from reportedly.reports.archive import originals_of_warc
from reportedly.reports.fetch import fetch, is_address
from reportedly.reports.report import Original, Place

ROBOTS = b"User-agent: reportedly\nDisallow: /shut\n\nUser-agent: *\nDisallow: /\n"
PAGE = b"<p>It sails.</p>"


class Server(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Site)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.asked: list[tuple[str, str, str]] = []
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["User-Agent"], self.headers["Host"]))
        status, headers, body = self.server.pages.get(self.path, (404, {}, b"no"))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *told):
        pass


@pytest.fixture
def site():
    with Server() as server:
        html = {"Content-Type": "text/html; charset=utf-8"}
        server.pages = {
            "/robots.txt": (200, {}, ROBOTS),
            "/page": (200, html, PAGE),
            "/packed": (200, {**html, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
            "/shut": (200, html, PAGE),
            "/moved": (302, {"Location": "/page"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/to-shut": (302, {"Location": "/shut"}, b""),
            "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
        }
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def trouble(url: str, allow_private: bool = True) -> str:
    with pytest.raises(UnreadableError) as caught:
        fetch(url, allow_private=allow_private)
    assert caught.value.why.endswith(".")
    return caught.value.what


@pytest.mark.parametrize("path", ["/page", "/packed", "/moved"])
def test_page_is_kept_as_a_warc(site, path):
    found = list(originals_of_warc(fetch(site.url + path, allow_private=True), Place(site.url + path)))
    address = site.url + ("/page" if path == "/moved" else path)
    assert found == [Original(Place(address), "html", PAGE, "utf-8", address)]


def test_says_who_it_is_and_whom_it_asks(site):
    fetch(site.url + "/page", allow_private=True)
    assert [path for path, *_ in site.asked] == ["/robots.txt", "/page"]
    assert {agent.split("/")[0] for _, agent, _ in site.asked} == {"reportedly"}
    assert {host for *_, host in site.asked} == {f"127.0.0.1:{site.server_port}"}


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/shut", "robots"),
        ("/to-shut", "robots"),
        ("/round", "redirects"),
        ("/none", "status"),
        ("/to-file", "address"),
    ],
)
def test_refusals(site, path, what):
    assert trouble(site.url + path) == what


def test_site_without_robots_may_be_read_and_one_in_trouble_not(site):
    site.pages["/robots.txt"] = (404, {}, b"")
    assert PAGE in fetch(site.url + "/page", allow_private=True)
    site.pages["/robots.txt"] = (503, {}, b"")
    assert trouble(site.url + "/page") == "robots"


def test_too_large_and_too_slow(site, monkeypatch):
    monkeypatch.setattr(room, "MOST_BYTES", 4)
    site.pages["/robots.txt"] = (200, {}, b"")
    assert trouble(site.url + "/page") == "too-large"
    monkeypatch.setattr(room, "MOST_SECONDS", 0.0)
    assert trouble(site.url + "/page") == "too-slow"


def test_private_addresses_are_refused_by_default(site):
    assert trouble(site.url + "/page", allow_private=False) == "private"
    assert site.asked == []


def test_name_that_leads_into_a_private_network_is_refused(monkeypatch):
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("1.1.1.1", "10.0.0.7")
    ]
    monkeypatch.setattr("socket.getaddrinfo", lambda *a, **k: answers)
    assert trouble("http://courier.example/", allow_private=False) == "private"


def test_name_is_looked_up_once_per_request(site, monkeypatch):
    """A second look-up could give another number than the one that was checked."""
    asked: list[str] = []
    number = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.server_port))

    def look_up(host, *told, **more):
        asked.append(host)
        return [number]

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    fetch(f"http://courier.example:{site.server_port}/page", allow_private=True)
    assert [host for host in asked if host == "courier.example"] == ["courier.example"] * 2
    assert {host for *_, host in site.asked} == {f"courier.example:{site.server_port}"}


@pytest.mark.parametrize(
    "url", ["ftp://courier.example/", "http://", "http://[::1", "file:///etc/passwd", "page.html"]
)
def test_what_is_no_web_address(url):
    assert trouble(url) == "address"


def test_no_such_site(monkeypatch):
    def fail(*asked, **more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", fail)
    assert trouble("http://nowhere.example/") == "network"


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("1.1.1.1", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::", False),
        ("64:ff9b::a00:1", False),
    ],
)
def test_public_addresses(number, public):
    assert ipaddress.ip_address(number)
    assert room._is_public(number) is public


@pytest.mark.parametrize(
    "url", ["http://a b/", "http://ex..com/", "http://xn--\\/x", "http://\ud83d/", "http://a:b/"]
)
def test_odd_addresses_are_told(monkeypatch, url):
    def fail(*asked, **more):
        raise UnicodeError("label empty or too long")

    monkeypatch.setattr("socket.getaddrinfo", fail)
    assert trouble(url) in ("address", "network")


def test_odd_address_that_a_page_leads_to(site):
    site.pages["/moved"] = (302, {"Location": "http://xn--\\/x"}, b"")
    assert trouble(site.url + "/moved") == "address"


def test_fault_of_ours_is_no_traceback(site, monkeypatch):
    monkeypatch.setattr("protego.Protego.parse", lambda rules: 1 / 0)
    assert trouble(site.url + "/page") == "failed"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("http://courier.example/", True),
        ("HTTPS://courier.example/", True),
        ("http:/courier", False),
        ("pages/http://x", False),
        ("http://caf\udce9/", False),
        ("", False),
    ],
)
def test_addresses_and_other_paths(path, expected):
    assert is_address(path) is expected
