"""Questions and texts as programs send them, on standard input or over HTTP."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer import Turn
from corpus.errors import UsageError
from ui import period

if TYPE_CHECKING:
    from assistant.request import Request

MOST_CHARACTERS = 200_000
MOST_QUESTION = 2_000
_TOO_LONG = "factcheck check takes a whole text"
_LineT = TypeVar("_LineT", bound="RequestLine")


class RequestLine(BaseModel):
    """What every request has: an id of the sender's own, given back with the result."""

    model_config = ConfigDict(extra="forbid")

    id: str | int | None = None


def read(model: type[_LineT], **fields: Any) -> _LineT:
    """`model` of these fields. Raises UsageError that names the first that is wrong."""
    return _validated(model, lambda: model.model_validate(fields))


class Question(RequestLine):
    """`{"id", "question", "since", "until", "outlets", "history"}` of the contract."""

    question: str
    since: str | None = None
    until: str | None = None
    outlets: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()

    def request(self) -> Request:
        """As the assistant takes it. Raises UsageError for no question, a long one, wrong dates."""
        from assistant.request import Request

        if not self.question.strip():
            raise UsageError("the question is empty", hint='ask "when did airstrikes begin?"')
        _not_longer("the question", self.question, MOST_QUESTION, _TOO_LONG)
        first, last = period.since(self.since), period.until(self.until)
        _ordered(first, last)
        return Request(
            question=self.question.strip(),
            since=first,
            until=last,
            outlets=tuple(name.strip() for name in self.outlets if name.strip()),
            history=self.history,
            id=self.id,
        )


class Text(RequestLine):
    """`{"id", "text"}` of the contract."""

    text: str

    def checked(self) -> str:
        """The text itself. Raises UsageError where it is empty or too long."""
        if not self.text.strip():
            raise UsageError("the text to check is empty", hint="give a sentence or an article")
        _not_longer("the text", self.text, MOST_CHARACTERS, "check it in parts")
        return self.text


def read_line(model: type[_LineT], line: str) -> _LineT:
    """One JSON line as `model`. Raises UsageError that names the field that is wrong."""
    return _validated(model, lambda: model.model_validate_json(line))


def _validated(model: type[_LineT], work: Callable[[], _LineT]) -> _LineT:
    try:
        return work()
    except ValidationError as error:
        raise UsageError(_in_words(error.errors()[0]), hint=f"fields: {_fields(model)}") from None


def _fields(model: type[RequestLine]) -> str:
    return ", ".join(model.model_fields)


def _in_words(first: Any) -> str:
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else str(first["msg"])


def _not_longer(what: str, text: str, most: int, hint: str) -> None:
    if len(text) > most:
        raise UsageError(f"{what} has {len(text):,} characters, {most:,} is the most", hint=hint)


def _ordered(first: dt.date | None, last: dt.date | None) -> None:
    if first and last and first > last:
        raise UsageError(f"since {first} lies after until {last}", hint="swap the two dates")
