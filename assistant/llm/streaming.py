"""A model's characters within a deadline, with retries before the first one."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from assistant.llm.failures import ModelFailure, classify


class ModelFailedError(Exception):
    """The model could not be used; `failure` says how."""

    def __init__(self, failure: ModelFailure) -> None:
        super().__init__(failure.sentence)
        self.failure = failure


def stream_within(
    start: Callable[[], Iterator[str]],
    *,
    seconds: float,
    retries: int,
    pause: float = 0.5,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[str]:
    """Yield what `start()` yields, for at most `seconds` in all.

    A failure that may pass is tried again up to `retries` times, waiting `pause` seconds and twice
    as long each time, but only while nothing has been yielded. Raises ModelFailedError. The
    request runs in a thread of its own, since no provider bounds the time of a whole stream;
    it is abandoned at the deadline, and ends with its own time-out.
    """
    deadline = time.monotonic() + seconds
    for attempt in range(retries + 1):
        begun = False
        try:
            for text in _bounded(start, deadline, stopped):
                begun = begun or bool(text)
                yield text
        except ModelFailedError as error:
            wait = pause * 2**attempt
            last = attempt == retries or time.monotonic() + wait >= deadline
            if begun or last or not error.failure.worth_retrying:
                raise
            time.sleep(wait)
        else:
            return


def _bounded(
    start: Callable[[], Iterator[str]], deadline: float, stopped: Callable[[], bool]
) -> Iterator[str]:
    # None ends the stream; an exception ends it with that.
    # Not many: a model that never stops must not fill the memory while its sentences are checked.
    parts: queue.Queue[str | Exception | None] = queue.Queue(maxsize=256)
    abandoned = threading.Event()

    def run() -> None:
        try:
            for text in start():
                if not hand_over(text):
                    return
            hand_over(None)
        except Exception as error:
            hand_over(error)

    def hand_over(part: str | Exception | None) -> bool:
        while not abandoned.is_set():
            with suppress(queue.Full):
                parts.put(part, timeout=0.2)
                return True
        return False

    threading.Thread(target=run, daemon=True, name="language-model").start()
    try:
        while not stopped():
            part = _next(parts, deadline)
            if part is None:
                return
            yield part
    finally:
        abandoned.set()


def _next(parts: queue.Queue[str | Exception | None], deadline: float) -> str | None:
    left = deadline - time.monotonic()
    try:
        if left <= 0:  # also where there is always a next part
            raise queue.Empty
        part = parts.get(timeout=left)
    except queue.Empty:
        raise ModelFailedError(ModelFailure("time")) from None
    if isinstance(part, Exception):
        raise ModelFailedError(classify(part)) from part
    return part
