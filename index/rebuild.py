"""Building a new index beside the one that answers, and letting it take over when it is proven."""

from __future__ import annotations

from pathlib import Path

from index import layout
from index.embedder import load_embedder
from index.lock import WriterLock
from index.report import Cancelled, OnProgress, SyncReport, never, silent
from index.settings import IndexSettings
from index.sync import bring_in_line, unfinished
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
        with Writing(target, settings, load, replaces=current) as writing:
            report = bring_in_line(writing, corpus, progress, cancelled)
        layout.make_current(folder, target)
        for old in layout.generations(folder):
            if current is not None and old.number < current.number:
                layout.discard(old)
        return report
