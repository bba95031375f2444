"""What the index finds: passages, and the filters that narrow a search."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from corpus.article import Span
from corpus.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article as the catalogue knows it, without its text.

    `origin` names the independent source that its report comes from: articles with the same
    `origin` count once. `state` is "indexed", "changed", "missing" or "failed".
    """

    id: str
    title: str
    outlet: str | None
    published: PartialDate | None
    path: str
    url: str | None
    origin: str
    passages: int
    content_hash: str
    state: str = "indexed"
    authors: tuple[str, ...] = ()
    carried_from: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A few consecutive whole sentences: `text == article.text[start:end]`.

    `sentences` are spans in the article's text, all inside `start..end`. `id` is a content hash.
    """

    id: str
    article_id: str
    start: int
    end: int
    text: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search returned, its article, and how it was found.

    `score` is the fused score (higher is better); `dense_rank` and `words_rank` count from 1 and
    are None where that list did not hold it; `similarity` is the cosine, None where unknown.
    """

    passage: Passage
    article: IndexedArticle
    score: float
    dense_rank: int | None = None
    words_rank: int | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may answer: published from `since` to `until` (inclusive), by `outlets`.

    An article whose date is unknown, or too partial to tell, is left out when a date is given.
    Outlets compare without case.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    outlets: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return self.since is None and self.until is None and not self.outlets

    def admits(self, article: IndexedArticle) -> bool:
        """Whether `article` may answer."""
        if self.outlets:
            wanted = {outlet.casefold() for outlet in self.outlets}
            if (article.outlet or "").casefold() not in wanted:
                return False
        if self.since is None and self.until is None:
            return True
        first = article.published.first() if article.published else None
        last = article.published.last() if article.published else None
        if first is None or last is None:
            return False
        return (self.since is None or first >= self.since) and (
            self.until is None or last <= self.until
        )
