"""A fetched page in the corpus folder: the bytes as they came, its address and time beside them.

`example.org-news-some-story-1a2b3c4d.html` is the page, and the same name with `.fetched.json`
added tells where and when it was fetched. The reader takes `url` and `fetched` from there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from corpus.folder import SIDECAR

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
_NAME_LENGTH = 80
_RECORD_LIMIT = 64 * 1024


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as fetched. `url` was asked for, `final_url` answered; `fetched` is ISO, UTC."""

    url: str
    final_url: str
    content_type: str
    charset: str | None
    body: bytes
    fetched: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known about a kept page."""

    url: str | None = None
    fetched: str | None = None
    charset: str | None = None


def keep(folder: Path, page: FetchedPage) -> Path:
    """Write `page` into `folder`; the same address again replaces it. Returns the page's path.

    The record is there before the page, and each appears whole, so no reader sees half of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (_name(page.final_url) + _SUFFIXES[page.content_type])
    record = {
        "url": page.final_url,
        "asked": page.url,
        "fetched": page.fetched,
        "content_type": page.content_type,
        "charset": page.charset,
    }
    _write(_record_path(path), json.dumps(record, indent=1).encode() + b"\n")
    _write(path, page.body)
    return path


def kept(path: Path) -> Kept:
    """What was recorded about the page at `path`; empty for a file that was not fetched."""
    try:
        with _record_path(path).open("rb") as stream:
            record = json.loads(stream.read(_RECORD_LIMIT))
        fields = (record.get(name) for name in ("url", "fetched", "charset"))
        return Kept(*(field if isinstance(field, str) and field else None for field in fields))
    except (OSError, ValueError, AttributeError):
        return Kept()


def _record_path(path: Path) -> Path:
    return path.with_name(path.name + SIDECAR)


def _name(url: str) -> str:
    """Letters, digits, dots and dashes of the address, and a hash that tells like ones apart."""
    parts = urlsplit(url)
    words = f"{parts.hostname or ''}-{unquote(parts.path)}"
    plain = re.sub(r"[^a-z0-9.]+", "-", words.lower())
    plain = re.sub(r"\.+", ".", re.sub(r"\.(?:s?html?|php|aspx?|pdf|txt|md)$", "", plain))
    digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain[:_NAME_LENGTH].strip('.-') or 'page'}-{digest}"


def _write(path: Path, data: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=".fetched-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
