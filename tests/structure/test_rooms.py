"""Imports go down only, modules stay short, and a cold command loads no heavy library."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# From the top of the house down: a room may import itself and those after it.
ROOMS = ("ui", "assistant", "index", "corpus")
LONGEST = 250
HEAVY = (
    "chromadb",
    "datasketch",
    "dateparser",
    "fastapi",
    "gradio",
    "langchain",
    "langchain_chroma",
    "langchain_core",
    "langchain_huggingface",
    "onnxruntime",
    "scipy",
    "sentence_transformers",
    "torch",
    "trafilatura",
    "transformers",
)
FORBIDDEN_NAMES = ("Manager", "Helper", "Utils")


def modules(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level packages that a module imports anywhere, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the room"
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("room", ROOMS)
def test_imports_go_down_only(room: str) -> None:
    above = set(ROOMS[: ROOMS.index(room)]) | {"tests"}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(room)
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name in above
    ]
    assert not wrong, "\n".join(wrong)


def test_modules_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*ROOMS)}
    long = [f"{path.relative_to(ROOT)}: {n} lines" for path, n in lengths.items() if n > LONGEST]
    assert not long, "\n".join(long)


def test_modules_say_what_they_do() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules(*ROOMS)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent, "\n".join(silent)


def test_no_class_is_named_for_nothing() -> None:
    vague = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in modules(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name.endswith(FORBIDDEN_NAMES)
    ]
    assert not vague, "\n".join(vague)


@pytest.mark.parametrize("module", ["ui.cli", "index.opened", "assistant.asking.assistant"])
def test_a_cold_start_loads_no_heavy_library(module: str) -> None:
    program = f"import sys, {module}; print(*sorted({{n.split('.')[0] for n in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not set(done.stdout.split()) & set(HEAVY)
