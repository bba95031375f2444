"""A generation opened for writing, and the order in which its three stores are changed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property

from index import layout
from index.built_with import BuiltWith, describe, open_vectors
from index.catalogue_write import CatalogueWriter
from index.embedder import Embedder, load_embedder
from index.embeddings import EmbeddingStore
from index.layout import Generation
from index.model_identity import identify
from index.schema import connect
from index.settings import IndexSettings
from index.vectors import CHROMA_FILE, VectorStore

LoadEmbedder = Callable[[IndexSettings], Embedder]


class Writing:
    """Catalogue, embeddings and Chroma of one generation. The caller holds the writer's lock.

    The order makes a kill harmless at any moment. Before the catalogue's commit, things are only
    added: vectors (`staged`), rows in Chroma (`added`, noted first). The commit makes them visible
    and notes what is no longer needed (`removed_...`). Only then is anything deleted. Whatever a
    kill leaves half done stands in one of these notes, and the next sync finishes it.

    `replaces` is the generation that this one is to take over from: its articles' ids are kept,
    and its vectors used again. Raises FactcheckError when the generation was built with other
    settings.
    """

    def __init__(
        self,
        gen: Generation,
        settings: IndexSettings,
        load: LoadEmbedder = load_embedder,
        replaces: Generation | None = None,
    ) -> None:
        self.generation = gen
        self._replaces = replaces
        self.settings = settings
        self._load = load
        self._closing = contextlib.ExitStack()

    def __enter__(self) -> Writing:
        with contextlib.ExitStack() as stack:
            self.generation.path.mkdir(parents=True, exist_ok=True)
            self.catalogue = CatalogueWriter(self.generation.catalogue)
            stack.callback(self.catalogue.close)
            self.identity = identify(self.settings)
            wanted = BuiltWith.wanted(self.settings, self.identity)
            built = BuiltWith.read(self.catalogue.connection)
            if built is not None:
                built.require(wanted)
            else:
                with self.catalogue.transaction():
                    describe(self.catalogue.connection, wanted, self.generation.number)
            self.store = EmbeddingStore(self.generation.embeddings)
            stack.callback(self.store.close)
            self.older, self._earlier = None, None
            if self._replaces is not None:
                self.older = EmbeddingStore(self._replaces.embeddings, readonly=True)
                stack.callback(self.older.close)
                self._earlier = connect(self._replaces.catalogue, readonly=True)
                stack.callback(self._earlier.close)
            self._closing = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._closing.close()

    @cached_property
    def vectors(self) -> VectorStore:
        """Chroma, started when it is first needed: a sync without changes does without.

        Made only in a generation that has never answered. Where an older one lacks its vectors, a
        new collection with the latest changes alone would look whole.
        """
        gen = self.generation
        create = layout.current(gen.path.parent) != gen
        vectors = open_vectors(self.catalogue.connection, gen, self.settings, create=create)
        self._closing.callback(vectors.close)
        return vectors

    def vectors_lacking(self) -> bool:
        """Whether Chroma's folder is gone, or where an earlier release kept it. A server is not
        asked: changes to it fail by themselves."""
        home = self.generation.chroma / self.catalogue.meta("collection")
        return not self.settings.chroma and not (home / CHROMA_FILE).is_file()

    def make_vectors(self) -> None:
        """Start Chroma even for nothing: what answers has a collection, though an empty one."""
        _ = self.vectors

    @cached_property
    def embedder(self) -> Embedder:
        """The model, loaded when it is first needed."""
        return self._load(self.settings)

    def earlier_id(self, key: str) -> str | None:
        """The id that the article from `key` has in the index that this one replaces."""
        if self._earlier is None:
            return None
        query = "SELECT id FROM articles WHERE key = ?"
        row = self._earlier.execute(query, (key,)).fetchone()
        return str(row[0]) if row else None

    def last(self, table: str) -> int:
        """The highest row number ever given in `table`; new rows come above it."""
        row = self.catalogue.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        return int(row[0]) if row else 0

    def counts(self) -> tuple[int, int]:
        """Articles and passages."""
        run = self.catalogue.connection.execute
        (articles,), (passages,) = (
            run("SELECT count(*) FROM articles").fetchone(),
            run("SELECT count(*) FROM passages").fetchone(),
        )
        return int(articles), int(passages)

    def forget_visible(self) -> None:
        """After a kill between commit and settling: what is visible is not pending."""
        self.store.forget_added(set(self.store.added()) - self._strangers())

    def delete_strangers(self) -> None:
        """Delete from Chroma what an interrupted sync put there and this one does not want."""
        strangers = sorted(self._strangers())
        if strangers:
            self.vectors.delete(strangers)
            self.store.forget_added(strangers)

    def make_visible(self, *, changed: bool) -> str:
        """The last statements before the commit; gives the version."""
        run = self.catalogue.connection.execute
        run("DELETE FROM removed_vectors WHERE id IN (SELECT id FROM passages)")
        run("DELETE FROM removed_embeddings WHERE key IN (SELECT vector FROM passages)")
        version = self.catalogue.meta("version")
        if changed or not version:
            version = self.catalogue.new_version(self.generation.number)
        return version

    def settle(self) -> None:
        """After the commit: nothing is pending, and vectors staged for nothing go."""
        staged = self.store.staged()
        self.store.drop(key for key in staged if not self._used(key))
        self.store.settle()

    def finish_removals(self) -> None:
        """Delete what the last commit has left without use."""
        run = self.catalogue.connection.execute
        ids = [row[0] for row in run("SELECT id FROM removed_vectors ORDER BY id")]
        keys = [row[0] for row in run("SELECT key FROM removed_embeddings")]
        if not ids and not keys:
            return
        if ids:
            self.vectors.delete(ids)
        self.store.drop(keys)
        with self.catalogue.transaction():
            run("DELETE FROM removed_vectors")
            run("DELETE FROM removed_embeddings")

    def _strangers(self) -> set[str]:
        run = self.catalogue.connection.execute
        return {
            id_
            for id_ in self.store.added()
            if run("SELECT 1 FROM passages WHERE id = ?", (id_,)).fetchone() is None
        }

    def _used(self, key: bytes) -> bool:
        row = self.catalogue.connection.execute(
            "SELECT 1 FROM passages WHERE vector = ? LIMIT 1", (key,)
        ).fetchone()
        return row is not None
