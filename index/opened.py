"""An index opened for searching: always its last finished state, from any thread."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Span
from corpus.errors import FactcheckError
from index import layout
from index.built_with import BuiltWith
from index.embedder import Embedder, load_embedder
from index.embeddings import Vectors
from index.model_identity import identify
from index.passage import Filters, Hit, IndexedArticle
from index.settings import IndexSettings
from index.state import State

if TYPE_CHECKING:
    from index.retriever import IndexRetriever


class Index:
    """The finished index in a folder. Every call sees the last finished sync, also of another
    process; one search sees one version throughout.

    One thread at a time is inside; embedding a query happens outside.
    """

    def __init__(self, folder: Path, settings: IndexSettings) -> None:
        self._folder = folder
        self._settings = settings
        self._identity = identify(settings)
        self._lock = threading.RLock()
        self._state: State | None = None
        with self._lock:
            self._current()

    @classmethod
    def open(cls, folder: Path, settings: IndexSettings) -> Index:
        """Raises FactcheckError where there is no index, or one built with other settings."""
        return cls(folder, settings)

    def close(self) -> None:
        """Let go of files and connections. A later call opens them again."""
        with self._lock:
            if self._state is not None:
                self._state.close()
            self._state = None

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def version(self) -> str:
        """Changes with every sync that changes what can be found."""
        with self._lock:
            return self._current().catalogue.version()

    @property
    def embedder_name(self) -> str:
        """The model's name, the start of its hash, and its precision."""
        return self._identity.key

    @property
    def article_count(self) -> int:
        with self._lock:
            return self._current().catalogue.counts()[0]

    @property
    def passage_count(self) -> int:
        with self._lock:
            return self._current().catalogue.counts()[1]

    def articles(self) -> list[IndexedArticle]:
        """All articles, by path."""
        with self._lock:
            return self._current().catalogue.articles()

    def article(self, article_id: str) -> IndexedArticle | None:
        with self._lock:
            return self._current().catalogue.article(article_id)

    def text(self, article_id: str) -> str:
        """The text that all offsets refer to. Raises FactcheckError for an unknown id."""
        return self._body(article_id)[0]

    def sentences(self, article_id: str) -> tuple[Span, ...]:
        """The sentences of that text. Raises FactcheckError for an unknown id."""
        return self._body(article_id)[1]

    def search(self, query: str, *, k: int = 20, filters: Filters | None = None) -> list[Hit]:
        """The `k` passages nearest to `query` by meaning and by words, best first."""
        if not query.strip() or k < 1:
            return []
        vector = self.embedder.query(query)
        with self._lock:
            while True:
                state = self._current()
                version, hits = state.search(query, vector, k, filters or Filters())
                # A sync that finished meanwhile has begun to delete what this version still names.
                if state.catalogue.version() == version:
                    return hits

    def retriever(self, k: int = 20, filters: Filters | None = None) -> IndexRetriever:
        """The same search as a LangChain retriever."""
        from index.retriever import IndexRetriever

        return IndexRetriever(index=self, k=k, filters=filters or Filters())

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of any texts under the index's model: (n, d), float32, of length 1."""
        return self.embedder.passages(texts)

    @cached_property
    def embedder(self) -> Embedder:
        """The model, loaded at the first search."""
        with self._lock:
            return load_embedder(self._settings)

    def _body(self, article_id: str) -> tuple[str, tuple[Span, ...]]:
        with self._lock:
            body = self._current().catalogue.body(article_id)
        if body is None:
            raise FactcheckError(f"No article {article_id!r}.", hint="factcheck articles")
        return body

    def _current(self) -> State:
        """The generation that answers now, reopened where a rebuild has taken its place."""
        gen = layout.current(self._folder)
        if gen is None:
            raise FactcheckError(f"There is no index in {self._folder}.", hint="factcheck index")
        if self._state is None or self._state.generation != gen:
            state = State(gen, self._settings)
            try:
                built = BuiltWith.read(state.catalogue.connection)
                if built is not None:
                    built.require(BuiltWith.wanted(self._settings, self._identity))
            except BaseException:
                state.close()
                raise
            self.close()
            self._state = state
        return self._state
