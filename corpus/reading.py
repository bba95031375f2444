"""One corpus file to articles, whatever its format; what cannot be read becomes a Failure."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from corpus.article import Article, Failure
from corpus.composing import compose
from corpus.folder import shown
from corpus.formats.source import Source
from corpus.keeping import Kept, kept
from corpus.limits import Limits
from corpus.raw import BadLine, RawArticle, UnreadableError

# By the end of the file's name, longest first; imported when first met.
_FORMATS = {
    ".jsonl.gz": "jsonl",
    ".jsonl": "jsonl",
    ".txt": "plain",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}


def read_articles(
    root: Path, path: Path, *, limits: Limits | None = None
) -> Iterator[Article | Failure]:
    """The articles of one file and what of it could not be read; never raises for its content.

    `path` is absolute, or relative to the corpus folder `root`. A stream, so that a large .jsonl
    file is never whole in memory.
    """
    relative = _relative(root, path)
    try:
        with _opened(root, root / relative, limits or Limits()) as source:
            yield from _articles(relative, source)
    except UnreadableError as error:
        yield Failure(shown(relative), str(error))
    except OSError as error:
        yield Failure(shown(relative), f"cannot be read: {error.strerror or error}")


def _articles(relative: str, source: Source) -> Iterator[Article | Failure]:
    if source.size == 0:
        raise UnreadableError("empty")
    taken: set[str] = set()
    found = False
    for raw in _reader(relative)(source):
        found = True
        if isinstance(raw, BadLine):
            yield Failure(relative, raw.reason, raw.line)
            continue
        try:
            yield compose(_with_record(raw, source.kept), relative, _key(relative, raw, taken))
        except UnreadableError as error:
            yield Failure(relative, str(error), raw.line)
    if not found:
        raise UnreadableError("empty")


def _with_record(raw: RawArticle, record: Kept) -> RawArticle:
    """`raw` with the address and time that were recorded when its page was fetched."""
    if raw.line is not None:
        return raw
    return replace(raw, url=raw.url or record.url, fetched=raw.fetched or record.fetched)


def _key(relative: str, raw: RawArticle, taken: set[str]) -> str:
    """The file's path, and `#` with the first identity that no earlier article of it has."""
    if not raw.identities:
        return relative
    free = (identity for identity in raw.identities if identity not in taken)
    identity = next(free, f"line {raw.line}")
    taken.add(identity)
    return f"{relative}#{identity}"


def _reader(relative: str) -> Callable[[Source], Iterator[RawArticle | BadLine]]:
    name = relative.lower()
    for suffix, module in _FORMATS.items():
        if name.endswith(suffix):
            read: Callable[[Source], Iterator[RawArticle | BadLine]]
            read = import_module(f"corpus.formats.{module}").read
            return read
    raise UnreadableError(f"{Path(name).suffix or 'this kind of'} file is not read")


def _relative(root: Path, path: Path) -> str:
    if not path.is_absolute():
        return path.as_posix()
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        try:
            return path.relative_to(root.resolve()).as_posix()
        except ValueError:
            return path.as_posix()


@contextmanager
def _opened(root: Path, path: Path, limits: Limits) -> Iterator[Source]:
    """The file, opened only when it lies inside `root` and is a regular file."""
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except RuntimeError as error:
        raise UnreadableError("a link that leads round in a loop") from error
    if not inside:
        raise UnreadableError("a link out of the corpus folder: copy the file into it")
    # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not a regular file")
        yield Source(path, stream, status.st_size, limits, kept(path))
