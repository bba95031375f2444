"""The tab where a text is checked: its claims marked, the evidence beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.answer import Check
from ui.panes.asking import error_html
from ui.panes.links import HTML, followed, link_events
from ui.panes.opening import quote_in_article, read_target
from ui.panes.receipts import receipt_files
from ui.rendering.check import check_html, evidence_html, no_evidence_html
from ui.rendering.elements import notice
from ui.requests import Text
from ui.workroom import Workroom


def build_check(room: Workroom) -> None:
    """Lay out the tab and wire it."""
    held = gr.State(None)
    with gr.Row(elem_id="fc-check", elem_classes="fc-desk"):
        with gr.Column(scale=3, min_width=320, elem_classes="fc-main"):
            text = gr.Textbox(
                label="Text to check",
                placeholder="Paste a claim or a whole article",
                lines=6,
                max_lines=16,
                elem_id="fc-text",
            )
            check = gr.Button("Check", variant="primary")
            marked = HTML("", elem_id="fc-marked")
            with gr.Row(visible=False, elem_classes="fc-actions") as actions:
                files = [
                    gr.DownloadButton(f"Export {name}", size="sm")
                    for name in ("Markdown", "HTML", "receipt (JSON)")
                ]
        with gr.Column(scale=2, min_width=320, elem_classes="fc-side"):
            evidence = HTML(
                no_evidence_html(),
                elem_id="fc-evidence",
                js_on_load=link_events("fc-check", r"^(evidence-\d+-\d+|all-evidence)$"),
            )

    def run(given: str) -> Iterator[list[Any]]:
        waiting = str(notice("loading", "Checking", "Reading the claims one by one."))
        yield [waiting, no_evidence_html(), None, gr.Row(visible=False), *[gr.skip()] * 3]
        try:
            asked = Text(text=given or "").checked()
            outcome = room.desk().assistant.check(asked)
            made = [gr.DownloadButton(value=str(file)) for file in receipt_files(room, outcome)]
        except Exception as error:
            nothing = [gr.skip()] * 3
            yield [error_html(error), no_evidence_html(), None, gr.Row(visible=False), *nothing]
            return
        shown = [check_html(outcome), evidence_html(outcome), outcome, gr.Row(visible=True)]
        yield [*shown, *made]

    def open_link(event: gr.EventData, outcome: Check | None) -> str:
        return opened(room, followed(event), outcome)

    how: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    check.click(run, text, [marked, evidence, held, actions, *files], concurrency_limit=4, **how)
    evidence.open(open_link, held, evidence, concurrency_limit=8, **how)


def opened(room: Workroom, target: str, outcome: Check | None) -> str:
    """The evidence pane after one of its links was followed."""
    if outcome is None:
        return no_evidence_html()
    found = read_target(target)
    if found is None:
        return evidence_html(outcome)
    _, number, quote_number = found
    claim = outcome.claims[number - 1] if 1 <= number <= len(outcome.claims) else None
    quotes = claim.quotes if claim else ()
    quote = next((quote for quote in quotes if quote.n == quote_number), None)
    if quote is None:
        return evidence_html(outcome)
    try:
        return quote_in_article(
            room.desk().index, quote, quotes, back="all-evidence", words="All evidence"
        )
    except Exception as error:
        return error_html(error)
