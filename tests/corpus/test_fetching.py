"""Fetching from a real server on loopback, which only these tests allow."""

from __future__ import annotations

import gzip
import ipaddress
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus.connecting
from corpus.addresses import Address, is_public
from corpus.fetching import FetchedPage, FetchError, FetchLimits, fetch, keep
from corpus.folder import scan
from corpus.keeping import kept
from tests.corpus.collected import read_file

PAGE = (
    "<html><head><meta charset='windows-1252'><title>A wall for Lindhafen</title>"
    '<meta property="article:published_time" content="2016-03-05"></head><body><article>'
    "<p>The council of Lindhafen met on Tuesday to speak about the sea wall and its cost.</p>"
    "<p>It will be built by next spring, the mayor said, “if the money comes” in time.</p>"
    "</article></body></html>"
).encode("cp1252")


class Handler(BaseHTTPRequestHandler):
    """Pages and misbehaviours by path; counts what was asked."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        name = self.path.strip("/").split("/")[0]
        getattr(self, f"_{name}", self._missing)()

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def _send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        headers.setdefault("Content_Type", "text/html; charset=windows-1252")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _missing(self) -> None:
        self._send(b"", 404)

    def _page(self) -> None:
        self._send(PAGE)

    def _packed(self) -> None:
        self._send(gzip.compress(PAGE), Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._send(gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")

    def _odd(self) -> None:
        self._send(PAGE, Content_Encoding="br")

    def _picture(self) -> None:
        self._send(b"\x89PNG", Content_Type="image/png")

    def _untyped(self) -> None:
        self.send_response(200)
        self.end_headers()

    def _false(self) -> None:
        self._send(PAGE, Content_Type="application/pdf")

    def _endless(self) -> None:
        self._send(b"")
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            return

    def _drip(self) -> None:
        self._send(b"")
        try:
            for _ in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def _slow(self) -> None:
        """Headers a byte at a time, each within any time limit on a single read."""
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Pad: " + b"x" * 200:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def _to(self) -> None:
        self._send(b"", 302, Location=self.path.removeprefix("/to/"))

    def _round(self) -> None:
        self._send(b"", 302, Location="/round")


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    handler = type("Counting", (Handler,), {"asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def base(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}"


def anywhere(_: Address) -> bool:
    return True


def asked(server: ThreadingHTTPServer) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = server.RequestHandlerClass.asked  # type: ignore[attr-defined]
    return found


def test_a_page_is_fetched_kept_and_read(base: str, tmp_path: Path) -> None:
    page = fetch(f"{base}/page/some story.html?x=1#top", allowed=anywhere)
    assert page.body == PAGE
    assert (page.content_type, page.charset) == ("text/html", "windows-1252")
    assert page.final_url == f"{base}/page/some%20story.html?x=1"
    assert page.fetched.endswith("+00:00")

    path = keep(tmp_path / "corpus", page)
    assert path.read_bytes() == PAGE
    assert kept(path).url == page.final_url
    assert keep(tmp_path / "corpus", page) == path
    found = scan(tmp_path / "corpus")
    assert [file.path for file in found.files] == [path.name]
    assert found.failures == ()

    (article,) = read_file(tmp_path / "corpus", path).articles
    assert (article.url, article.fetched) == (page.final_url, page.fetched)
    assert article.title == "A wall for Lindhafen"
    assert str(article.published) == "2016-03-05"
    assert "“if the money comes”" in article.text


def test_a_packed_page_is_unpacked(base: str) -> None:
    assert fetch(f"{base}/packed", allowed=anywhere).body == PAGE


def test_redirects_are_followed_with_their_own_host(base: str, server: ThreadingHTTPServer) -> None:
    port = server.server_address[1]
    page = fetch(f"{base}/to/http://localhost:{port}/to//page", allowed=anywhere)
    assert page.final_url == f"http://localhost:{port}/page"
    assert [host for _, host in asked(server)] == [f"127.0.0.1:{port}"] + [f"localhost:{port}"] * 2


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "answered 404"),
        ("/picture", "image/png"),
        ("/untyped", "no content type"),
        ("/false", "called a PDF|calls it a PDF"),
        ("/odd", "packs the page as br"),
        ("/round", "more than 5 redirects"),
        ("/to/ftp://example.org/x", "only http:// and https://"),
        ("/to/file:///etc/passwd", "only http:// and https://"),
        ("/to/http://user:word@example.org/", "user name"),
    ],
)
def test_what_is_refused(base: str, path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(base + path, allowed=anywhere)


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_size_is_bounded(base: str, path: str) -> None:
    with pytest.raises(FetchError, match="larger than 100 kB"):
        fetch(base + path, allowed=anywhere, limits=FetchLimits(bytes=100 * 1024))


@pytest.mark.parametrize("path", ["/drip", "/slow"])
def test_time_is_bounded_as_a_whole(base: str, path: str) -> None:
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"more than 0.5 seconds"):
        fetch(base + path, allowed=anywhere, limits=FetchLimits(seconds=0.5))
    assert time.monotonic() - start < 3


def test_a_closed_port(base: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(FetchError, match="cannot connect"):
            fetch(f"http://127.0.0.1:{port}/", allowed=anywhere)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/page",
        "http://localhost:{port}/page",
        "http://[::1]:{port}/page",
        "http://[::ffff:127.0.0.1]:{port}/page",
        "http://0.0.0.0:{port}/page",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
    ],
)
def test_inner_addresses_are_refused_by_default(url: str, server: ThreadingHTTPServer) -> None:
    with pytest.raises(FetchError, match=r"not an address of the open internet"):
        fetch(url.format(port=server.server_address[1]))
    assert asked(server) == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "inner.example"])
def test_a_name_is_judged_by_where_it_leads(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's resolver reads numbers in many forms; this one stands in for it."""
    public_name_for(monkeypatch, {host: ["127.0.0.1"]})
    with pytest.raises(FetchError, match=r"leads to 127.0.0.1, which is not"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "//x", "page", ""])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(FetchError, match="only http:// and https://"):
        fetch(url)


