"""Refuses and records every connection that leaves this machine (DESIGN.md, invariant 6).

An audit hook sees every socket of the interpreter, whatever library opened it. The record is a
file named by the environment, so that child processes (which load `sitecustomize` beside this
file) report to the same place.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from typing import Any

RECORD = "OFFLINE_GUARD_RECORD"


class OffMachineError(OSError):
    """A connection to another machine was tried during a test."""


def _numeric(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return None


def _is_local(host: object) -> bool:
    if host is None or isinstance(host, bytes):
        host = host.decode() if host else ""
    if not isinstance(host, str) or host in ("", "localhost"):
        return True
    address = _numeric(host)
    return address is not None and (address.is_loopback or address.is_unspecified)


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
        if not isinstance(address, tuple) or _is_local(address[0]):
            return
        target = f"{event} {address[0]}:{address[1]}"
    elif event == "socket.getaddrinfo":
        host = args[0].decode() if isinstance(args[0], bytes) else args[0]
        # A number is not looked up: nothing leaves the machine.
        if _is_local(host) or _numeric(str(host)):
            return
        target = f"{event} {host}"
    else:
        return
    with open(os.environ[RECORD], "a", encoding="utf-8") as record:
        record.write(target + "\n")
    raise OffMachineError(f"tests stay on this machine: {target}")


def install() -> None:
    """Watch this interpreter from now on; `RECORD` must name a writable file."""
    sys.addaudithook(_audit)
