"""The catalogue's tables, their version, and the steps from one version to the next."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from corpus.errors import FactcheckError

VERSION = 1

# `removed_...` hold what a finished sync has still to delete from Chroma and from the embeddings.
# `words` is contentless: FTS5 keeps only its inverted index, and the text stays, compressed, in
# `articles`. Porter stemming is the one that news questions gain from; accents are folded.
_FIRST = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files(
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, reader TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE failures(path TEXT NOT NULL, line INTEGER, reason TEXT NOT NULL);
CREATE INDEX failures_path ON failures(path);
CREATE TABLE articles(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL,
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT, outlet_folded TEXT NOT NULL,
  published TEXT, first_day INTEGER, last_day INTEGER, url TEXT, authors TEXT NOT NULL,
  carried_from TEXT, fetched TEXT, origin TEXT NOT NULL, state TEXT NOT NULL,
  passages INTEGER NOT NULL, text BLOB NOT NULL, sentences BLOB NOT NULL
);
CREATE INDEX articles_path ON articles(path);
CREATE INDEX articles_content ON articles(content_hash);
CREATE TABLE passages(
  n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles(n),
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  first_sentence INTEGER NOT NULL, last_sentence INTEGER NOT NULL, vector BLOB NOT NULL
);
CREATE INDEX passages_article ON passages(article);
CREATE INDEX passages_vector ON passages(vector);
CREATE VIRTUAL TABLE words USING fts5(
  title, body, content='', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TABLE removed_vectors(id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE removed_embeddings(key BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE bands(band INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY(band, article))
  WITHOUT ROWID;
CREATE INDEX bands_article ON bands(article);
CREATE VIEW known_articles AS SELECT
  id, title, outlet, published, path, url, origin, passages, content_hash, state, authors,
  carried_from, fetched, n, key FROM articles;
CREATE VIEW known_passages AS SELECT
  p.n AS number, p.id AS passage, p.start, p.end, p.first_sentence, p.last_sentence, a.*
  FROM passages p JOIN known_articles a ON a.n = p.article;
CREATE TABLE near(one INTEGER NOT NULL, other INTEGER NOT NULL, share REAL NOT NULL,
  PRIMARY KEY(one, other)) WITHOUT ROWID;
CREATE INDEX near_other ON near(other);
"""

# MIGRATIONS[v] takes a catalogue of version v to v + 1.
MIGRATIONS: dict[int, str] = {0: _FIRST}


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Open a catalogue in autocommit mode, to be used from any thread under the caller's lock."""
    if readonly:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=30
        )
    else:
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, timeout=30
        )
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA cache_size=-65536")
    connection.execute("PRAGMA mmap_size=268435456")
    return connection


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open catalogue to VERSION, each step in its own transaction."""
    version = _version(connection)
    check_version(version)
    while version < VERSION:
        script = MIGRATIONS[version]
        version += 1
        connection.executescript(f"BEGIN IMMEDIATE;{script}\nPRAGMA user_version={version};COMMIT;")


def check_version(version: int, *, oldest: int = 0) -> None:
    """Raise FactcheckError for a catalogue that a later release wrote, or one before `oldest`."""
    if version < oldest:
        raise FactcheckError(
            f"This index was written by an earlier release (schema {version}, here: {VERSION}).",
            hint="factcheck index",
        )
    if version > VERSION:
        raise FactcheckError(
            f"This index was written by a later release (schema {version}, known here: {VERSION}).",
            hint="update factcheck-assistant, or build again: factcheck index --rebuild",
        )


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
