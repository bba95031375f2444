"""Every library that the code imports is declared, and every version that pip takes is pinned."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.conftest import ROOT
from tests.structure.test_rooms import ROOMS, imported, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = [each for group in PROJECT["optional-dependencies"].values() for each in group]
EVERYTHING = [*PROJECT["dependencies"], *EXTRAS]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    found = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
    return {canonical(match[0]) for match in found if match}


def undeclared(rooms: tuple[str, ...], declared: set[str]) -> list[str]:
    installed = packages_distributions()
    wrong = []
    for path in modules(*rooms):
        for name in set(imported(ast.parse(path.read_text(encoding="utf-8")))):
            if name in sys.stdlib_module_names or name in (*ROOMS, "tests"):
                continue
            dists = {canonical(dist) for dist in installed.get(name, [name])}
            if not dists & declared:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    return wrong


def test_the_program_declares_what_it_imports() -> None:
    declared = names(PROJECT["dependencies"])
    # Training is done from a checkout; a language model's provider is the user's choice.
    wrong = undeclared(ROOMS, declared)
    assert not [w for w in wrong if "/reader/train/" not in w], "\n".join(wrong)
    assert not undeclared(ROOMS, names(EVERYTHING))


def test_the_tests_declare_what_they_import() -> None:
    wrong = undeclared(("tests",), names(EVERYTHING))
    assert not wrong, "\n".join(wrong)


def test_every_declared_library_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    loose = [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", line)]
    assert not loose
    assert not names(EVERYTHING) - names(pins)
