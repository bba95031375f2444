"""An index seen through a hole: some articles left out, or only some outlets let through."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Any, cast

from assistant.asking.assistant import Assistant
from index.opened import Index
from index.passage import Filters, Hit
from tests.benchmarks.remembering import Remembering

# How deep the lists are in which the passages of a few articles are looked for.
_DEEP = 4000


class Narrowed:
    """`index` as if the articles in `without` were not there, those in `only` (if any are given)
    and `outlets` were all there are.

    Everything but the search is the index's own.
    """

    def __init__(
        self,
        index: Index,
        *,
        without: Collection[str] = (),
        only: Collection[str] = (),
        outlets: tuple[str, ...] = (),
    ) -> None:
        self._index = index
        self._without = frozenset(without)
        self._only = frozenset(only)
        self._outlets = outlets

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    @property
    def scope(self) -> str:
        """A name for what is seen."""
        seen = repr((sorted(self._without), self._outlets, *sorted(self._only)))
        return hashlib.sha256(seen.encode()).hexdigest()[:16]

    def search(self, query: str, *, k: int = 20, filters: Filters | None = None) -> list[Hit]:
        """The first `k` of what the index finds that may be seen."""
        asked = filters or Filters()
        seen = Filters(asked.since, asked.until, self._outlets or asked.outlets)
        # Both lists are as deep as what is asked for: room for all passages of what is away.
        wider = k + 40 * len(self._without) + (_DEEP if self._only else 0)
        hits = self._index.search(query, k=wider, filters=seen)
        return [hit for hit in hits if self._seen(hit.article.id)][:k]

    def _seen(self, article: str) -> bool:
        return article not in self._without and (not self._only or article in self._only)


def over(hole: Narrowed, assistant: Assistant) -> Assistant:
    """The same assistant over the narrowed index."""
    index, reader, settings = cast(Index, hole), assistant.reader, assistant.settings
    if isinstance(assistant, Remembering):
        return Remembering(index, reader, settings, assistant.notebook, hole.scope)
    return Assistant(index, reader, settings)
