"""How far a run is and how long it will take, on one line of standard error."""

from __future__ import annotations

import sys
import time
from collections import deque
from typing import TextIO

_RECENT = 30


class Progress:
    """Called with (done, total) after each step; the time left is judged by the last few."""

    def __init__(self, name: str, out: TextIO | None = None) -> None:
        self._name = name
        self._out = out or sys.stderr
        self._recent: deque[tuple[float, int]] = deque(maxlen=_RECENT)
        self._clock = time.monotonic

    def __call__(self, done: int, total: int) -> None:
        """Show it; the line is ended with the last step."""
        if self._recent and done < self._recent[-1][1]:
            self._recent.clear()  # another round of the same set
        self._recent.append((self._clock(), done))
        end = "\n" if done == total else ""
        self._out.write(f"\r{self._name}: {done}/{total}{self._left(done, total)}   {end}")
        self._out.flush()

    def _left(self, done: int, total: int) -> str:
        (began, first), (now, last) = self._recent[0], self._recent[-1]
        if last == first or done == total:
            return ""
        seconds = round((now - began) / (last - first) * (total - done))
        return f", {seconds // 60}:{seconds % 60:02} left"
