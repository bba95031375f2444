"""What a sync says while it runs and when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.article import Failure
from corpus.errors import FactcheckError


@dataclass(frozen=True, slots=True)
class Progress:
    """Step "reading" counts files, "embedding" and "storing" passages, "checking" tests."""

    step: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What changed, by article id; `unchanged` counts articles; `version` is the index's now.

    `failed` holds everything in the folder that cannot be read at present, not only what is new.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    moved: tuple[str, ...]
    unchanged: int
    failed: tuple[Failure, ...]
    seconds: float
    version: str


class CancelledError(FactcheckError):
    """The caller asked to stop; the index answers as before."""

    def __init__(self) -> None:
        super().__init__(
            "Stopped; the index answers as before.",
            hint="factcheck index goes on where it stopped",
        )


OnProgress = Callable[[Progress], None]
Cancelled = Callable[[], bool]


def silent(progress: Progress) -> None:
    """A progress callback that shows nothing."""


def never() -> bool:
    """A cancel callback that never cancels."""
    return False
