from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assistant.llm.failures import classify
from assistant.llm.streaming import ModelFailedError, stream_within
from tests.assistant.llm.scripted import StatusError


class Source:
    """Plays one list of texts and exceptions a call."""

    def __init__(self, *calls: list[str | Exception]) -> None:
        self.calls = list(calls)
        self.started = 0

    def __call__(self) -> Iterator[str]:
        self.started += 1
        for step in self.calls.pop(0):
            if isinstance(step, Exception):
                raise step
            yield step


def run(source: Source, retries: int = 2) -> str:
    return "".join(stream_within(source, seconds=5, retries=retries, pause=0.01))


@pytest.mark.parametrize("error", [StatusError(429), StatusError(503), ConnectionError()])
def test_what_may_pass_is_tried_again(error: Exception) -> None:
    source = Source([error], [error], ["It opened."])
    assert run(source) == "It opened."
    assert source.started == 3


def test_retries_end() -> None:
    source = Source([StatusError(429)], [StatusError(429)], [StatusError(429)])
    with pytest.raises(ModelFailedError, match="slow down"):
        run(source)
    assert source.started == 3


def test_a_wrong_key_is_not_tried_again() -> None:
    source = Source([StatusError(401, "key sk-secret is wrong")])
    with pytest.raises(ModelFailedError, match="refused the key") as raised:
        run(source)
    assert source.started == 1
    assert "sk-secret" not in str(raised.value)


def test_nothing_is_said_twice_when_it_breaks_in_the_middle() -> None:
    source = Source(["It opened. ", ConnectionError()], ["It opened. "])
    with pytest.raises(ModelFailedError):
        run(source)
    assert source.started == 1


def test_the_time_limit_holds_for_a_stream_that_hangs() -> None:
    def hang() -> Iterator[str]:
        yield "It"
        time.sleep(5)

    started = time.monotonic()
    with pytest.raises(ModelFailedError, match="time limit"):
        list(stream_within(hang, seconds=0.2, retries=2))
    assert time.monotonic() - started < 2


def test_stop_ends_the_stream() -> None:
    seen: list[str] = []

    def endless() -> Iterator[str]:
        while True:
            yield "word "

    for text in stream_within(endless, seconds=5, retries=0, stopped=lambda: len(seen) >= 3):
        seen.append(text)
    assert len(seen) == 3


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (StatusError(404), "missing"),
        (StatusError(400, "maximum context length is 512 tokens"), "context"),
        (StatusError(500), "server"),
        (StatusError(418), "other"),
        (TimeoutError(), "time"),
        (ConnectionRefusedError(), "down"),
        (ValueError("x"), "other"),
    ],
)
def test_kinds(error: Exception, kind: str) -> None:
    assert classify(error).kind == kind


def test_the_cause_is_looked_at() -> None:
    wrapper = RuntimeError("wrapped")
    wrapper.__cause__ = StatusError(429)
    assert classify(wrapper).kind == "rate"
