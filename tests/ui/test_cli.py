"""The command line as users script it: results, messages, exit statuses, JSON lines, receipts."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.browser.serving import program
from tests.conftest import ROOT
from tests.ui.conftest import Desk, Run, real
from ui.cli import app

COST = "How much did the harbour bridge cost?"


def test_every_command_of_the_contract_has_help() -> None:
    told = CliRunner().invoke(app, ["--help"]).stdout
    for name in (
        "index", "add", "ask", "check", "articles", "show", "verify", "doctor", "watch", "eval",
        "ui", "config",
    ):  # fmt: skip
        assert f"\n  {name} " in told
        said = CliRunner().invoke(app, [name, "--help"])
        assert said.exit_code == 0
        assert "--corpus" in said.stdout
        assert "--index" in said.stdout


def test_the_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout.count(".") >= 1


def test_an_answer_as_json_has_the_contract_s_fields_and_verbatim_quotes(run: Run) -> None:
    done = run("ask", COST, "--json")
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert set(answer) >= {
        "id", "question", "standalone_question", "abstained", "reason", "short_answer",
        "statements", "findings", "quotes", "nearest", "index", "seconds",
    }  # fmt: skip
    assert {finding["relation"] for finding in answer["findings"]} >= {"main"}
    for quote in answer["quotes"]:
        shown = json.loads(run("show", quote["article_id"], "--json").stdout)
        assert shown["text"][quote["start"] : quote["end"]] == quote["text"]


def test_an_answer_as_text_cites_its_quotes(run: Run) -> None:
    done = run("ask", COST)
    assert "million" in done.stdout
    assert "[1]" in done.stdout
    assert "Harbour Post" in done.stdout


def test_an_abstention_is_an_answer(run: Run) -> None:
    done = run("ask", "Who is the mayor of Reykjavik?", "--json")
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert answer["abstained"]
    assert answer["short_answer"] is None
    assert answer["reason"]


def test_filters(run: Run) -> None:
    late = json.loads(run("ask", COST, "--since", "2019-06", "--json").stdout)
    assert {quote["outlet"] for quote in late["quotes"]} <= {"Northern Courier"}
    post = json.loads(run("ask", COST, "--outlet", "harbour post", "--json").stdout)
    assert {quote["outlet"] for quote in post["quotes"]} <= {"Harbour Post"}


def test_json_lines_keep_their_order_and_go_on_after_a_bad_one(run: Run) -> None:
    lines = [
        json.dumps({"id": "a", "question": COST}),
        "not json",
        "",
        json.dumps({"id": 2, "question": COST, "since": "2019-06", "outlets": []}),
        json.dumps({"id": "c", "question": "x", "colour": "red"}),
        json.dumps({"id": "d", "question": "x", "since": "soon"}),
        json.dumps({"id": "e", "question": "and when did it open?",
                    "history": [{"question": COST, "standalone_question": COST}]}),
        json.dumps(["not an object"]),
    ]  # fmt: skip
    done = run("ask", "--jsonl", text="\n".join(lines).encode() + b'\n{"id": "\xff"}\n')
    assert done.exit_code == 0
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["id"] for result in results] == ["a", None, 2, "c", "d", "e", None, None]
    assert [result.get("line") for result in results] == [None, 2, None, 5, 6, None, 8, 9]
    assert "colour" in results[3]["error"]
    assert "2015-09-30" in results[4]["hint"]
    assert results[0]["short_answer"]
    assert "bridge" in results[5]["standalone_question"]


def test_a_check_from_the_command_line_standard_input_and_json_lines(run: Run) -> None:
    text = "The harbour bridge cost 40 million euros. The lighthouse keeper of Ostrava retired."
    done = run("check", text, "--json")
    check = json.loads(done.stdout)
    assert check["text"] == text
    for claim in check["claims"]:
        assert claim["verdict"] in ("supported", "refuted", "conflicting", "not_enough_info")
        assert set(claim) >= {"claim", "start", "end", "confidence", "why", "quotes"}
    again = json.loads(run("check", "-", "--json", text=text).stdout)
    assert again["claims"] == check["claims"]
    lines = json.dumps({"id": 1, "text": text}) + "\n" + json.dumps({"id": 2, "text": " "}) + "\n"
    first, second = map(json.loads, run("check", "--jsonl", text=lines).stdout.splitlines())
    assert (first["id"], first["claims"]) == (1, check["claims"])
    assert "empty" in second["error"]
    assert "✓" in run("check", text).stdout or "≠" in run("check", text).stdout


def test_a_receipt_stands_until_its_article_changes(run: Run, tmp_path: Path) -> None:
    for name in ("receipt.json", "answer.md", "answer.html"):
        assert run("ask", COST, "--export", str(tmp_path / name)).exit_code == 0
    assert "# " in (tmp_path / "answer.md").read_text(encoding="utf-8")
    assert "<html" in (tmp_path / "answer.html").read_text(encoding="utf-8")
    receipt = tmp_path / "receipt.json"
    done = run("verify", str(receipt))
    assert done.exit_code == 0, done.output
    assert json.loads(run("verify", str(receipt), "--json").stdout)["ok"]
    forged = json.loads(receipt.read_text(encoding="utf-8"))
    forged["answer"]["quotes"][0]["text"] = "The harbour bridge cost nothing at all."
    receipt.write_text(json.dumps(forged), encoding="utf-8")
    assert run("verify", str(receipt)).exit_code == 1


def test_articles_and_show(run: Run) -> None:
    listed = json.loads(run("articles", "--json").stdout)
    assert {article["published"] for article in listed} == {"2019-03-01", "2019-06-20"}
    assert "New harbour bridge opens" in run("articles").stdout
    assert (
        "1,200 cars"
        in run("show", listed[0]["article_id"]).stdout + run("show", listed[1]["article_id"]).stdout
    )


def test_config_says_whence_and_masks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_AUTH", "desk:s3cret")
    done = run("config", "--json")
    shown = json.loads(done.stdout)
    assert shown["auth"] == {"value": "********", "source": "environment FACTCHECK_AUTH"}
    assert shown["corpus"]["source"] == "command line"
    assert "s3cret" not in done.output + run("config").output


def test_add_copies_indexes_and_tells_what_it_refused(tmp_path: Path) -> None:
    where = ("--corpus", str(tmp_path / "corpus"), "--index", str(tmp_path / "index"))
    (tmp_path / "news.txt").write_text(
        "Mill sold\n\nThe old mill at Arnsdorf was sold for 900,000 euros on Monday.\n",
        encoding="utf-8",
    )
    (tmp_path / "tool.exe").write_text("no", encoding="utf-8")
    sources = [str(tmp_path / "news.txt"), str(tmp_path / "tool.exe"), "ftp://example.org/a"]
    done = CliRunner().invoke(app, ["add", *sources, "--json", *where])
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert told["added_files"] == ["news.txt"]
    assert [refused["source"] for refused in told["refused"]] == sources[1:]
    assert len(told["index"]["added"]) == 1
    again = CliRunner().invoke(app, ["index", "--json", *where])
    assert json.loads(again.stdout)["unchanged"] == 1
    assert CliRunner().invoke(app, ["doctor", *where]).exit_code == 0
    (tmp_path / "corpus" / "news.txt").unlink()
    assert CliRunner().invoke(app, ["doctor", *where]).exit_code == 1


def test_the_real_program_answers_cold_and_ends_quietly_on_a_closed_pipe(desk: Desk) -> None:
    done = real("ask", COST, "--json", *desk.options)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["quotes"]
    assert done.stderr == ""
    piped = subprocess.Popen(
        program("articles", "--json", *desk.options),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert piped.stdout is not None
    assert piped.stderr is not None
    piped.stdout.close()
    assert b"Traceback" not in piped.stderr.read()
    assert piped.wait(120) == 1
    piped.stderr.close()


def test_a_second_writer_is_told_who_holds_the_index(desk: Desk) -> None:
    from index.lock import WriterLock

    with WriterLock(desk.index, "test"):
        done = real("index", *desk.options)
    assert done.returncode == 4
    assert "writing this index" in done.stderr
