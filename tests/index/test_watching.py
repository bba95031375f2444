from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import FactcheckError
from index.lock import LockedError, WriterLock
from index.opened import Index
from index.report import SyncReport
from index.settings import IndexSettings
from index.watching import _matters, watch
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder

WITHIN = 40


class Watcher:
    """A watch in a thread, and what it reports."""

    def __init__(self, corpus: Path, folder: Path, settings: IndexSettings) -> None:
        self.reports: queue.Queue[SyncReport | FactcheckError] = queue.Queue()
        self.stop = threading.Event()
        self.thread = threading.Thread(
            target=watch,
            args=(corpus, folder, settings),
            kwargs={"on_report": self.reports.put, "stop": self.stop, "load": HashingEmbedder},
        )
        self.thread.start()

    def next(self) -> SyncReport | FactcheckError:
        return self.reports.get(timeout=WITHIN)

    def until(self, article_count: int, folder: Path, settings: IndexSettings) -> None:
        """Wait until the index holds so many articles."""
        while True:
            self.next()
            with Index.open(folder, settings) as index:
                if index.article_count == article_count:
                    return


@pytest.fixture
def watcher(corpus: Path, folder: Path, settings: IndexSettings) -> Iterator[Watcher]:
    watcher = Watcher(corpus, folder, settings)
    yield watcher
    watcher.stop.set()
    watcher.thread.join(WITHIN)
    assert not watcher.thread.is_alive()


def test_changes_are_indexed_as_they_come(
    corpus: Path, folder: Path, settings: IndexSettings, watcher: Watcher
) -> None:
    first = watcher.next()
    assert isinstance(first, SyncReport)
    assert len(first.added) == 3
    write(corpus, {"new.txt": "New pier\n\nThe new pier is 90 metres long."})
    watcher.until(4, folder, settings)
    (corpus / "dam.md").unlink()
    watcher.until(3, folder, settings)


def test_a_locked_index_is_reported_and_watching_goes_on(
    corpus: Path, folder: Path, settings: IndexSettings, watcher: Watcher
) -> None:
    watcher.next()
    with WriterLock(folder, "test"):
        write(corpus, {"new.txt": "New pier\n\nThe new pier is 90 metres long."})
        assert isinstance(watcher.next(), LockedError)
    write(corpus, {"other.txt": "Old pier\n\nThe old pier is 30 metres long."})
    watcher.until(5, folder, settings)


def test_its_own_work_does_not_wake_it() -> None:
    corpus, folder = Path("/c"), Path("/c/index")
    assert _matters(Path("/c/sub/a.txt"), corpus, folder)
    assert not _matters(Path("/c/index/gen-1/catalogue.sqlite"), corpus, folder)
    assert not _matters(Path("/c/.cache/a.txt"), corpus, folder)
