"""Connections that go to the very address that was checked, and end when the time is up."""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from corpus.addresses import Address
from corpus.errors import FactcheckError


class FetchError(FactcheckError):
    """A page could not, or may not, be fetched; the message says why."""


class Deadline:
    """A moment by which everything must be done; `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises FetchError when none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError(f"the page took more than {self._seconds:g} seconds")
        return left


class PinnedBackend(httpcore.NetworkBackend):
    """Resolves a name once, refuses it unless all its addresses are allowed, connects to those.

    Checking a name and letting a library look it up again would leave a gap in which the name
    can be moved to an inner address (DNS rebinding).
    """

    def __init__(self, allowed: Callable[[Address], bool], deadline: Deadline) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that answers. Raises FetchError."""
        problem: Exception | None = None
        for address in self._checked(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _TimedStream(stream, self._deadline)
        raise FetchError(f"cannot connect to {host}: {problem}")

    def _checked(self, host: str, port: int) -> list[str]:
        addresses = _resolve(host, port, self._deadline.left())
        for address in addresses:
            if not self._allowed(ipaddress.ip_address(address.partition("%")[0])):
                raise FetchError(
                    f"{host} leads to {address}, which is not an address of the open internet",
                    hint="save the page as a file and put that into the corpus folder",
                )
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A stream whose every read and write keeps to the deadline of the whole fetch."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left()
        secured = self._stream.start_tls(ssl_context, server_hostname, left)
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _resolve(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of `host`. The system's resolver knows no time limit, so a thread asks it."""
    answers: queue.Queue[list[str] | OSError] = queue.Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        answer = OSError("its name server does not answer")
    if isinstance(answer, OSError) or not answer:
        raise FetchError(f"no address for {host}: {getattr(answer, 'strerror', None) or answer}")
    return answer
