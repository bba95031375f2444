"""Quotes: whole sentences, verbatim, each checked against the stored text when it is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from assistant.answer import Quote
from corpus.article import Span
from index.origins import origin_of
from index.passage import IndexedArticle


class Texts(Protocol):
    """What holds the articles' texts: the opened index."""

    def text(self, article_id: str) -> str:
        """The article's cleaned text."""
        ...


def sources(quotes: Iterable[Quote]) -> int:
    """How many independent sources `quotes` have; no article counts for more than one."""
    told = [(quote.origin, quote.article_id) for quote in quotes]
    return min(len({origin for origin, _ in told}), len({article for _, article in told}))


class QuoteBook:
    """The numbered quotes of one answer; the same sentence gets the same number.

    `dropped` counts those that did not stand in the stored text, and so are not in the answer.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._quotes: dict[tuple[str, int, int], Quote] = {}
        self._kept: dict[str, str] = {}
        self.dropped = 0

    def add(
        self,
        article: IndexedArticle,
        span: Span,
        text: str,
        *,
        score: float | None = None,
        speaker: str | None = None,
    ) -> Quote | None:
        """The quote of `span`, numbered; None where the stored text no longer has `text` there."""
        key = (article.id, span.start, span.end)
        known = self._quotes.get(key)
        if known is not None:
            return known
        if not text or self._stored(article.id)[span.start : span.end] != text:
            self.dropped += 1
            return None
        quote = Quote(
            n=len(self._quotes) + 1,
            article_id=article.id,
            title=article.title,
            outlet=article.outlet,
            published=str(article.published) if article.published else None,
            origin=origin_of(article, text),
            text=text,
            start=span.start,
            end=span.end,
            path=article.path,
            url=article.url,
            content_hash=article.content_hash,
            speaker=speaker,
            score=None if score is None else round(score, 4),
        )
        self._quotes[key] = quote
        return quote

    def _stored(self, article_id: str) -> str:
        if article_id not in self._kept:
            try:
                self._kept[article_id] = self._texts.text(article_id)
            except KeyError:
                self._kept[article_id] = ""
        return self._kept[article_id]

    def all(self) -> tuple[Quote, ...]:
        """Every quote so far, by number."""
        return tuple(self._quotes.values())

    def note(self) -> str | None:
        """One sentence about what was dropped, if anything was."""
        if not self.dropped:
            return None
        one = self.dropped == 1
        return (
            f"{self.dropped} quote{'' if one else 's'} no longer "
            f"stand{'s' if one else ''} in the stored article and {'was' if one else 'were'} "
            "left out."
        )
