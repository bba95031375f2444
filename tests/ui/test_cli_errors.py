"""What the command line says of a mistake: one line, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.ui.conftest import Run
from ui.cli import app


@pytest.mark.parametrize(
    ("arguments", "status", "told", "hint"),
    [
        (["ask"], 2, "no question given", "factcheck ask"),
        (["ask", "  "], 2, "the question is empty", "ask"),
        (["ask", "x", "--since", "soon"], 2, "not a date: 'soon'", "2015-09-30"),
        (["ask", "x", "--since", "2016", "--until", "2015"], 2, "lies after", "swap"),
        (["ask", "x", "--export", "out.txt"], 2, "can't export to 'out.txt'", ".json"),
        (["ask", "x", "--jsonl"], 2, "reads standard input", "<"),
        (["check"], 2, "no text given", "factcheck check"),
        (["show", "0000000000000000"], 1, "no article '0000000000000000'", "factcheck articles"),
        (["verify", "absent.json"], 1, "there is no file absent.json", "--export FILE.json"),
        (["verify", "."], 1, "is a directory", "name a file"),
        (["ask", "x", "--export", "absent/a.json"], 2, "no folder absent", "mkdir -p absent"),
        (["check", "x", "--export", "absent/a.md"], 2, "no folder absent", "mkdir -p absent"),
        (["add", "absent.txt"], 1, "nothing was added", ""),
    ],
)
def test_errors_are_two_lines_on_standard_error(
    run: Run, arguments: list[str], status: int, told: str, hint: str
) -> None:
    done = run(*arguments)
    assert done.exit_code == status, done.output
    assert done.stdout == ""
    assert told in done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


def test_without_an_index_the_hint_is_the_command(tmp_path: Path) -> None:
    for command in (["ask", "when?"], ["articles"], ["check", "It rained."]):
        done = CliRunner().invoke(app, [*command, "--index", str(tmp_path / "none")])
        assert done.exit_code == 1
        assert "hint: factcheck index" in done.stderr


@pytest.mark.parametrize("inside", ["", "/index"])
def test_a_file_where_the_index_s_folder_is_wanted(tmp_path: Path, inside: str) -> None:
    (tmp_path / "taken").write_text("mine")
    place = f"{tmp_path / 'taken'}{inside}"
    done = CliRunner().invoke(app, ["index", "--corpus", str(tmp_path), "--index", place])
    assert done.exit_code == 1
    assert "a file is in the way" in done.stderr
    assert "hint: name a folder" in done.stderr
    assert (tmp_path / "taken").read_text() == "mine"


def test_an_answer_that_is_no_receipt_is_told_how_to_get_one(run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "answer.json"
    plain.write_text(run("ask", "What did the bridge cost?", "--json").stdout, encoding="utf-8")
    done = run("verify", str(plain))
    assert done.exit_code == 1
    assert "this is not a receipt" in done.stderr
    assert "--export FILE.json" in done.stderr


def test_unknown_commands_and_options_are_usage_errors() -> None:
    assert CliRunner().invoke(app, ["aks"]).exit_code == 2
    assert CliRunner().invoke(app, ["ask", "--colour"]).exit_code == 2
