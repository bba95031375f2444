"""A built-in answer and a model to the answer as worded, every sentence checked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, WordedSentence, Wording
from assistant.llm.failures import ModelFailure
from assistant.llm.judging import judge_sentence
from assistant.llm.parsing import parse_stream
from assistant.llm.prompt import build_prompt
from assistant.llm.settings import LlmSettings
from assistant.llm.streaming import ModelFailedError, stream_within
from assistant.reader.base import Reader

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_SCHEMA: dict[str, Any] = {
    "title": "WordedAnswer",
    "description": "One to four sentences, each with the numbers of the quotes that prove it.",
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "quotes": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["text", "quotes"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}


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
    """Halves the prompt's budget where the server says that it does not fit after all."""
    budget = settings.context_tokens - settings.answer_tokens
    deadline = time.monotonic() + settings.time_limit
    while True:
        messages, numbers = build_prompt(answer, token_budget=budget)
        try:
            chunks = stream_within(
                lambda messages=messages: _chunks(model, messages, settings),  # type: ignore[misc]
                seconds=deadline - time.monotonic(),
                retries=settings.retries,
                stopped=stopped,
            )
            for parsed in parse_stream(chunks, known=set(numbers)):
                yield judge_sentence(parsed, answer.quotes, reader)
            return
        except ModelFailedError as error:
            if error.failure.kind != "context" or len(numbers) <= 1:
                raise
            budget //= 2


def _chunks(
    model: BaseChatModel, messages: list[tuple[str, str]], settings: LlmSettings
) -> Iterator[str]:
    # The reply stays a stream of characters: the parser takes JSON as it takes prose.
    runnable = model.bind(**_structured_arguments(model, settings))
    for chunk in runnable.stream(messages):
        yield str(chunk.text)


def _structured_arguments(model: BaseChatModel, settings: LlmSettings) -> dict[str, Any]:
    """What asks this provider for JSON by schema, where the model can or the user says so."""
    profile: Any = model.profile or {}
    wanted = settings.structured == "yes" or (
        settings.structured == "auto" and profile.get("structured_output")
    )
    if not wanted:
        return {}
    if settings.provider == "ollama":
        return {"format": _SCHEMA}
    if settings.provider in ("openai", "mistralai"):
        named = {"name": "WordedAnswer", "schema": _SCHEMA, "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
    return {}
