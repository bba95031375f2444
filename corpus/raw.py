"""What a format's reader hands to composing: the text as it stood, and what was said about it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import FactcheckError
from corpus.partial_date import PartialDate


class UnreadableError(FactcheckError):
    """A file, or one line of it, holds no article that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """Text before cleaning, and the metadata that the file itself states.

    `identity` tells articles of one file apart (a url, an id); `line` is the line of a .jsonl
    file. `published` is only what a field or a tag says, never what a heuristic made of the text.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    carried_from: str | None = None
    fetched: str | None = None
    identities: tuple[str, ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a .jsonl file that holds no readable article."""

    line: int
    reason: str
