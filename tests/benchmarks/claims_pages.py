"""Hits out of plain sentences, for sets that say which page a claim is about."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article, Span
from corpus.partial_date import PartialDate
from index.passage import Hit, IndexedArticle, Passage
from index.passages import cut


def hits_of(
    sentences: Sequence[str], *, title: str, published: PartialDate | None = None, words: int = 120
) -> list[Hit]:
    """The page's passages in order, as if a search had returned them all."""
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    article = Article(key=title, text=text, title=title, path="page", published=published)
    indexed = IndexedArticle(
        id=article.id,
        title=title,
        outlet=None,
        published=published,
        path="page",
        url=None,
        origin=article.id,
        passages=0,
        content_hash=article.content_hash,
    )
    found = []
    for number, piece in enumerate(cut(text, spans, words=words)):
        passage = Passage(
            id=f"{article.id}{number}",
            article_id=article.id,
            start=piece.start,
            end=piece.end,
            text=text[piece.start : piece.end],
            sentences=tuple(spans[piece.first : piece.last + 1]),
        )
        found.append(Hit(passage, indexed, score=1.0 / (number + 1)))
    return found
