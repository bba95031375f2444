"""Writing the catalogue: one transaction, which readers see as a whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.article import Article, Failure, Span
from corpus.folder import CorpusFile
from index import schema
from index.origins import article_origin
from index.passages import Cut, embedded_text, passage_ids, vector_key
from index.stored import pack_spans, pack_text, unpack_text


class CatalogueWriter:
    """The one connection that writes. All changes happen inside `transaction()`."""

    def __init__(self, path: Path) -> None:
        self.connection = schema.connect(path)
        schema.migrate(self.connection)
        # Articles that were tied to one that this transaction has removed.
        self.connection.execute("CREATE TEMP TABLE bereaved(n INTEGER PRIMARY KEY)")

    def close(self) -> None:
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commits at the end; on any exception, and on a kill, nothing of it has happened."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def meta(self, key: str, default: str = "") -> str:
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def set_file(self, file: CorpusFile, reader: str) -> None:
        """Remember the state in which a file was read."""
        self.connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            (file.path, file.size, file.mtime_ns, reader),
        )

    def forget_file(self, path: str) -> None:
        self.connection.execute("DELETE FROM files WHERE path = ?", (path,))
        self.connection.execute("DELETE FROM failures WHERE path = ?", (path,))

    def set_failures(self, path: str, failures: Sequence[Failure]) -> None:
        """Remember what of a file could not be read, instead of what was remembered before."""
        self.connection.execute("DELETE FROM failures WHERE path = ?", (path,))
        self.connection.executemany(
            "INSERT INTO failures VALUES (?, ?, ?)", ((path, f.line, f.reason) for f in failures)
        )

    def insert(
        self,
        article_id: str,
        article: Article,
        sentences: Sequence[Span],
        cuts: Sequence[Cut],
        model: str,
    ) -> int:
        """Add an article with its passages; gives its row number. Vectors come later."""
        date = article.published
        first, last = (date.first(), date.last()) if date else (None, None)
        cursor = self.connection.execute(
            "INSERT INTO articles(id, key, path, content_hash, title, outlet, outlet_folded, "
            "published, first_day, last_day, url, authors, carried_from, fetched, origin, state, "
            "passages, text, sentences) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'indexed',?,?,?)",
            (
                article_id,
                article.key,
                article.path,
                article.content_hash,
                article.title,
                article.outlet,
                (article.outlet or "").casefold(),
                str(date) if date else None,
                first.toordinal() if first else None,
                last.toordinal() if last else None,
                article.url,
                json.dumps(article.authors),
                article.carried_from,
                article.fetched,
                article_origin(article.outlet, article.carried_from, article.key),
                len(cuts),
                pack_text(article.text),
                pack_spans(sentences),
            ),
        )
        number = int(cursor.lastrowid or 0)
        self._insert_passages(number, article_id, article, cuts, model)
        self._tally(article_id, article.content_hash)
        return number

    def _insert_passages(
        self, number: int, article_id: str, article: Article, cuts: Sequence[Cut], model: str
    ) -> None:
        bodies = [article.text[cut.start : cut.end] for cut in cuts]
        keys = [vector_key(model, embedded_text(article.title, body)) for body in bodies]
        for id_, key, cut, body in zip(
            passage_ids(article_id, keys), keys, cuts, bodies, strict=True
        ):
            cursor = self.connection.execute(
                "INSERT INTO passages(id, article, start, end, first_sentence, last_sentence, "
                "vector) VALUES (?,?,?,?,?,?,?)",
                (id_, number, cut.start, cut.end, cut.first, cut.last, key),
            )
            self.connection.execute(
                "INSERT INTO words(rowid, title, body) VALUES (?,?,?)",
                (cursor.lastrowid, article.title, body),
            )

    def remove(self, number: int) -> None:
        """Take an article out; its vectors in Chroma are noted for deletion after the commit."""
        run = self.connection.execute
        id_, content_hash, title, packed = run(
            "SELECT id, content_hash, title, text FROM articles WHERE n = ?", (number,)
        ).fetchone()
        text = unpack_text(packed)
        rows = run("SELECT n, start, end FROM passages WHERE article = ?", (number,)).fetchall()
        self.connection.executemany(
            "INSERT INTO words(words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            ((n, title, text[start:end]) for n, start, end in rows),
        )
        run(
            "INSERT OR IGNORE INTO removed_vectors SELECT id FROM passages WHERE article = ?",
            (number,),
        )
        run(
            "INSERT OR IGNORE INTO removed_embeddings SELECT vector FROM passages "
            "WHERE article = ?",
            (number,),
        )
        for table in ("passages", "bands"):
            run(f"DELETE FROM {table} WHERE article = ?", (number,))  # noqa: S608
        run(
            "INSERT OR IGNORE INTO temp.bereaved SELECT other FROM near WHERE one = ?1 "
            "UNION SELECT one FROM near WHERE other = ?1",
            (number,),
        )
        run("DELETE FROM near WHERE one = ?1 OR other = ?1", (number,))
        run("DELETE FROM articles WHERE n = ?", (number,))
        self._tally(id_, content_hash)

    def relocate(self, number: int, article: Article) -> None:
        """The same article now comes from another place."""
        self.connection.execute(
            "UPDATE articles SET key = ?, path = ?, fetched = ?, state = 'indexed' WHERE n = ?",
            (article.key, article.path, article.fetched, number),
        )

    def set_state(self, number: int, state: str) -> None:
        self.connection.execute("UPDATE articles SET state = ? WHERE n = ?", (state, number))

    def new_version(self, generation: int) -> str:
        """Give this state of the index a name of its own: counter, and a digest of its content."""
        counter = int(self.meta("counter", "0")) + 1
        self.set_meta("counter", str(counter))
        version = f"{generation}.{counter}-{int(self.meta('tally', '0')):016x}"
        self.set_meta("version", version)
        return version

    def _tally(self, article_id: str, content_hash: str) -> None:
        """Exclusive or of a hash of every article: each change costs one, not all of them."""
        digest = hashlib.sha256(f"{article_id} {content_hash}".encode()).digest()[:8]
        tally = int(self.meta("tally", "0")) ^ int.from_bytes(digest, "big")
        self.set_meta("tally", str(tally))
