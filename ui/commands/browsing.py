"""`factcheck articles` and `factcheck show`: what is indexed, and one article whole."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.errors import FactcheckError
from ui.door import JsonOption, command
from ui.opening import opened_index
from ui.settings import LoadedSettings
from ui.terminal import result, result_json

if TYPE_CHECKING:
    from index.passage import IndexedArticle


@command
def articles(loaded: LoadedSettings, as_json: JsonOption = False) -> None:
    """List the indexed articles: id, date, outlet, title."""
    with opened_index(loaded.values) as index:
        listed = index.articles()
    if as_json:
        result_json([article_json(article) for article in listed])
        return
    for article in listed:
        date, outlet = str(article.published or "no date"), article.outlet or "no outlet"
        result(f"{article.id}  {date:<10}  {outlet[:24]:<24}  {article.title}")


@command
def show(
    loaded: LoadedSettings,
    article_id: Annotated[
        str, typer.Argument(metavar="ARTICLE_ID", help="An id that `factcheck articles` lists.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Show one article with its text; a quote is text[start:end] of it, in characters."""
    with opened_index(loaded.values) as index:
        article = index.article(article_id)
        if article is None:
            raise FactcheckError(f"there is no article {article_id!r}", hint="factcheck articles")
        text = index.text(article_id)
    if as_json:
        result_json({**article_json(article), "text": text})
        return
    facts = (article.outlet, str(article.published or ""), article.url, article.path)
    result(f"{article.title}\n{' · '.join(filter(None, facts))}\n\n{text}")


def article_json(article: IndexedArticle) -> dict[str, Any]:
    """The article's fields as JSON values; `published` in its shortened ISO form or None."""
    fields = asdict(article)
    fields["article_id"] = fields.pop("id")
    fields["published"] = str(article.published) if article.published else None
    return fields
