"""Web pages: trafilatura finds the article, the page's tags tell about it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.encoding import decode
from corpus.formats.html_metadata import read_metadata
from corpus.formats.html_text import article_text
from corpus.formats.source import Source
from corpus.raw import RawArticle, UnreadableError

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_LONG_TAG = re.compile(r"<[^<>]{20000,}")
_MOST_ATTRIBUTES = 2000
_PROGRAM = Path(__file__).with_name("html_text.py")
# What any page of a newspaper stays under; up to here the worst page takes seconds.
_MANY_TAGS = 20_000


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of an .html file; its comments and menus are not part of it."""
    data = source.whole(source.limits.article_bytes)
    charset = source.kept.charset
    if charset is None and (match := _CHARSET.search(data[:_CHARSET_WITHIN])):
        charset = match[1].decode("ascii")
    page = decode(data, declared=charset)
    _refuse_endless_tags(page)
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        raise UnreadableError("not a web page that can be read")
    fields = read_metadata(tree)
    many = page.count("<") > _MANY_TAGS
    text = _text_apart(page, source.limits.html_seconds) if many else article_text(page)
    if not text or not text.strip():
        raise UnreadableError("no article text in the page")
    yield RawArticle(
        text,
        title=fields.title,
        outlet=fields.outlet,
        published=fields.published,
        url=fields.url,
        authors=fields.authors,
    )


def _text_apart(page: str, seconds: float) -> str | None:
    """What article_text makes of `page`, in a process that is ended after `seconds`."""
    command = [sys.executable, "-I", str(_PROGRAM)]
    data = page.encode("utf-8", "surrogatepass")
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"a page that takes more than {seconds:g} seconds to read") from error
    try:
        text: str | None = json.loads(done.stdout)["text"]
    except ValueError as error:
        raise UnreadableError("a page that its reader crashes on") from error
    return text


def _refuse_endless_tags(page: str) -> None:
    """Raises UnreadableError for a tag with so many attributes that parsing would take hours.

    The parser compares each attribute with all before it.
    """
    for tag in _LONG_TAG.finditer(page):
        if tag[0].count("=") > _MOST_ATTRIBUTES:
            raise UnreadableError("not a web page that can be read: a tag with thousands of parts")
