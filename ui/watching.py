"""The watch switch of the page: the index follows the folder while it is on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from corpus.errors import FactcheckError
from ui.failing import in_words
from ui.reporting import sync_in_words
from ui.settings import Settings

if TYPE_CHECKING:
    from index.settings import IndexSettings
    from index.sync import SyncReport


class Watcher:
    """Runs `index.watching.watch` in the background between `start` and `stop`."""

    def __init__(self, settings: Settings, index_settings: IndexSettings) -> None:
        self._settings = settings
        self._index_settings = index_settings
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self.told = ""

    @property
    def on(self) -> bool:
        """Whether it watches now."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begin to watch; nothing happens when it already does."""
        if self.on:
            return
        self._stop = threading.Event()
        self.told = f"watching {self._settings.corpus}"
        self._thread = threading.Thread(target=self._run, args=(self._stop,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop watching, and wait until it has."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(10.0)
        self._thread = None

    def _run(self, stop: threading.Event) -> None:
        from index.watching import watch

        def tell(report: SyncReport | FactcheckError) -> None:
            if isinstance(report, FactcheckError):
                self.told = in_words(report)[0]
            else:
                self.told = sync_in_words(report)

        try:
            watch(
                self._settings.corpus,
                self._settings.index,
                self._index_settings,
                on_report=tell,
                stop=stop,
            )
        except Exception as error:
            self.told = "stopped: " + in_words(error)[0]
