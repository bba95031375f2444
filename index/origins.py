"""Which independent source a report comes from."""

from __future__ import annotations

from corpus.article import Article


def plain_origin(article: Article) -> str:
    """The outlet whose report an article carries, else its own outlet, else the article alone."""
    return (article.carried_from or article.outlet or article.key).casefold()
