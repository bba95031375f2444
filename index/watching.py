"""Keeping the index in line while files in the corpus folder change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path

from corpus.errors import FactcheckError
from index.embedder import load_embedder
from index.report import CancelledError, OnProgress, SyncReport, silent
from index.settings import IndexSettings
from index.sync import sync
from index.writing import LoadEmbedder

OnReport = Callable[[SyncReport | FactcheckError], None]

# A file that is being copied changes many times: a sync starts when the folder has been quiet this
# long, and at the latest after _AT_LATEST_MS.
_QUIET_MS = 500
_AT_LATEST_MS = 5_000
# Without a sign too, for file systems that send none, and for what could not be read before.
_AGAIN_MS = 60_000


def watch(
    corpus: Path,
    folder: Path,
    settings: IndexSettings,
    *,
    on_report: OnReport,
    progress: OnProgress = silent,
    stop: threading.Event | None = None,
    load: LoadEmbedder = load_embedder,
) -> None:
    """Sync now, and again after every change, until `stop` is set or Ctrl-C.

    `on_report` is given the first report, each that says of a change or a failure, and each error.
    An error, such as another process that is writing, ends only that sync. A file that is still
    being written to counts as failed and is read when it is complete. The model stays loaded.
    """
    from watchfiles import watch as changes

    stopped = stop or threading.Event()
    once = cache(load)

    def update(*, quietly: bool) -> None:
        try:
            report = sync(
                corpus, folder, settings, progress=progress, cancelled=stopped.is_set, load=once
            )
        except CancelledError:
            return
        except FactcheckError as error:
            on_report(error)
            return
        if not quietly or report.added or report.changed or report.removed or report.moved:
            on_report(report)

    update(quietly=False)
    for changed in changes(
        corpus,
        watch_filter=lambda _, path: _matters(Path(path), corpus.resolve(), folder.resolve()),
        stop_event=stopped,
        debounce=_AT_LATEST_MS,
        step=_QUIET_MS,
        rust_timeout=_AGAIN_MS,
        yield_on_timeout=True,
    ):
        update(quietly=not changed)


def _matters(path: Path, corpus: Path, folder: Path) -> bool:
    """Not the index itself, should it lie in the corpus folder, nor names that begin with a dot:
    both would wake the watcher by its own work."""
    if path.is_relative_to(folder):
        return False
    inner = path.relative_to(corpus) if path.is_relative_to(corpus) else path
    return not any(part.startswith(".") for part in inner.parts)
