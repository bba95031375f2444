"""Which files of a corpus folder are articles; it lists, and reads none of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Failure
from corpus.errors import FactcheckError

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl", ".jsonl.gz")
# Documents that may well hold articles, but that no reader here takes: said, not passed over.
_UNREAD = frozenset(
    {".doc", ".rtf", ".odt", ".epub", ".json", ".csv", ".tsv", ".xml", ".zip", ".gz", ".mhtml"}
)
SIDECAR = ".fetched.json"


@dataclass(frozen=True, slots=True, order=True)
class CorpusFile:
    """A file to read: its `path` relative to the folder, with `/`; its size and change time."""

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Scan:
    """What a folder holds, sorted by path, and what in it cannot be listed."""

    files: tuple[CorpusFile, ...]
    failures: tuple[Failure, ...]


def scan(root: Path) -> Scan:
    """Every article file under `root`, its subfolders too; names that begin with a dot are not.

    Links are not followed: one to a file or folder inside `root` is passed over, since that is
    listed under its own name; one that leads out, to nothing, or round in a loop is a failure.
    Raises FactcheckError when `root` is not a folder that can be listed.
    """
    if not root.is_dir():
        raise FactcheckError(
            f"no corpus folder at {root}", hint="make it, or name another with --corpus DIR"
        )
    found = list(_walk(root, root.resolve(), ""))
    files = sorted(item for item in found if isinstance(item, CorpusFile))
    failures = [item for item in found if isinstance(item, Failure)]
    return Scan(tuple(files), tuple(sorted(failures, key=lambda failure: failure.path)))


def _walk(folder: Path, root: Path, prefix: str) -> Iterator[CorpusFile | Failure]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        yield Failure(shown(prefix) or ".", f"the folder cannot be listed: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = prefix + entry.name
        if entry.is_symlink():
            if reason := _bad_link(Path(entry.path), root):
                yield Failure(shown(path), reason)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), root, path + "/")
        else:
            yield from _file(entry, path)


def _file(entry: os.DirEntry[str], path: str) -> Iterator[CorpusFile | Failure]:
    name = entry.name.lower()
    if not name.endswith(SUFFIXES):
        suffix = Path(name).suffix
        if suffix in _UNREAD and not name.endswith(SIDECAR):
            yield Failure(shown(path), f"{suffix} files are not read: save it as .txt or .docx")
        return
    if shown(path) != path:
        yield Failure(shown(path), "its name is not valid UTF-8: rename it")
        return
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        yield Failure(path, f"cannot be read: {error.strerror}")
        return
    if stat.S_ISREG(status.st_mode):
        yield CorpusFile(path, status.st_size, status.st_mtime_ns)
    else:
        yield Failure(path, "not a regular file")


def _bad_link(link: Path, root: Path) -> str | None:
    """Why `link` is a failure, or None when it leads to something listed under its own name."""
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        return "a link to nothing"
    except (OSError, RuntimeError):
        return "a link that leads round in a loop"
    if not target.is_relative_to(root):
        return "a link out of the corpus folder: copy the file into it"
    if target.is_dir() and link.parent.resolve().is_relative_to(target):
        return "a link to a folder that holds it, which would go round in a loop"
    return None


def shown(path: str) -> str:
    """`path` as it can be printed and stored: bytes that are not UTF-8 as `\\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
