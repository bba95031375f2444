"""Everything that an index holds, in a form in which two indexes can be compared."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from index import layout
from index.stored import unpack_spans, unpack_text
from index.vectors import VectorStore


def contents(folder: Path) -> dict[str, Any]:
    """Articles, passages, word statistics, embeddings and Chroma's rows, without row numbers."""
    gen = layout.current(folder)
    assert gen is not None
    with closing(sqlite3.connect(gen.catalogue)) as catalogue:
        catalogue.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, row)")
        run = catalogue.execute
        articles = {
            row[0]: (*row[1:-2], unpack_text(row[-2]), unpack_spans(row[-1]))
            for row in run(
                "SELECT id, key, path, content_hash, title, outlet, published, origin, state,"
                " passages, text, sentences FROM articles"
            )
        }
        passages = {
            row[0]: row[1:]
            for row in run(
                "SELECT p.id, a.id, start, end, first_sentence, last_sentence, vector"
                " FROM passages p JOIN articles a ON a.n = p.article"
            )
        }
        found = {
            "articles": articles,
            "passages": passages,
            "words": run("SELECT * FROM temp.terms ORDER BY term").fetchall(),
            "files": {row[0] for row in run("SELECT path FROM files")},
            "failures": Counter(run("SELECT path, line, reason FROM failures").fetchall()),
            "near": sorted(
                run(
                    "SELECT min(a.id, b.id), max(a.id, b.id) FROM near"
                    " JOIN articles a ON a.n = one JOIN articles b ON b.n = other"
                )
            ),
            "to do": run("SELECT * FROM removed_vectors").fetchall()
            + run("SELECT * FROM removed_embeddings").fetchall(),
            "tally": run("SELECT value FROM meta WHERE key = 'tally'").fetchall(),
        }
        (name,) = run("SELECT value FROM meta WHERE key = 'collection'").fetchone()
    with closing(sqlite3.connect(gen.embeddings)) as store:
        rows = store.execute("SELECT key, vector FROM embeddings").fetchall()
        found["embeddings"] = {key: np.frombuffer(blob, np.float32).tolist() for key, blob in rows}
        found["pending"] = [
            store.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in ("staged", "added")
        ]
    with closing(VectorStore(gen.chroma / name, name, create=True)) as vectors:
        found["chroma"] = sorted(vectors.ids())
    return found


def assert_consistent(found: dict[str, Any]) -> None:
    """Offsets hold, and the three stores name the same passages and vectors."""
    articles, passages = found["articles"], found["passages"]
    assert found["chroma"] == sorted(passages)
    assert set(found["embeddings"]) == {row[-1] for row in passages.values()}
    assert found["to do"] == []
    assert found["pending"] == [(0,), (0,)]
    counted = Counter(row[0] for row in passages.values())
    for id_, row in articles.items():
        text, spans = row[-2:]
        assert row[-3] == counted[id_]
        for owner, start, end, first, last, _ in passages.values():
            if owner == id_:
                assert (spans[first].start, spans[last].end) == (start, end)
                assert text[start:end].strip()
