"""Web pages: trafilatura finds the article, the page's tags tell about it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from corpus.encoding import decode
from corpus.formats.html_metadata import read_metadata
from corpus.formats.source import Source
from corpus.raw import RawArticle, UnreadableError

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_LONG_TAG = re.compile(r"<[^<>]{20000,}")
_MOST_ATTRIBUTES = 2000


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of an .html file; its comments and menus are not part of it."""
    data = source.whole(source.limits.article_bytes)
    charset = source.kept.charset
    if charset is None and (match := _CHARSET.search(data[:_CHARSET_WITHIN])):
        charset = match[1].decode("ascii")
    page = decode(data, declared=charset)
    _refuse_endless_tags(page)
    from trafilatura import baseline, extract, load_html

    # It warns about every odd page; what matters comes back as a Failure.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(page)
    if tree is None:
        raise UnreadableError("not a web page that can be read")
    fields = read_metadata(tree)
    text = extract(page, include_comments=False, include_tables=True) or baseline(page)[1]
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


def _refuse_endless_tags(page: str) -> None:
    """Raises UnreadableError for a tag with so many attributes that parsing would take hours.

    The parser compares each attribute with all before it.
    """
    for tag in _LONG_TAG.finditer(page):
        if tag[0].count("=") > _MOST_ATTRIBUTES:
            raise UnreadableError("not a web page that can be read: a tag with thousands of parts")
