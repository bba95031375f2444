"""Mending what a diagnosis found."""

from __future__ import annotations

from pathlib import Path

from index import layout
from index.doctor import Finding, diagnose
from index.embedder import load_embedder
from index.lock import WriterLock
from index.rebuild import rebuild
from index.renewing import renew_vectors
from index.report import Cancelled, OnProgress, never, silent
from index.settings import IndexSettings
from index.sync import sync
from index.writing import LoadEmbedder, Writing


def repair(
    corpus: Path,
    folder: Path,
    settings: IndexSettings,
    *,
    progress: OnProgress = silent,
    cancelled: Cancelled = never,
    load: LoadEmbedder = load_embedder,
    thorough: bool = False,
) -> list[Finding]:
    """Do what mends the findings of a diagnosis; gives those of another one afterwards.

    Damage to the catalogue takes a rebuild, damage to vectors alone a new Chroma collection made
    from the stored ones; a folder that has changed takes a sync. Errors as for `sync`.
    """
    mends = {finding.mend for finding in diagnose(corpus, folder, settings, thorough=thorough)}
    if "rebuild" in mends:
        rebuild(corpus, folder, settings, progress=progress, cancelled=cancelled, load=load)
    elif "vectors" in mends:
        _renew_vectors(folder, settings, progress, cancelled, load)
    if "sync" in mends:
        sync(corpus, folder, settings, progress=progress, cancelled=cancelled, load=load)
    return diagnose(corpus, folder, settings, thorough=thorough)


def _renew_vectors(
    folder: Path,
    settings: IndexSettings,
    progress: OnProgress,
    cancelled: Cancelled,
    load: LoadEmbedder,
) -> None:
    with WriterLock(folder, "repair"):
        gen = layout.current(folder)
        if gen is not None:
            with Writing(gen, settings, load) as writing:
                renew_vectors(writing, progress, cancelled)
