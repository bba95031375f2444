"""Whether a catalogue is what it should be: its pages, its passages, its words."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

from index.built_with import BuiltWith
from index.catalogue import Catalogue
from index.passages import embedded_text, vector_key
from index.stored import unpack_spans, unpack_text


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
