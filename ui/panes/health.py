"""The tab that says, in words, whether the index is in order, and mends it."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ui.panes.asking import error_html
from ui.panes.links import HTML
from ui.rendering.elements import notice
from ui.rendering.health import findings_html
from ui.workroom import Workroom


def build_health(room: Workroom) -> None:
    """Lay out the tab and wire it."""
    with gr.Column(elem_id="fc-health", elem_classes="fc-narrow"):
        with gr.Row(elem_classes="fc-actions"):
            look = gr.Button("Examine the index", variant="primary", size="sm")
            mend = gr.Button("Repair", size="sm", visible=not room.settings.read_only)
        told = HTML(
            str(
                notice(
                    "empty",
                    "Not examined yet",
                    "Is every article where it was, every "
                    "passage at its offsets, every vector found? Ask for an examination.",
                )
            )
        )

    def examine() -> str:
        from index.doctor import diagnose

        try:
            return findings_html(
                diagnose(room.settings.corpus, room.settings.index, room.index_settings)
            )
        except Exception as error:
            return error_html(error)

    how: dict[str, Any] = {"api_visibility": "private"}
    look.click(examine, None, told, **how)
