"""How articles lie in the catalogue's columns: packed texts, packed spans, rows and back."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Sequence
from typing import Any

from corpus.article import Span
from corpus.partial_date import PartialDate
from index.passage import IndexedArticle


def article_of(row: Sequence[Any]) -> IndexedArticle:
    """An article from a row of the view `known_articles`."""
    return IndexedArticle(
        id=row[0],
        title=row[1],
        outlet=row[2],
        published=PartialDate.parse(row[3]) if row[3] else None,
        path=row[4],
        url=row[5],
        origin=row[6],
        passages=row[7],
        content_hash=row[8],
        state=row[9],
        authors=tuple(json.loads(row[10])),
        carried_from=row[11],
        fetched=row[12],
    )


def pack_text(text: str) -> bytes:
    """The text, compressed to about two fifths."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack_text(data: bytes) -> str:
    """The text again, character for character. Raises zlib.error on damaged data."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def pack_spans(spans: Sequence[Span]) -> bytes:
    """Starts, then ends, as 32-bit integers, compressed."""
    numbers = [span.start for span in spans] + [span.end for span in spans]
    return zlib.compress(array("I", numbers).tobytes(), 6)


def unpack_spans(data: bytes) -> tuple[Span, ...]:
    """The spans again."""
    numbers = array("I", zlib.decompress(data))
    half = len(numbers) // 2
    return tuple(map(Span, numbers[:half], numbers[half:]))
