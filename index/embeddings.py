"""The store of vectors by text and model: work that outlives an interrupted sync."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.schema import connect

Vectors = npt.NDArray[np.float32]

# `staged` names what no finished sync has used yet; `added` which passages were, or were about to
# be, put into Chroma by a sync that has not finished. Both are empty after a finished sync.
_TABLES = """
CREATE TABLE IF NOT EXISTS embeddings(
  n INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS staged(key BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS added(id TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class EmbeddingStore:
    """`embeddings.sqlite`: float32 vectors of length 1 by their 16-byte key."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        self.connection = connect(path, readonly=readonly)
        if not readonly:
            self.connection.execute("PRAGMA synchronous=NORMAL")
            self.connection.executescript(_TABLES)

    def close(self) -> None:
        self.connection.close()

    def known(self, keys: Iterable[bytes]) -> set[bytes]:
        """Which of these keys have a vector."""
        query = "SELECT 1 FROM embeddings WHERE key = ?"
        return {key for key in keys if self.connection.execute(query, (key,)).fetchone()}

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Vectors]:
        """The vectors of the keys that are there."""
        query = "SELECT vector FROM embeddings WHERE key = ?"
        rows = ((key, self.connection.execute(query, (key,)).fetchone()) for key in keys)
        return {key: np.frombuffer(row[0], np.float32) for key, row in rows if row}

    def stage(self, keys: Sequence[bytes], vectors: Vectors) -> None:
        """Keep new vectors at once, to be claimed by the sync that finishes."""
        with self._transaction():
            self.connection.executemany(
                "INSERT OR IGNORE INTO embeddings(key, vector) VALUES (?, ?)",
                ((key, row.tobytes()) for key, row in zip(keys, vectors, strict=True)),
            )
            self.connection.executemany(
                "INSERT OR IGNORE INTO staged VALUES (?)", ((key,) for key in keys)
            )

    def staged(self) -> list[bytes]:
        return [row[0] for row in self.connection.execute("SELECT key FROM staged")]

    def note_added(self, passage_ids: Iterable[str]) -> None:
        """Remember, before Chroma is told, which passages it is about to hold."""
        with self._transaction():
            self.connection.executemany(
                "INSERT OR IGNORE INTO added VALUES (?)", ((one,) for one in passage_ids)
            )

    def added(self) -> list[str]:
        return [row[0] for row in self.connection.execute("SELECT id FROM added")]

    def forget_added(self, passage_ids: Iterable[str]) -> None:
        """These are no strangers, or no longer there."""
        with self._transaction():
            self.connection.executemany(
                "DELETE FROM added WHERE id = ?", ((one,) for one in passage_ids)
            )

    def drop(self, keys: Iterable[bytes]) -> None:
        """Delete the vectors of these keys."""
        with self._transaction():
            self.connection.executemany(
                "DELETE FROM embeddings WHERE key = ?", ((key,) for key in keys)
            )

    def settle(self) -> None:
        """A sync has finished: nothing is pending any more."""
        with self._transaction():
            self.connection.execute("DELETE FROM staged")
            self.connection.execute("DELETE FROM added")

    def _transaction(self) -> _Transaction:
        return _Transaction(self.connection)


class _Transaction:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._connection.execute("COMMIT" if kind is None else "ROLLBACK")
