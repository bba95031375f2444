"""Finding passages by their words: the catalogue's FTS5 table, ranked by BM25."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator

# "7,000", "2015-09-30" and "12:30" are kept as phrases; everything else is single words.
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)+|[^\W_]+")
_TOKENIZER = "porter unicode61 remove_diacritics 2"
# A word in more than this share of the passages says little and costs most of the time: 0.2 finds
# no more, 0.05 less (700 news questions, best passage right: 43.4 %, 43.0 %, 42.0 %). In a small
# index neither is true.
COMMON_SHARE = 0.1
COMMON_AT_LEAST = 1000
# Makes no difference to those 700 by words alone, where 2 and 3 find less, and helps 200 others
# beside the vectors.
_TITLE_WEIGHT = 1.5


class WordSearch:
    """BM25 over one catalogue connection; counts of terms are kept while its version stays."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stemmer = _Stemmer()
        self._counts: dict[str, int] = {}
        self._version = ""
        connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, words, row)"
        )

    def ranked(self, query: str, version: str, passages: int) -> Iterator[int]:
        """Row numbers of passages, best first, as long as the caller wants more."""
        if version != self._version:
            self._counts.clear()
            self._version = version
        match = self._match(query, passages)
        if not match:
            return
        rows = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, ?, 1.0), rowid",
            (match, _TITLE_WEIGHT),
        )
        for (number,) in rows:
            yield int(number)

    def _match(self, query: str, passages: int) -> str:
        tokens = list(dict.fromkeys(token.casefold() for token in _TOKEN.findall(query)))
        common = max(COMMON_AT_LEAST, COMMON_SHARE * passages)
        rare = [token for token in tokens if self._count(token) <= common]
        # In quotes nothing in a token is an operator; _TOKEN lets no quote through.
        return " OR ".join(f'"{token}"' for token in rare or tokens)

    def _count(self, token: str) -> int:
        """In how many passages the rarest of the token's stems stands."""
        if token not in self._counts:
            query = "SELECT doc FROM temp.terms WHERE term = ?"
            rows = [
                self._connection.execute(query, (stem,)).fetchone()
                for stem in self._stemmer.stems(token)
            ]
            self._counts[token] = min((row[0] if row else 0 for row in rows), default=0)
        return self._counts[token]


class _Stemmer:
    """SQLite's own tokenizer, asked through a table of one row in memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._memory.executescript(
            f"CREATE VIRTUAL TABLE one USING fts5(t, tokenize='{_TOKENIZER}');"
            "CREATE VIRTUAL TABLE stems USING fts5vocab(one, row);"
        )

    def stems(self, token: str) -> list[str]:
        with self._lock:
            self._memory.execute("DELETE FROM one")
            self._memory.execute("INSERT INTO one VALUES (?)", (token,))
            return [row[0] for row in self._memory.execute("SELECT term FROM stems")]
