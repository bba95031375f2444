"""Over TLS the certificate must be for the name that was asked, though the address is pinned."""

from __future__ import annotations

import datetime as dt
import http.server
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus.connecting
from corpus.fetching import FetchError, fetch

x509 = pytest.importorskip("cryptography.x509", reason="makes the server's certificate")


class Handler(http.server.BaseHTTPRequestHandler):
    """One small page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"A page.")

    def log_message(self, *_: object) -> None:
        """Quiet."""


def certificate(folder: Path, name: str) -> Path:
    """A self-signed certificate for `name` and its key, in one file."""
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "server.pem"
    path.write_bytes(private + made.public_bytes(pem))
    return path


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    path = certificate(tmp_path, "news.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    real = socket.getaddrinfo

    def resolve(host: str, *rest: object, **named: object) -> object:
        if host.endswith(".example"):
            host = "127.0.0.1"
        return real(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(corpus.connecting.socket, "getaddrinfo", resolve)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def test_a_certificate_for_the_name_is_accepted(port: int) -> None:
    page = fetch(f"https://news.example:{port}/", allowed=lambda _: True)
    assert page.body == b"A page."


def test_a_certificate_for_another_name_is_refused(port: int) -> None:
    with pytest.raises(FetchError, match=r"(?i)certificate"):
        fetch(f"https://other.example:{port}/", allowed=lambda _: True)
