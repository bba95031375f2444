"""Reading the catalogue: what is indexed, as of its last finished sync."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus.article import Span
from index import schema
from index.passage import IndexedArticle, Passage
from index.stored import article_of, unpack_spans, unpack_text

_CACHED_ARTICLES = 256


class Catalogue:
    """One read-only connection. Not locked here: its caller lets one thread in at a time."""

    def __init__(self, path: Path) -> None:
        self.connection = schema.connect(path, readonly=True)
        (found,) = self.connection.execute("PRAGMA user_version").fetchone()
        schema.check_version(found, oldest=schema.VERSION)
        self._texts: OrderedDict[str, tuple[str, tuple[Span, ...]]] = OrderedDict()

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[str]:
        """Everything read inside is of one version, which is given."""
        self.connection.execute("BEGIN")
        try:
            yield self.version()
        finally:
            self.connection.execute("COMMIT")

    def meta(self, key: str, default: str = "") -> str:
        """A setting that the index was built with."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def version(self) -> str:
        """Changes with every sync that changed what can be found."""
        return self.meta("version", "empty")

    def counts(self) -> tuple[int, int]:
        """How many articles and passages there are."""
        row = self.connection.execute("SELECT count(*), total(passages) FROM articles").fetchone()
        return int(row[0]), int(row[1])

    def articles(self) -> list[IndexedArticle]:
        """All of them, by path."""
        rows = self.connection.execute("SELECT * FROM known_articles ORDER BY path, key")
        return [article_of(row) for row in rows]

    def article(self, article_id: str) -> IndexedArticle | None:
        row = self.connection.execute(
            "SELECT * FROM known_articles WHERE id = ?", (article_id,)
        ).fetchone()
        return article_of(row) if row else None

    def near(self) -> list[tuple[str, str, float]]:
        """Pairs of articles, by path, and the share of the shorter that stands in the longer."""
        return self.connection.execute(
            "SELECT a.path, b.path, share FROM near JOIN articles a ON a.n = one "
            "JOIN articles b ON b.n = other ORDER BY a.path, b.path"
        ).fetchall()

    def body(self, article_id: str) -> tuple[str, tuple[Span, ...]] | None:
        """An article's text and its sentences, the last few kept unpacked."""
        row = self.connection.execute(
            "SELECT content_hash FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            return None
        key = f"{article_id}{row[0]}"
        found = self._texts.pop(key, None)
        if found is None:
            text, spans = self.connection.execute(
                "SELECT text, sentences FROM articles WHERE id = ?", (article_id,)
            ).fetchone()
            found = unpack_text(text), unpack_spans(spans)
        self._texts[key] = found
        while len(self._texts) > _CACHED_ARTICLES:
            self._texts.popitem(last=False)
        return found

    def numbers(self, passage_ids: Sequence[str]) -> dict[str, int]:
        """Row numbers of the passages that exist; ids that are strangers are left out."""
        rows = self.connection.execute(
            "SELECT id, n FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(passage_ids)),),
        )
        return dict(rows.fetchall())

    def vector_keys(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """The keys of passages' vectors, by row number."""
        rows = self.connection.execute(
            "SELECT n, vector FROM passages WHERE n IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return dict(rows.fetchall())

    def passages(self, numbers: Sequence[int]) -> dict[int, tuple[Passage, IndexedArticle]]:
        """Passages by row number, each with its article."""
        rows = self.connection.execute(
            "SELECT * FROM known_passages WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        ).fetchall()
        found: dict[int, tuple[Passage, IndexedArticle]] = {}
        for number, passage_id, start, end, first, last, *columns in rows:
            article = article_of(columns)
            body = self.body(article.id)
            if body is None:  # pragma: no cover - the same snapshot holds both
                continue
            text, spans = body
            found[number] = (
                Passage(
                    passage_id, article.id, start, end, text[start:end], spans[first : last + 1]
                ),
                article,
            )
        return found
