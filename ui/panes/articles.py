"""The tab of the articles: the table, one article, and what changes the corpus."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import gradio as gr

from corpus.folder import SUFFIXES
from ui.panes import changing
from ui.panes.asking import error_html
from ui.panes.links import HTML, followed, link_events
from ui.rendering.article import article_html, back_link
from ui.rendering.elements import notice
from ui.rendering.table import COLUMNS, View, table_html
from ui.workroom import Workroom

_KINDS = "Text, Markdown, HTML, PDF, Word, JSON lines"
_LINKS = r"^(article-[0-9a-f]+|sort-[a-z]+|page-\d+|articles)$"


def build_articles(room: Workroom, page: gr.Blocks, tab: gr.Tab) -> None:
    """Lay out the tab and wire it."""
    view, opened = gr.State(View()), gr.State("")
    may_change = not room.settings.read_only
    with gr.Row(elem_id="fc-articles", elem_classes="fc-desk"):
        with gr.Column(scale=3, min_width=320, elem_classes="fc-main"):
            search = gr.Textbox(
                label="Search the list", placeholder="Title, outlet, date, file", max_length=200
            )
            # page.js asks whether the visitor is sure.
            remove = gr.Button(
                "Remove this article from the corpus",
                size="sm",
                variant="stop",
                visible=False,
                elem_id="fc-remove",
            )
            shown = HTML("", elem_id="fc-list", js_on_load=link_events("fc-list", _LINKS))
        with gr.Column(scale=2, min_width=320, elem_classes="fc-side", visible=may_change):
            HTML('<h2 class="fc-pane-title">Keep the articles</h2>')
            with gr.Row(elem_classes="fc-actions"):
                update = gr.Button("Update the index", variant="primary", size="sm")
                rebuild = gr.Button("Rebuild", size="sm")
                cancel = gr.Button("Cancel", size="sm", visible=False)
            told = HTML("", elem_id="fc-work")
            files = gr.File(
                label="Add files",
                file_count="multiple",
                file_types=list(SUFFIXES),
                height=140,
                elem_id="fc-upload",
            )
            HTML(f'<p class="fc-hint">{_KINDS}; up to {room.settings.upload_mb} MB each.</p>')
            url = gr.Textbox(label="Add a web address", placeholder="https://", max_length=2000)
            fetch = gr.Button("Fetch and add", size="sm")
            watch = gr.Checkbox(label="Watch the folder: update by itself", value=False)
            watched = HTML("")
            every = gr.Timer(4, active=False)

    def searched(words: str, view: View) -> tuple[str, View]:
        view = replace(view, search=(words or "")[:200], page=0)
        return _list(room, view), view

    def follow_link(event: gr.EventData, view: View) -> list[Any]:
        link = followed(event)
        if link.startswith("article-"):
            chosen = link.removeprefix("article-")
            return [_article(room, chosen), view, chosen, gr.Button(visible=may_change)]
        if link.startswith("sort-") and link.removeprefix("sort-") in COLUMNS:
            column = link.removeprefix("sort-")
            turned = not view.descending if view.column == column else False
            view = replace(view, column=column, descending=turned, page=0)
        elif link.startswith("page-"):
            view = replace(view, page=int(link.removeprefix("page-")))
        return [_list(room, view), view, "", gr.Button(visible=False)]

    def renewed(view: View, chosen: str) -> list[Any]:
        """The list as it is now; an article that someone reads stays open while it is there."""
        if _is_there(room, chosen):
            return [gr.skip()] * 3
        return [_list(room, view), "", gr.Button(visible=False)]

    how: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    # One after the other: a list that was asked for earlier never replaces a later one.
    listing: dict[str, Any] = {"concurrency_id": "list", "concurrency_limit": 1, **how}
    search.change(searched, [search, view], [shown, view], trigger_mode="always_last", **listing)
    shown.open(follow_link, view, [shown, view, opened, remove], **listing)
    refreshed: dict[str, Any] = {
        "fn": renewed,
        "inputs": [view, opened],
        "outputs": [shown, opened, remove],
        **listing,
    }
    page.load(**refreshed)
    tab.select(**refreshed)

    def changes(event: Any, work: Any, inputs: Any) -> None:
        event(work, inputs, [told, cancel], concurrency_limit=8, **how).then(**refreshed)

    keep = changing.Keeping(room)
    changes(update.click, keep.update, None)
    changes(rebuild.click, keep.rebuild, None)
    changes(files.upload, keep.upload, files)
    changes(fetch.click, keep.fetch, url)
    changes(url.submit, keep.fetch, url)
    changes(remove.click, keep.remove, opened)
    cancel.click(keep.cancel, None, cancel, **how)
    watching = [watched, watch, every]
    watch.input(keep.watch, watch, watching, **how)
    gr.on([page.load, every.tick], keep.watched, None, watching, **how)
    files.upload(lambda: None, None, files, **how)
    page.load(keep.present, None, [told, cancel], concurrency_limit=None, **how)


def _list(room: Workroom, view: View) -> str:
    try:
        return table_html(room.desk().index.articles(), view)
    except Exception as error:
        return error_html(error)


def _is_there(room: Workroom, article_id: str) -> bool:
    desk = room.desk_or_none() if article_id else None
    return desk is not None and desk.index.article(article_id) is not None


def _article(room: Workroom, article_id: str) -> str:
    back = back_link("articles", "All articles")
    try:
        index = room.desk().index
        article = index.article(article_id)
        if article is None:
            return str(notice("error", "That article is no longer in the index"))
        return article_html(article, index.text(article.id), back=back)
    except Exception as error:
        return error_html(error)
