"""A server of pages on loopback, which only these tests allow to be asked."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from corpus.addresses import Address

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
