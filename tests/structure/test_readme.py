"""The README says what the program says of itself."""

from __future__ import annotations

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
