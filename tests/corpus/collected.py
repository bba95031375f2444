"""What a file holds, all at once: the reader itself is a stream."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article, Failure
from corpus.limits import Limits
from corpus.reading import read_articles


@dataclass(frozen=True)
class FileContent:
    """What one corpus file held: its articles and its failures."""

    articles: tuple[Article, ...] = ()
    failures: tuple[Failure, ...] = ()


def read_file(root: Path, path: Path, *, limits: Limits | None = None) -> FileContent:
    """The articles of one file and what of it could not be read; never raises for its content.

    `path` is absolute, or relative to the corpus folder `root`.
    """
    articles: list[Article] = []
    failures: list[Failure] = []
    for item in read_articles(root, path, limits=limits):
        if isinstance(item, Article):
            articles.append(item)
        else:
            failures.append(item)
    return FileContent(tuple(articles), tuple(failures))
