"""An article with the very characters of its quotes highlighted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ui.rendering.elements import facts, joined, link

if TYPE_CHECKING:
    from index.passage import IndexedArticle

_PARAGRAPH = re.compile(r"[^\n]*\n*")


@dataclass(frozen=True, order=True)
class Highlight:
    """Characters `start..end` of the text; `chosen` is the one that was asked for."""

    start: int
    end: int
    chosen: bool = False


def article_html(
    article: IndexedArticle,
    text: str,
    highlights: Sequence[Highlight] = (),
    *,
    back: Markup | None = None,
    extra: Markup | None = None,
) -> str:
    """The whole article; the text of the marks is exactly that of the highlights.

    `back` is the way back to where the reader came from, `extra` what can be done with it.
    """
    return str(
        Markup(
            '<article class="fc-article" aria-label="Article">{back}'
            '<header><p class="fc-card-head">{facts}</p>'
            '<h2 class="fc-article-title" dir="auto" tabindex="-1">{title}</h2>{about}</header>'
            "{extra}"
            '<div class="fc-text" dir="auto">{text}</div></article>'
        ).format(
            back=Markup('<p class="fc-back">{}</p>').format(back) if back else "",
            facts=facts(article.outlet, str(article.published) if article.published else None),
            title=article.title,
            about=_about(article),
            extra=extra or "",
            text=marked_text(text, highlights),
        )
    )


def marked_text(text: str, highlights: Sequence[Highlight]) -> Markup:
    """Paragraphs with marks; the text content of the result is `text`, character for character."""
    pieces: list[Markup] = []
    for start, end in _paragraphs(text):
        pieces.append(Markup("<p>{}</p>").format(joined(_marked(text, start, end, highlights))))
    return joined(pieces)


def back_link(target: str, words: str) -> Markup:
    """The way back to the quotes."""
    return link(target, Markup('<span aria-hidden="true">← </span>{}').format(words))


def _marked(text: str, start: int, end: int, highlights: Sequence[Highlight]) -> Iterator[Markup]:
    cuts = {start, end}
    for mark in highlights:
        cuts.update(at for at in (mark.start, mark.end) if start < at < end)
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        covering = [mark for mark in highlights if mark.start <= left and right <= mark.end]
        piece = escape(text[left:right])
        if not covering:
            yield piece
        elif any(mark.chosen for mark in covering):
            yield Markup('<mark class="fc-chosen">{}</mark>').format(piece)
        else:
            yield Markup("<mark>{}</mark>").format(piece)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for found in _PARAGRAPH.finditer(text):
        if found.end() > found.start():
            yield found.start(), found.end()


def _about(article: IndexedArticle) -> Markup:
    said = []
    if article.authors:
        said.append(Markup("By {}").format(", ".join(article.authors)))
    if article.carried_from:
        said.append(Markup("First published by {}").format(article.carried_from))
    said.append(Markup("File {}").format(article.path))
    if article.url:
        # Shown, not linked: opening it would leave this machine.
        said.append(Markup('<span class="fc-url">{}</span>').format(article.url))
    return Markup('<p class="fc-about" dir="auto">{}</p>').format(Markup(" · ").join(said))
