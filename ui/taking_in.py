"""Articles that come in from outside: files and web pages, kept in the corpus folder."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import FactcheckError, UsageError
from corpus.folder import SUFFIXES, scan

_LONGEST_NAME = 120
_TAKES = ", ".join(SUFFIXES)


def is_url(source: str) -> bool:
    """Whether `source` is a web address rather than a path."""
    return re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+://", source) is not None


def take_in(corpus: Path, source: str) -> Iterator[Path]:
    """Bring a file, a folder or a web address into the corpus; yields where each article went."""
    if is_url(source):
        yield take_in_url(corpus, source)
        return
    path = Path(source).expanduser()
    if path.is_dir():
        yield from take_in_folder(corpus, path)
    else:
        yield take_in_file(corpus, path)


def take_in_url(corpus: Path, url: str) -> Path:
    """Fetch a web page safely and keep it with its address and time."""
    from corpus.fetching import fetch, keep

    return keep(corpus, fetch(url))


def take_in_file(corpus: Path, source: Path, *, name: str | None = None) -> Path:
    """Copy one article file into the corpus folder under a name that is free and harmless.

    The copy appears whole or not at all. Returns its path. Raises FactcheckError for a type that
    no reader takes, an empty file, or one that can't be read.
    """
    safe = safe_name(name or source.name)
    if source.is_symlink() or not source.is_file():
        raise FactcheckError(f"not a file: {source.name}", hint="give a file, a folder or a URL")
    if source.stat().st_size == 0:
        raise FactcheckError(f"{safe} is empty", hint="add a file that holds an article")
    corpus.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".incoming-", dir=corpus)
    os.close(handle)
    try:
        shutil.copyfile(source, beside)
        return _placed(Path(beside), corpus, safe)
    finally:
        Path(beside).unlink(missing_ok=True)


def take_in_folder(corpus: Path, folder: Path) -> Iterator[Path]:
    """Copy every article file under `folder`; yields where each one went."""
    if corpus.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{folder} holds the corpus folder itself", hint="factcheck index")
    for file in scan(folder).files:
        yield take_in_file(corpus, folder / file.path)


def safe_name(name: str) -> str:
    """The file's own name without folders, control characters and leading dots.

    Raises UsageError when its ending is none that a reader takes.
    """
    plain = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    plain = re.sub(r"[\x00-\x1f\x7f<>:\"|?*\u2028\u2029\u202a-\u202e]+", " ", plain)
    plain = " ".join(plain.split())
    ending = _ending(plain)
    if ending is None:
        raise UsageError(f"{plain or 'this file'} is of a type that is not read", hint=_TAKES)
    stem = plain[: -len(ending)].strip(". ") or "article"
    return stem[:_LONGEST_NAME] + ending


def _ending(name: str) -> str | None:
    """The suffix that says how to read it, the longest one that fits."""
    fitting = [suffix for suffix in SUFFIXES if name.lower().endswith(suffix)]
    return max(fitting, key=len, default=None)


def _placed(beside: Path, corpus: Path, name: str) -> Path:
    """Give the finished copy its name; the first free one of `name`, `name-2`, ..."""
    ending = _ending(name) or ""
    stem = name.removesuffix(ending)
    beside.chmod(0o644)
    for number in range(1, 10_000):
        target = corpus / (name if number == 1 else f"{stem}-{number}{ending}")
        try:
            # A link fails where the name is taken, so nothing is ever written over.
            os.link(beside, target)
        except FileExistsError:
            if _same(beside, target):
                return target
            continue
        return target
    raise FactcheckError(f"too many files are called {name}", hint="rename the file")


def _same(one: Path, other: Path) -> bool:
    return (
        other.is_file()
        and not other.is_symlink()
        and one.stat().st_size == other.stat().st_size
        and one.read_bytes() == other.read_bytes()
    )
