"""Fetching from a real server on loopback, which only these tests allow."""

from __future__ import annotations

import json
import socket
import time
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from corpus.fetching import FetchedPage, FetchError, FetchLimits, fetch, keep
from corpus.folder import scan
from corpus.keeping import kept
from tests.corpus.collected import read_file
from tests.corpus.serving import PAGE, anywhere, asked


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