def public_name_for(monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[str]]) -> list[str]:
    """Names that the resolver gives these addresses, one list after another."""
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *rest: int, **named: int) -> list[object]:
        if host not in answers:
            return list(real(host, port, *rest, **named))
        looked_up.append(host)
        addresses = answers[host][min(looked_up.count(host), len(answers[host])) - 1].split()
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]

    monkeypatch.setattr(corpus.connecting.socket, "getaddrinfo", resolve)
    return looked_up


def only_test_servers(first: str) -> Callable[[Address], bool]:
    """Allows what is public, and the test's own server as if it were."""
    return lambda address: is_public(address) or str(address) == first


def test_a_redirect_to_an_inner_address_is_refused(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.server_address[1]
    public_name_for(monkeypatch, {"news.example": ["127.0.0.1"], "inner.example": ["127.0.0.2"]})
    with pytest.raises(FetchError, match=r"inner.example leads to 127.0.0.2"):
        fetch(
            f"http://news.example:{port}/to/http://inner.example:{port}/page",
            allowed=only_test_servers("127.0.0.1"),
        )
    assert [path for path, _ in asked(server)] == [f"/to/http://inner.example:{port}/page"]


def test_a_name_is_looked_up_once_and_the_checked_address_is_used(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that changes its address after the check must not move the connection."""
    port = server.server_address[1]
    looked_up = public_name_for(monkeypatch, {"news.example": ["127.0.0.1", "127.0.0.9"]})
    page = fetch(f"http://news.example:{port}/page", allowed=only_test_servers("127.0.0.1"))
    assert page.body == PAGE
    assert looked_up == ["news.example"]
    assert asked(server) == [("/page", f"news.example:{port}")]


def test_one_inner_address_among_several_is_enough_to_refuse(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    public_name_for(monkeypatch, {"news.example": ["127.0.0.1 10.0.0.7"]})
    with pytest.raises(FetchError, match=r"leads to 10.0.0.7"):
        fetch(
            f"http://news.example:{server.server_address[1]}/page",
            allowed=only_test_servers("127.0.0.1"),
        )
    assert asked(server) == []


def test_a_proxy_of_the_environment_is_not_asked(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert fetch(f"{base}/page", allowed=anywhere).body == PAGE


def test_a_name_that_does_not_resolve(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(corpus.connecting.socket, "getaddrinfo", fail)
    with pytest.raises(FetchError, match=r"no address for nowhere.example"):
        fetch("http://nowhere.example/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.8.8.8", False),
        ("10.1.2.3", False),
        ("100.127.255.255", False),
        ("169.254.1.1", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("0.0.0.0", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::1", False),
        ("2001:db8::1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_by_itself(inner: ipaddress.IPv4Address) -> None:
    mapped = ipaddress.IPv6Address(f"::ffff:{inner}")
    assert is_public(mapped) == is_public(inner)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/../../etc/passwd",
        "https://example.org/a/%2e%2e/%00/\u202e.html",
        "https://example.org/" + "x" * 3000,
        "https://example.org/",
        "https://example.org/.hidden",
    ],
)
def test_names_of_kept_pages_are_harmless(tmp_path: Path, url: str) -> None:
    page = FetchedPage(url, url, "text/html", None, PAGE, "2026-01-01T00:00:00+00:00")
    path = keep(tmp_path, page)
    assert path.parent == tmp_path
    assert not path.name.startswith(".")
    assert len(path.name) < 120
    assert path.name.isascii()
    assert [file.path for file in scan(tmp_path).files] == [path.name]


def test_a_record_that_is_not_a_record_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    for text in ("", "[]", "{", json.dumps({"url": 5})):
        (tmp_path / "a.html.fetched.json").write_text(text)
        assert kept(path).url is None
        assert read_file(tmp_path, path).articles[0].url is None
