"""Candidates made by hand, for tests of what comes after reading."""

from __future__ import annotations

from assistant.asking.candidate import Candidate
from corpus.article import Span
from corpus.partial_date import PartialDate
from index.passage import Hit, IndexedArticle, Passage


def made(
    sentence: str,
    span: str,
    *,
    article: str = "a",
    published: str | None = None,
    origin: str | None = None,
    weight: float = 1.0,
    answerable: float = 0.9,
) -> Candidate:
    """A candidate for `span` in an article whose whole text is `sentence`."""
    home = IndexedArticle(
        id=article,
        title=article,
        outlet=f"Outlet {article}",
        published=PartialDate.parse(published) if published else None,
        path=article,
        url=None,
        origin=origin or article,
        passages=1,
        content_hash="",
    )
    whole = Span(0, len(sentence))
    passage = Passage(f"{article}-0", article, 0, len(sentence), sentence, (whole,))
    start = sentence.index(span)
    return Candidate(
        hit=Hit(passage, home, 1.0),
        rank=1,
        answerable=answerable,
        start=start,
        end=start + len(span),
        text=span,
        sentence=whole,
        score=2.0,
        weight=weight,
    )


class Stored:
    """The texts of candidates made by hand."""

    def __init__(self, *found: Candidate) -> None:
        self._texts = {each.hit.article.id: each.hit.passage.text for each in found}

    def text(self, article_id: str) -> str:
        return self._texts[article_id]
