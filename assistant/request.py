"""What a user asks for, and what the chain tells while it works."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.answer import Turn
from index.passage import Filters

StepName = Literal["searching", "reading", "checking quotes", "wording"]


class Request(BaseModel):
    """A question, the articles that may answer it, and what was asked before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    since: dt.date | None = None
    until: dt.date | None = None
    outlets: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()
    id: str | int | None = None

    @property
    def filters(self) -> Filters:
        """Which articles may answer."""
        return Filters(self.since, self.until, self.outlets)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the chain that has just begun, and what it works on."""

    name: StepName
    detail: str = ""
