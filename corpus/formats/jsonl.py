"""JSON lines, plain or gzipped: one article a line, read as a stream."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from corpus.formats.fields import read_fields
from corpus.formats.source import Source, too_large
from corpus.limits import Limits, size_name
from corpus.raw import BadLine, RawArticle, UnreadableError


def read(source: Source) -> Iterator[RawArticle | BadLine]:
    """Every line's article, and a BadLine for each line that holds none.

    UnreadableError, after what came before it, where the file goes over a limit or is broken gzip.
    """
    limits = source.limits
    if source.size > limits.file_bytes:
        raise too_large(source.size, limits.file_bytes)
    count = 0
    for number, line in _lines(source):
        if isinstance(line, BadLine):
            yield line
            continue
        if not line.strip():
            continue
        count += 1
        if count > limits.articles_per_file:
            raise UnreadableError(f"more than {limits.articles_per_file} articles in one file")
        yield _article(number, line)


def _lines(source: Source) -> Iterator[tuple[int, bytes | BadLine]]:
    gzipped = source.stream.read(2) == b"\x1f\x8b"
    source.stream.seek(0)
    if not gzipped and source.path.name.lower().endswith(".gz"):
        raise UnreadableError("named .gz, but not gzip data")
    if not gzipped:
        yield from _split(source.stream, source.limits)
        return
    try:
        with gzip.open(source.stream) as unpacked:
            yield from _split(unpacked, source.limits)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableError(f"broken gzip data: {error}") from error


def _split(
    stream: BinaryIO | gzip.GzipFile, limits: Limits
) -> Iterator[tuple[int, bytes | BadLine]]:
    """Lines with their numbers; of an overlong line no more than the limit is ever in memory."""
    number, total, most = 0, 0, limits.article_bytes
    while line := stream.readline(most + 1):
        number += 1
        size = len(line)
        if size > most and not line.endswith(b"\n"):
            while rest := stream.readline(1024 * 1024):
                size += len(rest)
                if total + size > limits.expanded_bytes or rest.endswith(b"\n"):
                    break
            yield number, BadLine(number, f"line over the size limit of {size_name(most)}")
        else:
            yield number, line
        total += size
        if total > limits.expanded_bytes:
            raise UnreadableError(f"over {size_name(limits.expanded_bytes)} when unpacked")


def _article(number: int, line: bytes) -> RawArticle | BadLine:
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        return BadLine(number, "not UTF-8")
    except json.JSONDecodeError as error:
        return BadLine(number, f"not valid JSON: {error.msg} at column {error.colno}")
    except (RecursionError, ValueError):
        return BadLine(number, "not JSON that can be read")
    if not isinstance(record, dict):
        return BadLine(number, "not a JSON object")
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        return BadLine(number, 'no "text"' if "text" not in record else '"text" is empty')
    fields = read_fields(record)
    identities = [fields.url, record.get("id"), str(number)]
    return RawArticle(
        text=text,
        title=fields.title,
        outlet=fields.outlet,
        published=fields.published,
        url=fields.url,
        authors=fields.authors,
        carried_from=fields.carried_from,
        fetched=fields.fetched,
        identities=tuple(str(identity) for identity in identities if identity not in (None, "")),
        line=number,
    )
