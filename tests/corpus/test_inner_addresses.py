"""No inner address is asked: not by name, by redirect, or by a second look-up."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from http.server import ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus.connecting
from corpus.addresses import Address, is_public
from corpus.fetching import FetchError, fetch
from tests.corpus.serving import PAGE, anywhere, asked


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
