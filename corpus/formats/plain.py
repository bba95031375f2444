"""Plain text: the whole file is one article."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.encoding import decode
from corpus.formats.source import Source
from corpus.normal import normalise, unwrap
from corpus.raw import RawArticle


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a .txt file."""
    text = decode(source.whole(source.limits.article_bytes), declared=source.kept.charset)
    yield RawArticle(unwrap(normalise(text)))
