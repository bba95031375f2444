"""Finds, for each question, the wrong texts that a search would bring up first."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

_WORD = re.compile(r"[a-z0-9]+")
_CHUNK = 2000


def normal(text: str) -> str:
    """Words alone, lower case, one space between: to look an answer up in a text."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


class Searchable:
    """BM25 over a list of texts, as one sparse matrix."""

    def __init__(self, texts: Sequence[str]) -> None:
        from sklearn.feature_extraction.text import (
            CountVectorizer,
        )

        self._count = CountVectorizer(token_pattern=r"[a-z0-9]+")
        counts = self._count.fit_transform(texts).astype(np.float32).tocsr()
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        held = np.bincount(counts.indices, minlength=counts.shape[1])
        self.idf = np.log(1 + (len(texts) - held + 0.5) / (held + 0.5)).astype(np.float32)
        k1, b = 1.2, 0.75
        norm = k1 * (1 - b + b * lengths / lengths.mean())
        row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        counts.data = counts.data * (k1 + 1) / (counts.data + norm[row]) * self.idf[counts.indices]
        self._scores = counts.T.tocsr()

    def best(self, queries: Sequence[str], k: int) -> np.ndarray:
        """Indices of the `k` best texts of each query, best first: (queries, k) int32."""
        found = []
        for first in range(0, len(queries), _CHUNK):
            asked = self._count.transform(queries[first : first + _CHUNK]).astype(np.float32)
            asked.data[:] = 1
            scores = (asked @ self._scores).toarray()
            top = np.argpartition(-scores, k, axis=1)[:, :k]
            order = np.argsort(-np.take_along_axis(scores, top, axis=1), axis=1)
            found.append(np.take_along_axis(top, order, axis=1).astype(np.int32))
        return np.concatenate(found)

    def rare_words(self, text: str, least: float = 4.5) -> set[str]:
        """The words of `text` that few texts hold: what a question is about."""
        vocabulary = self._count.vocabulary_
        words = set(_WORD.findall(text.casefold()))
        return {w for w in words if w not in vocabulary or self.idf[vocabulary[w]] >= least}


def most_alike(query: str, sentences: Sequence[str]) -> int:
    """Which sentence shares most words with `query`: where a search would look."""
    wanted = set(_WORD.findall(query.casefold()))
    shared = [len(wanted & set(_WORD.findall(sentence.casefold()))) for sentence in sentences]
    return int(np.argmax(shared)) if shared else 0
