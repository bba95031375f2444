"""Updates of the index started from the page: one at a time, seen by everybody, cancellable."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.errors import FactcheckError
from ui.failing import in_words
from ui.progress import Clock, Stage
from ui.progress import in_words as stage_in_words

if TYPE_CHECKING:
    from index.sync import SyncReport

Work = Callable[[Callable[[Stage], None], Callable[[], bool]], Any]


@dataclass
class Job:
    """One update: its `title` and `number`, how far it is, and how it ended.

    `report` is what the work returned, `error` the message and hint where it failed. `share` is
    the part of the present step that is done, 0 to 1, None where that can't be told. `titles` are
    those of the articles before it began, by id.
    """

    title: str
    number: int = 1
    titles: dict[str, str] = field(default_factory=dict)
    told: str = "starting"
    share: float | None = None
    report: SyncReport | None = None
    error: tuple[str, str] | None = None
    cancelled: bool = False
    seconds: float = 0.0
    over: threading.Event = field(default_factory=threading.Event)
    _cancel: threading.Event = field(default_factory=threading.Event)

    def run(self, work: Work) -> None:
        """Do the work; never raises."""
        clock, began = Clock(), time.monotonic()

        def progress(stage: Stage) -> None:
            self.told = stage_in_words(stage, clock.left(stage))
            self.share = stage.done / stage.total if stage.total else None

        try:
            self.report = work(progress, self._cancel.is_set)
        except Exception as error:
            self.error = in_words(error)
        self.cancelled = self._cancel.is_set()
        self.seconds = time.monotonic() - began
        self.over.set()

    def cancel(self) -> None:
        """Ask it to stop at the next safe point; the index stays as it was."""
        self._cancel.set()


class Jobs:
    """The update that runs now or ran last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.last: Job | None = None

    def start(self, title: str, work: Work, titles: dict[str, str] | None = None) -> Job:
        """Begin in the background. Raises FactcheckError while another one runs."""
        with self._lock:
            if self.running:
                raise FactcheckError(
                    f"{self.running.title} is still running", hint="wait for it, or cancel it"
                )
            job = self.last = Job(title, self.last.number + 1 if self.last else 1, titles or {})
            self._thread = threading.Thread(target=job.run, args=(work,), daemon=True)
            self._thread.start()
            return job

    @property
    def running(self) -> Job | None:
        """The update at work, if any."""
        return self.last if self.last is not None and not self.last.over.is_set() else None

    def cancel(self) -> None:
        """Ask the running update to stop."""
        if self.running:
            self.running.cancel()

    def wait(self, seconds: float = 30.0) -> None:
        """Wait until the running update has ended."""
        if self._thread is not None:
            self._thread.join(seconds)
