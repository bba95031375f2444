"""The table of articles: one page of it, its columns to sort by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ui.rendering.elements import joined, link, notice
from ui.words import counted, dated

if TYPE_CHECKING:
    from index.passage import IndexedArticle

PAGE = 50
COLUMNS = {
    "title": "Title",
    "outlet": "Outlet",
    "published": "Published",
    "passages": "Passages",
    "origin": "Origin",
    "state": "State",
}


@dataclass(frozen=True)
class View:
    """What of the table is shown: the words searched for, the order, the page from 0."""

    search: str = ""
    column: str = "published"
    descending: bool = True
    page: int = 0


def table_html(articles: Sequence[IndexedArticle], view: View) -> str:
    """One page of the articles that match the search, in the order asked for."""
    if not articles:
        return str(
            notice(
                "empty",
                "No articles yet",
                "Add files or a web address here, or put files into the corpus folder.",
            )
        )
    found = matching(articles, view)
    if not found:
        return str(notice("empty", "Nothing matches", f"No article has “{view.search}”."))
    pages = (len(found) - 1) // PAGE + 1
    page = min(max(view.page, 0), pages - 1)
    shared = _shared_origins(articles)
    rows = joined(_row(article, shared) for article in found[page * PAGE : (page + 1) * PAGE])
    return str(
        Markup(
            '<p class="fc-pane-sub" role="status">{count}</p>'
            '<div class="fc-table-wrap" tabindex="0" role="region" aria-label="Articles">'
            '<table class="fc-table"><thead><tr>{heads}</tr>'
            "</thead><tbody>{rows}</tbody></table></div>{pager}"
        ).format(
            count=_count(len(found), len(articles)),
            heads=joined(_head(column, title, view) for column, title in COLUMNS.items()),
            rows=rows,
            pager=_pager(page, pages),
        )
    )


def matching(articles: Sequence[IndexedArticle], view: View) -> list[IndexedArticle]:
    """The articles that hold every word searched for, sorted; unknown values come last."""
    words = view.search.casefold().split()
    found = [article for article in articles if all(word in _haystack(article) for word in words)]
    known = [article for article in found if _key(article, view.column) not in (None, "")]
    unknown = [article for article in found if _key(article, view.column) in (None, "")]
    known.sort(key=lambda article: _key(article, view.column), reverse=view.descending)  # type: ignore[arg-type,return-value]
    return known + unknown


def _key(article: IndexedArticle, column: str) -> str | int | None:
    if column == "passages":
        return article.passages
    value = getattr(article, column)
    return str(value).casefold() if value is not None else None


def _haystack(article: IndexedArticle) -> str:
    fields = (article.title, article.outlet, article.published, article.path, article.url)
    return " ".join(str(field) for field in fields if field).casefold()


def _shared_origins(articles: Sequence[IndexedArticle]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for article in articles:
        counts[article.origin] = counts.get(article.origin, 0) + 1
    return counts


def _row(article: IndexedArticle, shared: dict[str, int]) -> Markup:
    alike = shared[article.origin]
    origin = f"shared by {counted(alike, 'article')}" if alike > 1 else "its own"
    return Markup(
        '<tr><th scope="row" dir="auto">{title}</th><td dir="auto"><bdi>{outlet}</bdi></td>'
        '<td>{date}</td><td class="fc-number">{passages}</td><td>{origin}</td>'
        '<td><span class="fc-state fc-state-{state}">{state}</span></td></tr>'
    ).format(
        title=link(f"article-{article.id}", article.title or "Untitled", classes="fc-open"),
        outlet=article.outlet or "—",
        date=dated(str(article.published) if article.published else None) or "—",
        passages=article.passages,
        origin=origin,
        state=article.state,
    )


def _head(column: str, title: str, view: View) -> Markup:
    order, sign = "none", ""
    if view.column == column:
        order = "descending" if view.descending else "ascending"
        sign = "▼" if view.descending else "▲"
    return Markup('<th scope="col" aria-sort="{}">{}</th>').format(
        order,
        link(
            f"sort-{column}",
            Markup('{}<span class="fc-sort" aria-hidden="true"> {}</span>').format(title, sign),
        ),
    )


def _pager(page: int, pages: int) -> Markup:
    if pages < 2:
        return Markup("")
    before = link(f"page-{page - 1}", "← Before") if page > 0 else Markup("<span></span>")
    after = link(f"page-{page + 1}", "After →") if page < pages - 1 else Markup("<span></span>")
    return Markup(
        '<nav class="fc-pager" aria-label="Pages">{}<span>Page {} of {}</span>{}</nav>'
    ).format(before, page + 1, pages, after)


def _count(found: int, total: int) -> str:
    if found == total:
        return counted(total, "article")
    return f"{found:,} of {counted(total, 'article')}"
