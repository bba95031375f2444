"""One writer at a time: a lock that the operating system frees when its holder dies."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import platform
import sys
import time
from pathlib import Path
from types import TracebackType

import psutil
from filelock import FileLock, Timeout

from corpus.errors import FactcheckError


class LockedError(FactcheckError):
    """Another process is writing this index; the message says which, since when, and what."""

    exit_status = 4


class WriterLock:
    """Holds `folder` for writing, as a context manager. Raises LockedError at once when taken.

    The lock itself is the operating system's (`writer.lock`), so that a holder that was killed
    leaves nothing to clean up and two that arrive together cannot both win. `writer.json` beside
    it only tells the loser whom to wait for: process id, its start time (a process id alone may
    have been given out again), host and command.
    """

    def __init__(self, folder: Path, purpose: str) -> None:
        self._folder = folder
        self._purpose = purpose
        # Thread-local locks would let two threads of one process in.
        self._lock = FileLock(folder / "writer.lock", thread_local=False)
        self._info = folder / "writer.json"

    def __enter__(self) -> WriterLock:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise FactcheckError(
                f"The index can't lie in {self._folder}: a file is in the way.",
                hint="name a folder of its own: factcheck index --index FOLDER",
            ) from None
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise LockedError(
                f"Another process is writing this index: {_describe(read_holder(self._folder))}.",
                hint="wait for it to finish, then run the command again",
            ) from None
        holder = {
            "pid": os.getpid(),
            "started": psutil.Process().create_time(),
            "since": time.time(),
            "host": platform.node(),
            "command": " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]]),
            "purpose": self._purpose,
        }
        beside = self._info.with_suffix(".new")
        beside.write_text(json.dumps(holder), encoding="utf-8")
        beside.replace(self._info)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._info.unlink()
        self._lock.release()


def read_holder(folder: Path) -> dict[str, object] | None:
    """What the present or last holder wrote of itself, or None."""
    try:
        found = json.loads((folder / "writer.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def alive(holder: dict[str, object]) -> bool:
    """Whether the process that wrote `holder` still runs (on this host), and not a later one."""
    if holder.get("host") != platform.node():
        return True
    try:
        started = psutil.Process(int(str(holder["pid"]))).create_time()
        return bool(abs(started - float(str(holder["started"]))) < 2)
    except (psutil.Error, KeyError, ValueError):
        return False


def _describe(holder: dict[str, object] | None) -> str:
    if holder is None:
        return "it has only just started"
    since = dt.datetime.fromtimestamp(float(str(holder.get("since", 0)))).isoformat(" ", "seconds")
    who = f"process {holder.get('pid')} on {holder.get('host')}"
    return f"{who} ({holder.get('command')}: {holder.get('purpose')}), since {since}"
