"""One generation opened for reading: catalogue, words, embeddings, Chroma."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from index.admitted import Admission, Mask
from index.built_with import open_vectors
from index.catalogue import Catalogue
from index.embeddings import EmbeddingStore, Vectors
from index.layout import Generation
from index.passage import Filters, Hit
from index.search import fuse
from index.settings import IndexSettings
from index.vectors import VectorStore
from index.words import WordSearch

Numbers = npt.NDArray[np.int64]

# Up to this many admitted passages are compared one by one: exact, and quicker than asking Chroma
# for so many neighbours that enough of them pass the filter.
_EXACT = 8000
# How many more neighbours than expected are asked for, since a filter's passages lie in clumps.
# Asking for too many costs less than asking twice.
_MARGIN = 2.0


class State:
    """Used by one thread at a time."""

    def __init__(self, generation: Generation, settings: IndexSettings) -> None:
        self.generation = generation
        self._settings = settings
        self.catalogue = Catalogue(generation.catalogue)
        self._embeddings = EmbeddingStore(generation.embeddings, readonly=True)
        self._words = WordSearch(self.catalogue.connection)
        self._admission = Admission(self.catalogue.connection)
        self._vectors: VectorStore | None = None
        self._version = ""
        # The vectors of the filter that was last compared one by one: at most 12 MB, unless Chroma
        # cannot answer.
        self._narrow: tuple[bytes, Numbers, Vectors] | None = None

    def close(self) -> None:
        self._close_vectors()
        self.catalogue.close()
        self._embeddings.close()

    def search(
        self, query: str, vector: Vectors, k: int, filters: Filters
    ) -> tuple[str, list[Hit]]:
        """The version that was searched, and its best passages."""
        with self.catalogue.snapshot() as version:
            self._follow(version)
            _, passages = self.catalogue.counts()
            mask = None if filters.empty else self._admission.mask(filters)
            depth = max(k, self._settings.candidates)
            similar = dict(self._dense(vector, depth, mask, passages))
            worded = self._worded(query, depth, mask, version, passages)
            return version, self._hits(list(similar), worded, similar, vector, k)

    def _follow(self, version: str) -> None:
        """Forget what belongs to another version. Chroma shows a reader only what was there when
        it was opened, so it is opened again."""
        if version == self._version:
            return
        self._close_vectors()
        self._admission = Admission(self.catalogue.connection)
        self._narrow = None
        self._version = version

    def _dense(
        self, vector: Vectors, depth: int, mask: Mask | None, passages: int
    ) -> list[tuple[int, float]]:
        """Row numbers and cosines, nearest first. Chroma's strangers fall out here."""
        admitted = passages if mask is None else int(mask.sum())
        if not admitted:
            return []
        if mask is not None and admitted <= _EXACT:
            return self._exact(vector, mask, depth)
        ask = depth if mask is None else math.ceil(_MARGIN * depth * passages / admitted)
        while True:
            found = self._chroma().query(vector, ask)
            numbers = self.catalogue.numbers([id_ for id_, _ in found])
            known = [(numbers[id_], cosine) for id_, cosine in found if id_ in numbers]
            kept = [(n, cosine) for n, cosine in known if mask is None or mask[n]]
            if len(kept) >= min(depth, admitted):
                return _ordered(kept)[:depth]
            if len(found) < ask:
                # Many equal vectors cut Chroma's graph into islands that it does not leave.
                return self._exact(vector, mask, depth)
            ask *= 2

    def _exact(self, vector: Vectors, mask: Mask | None, depth: int) -> list[tuple[int, float]]:
        """Compare with every admitted passage's stored vector."""
        if mask is None:
            mask = self._admission.mask(Filters())
        numbers, vectors = self._of(mask)
        if not len(numbers):
            return []
        cosines = vectors @ vector
        best = np.argsort(-cosines.round(5), kind="stable")[:depth]
        return list(zip(numbers[best].tolist(), cosines[best].tolist(), strict=True))

    def _of(self, mask: Mask) -> tuple[Numbers, Vectors]:
        """The row numbers of admitted passages that have a vector, and those vectors."""
        name = mask.tobytes()
        if self._narrow is None or self._narrow[0] != name:
            keys = self.catalogue.vector_keys([int(n) for n in np.flatnonzero(mask)])
            found = self._embeddings.get(keys.values())
            numbers = sorted(n for n, key in keys.items() if key in found)
            rows = [found[keys[n]] for n in numbers]
            vectors = np.stack(rows) if rows else np.empty((0, 0), np.float32)
            self._narrow = name, np.array(numbers, np.int64), vectors
        return self._narrow[1:]

    def _worded(
        self, query: str, depth: int, mask: Mask | None, version: str, passages: int
    ) -> list[int]:
        found: list[int] = []
        for number in self._words.ranked(query, version, passages):
            if mask is None or mask[number]:
                found.append(number)
                if len(found) == depth:
                    break
        return found

    def _hits(
        self,
        dense: list[int],
        worded: list[int],
        similar: dict[int, float],
        vector: Vectors,
        k: int,
    ) -> list[Hit]:
        ranked = fuse(dense, worded)[:k]
        passages = self.catalogue.passages([one.number for one in ranked])
        missing = [one.number for one in ranked if one.number not in similar]
        keys = self.catalogue.vector_keys(missing)
        vectors = self._embeddings.get(keys.values())
        for number, key in keys.items():
            if key in vectors:
                similar[number] = float(vectors[key] @ vector)
        return [
            Hit(
                *passages[one.number],
                score=one.score,
                dense_rank=one.dense_rank,
                words_rank=one.words_rank,
                similarity=similar.get(one.number),
            )
            for one in ranked
        ]

    def _chroma(self) -> VectorStore:
        if self._vectors is None:
            self._vectors = open_vectors(
                self.catalogue.connection, self.generation, self._settings, create=False
            )
        return self._vectors

    def _close_vectors(self) -> None:
        if self._vectors is not None:
            self._vectors.close()
        self._vectors = None


def _ordered(found: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    """Nearest first; equal texts, which stand in several articles, in the order of their rows."""
    return sorted(found, key=lambda one: (-round(one[1], 5), one[0]))
