"""Giving new passages their vectors: the part of a sync that takes long, and is never lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from index.catalogue_write import CatalogueWriter
from index.embedder import Embedder
from index.embeddings import EmbeddingStore
from index.passages import embedded_text
from index.report import Cancelled, CancelledError, OnProgress, Progress
from index.stored import unpack_text
from index.vectors import VectorStore

_EMBEDDED_AT_ONCE = 256
_STORED_AT_ONCE = 2000


def embed_new(
    catalogue: CatalogueWriter,
    store: EmbeddingStore,
    embedder: Callable[[], Embedder],
    after: int,
    progress: OnProgress,
    cancelled: Cancelled,
) -> None:
    """Embed the texts of passages numbered above `after` that have no vector yet.

    Each batch is kept as soon as it is made, so that an interrupted sync makes it only once.
    """
    total = _list_missing(catalogue.connection, store, after)
    if total == 0:
        return
    rows = catalogue.connection.execute("SELECT key, input FROM temp.missing ORDER BY length, key")
    done = 0
    progress(Progress("embedding", 0, total))
    model = embedder()
    for batch in _batches(rows, _EMBEDDED_AT_ONCE):
        if cancelled():
            raise CancelledError
        keys = [key for key, _ in batch]
        store.stage(keys, model.passages([text for _, text in batch]))
        done += len(batch)
        progress(Progress("embedding", done, total))


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


def store_new(
    catalogue: CatalogueWriter,
    store: EmbeddingStore,
    vectors: VectorStore,
    after: int,
    progress: OnProgress,
    cancelled: Cancelled,
) -> None:
    """Put the passages numbered above `after` into Chroma, where they are strangers for now.

    An edited article's untouched passages are there already: they keep their id, which the removal
    of the article's earlier version has noted.
    """
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
