"""How fast and how exact a search of a large index is, with and without filters."""

from __future__ import annotations

import datetime as dt
import random
import time
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from assistant.evaluating.scores import percentile
from index import layout
from index.catalogue import Catalogue
from index.embeddings import EmbeddingStore, Vectors
from index.opened import Index
from index.passage import Filters
from index.settings import IndexSettings
from tests.benchmarks.synthetic import WordTable

QUERIES = 200
WIDE = Filters(since=dt.date(2016, 1, 1), until=dt.date(2019, 12, 31))
NARROW = Filters(outlets=("CNN (Web News)", "Fox News (Online)", "Outlet 1"))


def searching(folder: Path, settings: IndexSettings) -> dict[str, float]:
    """Milliseconds of a search with and without filters, and how many of the ten nearest by exact
    comparison are among the ten that were nearest by search."""
    found: dict[str, float] = {}
    with (
        patch("index.opened.load_embedder", WordTable),
        Index.open(folder, settings) as opened,
    ):
        draw = random.Random(7)
        titles = sorted({one.title for one in opened.articles() if len(one.title.split()) > 4})
        queries = [
            f"what about {title}?" for title in draw.sample(titles, min(QUERIES, len(titles)))
        ]
        exact = _Exact(folder)
        found["passages"] = opened.passage_count
        for name, filters in (("all", Filters()), ("dates", WIDE), ("outlets", NARROW)):
            opened.search(queries[0], filters=filters)
            seconds, spent, recall = [], [], []
            allowed = exact.admitted({one.id for one in opened.articles() if filters.admits(one)})
            for query in queries:
                began, worked = time.perf_counter(), time.process_time()
                opened.search(query, filters=filters)
                seconds.append(time.perf_counter() - began)
                spent.append(time.process_time() - worked)
                hits = opened.search(query, k=200, filters=filters)
                near = {hit.passage.id for hit in hits if (hit.dense_rank or 99) <= 10}
                wanted = exact.nearest(opened.embedder.query(query), allowed)
                recall.append(len(near & wanted) / max(1, len(wanted)))
            found |= {
                f"{name} p50 ms": 1000 * (percentile(seconds, 50) or 0),
                f"{name} p95 ms": 1000 * (percentile(seconds, 95) or 0),
                f"{name} processor p50 ms": 1000 * (percentile(spent, 50) or 0),
                f"{name} recall@10": float(np.mean(recall)),
            }
    return found


class _Exact:
    """All vectors of an index in one table."""

    def __init__(self, folder: Path) -> None:
        gen = layout.current(folder)
        assert gen is not None
        with (
            closing(Catalogue(gen.catalogue)) as catalogue,
            closing(EmbeddingStore(gen.embeddings, readonly=True)) as store,
        ):
            rows = catalogue.connection.execute(
                "SELECT p.id, a.id, vector FROM passages p JOIN articles a ON a.n = article"
            ).fetchall()
            vectors = store.get(key for _, _, key in rows)
            self._table = np.stack([vectors[key] for _, _, key in rows])
        self._passages = np.array([row[0] for row in rows])
        self._articles = np.array([row[1] for row in rows])

    def admitted(self, articles: set[str]) -> npt.NDArray[np.bool_]:
        return np.isin(self._articles, list(articles))

    def nearest(self, vector: Vectors, admitted: npt.NDArray[np.bool_]) -> set[str]:
        cosines = np.where(admitted, self._table @ vector, -2)
        return set(self._passages[np.argsort(-cosines)[: min(10, int(admitted.sum()))]])
