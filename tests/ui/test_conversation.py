"""A visitor's turns, thumbs, and the update that all visitors see."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import FactcheckError
from index.report import CancelledError, Progress
from tests.ui import samples
from ui.conversation import Conversation
from ui.feedback import FILE_NAME, keep_thumb
from ui.jobs import Jobs
from ui.panes.opening import read_target
from ui.progress import Clock, in_words


def test_turns_keep_their_numbers_when_old_ones_are_let_go() -> None:
    talk = Conversation()
    for number in range(60):
        talk = talk.with_answer(samples.answer(question=f"question {number}"))
    assert talk.last == 59
    assert talk.answer(59) is talk.answers[-1]
    assert talk.answer(3) is None
    found = talk.quote(30, 1)
    assert found is not None
    assert talk.quote(30, 9) is None
    assert talk.quote(60, 1) is None
    assert [turn.question for turn in talk.history(2)] == ["question 58", "question 59"]


def test_a_follow_up_is_told_what_was_answered_from_which_articles() -> None:
    (turn,) = Conversation().with_answer(samples.answer()).history()
    assert turn.answer == "Sept. 30"
    assert turn.article_ids == (f"{1:016x}",)


@pytest.mark.parametrize(
    "link", ["", "quote-1", "quote-1-2-3", "quote--1-2", "../etc/passwd", "quote-1-2\n", "q" * 999]
)
def test_only_links_of_ours_are_followed(link: str) -> None:
    assert read_target(link) is None
    assert read_target("near-3-1") == ("near", 3, 1)


def test_thumbs(tmp_path: Path) -> None:
    talk = Conversation().with_answer(samples.answer()).with_answer(samples.abstention())
    keep_thumb(tmp_path, talk, 1, liked=True)
    keep_thumb(tmp_path, talk, [3, 0], liked=False)
    keep_thumb(tmp_path, talk, 1, liked="")
    for nonsense in (99, "1", None, -9, {"index": 1}):
        keep_thumb(tmp_path, talk, nonsense, liked=True)
    lines = [json.loads(line) for line in (tmp_path / FILE_NAME).read_text().splitlines()]
    assert [line["thumb"] for line in lines] == ["up", "down", None]
    assert [line["abstained"] for line in lines] == [False, True, False]
    assert lines[0]["quotes"] == [[f"{1:016x}", 10, 40]]


def test_one_update_at_a_time_and_it_can_be_cancelled() -> None:
    jobs, entered = Jobs(), threading.Event()

    def work(progress: Any, cancelled: Any) -> None:
        progress(Progress("embedding", 3, 12))
        entered.set()
        while not cancelled():
            pass
        raise CancelledError

    job = jobs.start("Updating", work)
    assert entered.wait(10)
    assert (job.told, job.share) == ("embedding: 3 of 12", 0.25)
    with pytest.raises(FactcheckError, match="Updating is still running"):
        jobs.start("Another", work)
    jobs.cancel()
    jobs.wait()
    assert job.over.is_set()
    assert job.cancelled
    assert job.error is not None
    assert "answers as before" in job.error[0]
    again = jobs.start("Again", lambda progress, cancelled: None)
    jobs.wait()
    assert (again.number, again.error, jobs.running) == (2, None, None)


def test_an_update_that_fails_tells_its_error_and_hint() -> None:
    def work(progress: Any, cancelled: Any) -> None:
        raise FactcheckError("the disk is full", hint="make room")

    jobs = Jobs()
    job = jobs.start("Updating", work)
    jobs.wait()
    assert job.error == ("the disk is full", "make room")


def test_time_left_is_guessed_from_the_step_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter((0.0, 10.0, 20.0))
    monkeypatch.setattr("ui.progress.time.monotonic", lambda: next(now))
    clock = Clock()
    assert clock.left(Progress("embedding", 0, 100)) is None
    assert clock.left(Progress("embedding", 10, 100)) == pytest.approx(90)
    assert clock.left(Progress("storing", 1, 5)) is None
    assert in_words(Progress("embedding", 10, 100), 300) == (
        "embedding: 10 of 100, about 5 min left"
    )
