"""The guard itself: a test that leaves the machine is seen, in this process and in its children."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

# TEST-NET-1 of RFC 5737 and a name of RFC 6761: neither leads anywhere.
NOWHERE = "192.0.2.1"
NO_NAME = "no-such-host.invalid"


def test_a_connection_out_is_refused_and_recorded(connections: Path) -> None:
    with socket.socket() as sock, pytest.raises(OSError, match="stay on this machine"):
        sock.connect((NOWHERE, 80))
    assert NOWHERE in connections.read_text()
    connections.write_text("")


def test_a_name_lookup_is_refused_and_recorded(connections: Path) -> None:
    with pytest.raises(OSError, match="stay on this machine"):
        socket.getaddrinfo(NO_NAME, 80)
    assert NO_NAME in connections.read_text()
    connections.write_text("")


def test_a_child_process_is_watched_too(connections: Path) -> None:
    program = f"import socket; socket.create_connection(('{NOWHERE}', 80))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 1
    assert NOWHERE in connections.read_text()
    connections.write_text("")


def test_this_machine_may_talk_to_itself() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        client.sendall(b"here")
        with server.accept()[0] as peer:
            assert peer.recv(4) == b"here"
