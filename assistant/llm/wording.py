"""A built-in answer and a model to the answer as worded, every sentence checked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, WordedSentence, Wording
from assistant.llm.failures import ModelFailure
from assistant.llm.judging import judge_sentence
from assistant.llm.parsing import parse_stream
from assistant.llm.prompt import build_prompt
from assistant.llm.settings import LlmSettings
from assistant.llm.streaming import ModelFailedError, stream_within
from assistant.llm.structured import request_shapes
from assistant.reader.base import Reader

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def word_answer(
    answer: Answer,
    model: BaseChatModel,
    reader: Reader,
    settings: LlmSettings,
    *,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[WordedSentence | Wording]:
    """Yield each sentence as it is whole and checked, then the Wording that holds them all.

    An abstention is not worded: there is nothing proven to word. Never raises for what the model
    does: a failure is the Wording's `failure`, and the built-in answer stands.
    """
    if answer.abstained or not answer.quotes:
        return
    sentences: list[WordedSentence] = []
    failure: ModelFailure | None = None
    try:
        for sentence in _worded(answer, model, reader, settings, stopped):
            if sentence.state == "struck" and settings.failed == "drop":
                continue
            sentences.append(sentence)
            yield sentence
    except ModelFailedError as error:
        failure = error.failure
    passed = sum(sentence.state == "proven" for sentence in sentences)
    if failure is None and not passed:
        failure = ModelFailure("unproven" if sentences else "empty")
    yield Wording(
        model=settings.model,
        sentences=tuple(sentences),
        passed=passed,
        failure=failure.sentence if failure else None,
    )


def _worded(
    answer: Answer,
    model: BaseChatModel,
    reader: Reader,
    settings: LlmSettings,
    stopped: Callable[[], bool],
) -> Iterator[WordedSentence]:
    """Tries simpler requests where the server refuses one, smaller ones where it does not fit."""
    budget = settings.context_tokens - settings.answer_tokens
    deadline = time.monotonic() + settings.time_limit
    shapes = request_shapes(model, settings)
    while True:
        messages, numbers = build_prompt(answer, token_budget=budget)
        chunks = stream_within(
            partial(_chunks, model, messages, shapes[0]),
            seconds=deadline - time.monotonic(),
            retries=settings.retries if len(shapes) == 1 else 0,
            stopped=stopped,
        )
        begun = False
        try:
            for parsed in parse_stream(chunks, known=set(numbers)):
                begun = True
                yield judge_sentence(
                    parsed, answer.quotes, reader, question=answer.standalone_question
                )
            return
        except ModelFailedError as error:
            if begun:
                raise
            if error.failure.kind == "context" and len(numbers) > 1:
                budget //= 2
            elif error.failure.kind in ("server", "rejected") and len(shapes) > 1:
                shapes.pop(0)
            else:
                raise


def _chunks(
    model: BaseChatModel, messages: list[tuple[str, str]], arguments: dict[str, Any]
) -> Iterator[str]:
    runnable: Any = model.bind(**arguments) if arguments else model
    for chunk in runnable.stream(messages):
        yield str(chunk.text)
