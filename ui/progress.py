"""How far a sync is: one bar for the terminal, one sentence for the page."""

from __future__ import annotations

import sys
import time
from typing import Protocol


class Stage(Protocol):
    """What the index tells while it works (`index.sync.Progress`)."""

    @property
    def step(self) -> str: ...
    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...


class Clock:
    """Guesses the time left of the step at hand from how fast it went so far."""

    def __init__(self) -> None:
        self._step = ""
        self._since = 0.0
        self._first = 0

    def left(self, stage: Stage) -> float | None:
        """Seconds left in this step, None while that can't be told."""
        now = time.monotonic()
        if stage.step != self._step:
            self._step, self._since, self._first = stage.step, now, stage.done
        done = stage.done - self._first
        if done <= 0 or stage.total <= 0 or now - self._since < 0.5:
            return None
        return (now - self._since) / done * (stage.total - stage.done)


class TerminalProgress:
    """Draws a tqdm bar for each step; a plain line a step where nobody watches."""

    def __init__(self) -> None:
        self._bar: object | None = None
        self._step = ""
        self._watched = sys.stderr.isatty()

    def __call__(self, stage: Stage) -> None:
        if not self._watched:
            if stage.step != self._step:
                print(f"{stage.step}…", file=sys.stderr, flush=True)
            self._step = stage.step
            return
        self._draw(stage)

    def _draw(self, stage: Stage) -> None:
        from tqdm import tqdm

        if stage.step != self._step or not isinstance(self._bar, tqdm):
            self.close()
            self._bar = tqdm(desc=stage.step, total=stage.total or None, leave=False)
            self._step = stage.step
        bar = self._bar
        if isinstance(bar, tqdm):
            bar.total = stage.total or None
            bar.update(stage.done - bar.n)

    def close(self) -> None:
        """Take the bar off the screen."""
        from tqdm import tqdm

        if isinstance(self._bar, tqdm):
            self._bar.close()
        self._bar = None


def in_words(stage: Stage, seconds_left: float | None) -> str:
    """`embedding: 40 of 120, about 2 min left`."""
    counted = f": {stage.done} of {stage.total}" if stage.total else ""
    return f"{stage.step}{counted}{_left_in_words(seconds_left)}"


def _left_in_words(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 90:
        return f", about {max(1, round(seconds))} s left"
    return f", about {round(seconds / 60)} min left"
