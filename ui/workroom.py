"""What all visitors of the page share: one open index, one assistant, one writer at a time."""

from __future__ import annotations

import contextlib
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import FactcheckError
from ui.jobs import Jobs
from ui.opening import Desk, index_settings, opened_desk
from ui.settings import Settings
from ui.suggesting import Suggestions
from ui.watching import Watcher

if TYPE_CHECKING:
    from index.settings import IndexSettings


class Workroom:
    """Opened once for each server; `desk()` may be called from any thread."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.jobs = Jobs()
        self.watcher = Watcher(settings, self.index_settings)
        self.suggestions = Suggestions()
        self._open = contextlib.ExitStack()
        self.downloads = Path(
            self._open.enter_context(tempfile.TemporaryDirectory(prefix="factcheck-"))
        )
        self._desk: Desk | None = None
        self._lock = threading.Lock()

    @property
    def index_settings(self) -> IndexSettings:
        """What the index room needs to know."""
        return index_settings(self.settings)

    def desk(self) -> Desk:
        """The open index and its assistant. Raises FactcheckError while there is no index."""
        with self._lock:
            if self._desk is None:
                self._desk = self._open.enter_context(opened_desk(self.settings))
            return self._desk

    @property
    def opened(self) -> Desk | None:
        """The desk where it is open already; never waits."""
        return self._desk

    def desk_or_none(self) -> Desk | None:
        """The same, None where there is nothing to open yet."""
        try:
            return self.desk()
        except FactcheckError:
            return None

    def warm_up(self) -> None:
        """Open everything and ask something, so that the first visitor does not wait."""
        desk = self.desk_or_none()
        if desk is not None:
            self.suggestions.of(desk)

    def close(self) -> None:
        """Stop watching, cancel what runs, close the index."""
        self.watcher.stop()
        self.jobs.cancel()
        self.jobs.wait()
        self._open.close()
