"""A small index for the command line, made once; the program in this process or as a real one."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.browser import articles
from tests.browser.serving import build_index, program
from tests.conftest import ROOT
from ui.cli import app

Run = Callable[..., Result]


@dataclass(frozen=True)
class Desk:
    """Where the articles and their index lie."""

    corpus: Path
    index: Path

    @property
    def options(self) -> tuple[str, ...]:
        return ("--corpus", str(self.corpus), "--index", str(self.index))


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two articles that differ, one with a date; nothing may change it."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "corpus").mkdir()
    for name, text in (("a.md", articles.BRIDGE_A), ("b.md", articles.BRIDGE_B)):
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
    build_index(folder / "corpus", folder / "index")
    return Desk(folder / "corpus", folder / "index")


@pytest.fixture
def run(desk: Desk) -> Run:
    """`run("ask", "...")` in this process, over the shared index."""

    def running(*arguments: str, text: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [*arguments, *desk.options], input=text)

    return running


def real(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    return subprocess.run(
        program(*arguments), input=text, capture_output=True, text=True, cwd=ROOT, timeout=240
    )
