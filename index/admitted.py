"""Which passages a filter lets answer, resolved in the catalogue: Chroma's filters cost seconds."""

from __future__ import annotations

import json
import sqlite3

import numpy as np
import numpy.typing as npt

from index.passage import Filters

_QUERY = """
SELECT n FROM articles
WHERE (:outlets IS NULL OR outlet_folded IN (SELECT value FROM json_each(:outlets)))
  AND (:since IS NULL OR first_day >= :since) AND (:until IS NULL OR last_day <= :until)
  AND (:since IS NULL AND :until IS NULL OR first_day IS NOT NULL)
"""

Mask = npt.NDArray[np.bool_]


class Admission:
    """Answers for one version of the catalogue; the owner makes a new one with each version."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._article_of: npt.NDArray[np.int64] | None = None
        self._masks: dict[Filters, Mask] = {}

    def mask(self, filters: Filters) -> Mask:
        """True at the row numbers of the passages that may answer; index 0 is no passage."""
        if filters not in self._masks:
            if len(self._masks) >= 8:
                self._masks.clear()
            articles = self._articles()
            chosen = self._allowed(filters)
            allowed = np.zeros(max([int(articles.max(initial=0)), *chosen]) + 1, np.bool_)
            allowed[chosen] = True
            self._masks[filters] = allowed[articles]
        return self._masks[filters]

    def _allowed(self, filters: Filters) -> list[int]:
        outlets = json.dumps([one.casefold() for one in filters.outlets])
        values = {
            "outlets": outlets if filters.outlets else None,
            "since": filters.since.toordinal() if filters.since else None,
            "until": filters.until.toordinal() if filters.until else None,
        }
        rows = self._connection.execute(_QUERY, values)
        return [row[0] for row in rows]

    def _articles(self) -> npt.NDArray[np.int64]:
        """Each passage's article, by passage number; 0 where there is none."""
        if self._article_of is None:
            rows = self._connection.execute("SELECT n, article FROM passages").fetchall()
            table = np.array(rows, np.int64).reshape(-1, 2)
            found = np.zeros(int(table[:, 0].max(initial=0)) + 1, np.int64)
            found[table[:, 0]] = table[:, 1]
            self._article_of = found
        return self._article_of
