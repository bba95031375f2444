"""A process that syncs and is killed at a chosen line of the index's code.

Reads "CORPUS<tab>FOLDER<tab>LINES" from standard input; for each it forks a child that syncs and
that SIGKILL ends when it has run so many lines of index/, and answers with the number of lines run
(0 when it was killed). Forking saves importing everything two dozen times.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import index
from index.settings import IndexSettings
from index.sync import sync
from tests.index.fakes import HashingEmbedder

ROOM = str(Path(index.__path__[0]).resolve())


def run(corpus: str, folder: str, limit: int) -> int:
    """Sync, counting lines; never returns when `limit` lines have been run."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        if event == "line":
            count += 1
            if count == limit:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    sync(Path(corpus), Path(folder), IndexSettings(passage_words=30), load=HashingEmbedder)
    sys.settrace(None)
    return count


def main() -> None:
    import chromadb
    import chromadb.api.models.Collection
    import chromadb.api.rust  # noqa: F401

    for line in sys.stdin:
        corpus, folder, limit = line.rstrip("\n").split("\t")
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(writing, str(run(corpus, folder, int(limit))).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as answer:
            said = answer.read()
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        print("0" if killed else said or "failed", flush=True)


if __name__ == "__main__":
    main()
