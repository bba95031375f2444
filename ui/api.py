"""The named endpoints for programs: ask, check, articles; typed, and the same as on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import gradio as gr
from gradio.events import api
from pydantic import BaseModel

from corpus.errors import FactcheckError
from ui.commands.browsing import article_json
from ui.failing import in_words
from ui.requests import Question, Text, read
from ui.workroom import Workroom

_T = TypeVar("_T")


def build_api(room: Workroom) -> None:
    """Register the endpoints `/ask`, `/check` and `/articles`."""

    def ask(
        question: str,
        since: str = "",
        until: str = "",
        outlets: list[str] | None = None,
        history: list[dict[str, Any]] | None = None,
    ) -> dict[str, Any]:
        """Answer a question from the articles, as the command line's --json does.

        An article's `path` is called `file` here: Gradio's clients would try to download it.
        """
        asked = {
            "question": question,
            "since": since or None,
            "until": until or None,
            "outlets": outlets or (),
            "history": history or (),
        }

        def work() -> dict[str, Any]:
            request = read(Question, **asked).request()
            return _json(room.desk().assistant.ask(request))

        return _told(work)

    def check(text: str) -> dict[str, Any]:
        """Give a verdict for each claim in a text."""

        def work() -> dict[str, Any]:
            return _json(room.desk().assistant.check(read(Text, text=text).checked()))

        return _told(work)

    def articles() -> list[dict[str, Any]]:
        """List the indexed articles."""
        return _told(
            lambda: _without_path([article_json(found) for found in room.desk().index.articles()])
        )

    for function in (ask, check, articles):
        api(function, api_name=function.__name__, concurrency_limit=8)


def _json(outcome: BaseModel) -> dict[str, Any]:
    shown: dict[str, Any] = _without_path(outcome.model_dump(mode="json"))
    return shown


def _without_path(value: Any) -> Any:
    """The same JSON value with every key `path` renamed to `file`."""
    if isinstance(value, dict):
        return {"file" if k == "path" else k: _without_path(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_without_path(item) for item in value]
    return value


def _told(work: Callable[[], _T]) -> _T:
    """Errors that a program can act on, without a traceback."""
    try:
        return work()
    except (FactcheckError, ValueError) as error:
        message, hint = in_words(error)
        raise gr.Error(f"{message} ({hint})" if hint else message, print_exception=False) from None
