"""The tab that says, in words, whether the index is in order, and mends it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from ui.panes.asking import error_html
from ui.panes.links import HTML
from ui.panes.work import begin
from ui.rendering.elements import notice
from ui.rendering.health import findings_html
from ui.rights import require_right_to_change
from ui.workroom import Workroom

_QUESTION = (
    "Is every article where it was, every passage at its place, every vector found? "
    "An examination changes nothing."
)


def build_health(room: Workroom) -> None:
    """Lay out the tab and wire it."""
    with gr.Column(elem_id="fc-health", elem_classes="fc-narrow"):
        with gr.Row(elem_classes="fc-actions"):
            look = gr.Button("Examine the index", variant="primary", size="sm")
            mend = gr.Button("Repair", size="sm", visible=not room.settings.read_only)
        told = HTML(str(notice("empty", "Not examined yet", _QUESTION)))

    def examine() -> Iterator[str]:
        yield str(notice("loading", "Examining", "Comparing the articles, the index, the vectors."))
        yield _diagnosis(room)

    def repair(request: gr.Request) -> Iterator[str]:
        from index.repair import repair as mended

        try:
            require_right_to_change(room.settings, request)
        except Exception as error:
            yield error_html(error)
            return
        folders = (room.settings.corpus, room.settings.index, room.index_settings)

        def work(progress: Any, cancelled: Any) -> None:
            mended(*folders, progress=progress, cancelled=cancelled)

        yield from begin(room, "Repairing the index", work)
        job = room.jobs.last
        if job is not None and job.error is None and job.over.is_set():
            yield _diagnosis(room)

    how: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    look.click(examine, None, told, **how)
    mend.click(repair, None, told, **how)


def _diagnosis(room: Workroom) -> str:
    from index.doctor import diagnose

    try:
        return findings_html(
            diagnose(room.settings.corpus, room.settings.index, room.index_settings)
        )
    except Exception as error:
        return error_html(error)
