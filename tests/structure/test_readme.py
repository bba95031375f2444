"""The README says what the program says of itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.structure import readme


def test_generated_blocks_have_not_drifted() -> None:
    text = readme.README.read_text(encoding="utf-8")
    for name in readme.BLOCKS:
        assert f"<!-- {name} -->" in text, f"the README has no {name} block"
    assert text == readme.written(text), "run: python -m tests.structure.readme"


def test_a_drifted_block_is_made_anew() -> None:
    drifted = "# Head\n<!-- commands -->\nold\n<!-- end commands -->\ntail\n"
    fresh = readme.written(drifted)
    assert "\nold\n" not in fresh
    assert "| `factcheck ask` |" in fresh
    assert fresh.endswith("tail\n")


def test_the_python_example_runs(
    sample_index: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = readme.README.read_text(encoding="utf-8")
    first = re.search(r"```python\n(.*?)```", text, re.S)
    assert first is not None
    (tmp_path / ".factcheck").mkdir()
    (tmp_path / ".factcheck" / "index").symlink_to(sample_index)
    monkeypatch.chdir(tmp_path)
    exec(first[1], {})
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("2015-09-30")
    assert len(printed) == 2
