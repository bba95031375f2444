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

    @model_validator(mode="after")
    def _says_what_is_right(self) -> Case:
        if self.refuse == bool(self.answers or self.articles):
            raise ValueError("give `answers` or `articles`, or else `refuse`: true")
        return self


def read_cases(file: Path) -> list[Case]:
    """The cases of a .jsonl file. Raises UsageError naming the line that is wrong."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} can't be read: {error}", hint=_HINT) from error
    cases = [_case(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        raise UsageError(f"{file} holds no question", hint=_HINT)
    return cases


def _case(file: Path, number: int, line: str) -> Case:
    try:
        return Case.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        reason = f"not JSON: {error.msg}"
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = f"{where}: {first['msg']}" if where else str(first["msg"])
    raise UsageError(f"{file} line {number}: {reason}", hint=_HINT)
