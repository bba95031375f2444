"""A run over the sample articles: what it writes, and that other sets in the file stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import run


def test_a_set_is_measured_with_both_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BENCH_CACHE", str(tmp_path / "cache"))
    out = tmp_path / "run.json"
    out.write_text('{"sets": {"earlier": {"figures": {}}}}')
    run.main(["--sets", "samples", "--limit", "2", "--out", str(out)])
    found = json.loads(out.read_text(encoding="utf-8"))
    assert set(found["sets"]) == {"earlier", "samples"}
    samples = found["sets"]["samples"]
    assert samples["reader"].startswith("trained")
    assert samples["beside"]["reader"].startswith("rules")
    assert samples["figures"]["answers"]["cases"] == 2
    assert samples["figures"]["answers"]["quotes_verbatim"] == 1
    assert found["told"]["seeds"]
    assert samples["ran"]["commit"]
    assert not list(tmp_path.glob("*.partial.jsonl"))
    assert "exact_match" in capsys.readouterr().out


def test_a_set_that_is_not_here_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BENCH_DATA", str(tmp_path))
    run.main(["--sets", "rgb", "--out", str(tmp_path / "run.json")])
    assert "rgb: not on this machine" in capsys.readouterr().err
    assert not (tmp_path / "run.json").exists()
    with pytest.raises(SystemExit):
        run.main(["--sets", "rgbb"])
