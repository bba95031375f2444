"""Whether an index is what it should be: offsets, counts, and every vector found by itself."""

from __future__ import annotations

import random
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from index.built_with import BuiltWith
from index.catalogue import Catalogue
from index.embeddings import EmbeddingStore
from index.passages import embedded_text, vector_key
from index.stored import unpack_spans, unpack_text
from index.vectors import VectorStore

# How many passages are looked up by their own vector, unless all are.
SAMPLE = 200


@dataclass(frozen=True, slots=True)
class VectorState:
    """Passage ids whose vector is not stored, not in Chroma, or not found there by itself; ids in
    Chroma that no passage has; and how many were looked for by themselves."""

    unstored: tuple[str, ...]
    missing: tuple[str, ...]
    lost: tuple[str, ...]
    orphaned: tuple[str, ...]

    tried: int

    @property
    def damaged(self) -> bool:
        """Whether more is lost than an approximate search may miss among near-identical texts."""
        return len(self.lost) > max(1, self.tried // 50)


def damaged_pages(connection: sqlite3.Connection) -> str | None:
    """What SQLite finds wrong with a database, or None."""
    try:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if found == "ok" else str(found)


def damaged_articles(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Ids of articles whose passages are not their text at their offsets, and what is wrong.

    Each passage names its vector by a hash of its text, so a character that changed shows.
    """
    run = catalogue.connection.execute
    built = BuiltWith.read(catalogue.connection)
    model = built.embedder if built else ""
    articles = run("SELECT n, id, title, passages, text, sentences FROM articles ORDER BY path")
    for number, id_, title, count, packed, spans in articles:
        try:
            text, sentences = unpack_text(packed), unpack_spans(spans)
        except (zlib.error, ValueError) as error:
            yield id_, f"its text cannot be unpacked: {error}"
            continue
        rows = run(
            "SELECT start, end, first_sentence, last_sentence, vector FROM passages "
            "WHERE article = ?",
            (number,),
        ).fetchall()
        if len(rows) != count:
            yield id_, f"{count} passages were made of it, {len(rows)} are there"
        for start, end, first, last, key in rows:
            whole = last < len(sentences) and (sentences[first].start, sentences[last].end)
            if whole != (start, end):
                yield id_, f"a passage at {start}..{end} is not made of whole sentences"
            elif vector_key(model, embedded_text(title, text[start:end])) != key:
                yield id_, f"the text at {start}..{end} is not the passage that was indexed"


def words_missing(catalogue: Catalogue) -> int:
    """How many passages the word index lacks, or has too many."""
    run = catalogue.connection.execute
    (passages,) = run("SELECT count(*) FROM passages").fetchone()
    (indexed,) = run("SELECT count(*) FROM words_docsize").fetchone()
    (both,) = run(
        "SELECT count(*) FROM words_docsize WHERE id IN (SELECT n FROM passages)"
    ).fetchone()
    return int(passages - both + indexed - both)


def vector_state(
    catalogue: Catalogue, store: EmbeddingStore, vectors: VectorStore, *, thorough: bool = False
) -> VectorState:
    """Compare Chroma with the catalogue, and ask it for passages by their own vectors.

    Counting rows is not enough: Chroma counts from its tables, and does not notice when the graph
    that it searches is cut short. A sample of SAMPLE passages is asked for, or all if `thorough`.
    """
    rows = catalogue.connection.execute("SELECT id, vector FROM passages ORDER BY id").fetchall()
    keys = dict(rows)
    there = set(vectors.ids())
    missing = tuple(id_ for id_ in keys if id_ not in there)
    known = store.known(set(keys.values()))
    unstored = tuple(id_ for id_, key in keys.items() if key not in known)
    candidates = [id_ for id_ in keys if id_ in there and keys[id_] in known]
    if not thorough and len(candidates) > SAMPLE:
        candidates = random.Random(len(keys)).sample(candidates, SAMPLE)  # noqa: S311
    lost = tuple(id_ for id_ in candidates if not _finds_itself(id_, keys[id_], store, vectors))
    orphaned = tuple(sorted(there - keys.keys()))
    return VectorState(unstored, missing, lost, orphaned, len(candidates))


def _finds_itself(id_: str, key: bytes, store: EmbeddingStore, vectors: VectorStore) -> bool:
    """At distance 0: texts that stand in several articles have one vector, any of them will do."""
    vector = store.get([key])[key]
    if not abs(float(vector @ vector) - 1) < 1e-3:
        return False
    return any(cosine > 0.9999 for _, cosine in vectors.query(vector, 10))
