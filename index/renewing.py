"""Making Chroma's collection anew from the stored vectors, beside the one that answers."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import numpy as np

from corpus.errors import FactcheckError
from index.built_with import new_collection
from index.report import Cancelled, CancelledError, OnProgress, Progress
from index.vectorize import embed_new
from index.vectors import CHROMA_FILE, VectorStore
from index.writing import Writing

_AT_ONCE = 2000


def renew_vectors(writing: Writing, progress: OnProgress, cancelled: Cancelled) -> None:
    """A new collection takes over in one catalogue transaction; the old one is deleted after it.

    Stored vectors that are missing or damaged are made again first. No article is read.
    """
    catalogue, settings = writing.catalogue, writing.settings
    _drop_damaged(writing)
    with catalogue.transaction():
        embed_new(writing, 0, progress, cancelled)
    old, new = catalogue.meta("collection"), new_collection(writing.generation.number)
    home = writing.generation.chroma
    where: Path | str = settings.chroma or home / new
    timeout = settings.chroma_timeout
    with contextlib.closing(VectorStore(where, new, create=True, timeout=timeout)) as vectors:
        _fill(writing, vectors, progress, cancelled)
        with catalogue.transaction():
            catalogue.set_meta("collection", new)
            catalogue.new_version(writing.generation.number)
    writing.settle()
    _delete(writing, old)
    if not settings.chroma:
        for left in home.iterdir():
            if left.is_dir() and left.name != new:
                shutil.rmtree(left, ignore_errors=True)
            elif left.name == CHROMA_FILE:  # An earlier release kept all of Chroma here.
                left.unlink()


def _fill(
    writing: Writing, vectors: VectorStore, progress: OnProgress, cancelled: Cancelled
) -> None:
    rows = writing.catalogue.connection.execute("SELECT id, vector FROM passages ORDER BY n")
    _, total = writing.counts()
    done = 0
    while batch := rows.fetchmany(_AT_ONCE):
        if cancelled():
            raise CancelledError
        progress(Progress("storing", done, total))
        found = writing.store.get(key for _, key in batch)
        vectors.add([id_ for id_, _ in batch], np.stack([found[key] for _, key in batch]))
        done += len(batch)
    progress(Progress("storing", total, total))


def _drop_damaged(writing: Writing) -> None:
    """Forget stored vectors that are no longer of length 1, so that they are made again."""
    rows = writing.store.connection.execute("SELECT key, vector FROM embeddings")
    damaged = []
    for key, blob in rows:
        vector = np.frombuffer(blob, np.float32) if len(blob) % 4 == 0 else np.zeros(1)
        if not abs(float(vector @ vector) - 1) < 1e-3:
            damaged.append(key)
    writing.store.drop(damaged)


def _delete(writing: Writing, collection: str) -> None:
    if server := writing.settings.chroma:
        with (
            contextlib.suppress(FactcheckError),
            contextlib.closing(VectorStore(server, collection)) as vectors,
        ):
            vectors.drop()
