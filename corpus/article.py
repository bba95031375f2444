"""What the corpus hands up: articles, and what could not be read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from corpus.partial_date import PartialDate


@dataclass(frozen=True)
class Article:
    """One news article; every offset anywhere counts Unicode characters of its cleaned `text`.

    `key` says where it came from: the file's path relative to the corpus folder with `/`, and for
    an article inside a .jsonl file `#` and its url, id or line. `id` is a hash of it. `published`
    is never guessed. `carried_from` is the outlet whose report this one carries ("First published
    by TASS"), as its text says. `path` is the file relative to the corpus folder; `fetched` the
    ISO time at which a web page was kept.
    """

    key: str
    text: str
    title: str
    path: str
    outlet: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    carried_from: str | None = None
    fetched: str | None = None

    @cached_property
    def id(self) -> str:
        """16 hex digits of the key's SHA-256."""
        return hashlib.sha256(self.key.encode()).hexdigest()[:16]

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over text and metadata, not over where it lies: its version."""
        parts = (
            self.text,
            self.title,
            self.outlet or "",
            str(self.published or ""),
            self.url or "",
            "\x1e".join(self.authors),
            self.carried_from or "",
        )
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or one line of it, that could not be read: where, why, and what to do."""

    path: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]
