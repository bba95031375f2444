"""What went wrong at a language model, in one plain sentence that never holds a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FailureKind = Literal[
    "time",
    "key",
    "rate",
    "context",
    "down",
    "missing",
    "server",
    "rejected",
    "empty",
    "unproven",
    "other",
]

_SENTENCES: dict[FailureKind, str] = {
    "time": "The language model did not finish within the time limit.",
    "key": "The language model's server refused the key.",
    "rate": "The language model's server asks to slow down (rate limit).",
    "context": "The quotes do not fit the language model's context window.",
    "down": "The language model's server can't be reached.",
    "missing": "The language model's server does not have this model.",
    "server": "The language model's server failed.",
    "rejected": "The language model's server refused the request.",
    "empty": "The language model answered nothing that could be used.",
    "unproven": "Nothing that the language model wrote could be proven.",
    "other": "The language model could not be used.",
}
_BY_STATUS: dict[int, FailureKind] = {
    400: "rejected",
    401: "key",
    403: "key",
    404: "missing",
    408: "time",
    413: "context",
    422: "rejected",
    429: "rate",
    504: "time",
}
_WORTH_RETRYING = frozenset({"rate", "down", "server"})


@dataclass(frozen=True, slots=True)
class ModelFailure:
    """One kind of failure; `sentence` is what a person reads."""

    kind: FailureKind

    @property
    def sentence(self) -> str:
        return f"{_SENTENCES[self.kind]} This is the answer without it."

    @property
    def worth_retrying(self) -> bool:
        """Whether the same request may succeed a moment later."""
        return self.kind in _WORTH_RETRYING


def classify(error: BaseException) -> ModelFailure:
    """The kind of `error`, from HTTP status and class along its chain of causes.

    Providers' packages are not imported: all of them carry `status_code`, some on a `response`.
    The provider's own message is looked at, never shown: it may quote a key.
    """
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or current.__context__
    for one in chain:
        status = getattr(one, "status_code", None) or getattr(
            getattr(one, "response", None), "status_code", None
        )
        if isinstance(status, int):
            return ModelFailure(_from_status(status, str(one)))
    names = {cls.__name__ for one in chain for cls in type(one).__mro__}
    if any("Timeout" in name for name in names):
        return ModelFailure("time")
    if any("Connect" in name or name == "RemoteProtocolError" for name in names):
        return ModelFailure("down")
    return ModelFailure("other")


def _from_status(status: int, message: str) -> FailureKind:
    if status in (400, 413, 422) and "context" in message.casefold():
        return "context"
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return "server" if status >= 500 else "other"
