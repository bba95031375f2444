"""A run that is cut off: what is known stays, what depends on something else does not."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import pytest

from assistant.reader.rules import RulesReader
from assistant.request import Request
from assistant.settings import AnswerSettings
from index.opened import Index
from index.settings import IndexSettings
from tests.benchmarks.narrowing import Narrowed, over
from tests.benchmarks.notebook import Notebook
from tests.benchmarks.progress import Progress
from tests.benchmarks.remembering import Remembering


def never() -> object:
    raise AssertionError("worked out twice")


def recalled(file: Path, stamp: dict[str, str]) -> int:
    with closing(Notebook(file, stamp)) as notes:
        return notes.recalled


def test_what_is_known_is_not_worked_out_again(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    first = Notebook(file, {"reader": "one"})
    assert first.recall("q", "1", make=lambda: {"right": 1.0, "name": "Ørsted"})
    first.close()
    again = Notebook(file, {"reader": "one"})
    assert again.recalled == 1
    assert again.recall("q", "1", make=never) == {"right": 1.0, "name": "Ørsted"}
    # Keys are told apart by their parts, not by their letters.
    assert again.recall("q1", "", make=lambda: 2) == 2
    again.discard()
    assert not file.exists()


def test_a_torn_line_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    notes = Notebook(file, {})
    for key in "abc":
        notes.recall(key, make=lambda key=key: key * 2)
    notes.close()
    file.write_bytes(file.read_bytes()[:-4])
    again = Notebook(file, {})
    assert again.recalled == 2
    assert again.recall("b", make=never) == "bb"
    assert again.recall("c", make=lambda: "cc") == "cc"
    again.close()
    assert recalled(file, {}) == 3


def test_another_program_begins_anew(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    notes = Notebook(file, {"program": "old"})
    notes.recall("q", make=lambda: 1)
    notes.close()
    assert recalled(file, {"program": "new"}) == 0


def test_an_answer_is_recalled_with_its_durations(sample_index: Path, tmp_path: Path) -> None:
    request = Request(question="Who is the mayor of Moscow?")
    with Index.open(sample_index, IndexSettings()) as index:
        notes = Notebook(tmp_path / "a.jsonl", {})
        assistant = Remembering(index, RulesReader(), AnswerSettings(), notes)
        answer = assistant.ask(request)
        notes.close()
        notes = Notebook(tmp_path / "a.jsonl", {})
        again = Remembering(index, RulesReader(), AnswerSettings(), notes)
        assert again.ask(request) == answer
        assert notes.recalled == 1
        # The same question of other articles is another one.
        hole = Narrowed(index, without={quote.article_id for quote in answer.quotes})
        elsewhere = over(hole, again).ask(request)
        assert not {q.article_id for q in answer.quotes} & {q.article_id for q in elsewhere.quotes}
        notes.close()


def test_progress_tells_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    progress = Progress("mine", out)
    times = iter([0.0, 1.0, 2.0, 9.0])
    monkeypatch.setattr(progress, "_clock", lambda: next(times))
    for done in (1, 2, 3):
        progress(done, 93)
    assert "3/93, 1:30 left" in out.getvalue()
    progress(93, 93)
    assert out.getvalue().endswith("93/93   \n")
