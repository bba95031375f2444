"""Ctrl-C while the real command is embedding."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from index import layout
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync
from tests.conftest import ROOT
from tests.index.conftest import write

CLI = "from ui.cli import main; main()"


def kept_vectors(folder: Path) -> int:
    gen = layout.current(folder)
    assert gen is not None
    with (
        contextlib.suppress(sqlite3.OperationalError),
        closing(sqlite3.connect(f"file:{gen.embeddings}?mode=ro", uri=True)) as store,
    ):
        return int(store.execute("SELECT count(*) FROM staged").fetchone()[0])
    return 0


def test_ctrl_c_stops_at_once_and_leaves_the_old_index_and_the_work_done(
    corpus: Path, folder: Path
) -> None:
    settings = IndexSettings()
    sync(corpus, folder, settings)
    stories = {
        f"{n}.txt": f"Notice {n}\n\n" + f"The lock keeper of canal {n} left on a Sunday. " * 5
        # Many, so that the signal never comes after the last of them.
        for n in range(5000)
    }
    write(corpus, stories)
    process = subprocess.Popen(
        [sys.executable, "-c", CLI, "index", "--corpus", str(corpus), "--index", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        # Who runs the tests in the background may have it ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    while kept_vectors(folder) == 0:
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "stopped" in said
    assert "Traceback" not in said
    assert 0 < kept_vectors(folder) < len(stories)
    with Index.open(folder, settings) as index:
        assert index.article_count == 3
        assert index.search("harbour tunnel")[0].article.path == "harbour.txt"
    for name in stories:
        (corpus / name).unlink()
    report = sync(corpus, folder, settings)
    assert (report.added, report.unchanged) == ((), 3)
    assert kept_vectors(folder) == 0
