"""What a sync has to do: the folder as it is against the folder as it was read."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import corpus
from corpus.folder import CorpusFile, Scan


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to `read`, files that are `gone`, and those that are there but out of reach.

    `unreachable` are files whose folder cannot be listed or that have become a bad link: that is a
    failure to report, not a reason to forget their articles.
    """

    read: tuple[CorpusFile, ...]
    gone: tuple[str, ...]
    unreachable: tuple[str, ...]


def plan(connection: sqlite3.Connection, scan: Scan) -> Plan:
    """A file is read again when its size or time, or the code that reads it, has changed."""
    known = {
        path: (size, mtime_ns, reader)
        for path, size, mtime_ns, reader in connection.execute("SELECT * FROM files")
    }
    reader = reader_version()
    read = tuple(
        file for file in scan.files if known.get(file.path) != (file.size, file.mtime_ns, reader)
    )
    here = {file.path for file in scan.files}
    indexed = {row[0] for row in connection.execute("SELECT DISTINCT path FROM articles")}
    # A file that failed is in neither: it is kept to be read again, and reported while it is there.
    failed = {row[0] for row in connection.execute("SELECT DISTINCT path FROM failures")}
    lost = sorted((indexed | failed | set(known)) - here)
    blocked = tuple(failure.path.rstrip("/") for failure in scan.failures)
    unreachable = tuple(path for path in lost if _under(path, blocked))
    return Plan(read, tuple(sorted(set(lost) - set(unreachable))), unreachable)


def _under(path: str, blocked: tuple[str, ...]) -> bool:
    return any(one == "." or path == one or path.startswith(one + "/") for one in blocked)


@cache
def reader_version() -> str:
    """A hash of the code that turns bytes into articles: better cleaning reads the files again.

    Only articles that come out different are embedded again.
    """
    digest = hashlib.sha256()
    for folder in corpus.__path__:
        for module in sorted(Path(folder).rglob("*.py")):
            digest.update(module.name.encode() + module.read_bytes())
    return digest.hexdigest()[:16]
