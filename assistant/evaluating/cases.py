"""Questions with known answers, as a user writes them: one JSON object a line."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from corpus.errors import UsageError

_HINT = 'a line is {"question": "...", "answers": ["..."]} or {"question": "...", "refuse": true}'


class Case(BaseModel):
    """One question and what a right answer is.

    `answers`: any of these short answers is right. `articles`: ids, paths or titles of articles of
    which one must be quoted. `refuse`: the articles do not say, so an abstention is right. A case
    gives at least one of the three. `since`, `until`, `outlets` narrow the question.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | int | None = None
    question: str = Field(min_length=1)
    answers: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    refuse: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    outlets: tuple[str, ...] = ()

    @field_validator("answers", "articles", "outlets", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @field_validator("question", "answers", "articles")
    @classmethod
    def _says_something(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for text in (value,) if isinstance(value, str) else value:
            if not any(map(str.isalnum, text)):
                raise ValueError("an empty text says nothing")
        return value

    @model_validator(mode="after")
    def _says_what_is_right(self) -> Case:
        if self.refuse == bool(self.answers or self.articles):
            raise ValueError("give `answers` or `articles`, or else `refuse`: true")
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"`since` {self.since} lies after `until` {self.until}")
        return self


def read_cases(file: Path) -> list[Case]:
    """The cases of a .jsonl file.

    Raises UsageError naming the first line that is wrong, and how many more are.
    """
    cases: list[Case] = []
    wrong: list[str] = []
    try:
        # Not splitlines: a JSON text may hold other line ends than these.
        with file.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    found = _case(line)
                    if isinstance(found, Case):
                        cases.append(found)
                    else:
                        wrong.append(f"line {number}: {found}")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not text in UTF-8", hint=_HINT) from error
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror or error}", hint=_HINT) from error
    if wrong:
        more = f" (and {len(wrong) - 1} more lines)" if len(wrong) > 1 else ""
        raise UsageError(f"{file} {wrong[0]}{more}", hint=_HINT)
    if not cases:
        raise UsageError(f"{file} holds no question", hint=_HINT)
    return cases


def _case(line: str) -> Case | str:
    """The case in one line, or what is wrong with it."""
    try:
        return Case.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        return f"not JSON: {error.msg}"
    except RecursionError:
        return "not JSON: nested too deeply"
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "model_type":
            return "not an object with the fields of a question"
        where = ".".join(str(part) for part in first["loc"])
        told = str(first["msg"]).removeprefix("Value error, ")
        return f"{where}: {told}" if where else told
