"""Many requests in one warm process: a JSON object a line in, one a line out, in order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TypeVar

from pydantic import BaseModel

from corpus.errors import UsageError
from ui.failing import in_words
from ui.requests import RequestLine, read_line
from ui.terminal import result_json

_RequestT = TypeVar("_RequestT", bound=RequestLine)
LONGEST_LINE = 1_000_000


def answer_lines(
    lines: Iterable[bytes], model: type[_RequestT], answer: Callable[[_RequestT], BaseModel]
) -> int:
    """Answer each line that is not blank; a bad one gives `{"id", "line", "error", "hint"}`.

    Returns how many lines failed. Output is flushed after each line, so a program can talk to it.
    """
    failed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            outcome = answer(read_line(model, _decoded(line)))
        except Exception as error:
            failed += 1
            message, hint = in_words(error)
            told = {"id": _id_of(line), "line": number, "error": message, "hint": hint}
            result_json(told, indent=None)
        else:
            result_json(outcome, indent=None)
    return failed


def _decoded(line: bytes) -> str:
    if len(line) > LONGEST_LINE:
        raise UsageError("the line is too long", hint=f"at most {LONGEST_LINE} bytes a line")
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("the line is not UTF-8", hint="send UTF-8") from None


def _id_of(line: bytes) -> object:
    """The line's own id, so that the sender can tell which one failed; None if it has none."""
    try:
        found = json.loads(line[:LONGEST_LINE]).get("id")
    except (ValueError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, str | int) else None
