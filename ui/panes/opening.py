"""What the links of a pane open: a quote in its article, with its very characters highlighted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from assistant.answer import Quote
from ui.rendering.article import Highlight, article_html, back_link
from ui.rendering.elements import notice

if TYPE_CHECKING:
    from index.opened import Index

_TARGET = re.compile(r"(quote|near|evidence)-(\d{1,6})-(\d{1,6})")


def read_target(target: str) -> tuple[str, int, int] | None:
    """`quote-3-1` as ("quote", 3, 1); None for anything else that a browser may send."""
    found = _TARGET.fullmatch(target)
    return (found[1], int(found[2]), int(found[3])) if found else None


def quote_in_article(
    index: Index, chosen: Quote, others: tuple[Quote, ...], *, back: str, words: str
) -> str:
    """The article of `chosen`, its characters highlighted, the other quotes of it lightly.

    A quote that no longer stands where it stood is not highlighted: the pane says so.
    """
    article = index.article(chosen.article_id)
    way_back = back_link(back, words)
    if article is None:
        return str(
            Markup('<p class="fc-back">{}</p>{}').format(
                way_back,
                notice(
                    "error",
                    "This article is no longer in the index",
                    "It was removed since the question was answered. Ask again.",
                ),
            )
        )
    text = index.text(article.id)
    stands = text[chosen.start : chosen.end] == chosen.text
    highlights = [
        Highlight(quote.start, quote.end, chosen=quote is chosen)
        for quote in (chosen, *others)
        if quote.article_id == article.id and text[quote.start : quote.end] == quote.text
    ]
    warning = notice(
        "error",
        "The article has changed",
        "The quoted words no longer stand where they stood. Ask again.",
    )
    return article_html(article, text, highlights, back=way_back, extra=None if stands else warning)
