"""What is installed elsewhere is whole: every module and data file of the rooms is in the wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT
from tests.structure.test_rooms import ROOMS

# Shown in the README, not by the program.
LEFT_OUT = ("ui/static/pictures/",)


def tracked() -> set[str]:
    done = subprocess.run(
        ["git", "ls-files", *ROOMS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {name for name in done.stdout.splitlines() if not name.startswith(LEFT_OUT)}


def test_the_wheel_holds_every_file_of_the_rooms(tmp_path: Path) -> None:
    # A copy of what is committed, so that build leftovers and scratch files don't count.
    tree = tmp_path / "tree"
    tree.mkdir()
    names = [*tracked(), "pyproject.toml", "README.md", "LICENSE"]
    for name in names:
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_bytes((ROOT / name).read_bytes())
    program = "from setuptools.build_meta import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, str(tmp_path)],
        cwd=tree,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    missing = {name for name in tracked() if (ROOT / name).is_file()} - held
    assert not missing, f"not in the wheel: {sorted(missing)}"
    assert any(name.startswith("corpus/articles/") for name in held)
    assert not [name for name in held if name.startswith("tests/")]
