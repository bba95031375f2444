"""The page: one Gradio app with a tab for each job."""

from __future__ import annotations

from pathlib import Path

import gradio as gr

from ui.api import build_api
from ui.panes.articles import build_articles
from ui.panes.ask import build_ask
from ui.panes.check import build_check
from ui.panes.health import build_health
from ui.panes.links import HTML
from ui.workroom import Workroom

STATIC = Path(__file__).parent / "static"
_HEADER = (
    '<header class="fc-header"><h1>Factcheck</h1>'
    "<p>Answers from your articles alone, every sentence proven by a quote.</p></header>"
)


def build_page(room: Workroom) -> gr.Blocks:
    """The whole page over one workroom."""
    # Files made for visitors are deleted after an hour.
    page = gr.Blocks(
        title="Factcheck", analytics_enabled=False, fill_width=True, delete_cache=(600, 3600)
    )
    with page:
        HTML(_HEADER)
        with gr.Tabs(elem_id="fc-tabs"):
            with gr.Tab("Ask", id="ask") as ask:
                build_ask(room, page, ask)
            with gr.Tab("Check a text", id="check"):
                build_check(room)
            with gr.Tab("Articles", id="articles") as articles:
                build_articles(room, page, articles)
            with gr.Tab("Health", id="health"):
                build_health(room)
        build_api(room)
    page.queue(default_concurrency_limit=8, max_size=200)
    return page


def theme() -> gr.themes.Base:
    """Gradio's plain theme in our colours and the system's fonts."""
    fonts = ["system-ui", "sans-serif"]
    return gr.themes.Base(
        font=fonts, font_mono=["ui-monospace", "monospace"], radius_size="sm", spacing_size="md"
    ).set(
        body_background_fill="#faf9f6",
        body_background_fill_dark="#14161a",
        body_text_color="#1c1b19",
        body_text_color_dark="#ebe8e1",
        body_text_color_subdued="#5a564e",
        body_text_color_subdued_dark="#aca79c",
        block_background_fill="#ffffff",
        block_background_fill_dark="#1c1f24",
        block_border_color="#ddd8cc",
        block_border_color_dark="#353a41",
        border_color_primary="#8f897c",
        border_color_primary_dark="#6b7280",
        input_background_fill="#ffffff",
        input_background_fill_dark="#1c1f24",
        input_border_width="1px",
        input_border_color="#8f897c",
        input_border_color_dark="#6b7280",
        input_placeholder_color="#6a665d",
        input_placeholder_color_dark="#a09b90",
        block_label_text_color="#45423c",
        block_label_text_color_dark="#c9c5bb",
        block_title_text_color="#45423c",
        block_title_text_color_dark="#c9c5bb",
        button_primary_background_fill="#1d4f7c",
        button_primary_background_fill_hover="#163d61",
        button_primary_background_fill_dark="#2b6aa3",
        button_primary_background_fill_hover_dark="#3577b3",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
        button_secondary_background_fill="#efece5",
        button_secondary_background_fill_hover="#e4e0d6",
        button_secondary_background_fill_dark="#2c2f34",
        button_secondary_background_fill_hover_dark="#383c43",
        button_secondary_text_color="#1c1b19",
        button_secondary_text_color_dark="#ebe8e1",
        link_text_color="#1d4f7c",
        link_text_color_dark="#93c1ec",
        color_accent="#1d4f7c",
    )
