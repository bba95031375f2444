"""An index in memory with the methods that the assistant uses, for tests of the chain alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.language.word_keys import words
from corpus.article import Article, Span
from corpus.partial_date import PartialDate
from corpus.sentences import sentence_spans
from index.passage import Filters, Hit, IndexedArticle, Passage


def article(
    text: str,
    *,
    key: str,
    outlet: str | None = None,
    published: str | None = None,
    title: str = "",
) -> Article:
    """An article of a test's own text."""
    date = PartialDate.parse(published) if published else None
    return Article(key=key, text=text, title=title or key, path=key, outlet=outlet, published=date)


@dataclass
class Shelf:
    """Articles in memory, searched by shared words; `tampered` texts stand in for changed ones."""

    articles_: Sequence[Article]
    origins: dict[str, str] | None = None

    def __post_init__(self) -> None:
        self.tampered: dict[str, str] = {}
        self.version = "test"
        self.embedder_name = "none"
        self._by_id = {each.id: each for each in self.articles_}
        self._passages = [p for each in self.articles_ for p in self._split(each)]
        self.article_count = len(self._by_id)
        self.passage_count = len(self._passages)

    def _split(self, each: Article, size: int = 3) -> list[Passage]:
        spans = sentence_spans(each.text)
        made = []
        for at in range(0, len(spans), size):
            held = spans[at : at + size]
            start, end = held[0].start, held[-1].end
            made.append(
                Passage(f"{each.id}-{at}", each.id, start, end, each.text[start:end], tuple(held))
            )
        return made

    def article(self, article_id: str) -> IndexedArticle | None:
        each = self._by_id.get(article_id)
        if each is None:
            return None
        origin = (self.origins or {}).get(each.key, each.id)
        return IndexedArticle(
            each.id, each.title, each.outlet, each.published, each.path, each.url, origin,
            1, each.content_hash,
        )  # fmt: skip

    def text(self, article_id: str) -> str:
        return self.tampered.get(article_id, self._by_id[article_id].text)

    def sentences(self, article_id: str) -> tuple[Span, ...]:
        return tuple(sentence_spans(self.text(article_id)))

    def search(self, query: str, *, k: int = 20, filters: Filters | None = None) -> list[Hit]:
        asked = {word.idea for word in words(query) if word.content}
        scored = []
        for passage in self._passages:
            home = self.article(passage.article_id)
            assert home is not None
            if filters and not filters.admits(home):
                continue
            held = {word.idea for word in words(passage.text)}
            scored.append((len(asked & held), passage, home))
        scored.sort(key=lambda each: -each[0])
        return [Hit(p, a, score / 10, similarity=None) for score, p, a in scored[:k] if score]

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of hashed words: enough to tell like from unlike."""
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in words(text):
                row[sum(map(ord, word.idea)) % 64] += 1
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(norms, 1e-6), dtype=np.float32)
