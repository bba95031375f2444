"""A chat model that plays a queue of replies: texts, pauses, events to wait for, exceptions."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from pydantic import Field


class ScriptedModel(BaseChatModel):
    """Each call plays the next reply: strings are streamed, floats slept, events waited
    for, exceptions raised."""

    replies: list[list[Any]]
    prompts: list[str] = Field(default_factory=list)
    arguments: list[dict[str, Any]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, *args: Any, **kwargs: Any) -> ChatResult:
        raise AssertionError("answers are streamed")

    def _stream(
        self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        self.prompts.append("\n".join(str(message.content) for message in messages))
        self.arguments.append(kwargs)
        for step in self.replies.pop(0):
            if isinstance(step, Exception):
                raise step
            if isinstance(step, float):
                time.sleep(step)
                continue
            if isinstance(step, threading.Event):
                step.wait(20)
                continue
            yield ChatGenerationChunk(message=AIMessageChunk(content=step))
        # LangChain raises on a stream without any chunk: real servers end with an empty one.
        yield ChatGenerationChunk(message=AIMessageChunk(content=""))


class StatusError(Exception):
    """As providers' packages raise it: an HTTP status beside a message that may hold a key."""

    def __init__(self, status_code: int, message: str = "") -> None:
        super().__init__(message)
        self.status_code = status_code
