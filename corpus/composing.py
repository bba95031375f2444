"""A raw article to an Article: cleaned text, and the metadata that text or fields state."""

from __future__ import annotations

from pathlib import PurePosixPath

from corpus.article import Article
from corpus.raw import RawArticle, UnreadableError


def compose(raw: RawArticle, path: str, key: str) -> Article:
    """The article. Raises UnreadableError when nothing is left of its text."""
    text = raw.text
    if not text.strip():
        raise UnreadableError("no text in it")
    title = raw.title or text.split("\n", 1)[0][:200] or PurePosixPath(path).stem
    return Article(
        key=key,
        text=text,
        title=title,
        path=path,
        outlet=raw.outlet,
        published=raw.published,
        url=raw.url,
        authors=raw.authors,
        carried_from=raw.carried_from,
        fetched=raw.fetched,
    )
