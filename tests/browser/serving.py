"""A real server process over its own corpus and index, and Debian's browser to look at it."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = "/usr/bin/chromium"
START_SECONDS = 300.0
_ADDRESS = re.compile(r"http://[\d.]+:\d+")


@dataclass(frozen=True)
class Served:
    """A running page: its address, and the folders that it works on."""

    url: str
    corpus: Path
    index: Path


def program(*arguments: str) -> list[str]:
    """The command line of the program under test, with this very environment."""
    return [sys.executable, "-c", "from ui.cli import main; main()", *arguments]


def sample_corpus(folder: Path) -> Path:
    """The project's sample articles, copied, so that a test may change them."""
    shutil.copytree(ROOT / "corpus" / "articles", folder)
    return folder


def build_index(corpus: Path, index: Path) -> None:
    """Index the corpus in a process of its own."""
    where = ("--corpus", str(corpus), "--index", str(index))
    subprocess.run(
        program("index", *where), check=True, cwd=ROOT, capture_output=True, timeout=START_SECONDS
    )


@contextlib.contextmanager
def server(corpus: Path, index: Path, *options: str) -> Iterator[Served]:
    """`factcheck ui` on a free loopback port, until the block ends."""
    where = ("--corpus", str(corpus), "--index", str(index), "--port", "0")
    process = subprocess.Popen(
        program("ui", *where, *options), cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    told: list[str] = []
    ready = threading.Event()

    def read() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            told.append(line)
            if _ADDRESS.search(line):
                ready.set()
        ready.set()

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    try:
        ready.wait(START_SECONDS)
        found = _ADDRESS.search("".join(told))
        assert found, "".join(told)
        yield Served(found[0], corpus, index)
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reading.join(5)
        if process.stderr is not None:
            process.stderr.close()
