"""Recognising an article that was there before: by content, or else by where it comes from."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the catalogue has."""

    n: int
    id: str
    key: str
    content_hash: str
    state: str


class Matching:
    """A file's earlier articles, to be recognised by content or else by key, each once."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.left = {one.n: one for one in known}
        self._contents: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            self._contents[one.content_hash].append(one)
        self._keys = {one.key: one for one in known}

    def by_content(self, article: Article) -> Known | None:
        same = [one for one in self._contents[article.content_hash] if one.n in self.left]
        if not same:
            return None
        found = next((one for one in same if one.key == article.key), same[0])
        return self.left.pop(found.n)

    def by_key(self, article: Article) -> Known | None:
        found = self._keys.get(article.key)
        return self.left.pop(found.n, None) if found else None


def ids_for(article: Article) -> Iterator[str]:
    """The id that its place gives an article, then others, should an article that moved away from
    there have kept it."""
    yield article.id
    number = 2
    while True:
        yield hashlib.sha256(f"{article.key}\0{number}".encode()).hexdigest()[:16]
        number += 1
