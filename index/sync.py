"""Bringing the index in line with the corpus folder, in one visible step."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from corpus.article import Failure
from corpus.folder import Scan, scan
from index import layout
from index.built_with import BuiltWith
from index.catalogue_write import CatalogueWriter
from index.embedder import load_embedder
from index.intake import Changes, Cutting, Intake
from index.layout import Generation
from index.lock import LockedError, WriterLock
from index.model_identity import identify
from index.plan import plan
from index.renewing import renew_vectors
from index.report import (
    Cancelled,
    CancelledError,
    OnProgress,
    Progress,
    SyncReport,
    never,
    silent,
)
from index.settings import IndexSettings
from index.similar import tie
from index.vectorize import embed_new, store_new
from index.writing import LoadEmbedder, Writing

__all__ = ["CancelledError", "LockedError", "Progress", "SyncReport", "sync"]


def sync(
    corpus: Path,
    folder: Path,
    settings: IndexSettings,
    *,
    progress: OnProgress = silent,
    cancelled: Cancelled = never,
    load: LoadEmbedder = load_embedder,
) -> SyncReport:
    """Read what is new or changed in `corpus`, and let the index in `folder` answer from it.

    Readers see the state before until the catalogue's transaction commits, then the new one. A
    kill at any moment leaves the state before; vectors made until then are kept, and the next sync
    goes on from them. Raises LockedError when another process writes, CancelledError when
    `cancelled()` says so, FactcheckError when the index was built with other settings.
    """
    with WriterLock(folder, "index"):
        current = layout.current(folder)
        target = current or unfinished(folder, settings) or layout.generation(folder, 1)
        with Writing(target, settings, load) as writing:
            if current is not None and writing.vectors_lacking():
                renew_vectors(writing, progress, cancelled)
            report = bring_in_line(writing, corpus, progress, cancelled)
            if current is None:
                writing.make_vectors()
        if current is None:
            layout.make_current(folder, target)
        return report


def unfinished(folder: Path, settings: IndexSettings) -> Generation | None:
    """A generation newer than the current one, left by an interrupted build of the same kind.

    Others are deleted.
    """
    current = layout.current(folder)
    wanted = BuiltWith.wanted(settings, identify(settings))
    found = None
    for gen in layout.generations(folder):
        if current is not None and gen.number <= current.number:
            continue
        if found is None and _is_of_kind(gen, wanted):
            found = gen
        else:
            layout.discard(gen)
    return found


def _is_of_kind(gen: Generation, wanted: BuiltWith) -> bool:
    with contextlib.closing(CatalogueWriter(gen.catalogue)) as catalogue:
        return BuiltWith.read(catalogue.connection) in (None, wanted)


def bring_in_line(
    writing: Writing, corpus: Path, progress: OnProgress, cancelled: Cancelled
) -> SyncReport:
    """The sync itself, on a generation that is open for writing."""
    began = time.perf_counter()
    catalogue = writing.catalogue
    writing.finish_removals()
    writing.forget_visible()
    found = scan(corpus)
    with catalogue.transaction():
        after, article = writing.last("passages"), writing.last("articles")
        changes = _read(writing, corpus, found, progress, cancelled)
        changes.touched |= tie(catalogue, article)
        embed_new(writing, after, progress, cancelled)
        writing.delete_strangers()
        if writing.last("passages") > after:
            store_new(writing, after, progress, cancelled)
        if cancelled():
            raise CancelledError
        version = writing.make_visible(changed=changes.touched)
    writing.settle()
    writing.finish_removals()
    return _report(writing, changes, found, began, version)


def _read(
    writing: Writing, corpus: Path, found: Scan, progress: OnProgress, cancelled: Cancelled
) -> Changes:
    todo = plan(writing.catalogue.connection, found)
    settings = writing.settings
    cutting = Cutting(settings.passage_words, settings.overlap, writing.identity.key)
    intake = Intake(writing.catalogue, corpus, todo.gone, cutting, writing.earlier_id)
    for path in todo.unreachable:
        intake.keep(path)
    for done, file in enumerate(todo.read):
        if cancelled():
            raise CancelledError
        progress(Progress("reading", done, len(todo.read)))
        intake.take(file)
    if todo.read:
        progress(Progress("reading", len(todo.read), len(todo.read)))
    intake.finish(todo.gone)
    return intake.changes


def _report(
    writing: Writing, changes: Changes, found: Scan, began: float, version: str
) -> SyncReport:
    run = writing.catalogue.connection.execute
    rows = run("SELECT path, reason, line FROM failures ORDER BY path, line").fetchall()
    failed = (*found.failures, *(Failure(*row) for row in rows))
    (articles,) = run("SELECT count(*) FROM articles").fetchone()
    touched = len(changes.added) + len(changes.changed) + len(changes.moved)
    return SyncReport(
        added=tuple(changes.added),
        changed=tuple(changes.changed),
        removed=tuple(changes.removed),
        moved=tuple(changes.moved),
        unchanged=articles - touched,
        failed=failed,
        seconds=time.perf_counter() - began,
        version=version,
    )
