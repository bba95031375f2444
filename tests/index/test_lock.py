from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.lock import LockedError, WriterLock, alive, read_holder
from tests.conftest import ROOT

HOLD = """
import sys, time
from pathlib import Path
from index.lock import WriterLock
with WriterLock(Path(sys.argv[1]), "index"):
    print("held", flush=True)
    time.sleep(60)
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    """Another process that has the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_is_told_who_writes(tmp_path: Path) -> None:
    holder = hold(tmp_path)
    try:
        with pytest.raises(LockedError, match=rf"process {holder.pid}\b.*since 20") as caught:
            WriterLock(tmp_path, "index").__enter__()
        assert caught.value.exit_status == 4
        found = read_holder(tmp_path)
        assert found is not None
        assert alive(found)
    finally:
        holder.kill()
        holder.communicate()


def test_a_dead_holders_lock_is_taken_over_at_once(tmp_path: Path) -> None:
    holder = hold(tmp_path)
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    left = read_holder(tmp_path)
    assert left is not None
    assert not alive(left)
    with WriterLock(tmp_path, "index"):
        mine = read_holder(tmp_path)
        assert mine is not None
        assert mine["pid"] == os.getpid()
    assert read_holder(tmp_path) is None


def test_a_process_id_that_was_given_out_again_is_not_alive(tmp_path: Path) -> None:
    with WriterLock(tmp_path, "index"):
        mine = read_holder(tmp_path)
    assert mine is not None
    assert alive(mine)
    assert not alive(mine | {"started": 1.0})
    assert alive(mine | {"host": "elsewhere", "pid": 1})


def test_two_threads_of_one_process_are_two_writers(tmp_path: Path) -> None:
    outcome: list[BaseException | None] = []

    def other() -> None:
        try:
            with WriterLock(tmp_path, "index"):
                outcome.append(None)
        except LockedError as error:
            outcome.append(error)

    with WriterLock(tmp_path, "index"):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        with pytest.raises(LockedError):
            WriterLock(tmp_path, "index").__enter__()
    assert isinstance(outcome[0], LockedError)


def test_an_unreadable_note_does_not_hide_the_lock(tmp_path: Path) -> None:
    holder = hold(tmp_path)
    try:
        (tmp_path / "writer.json").write_text("{half")
        with pytest.raises(LockedError, match="only just started"):
            WriterLock(tmp_path, "index").__enter__()
        (tmp_path / "writer.json").write_text(json.dumps([1]))
        with pytest.raises(LockedError):
            WriterLock(tmp_path, "index").__enter__()
    finally:
        holder.kill()
        holder.communicate()
