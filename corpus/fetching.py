"""Fetches one web page, safely: from the open internet only, bounded in size, time and hops."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.message import Message

import httpcore
import httpx

from corpus.addresses import Address, is_public
from corpus.connecting import Deadline, FetchError, PinnedBackend
from corpus.keeping import FetchedPage, keep
from corpus.limits import size_name

__all__ = ["FetchError", "FetchLimits", "FetchedPage", "fetch", "keep"]

_HEADERS = [
    ("User-Agent", "factcheck-assistant"),
    ("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.8"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
]
_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_URL = 4096


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """`bytes` of the unpacked page, `seconds` for everything together, `redirects` to follow."""

    bytes: int = 8 * 1024 * 1024
    seconds: float = 30.0
    redirects: int = 5


def fetch(
    url: str,
    *,
    limits: FetchLimits | None = None,
    allowed: Callable[[Address], bool] = is_public,
) -> FetchedPage:
    """The page at `url` (http or https), after redirects, each checked like the first address.

    `allowed` decides which addresses may be connected to. Proxies of the environment are not used,
    since they would look names up by themselves. Raises FetchError.
    """
    limits = limits or FetchLimits()
    deadline = Deadline(limits.seconds)
    target = _parsed(url)
    backend = PinnedBackend(allowed, deadline)
    with httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(), network_backend=backend
    ) as pool:
        for _ in range(limits.redirects + 1):
            answer = _get(pool, target, limits, deadline)
            if isinstance(answer, FetchedPage):
                return FetchedPage(
                    url, str(target), answer.content_type, answer.charset, answer.body, _now()
                )
            target = _parsed(str(target.join(answer)))
    raise FetchError(f"more than {limits.redirects} redirects")


def _get(
    pool: httpcore.ConnectionPool, target: httpx.URL, limits: FetchLimits, deadline: Deadline
) -> FetchedPage | str:
    """The page, or where a redirect leads."""
    try:
        with pool.stream("GET", str(target), headers=_headers(target)) as response:
            headers = httpx.Headers(response.headers)
            if response.status in _REDIRECTS and "location" in headers:
                return headers["location"]
            if response.status != 200:
                raise FetchError(f"the server answered {response.status} for {target}")
            content_type, charset = _content_type(headers)
            body = _body(response.iter_stream(), headers, limits.bytes, deadline)
    except httpcore.TimeoutException as error:
        raise FetchError(f"the page took more than {limits.seconds:g} seconds") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchError(f"cannot fetch {target}: {error}") from error
    if content_type == "application/pdf" and b"%PDF-" not in body[:1024]:
        raise FetchError("the server calls it a PDF, but it is none")
    return FetchedPage(str(target), str(target), content_type, charset, body, "")


def _parsed(url: str) -> httpx.URL:
    if len(url) > _LONGEST_URL:
        raise FetchError("the address is too long")
    try:
        parsed = httpx.URL(url.strip())
    except httpx.InvalidURL as error:
        raise FetchError(f"not an address that can be fetched: {error}") from error
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise FetchError("only http:// and https:// addresses are fetched")
    if parsed.userinfo:
        raise FetchError("addresses with a user name or password are not fetched")
    return parsed.copy_with(fragment=None)


def _headers(target: httpx.URL) -> list[tuple[str, str]]:
    return [("Host", target.netloc.decode("ascii")), *_HEADERS]


def _content_type(headers: httpx.Headers) -> tuple[str, str | None]:
    message = Message()
    message["content-type"] = headers.get("content-type", "")
    content_type = message.get_content_type() if headers.get("content-type") else "no content type"
    if content_type not in _TYPES:
        raise FetchError(f"not a page with an article: {content_type}")
    charset = message.get_content_charset()
    return content_type, charset


def _body(stream: Iterable[bytes], headers: httpx.Headers, most: int, deadline: Deadline) -> bytes:
    """The unpacked body; never more than `most` bytes of it in memory."""
    encoding = headers.get("content-encoding", "identity").lower()
    if encoding not in {"identity", "gzip", ""}:
        raise FetchError(f"the server packs the page as {encoding}, which was not asked for")
    unpack = zlib.decompressobj(wbits=31) if encoding == "gzip" else None
    body = bytearray()
    for chunk in stream:
        deadline.left()
        try:
            body += unpack.decompress(chunk, most + 1 - len(body)) if unpack else chunk
        except zlib.error as error:
            raise FetchError("the page is broken gzip data") from error
        if len(body) > most:
            raise FetchError(f"the page is larger than {size_name(most)}")
    return bytes(body)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
