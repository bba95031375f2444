"""Building a new index beside the one that answers, and letting it take over when it is proven."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from corpus.errors import FactcheckError
from index import checks, layout
from index.catalogue import Catalogue
from index.embedder import load_embedder
from index.embeddings import EmbeddingStore
from index.layout import Generation
from index.lock import WriterLock
from index.report import Cancelled, OnProgress, Progress, SyncReport, never, silent
from index.settings import IndexSettings
from index.sync import bring_in_line, unfinished
from index.vector_state import compare
from index.writing import LoadEmbedder, Writing

__all__ = ["rebuild"]


def rebuild(
    corpus: Path,
    folder: Path,
    settings: IndexSettings,
    *,
    progress: OnProgress = silent,
    cancelled: Cancelled = never,
    load: LoadEmbedder = load_embedder,
) -> SyncReport:
    """Read and index everything in `corpus` anew, with these settings.

    The present index answers until the new one is complete and checked, then the pointer moves in
    one step. Stopped or killed, the present one stays, and the next rebuild goes on where this one
    stopped. The index before is kept until the next rebuild. Errors as for `sync`.
    """
    with WriterLock(folder, "rebuild"):
        current = layout.current(folder)
        newest = max((gen.number for gen in layout.generations(folder)), default=0)
        target = unfinished(folder, settings) or layout.generation(folder, newest + 1)
        sound = current if current is not None and _readable(current) else None
        with Writing(target, settings, load, replaces=sound) as writing:
            report = bring_in_line(writing, corpus, progress, cancelled)
            progress(Progress("checking", 0, 1))
            faults = _faults(writing)
            progress(Progress("checking", 1, 1))
        if faults:
            layout.discard(target)
            raise FactcheckError(
                f"The new index did not pass its checks ({faults}); the present one stays.",
                hint="factcheck doctor",
            )
        layout.make_current(folder, target)
        for old in layout.generations(folder):
            if current is not None and old.number < current.number:
                layout.discard(old)
        return report


def _faults(writing: Writing) -> str:
    """What is wrong with an index that was only just built; empty when nothing is."""
    with closing(Catalogue(writing.generation.catalogue)) as catalogue:
        if damage := checks.damaged_pages(catalogue.connection):
            return damage
        if damaged := next(checks.damaged_articles(catalogue), None):
            return f"article {damaged[0]}: {damaged[1]}"
        if count := checks.words_missing(catalogue):
            return f"{count} passages are not in the word index"
        state = compare(catalogue, writing.store, writing.vectors, thorough=False)
    for ids, what in ((state.unstored, "not stored"), (state.missing, "not in Chroma")):
        if ids:
            return f"{len(ids)} vectors are {what}"
    return f"{len(state.lost)} passages are not found by their own vector" if state.damaged else ""


def _readable(gen: Generation) -> bool:
    """Whether ids and vectors can be taken over from it."""
    try:
        with closing(Catalogue(gen.catalogue)) as catalogue:
            damage = checks.damaged_pages(catalogue.connection)
        with closing(EmbeddingStore(gen.embeddings, readonly=True)) as store:
            return not (damage or checks.damaged_pages(store.connection))
    except (sqlite3.DatabaseError, FactcheckError):
        return False
