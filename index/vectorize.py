"""Giving new passages their vectors: the part of a sync that takes long, and is never lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import numpy as np

from index.embeddings import EmbeddingStore
from index.passages import embedded_text
from index.report import Cancelled, CancelledError, OnProgress, Progress
from index.stored import unpack_text
from index.writing import Writing

_EMBEDDED_AT_ONCE = 256
_STORED_AT_ONCE = 2000
# Vectors made again before an older index's are used, and how close they must come (cosine).
_TRIED = 16
_ALIKE = 0.999


def embed_new(writing: Writing, after: int, progress: OnProgress, cancelled: Cancelled) -> None:
    """Embed the texts of passages numbered above `after` that have no vector yet.

    Each batch is kept as soon as it is made, so that an interrupted sync makes it only once.
    """
    connection, store = writing.catalogue.connection, writing.store
    if not _list_missing(connection, store, after):
        return
    if writing.older is not None:
        _borrow(writing, writing.older)
    (total,) = connection.execute("SELECT count(*) FROM temp.missing").fetchone()
    rows = connection.execute("SELECT key, input FROM temp.missing ORDER BY length, key")
    done = 0
    for batch in _batches(rows, _EMBEDDED_AT_ONCE):
        progress(Progress("embedding", done, total))
        if cancelled():
            raise CancelledError
        keys = [key for key, _ in batch]
        store.stage(keys, writing.embedder.passages([text for _, text in batch]))
        done += len(batch)
    progress(Progress("embedding", done, total))


def _borrow(writing: Writing, older: EmbeddingStore) -> None:
    """Take over the vectors that the index before has of the same texts under the same model.

    Not on trust: a few are made again, and unless they come out alike none is taken.
    """
    connection = writing.catalogue.connection
    rows = connection.execute("SELECT key, input FROM temp.missing ORDER BY key").fetchmany(_TRIED)
    had = older.get([key for key, _ in rows])
    tried = [(text, had[key]) for key, text in rows if key in had]
    if not tried:
        return
    made = writing.embedder.passages([text for text, _ in tried])
    if any(float(new @ old) < _ALIKE for new, (_, old) in zip(made, tried, strict=True)):
        return
    keys = connection.execute("SELECT key FROM temp.missing ORDER BY key").fetchall()
    for at in range(0, len(keys), _STORED_AT_ONCE):
        some = older.get([key for (key,) in keys[at : at + _STORED_AT_ONCE]])
        sound = {key: one for key, one in some.items() if abs(float(one @ one) - 1) < 1e-3}
        if sound:
            writing.store.stage(list(sound), np.stack(list(sound.values())))
        connection.executemany("DELETE FROM temp.missing WHERE key = ?", ((key,) for key in sound))


def _list_missing(connection: sqlite3.Connection, store: EmbeddingStore, after: int) -> int:
    """Fill temp.missing, on the disk, with each text to embed, once; says how many."""
    connection.execute("DROP TABLE IF EXISTS temp.missing")
    connection.execute(
        "CREATE TEMP TABLE missing(key BLOB PRIMARY KEY, input TEXT, length INTEGER)"
    )
    articles = connection.execute(
        "SELECT n, title, text FROM articles WHERE n IN "
        "(SELECT DISTINCT article FROM passages WHERE n > ?)",
        (after,),
    )
    for number, title, packed in articles:
        text = unpack_text(packed)
        rows = connection.execute(
            "SELECT vector, start, end FROM passages WHERE article = ? AND n > ?", (number, after)
        ).fetchall()
        known = store.known(key for key, _, _ in rows)
        inputs = ((k, embedded_text(title, text[a:b])) for k, a, b in rows if k not in known)
        connection.executemany(
            "INSERT OR IGNORE INTO temp.missing VALUES (?, ?, ?)",
            ((key, text, len(text)) for key, text in inputs),
        )
    (total,) = connection.execute("SELECT count(*) FROM temp.missing").fetchone()
    return int(total)


def store_new(writing: Writing, after: int, progress: OnProgress, cancelled: Cancelled) -> None:
    """Put the passages numbered above `after` into Chroma, where they are strangers for now.

    An edited article's untouched passages are there already: they keep their id, which the removal
    of the article's earlier version has noted.
    """
    catalogue, store, vectors = writing.catalogue, writing.store, writing.vectors
    where = "FROM passages WHERE n > ? AND id NOT IN (SELECT id FROM removed_vectors)"
    (total,) = catalogue.connection.execute(f"SELECT count(*) {where}", (after,)).fetchone()
    interrupted = set(store.added())
    rows = catalogue.connection.execute(f"SELECT id, vector {where} ORDER BY n", (after,))
    done = 0
    for batch in _batches(rows, _STORED_AT_ONCE):
        if cancelled():
            raise CancelledError
        progress(Progress("storing", done, total))
        done += len(batch)
        again = [id_ for id_, _ in batch if id_ in interrupted]
        there = vectors.present(again) if again else set()
        fresh = [(id_, key) for id_, key in batch if id_ not in there]
        if not fresh:
            continue
        store.note_added(id_ for id_, _ in fresh)
        found = store.get([key for _, key in fresh])
        vectors.add([id_ for id_, _ in fresh], np.stack([found[key] for _, key in fresh]))
    if total:
        progress(Progress("storing", total, total))


def _batches(rows: sqlite3.Cursor, size: int) -> Iterator[list[Any]]:
    while batch := rows.fetchmany(size):
        yield batch
