"""`factcheck eval` as a person runs it: the figures, the thresholds, the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ui.cli import app

CASES = (
    '{"id": "city", "question": "Who is the mayor of Moscow?", "answers": ["Sergei Sobyanin"],'
    ' "articles": ["09-paris-telegram.md"]}\n'
    '{"id": "none", "question": "Who won the chess championship in Reykjavik?", "refuse": true}\n'
)


def run(index: Path, folder: Path, *options: str, cases: str = CASES) -> tuple[int, str, str]:
    file = folder / "questions.jsonl"
    file.write_text(cases, encoding="utf-8")
    words = ["eval", str(file), "--index", str(index), "--reader", "rules", *options]
    done = CliRunner().invoke(app, words)
    return done.exit_code, done.stdout, done.stderr


def test_it_prints_figures(sample_index: Path, tmp_path: Path) -> None:
    status, out, _ = run(sample_index, tmp_path)
    assert status == 0
    assert "2 questions over 11 articles" in out
    assert "quotes verbatim                      1.000" in out


def test_json_holds_every_row(sample_index: Path, tmp_path: Path) -> None:
    status, out, _ = run(sample_index, tmp_path, "--json")
    assert status == 0
    found = json.loads(out)
    assert [row["id"] for row in found["rows"]] == ["city", "none"]
    assert found["measures"]["quotes_verbatim"] == 1
    assert found["index"]["reader"].startswith("rules")


@pytest.mark.parametrize("option", ["--min-exact", "--min-refusal-recall"])
def test_a_threshold_that_is_missed_fails(sample_index: Path, tmp_path: Path, option: str) -> None:
    wrong = '{"question": "Who is the mayor of Moscow?", "answers": ["nobody at all"]}\n'
    status, _, err = run(sample_index, tmp_path, option, "1", cases=wrong)
    assert status == 1
    assert "below what was wanted" in err
    assert run(sample_index, tmp_path, "--min-exact", "0", cases=wrong)[0] == 0


def test_a_wrong_file_is_wrong_usage(sample_index: Path, tmp_path: Path) -> None:
    status, _, err = run(sample_index, tmp_path, cases='{"question": "Who?"}\n')
    assert status == 2
    assert "line 1" in err


def test_an_article_that_the_index_does_not_hold_is_named(
    sample_index: Path, tmp_path: Path
) -> None:
    named = (
        '{"question": "Who is the mayor of Moscow?", "articles": "missing.md"}\n'
        '{"question": "Who is the mayor of Moscow?", "articles": "09-paris-telegram.md"}\n'
    )
    status, out, err = run(sample_index, tmp_path, cases=named)
    assert status == 0
    assert "not in the index: missing.md" in err
    assert "telegram" not in err
    assert "asking" in err
    assert "quotes the right article             0.500" in out
