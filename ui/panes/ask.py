"""The tab where questions are asked: the conversation, and the sources beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr
from gradio.components.chatbot import ExampleMessage

from ui.conversation import Conversation
from ui.feedback import keep_thumb
from ui.panes.asking import Shown, answering, opened
from ui.panes.links import HTML, followed, link_events
from ui.panes.receipts import receipt_files
from ui.printing import answer_text
from ui.rendering.quotes import no_sources_html
from ui.requests import Question
from ui.suggesting import outlets
from ui.workroom import Workroom

_COPY = """(text) => navigator.clipboard.writeText(text)"""
_EMPTY = "### What do the articles say?\nEvery sentence of an answer is proven by a quote."
_NO_INDEX = (
    "### There is no index yet\nOpen the Articles tab and press “Update the index”: "
    "questions are answered from what it holds."
)


def build_ask(room: Workroom, page: gr.Blocks, tab: gr.Tab) -> None:
    """Lay out the tab and wire it."""
    conversation = gr.State(Conversation())
    with gr.Row(elem_id="fc-ask", elem_classes="fc-desk"):
        with gr.Column(scale=3, min_width=320, elem_classes="fc-main"):
            chat = gr.Chatbot(
                label="Conversation",
                show_label=False,
                elem_id="fc-chat",
                layout="panel",
                height=None,
                latex_delimiters=[],
                buttons=[],
                allow_tags=False,
                placeholder=_EMPTY,
                group_consecutive_messages=False,
            )
            with gr.Row(visible=False, elem_classes="fc-actions") as actions:
                copy = gr.Button("Copy", size="sm")
                files = [
                    gr.DownloadButton(f"Export {name}", size="sm")
                    for name in ("Markdown", "HTML", "receipt (JSON)")
                ]
                anew = gr.Button("New conversation", size="sm")
            plain = gr.Textbox(visible=False)
            with gr.Column(elem_classes="fc-composer"):
                with gr.Row(elem_classes="fc-line"):
                    question = gr.Textbox(
                        label="Your question",
                        show_label=False,
                        container=False,
                        placeholder="Ask about the articles",
                        lines=1,
                        max_lines=4,
                        scale=5,
                        autofocus=True,
                        elem_id="fc-question",
                    )
                    ask = gr.Button("Ask", variant="primary", scale=1, min_width=90)
                with (
                    gr.Accordion("Narrow by date or outlet", open=False, elem_id="fc-narrow"),
                    gr.Row(),
                ):
                    since = gr.Textbox(label="Published from", placeholder="2015-09-30 or 2015")
                    until = gr.Textbox(label="Published up to", placeholder="2015-12 or 2015")
                    outlet = gr.Dropdown(label="Outlets", choices=[], multiselect=True)
        with gr.Column(scale=2, min_width=320, elem_classes="fc-side"):
            sources = HTML(
                no_sources_html(),
                elem_id="fc-sources",
                js_on_load=link_events("fc-ask", r"^(quote|near|sources)-[\d-]+$"),
            )

    def answer(
        text: str,
        since: str | None,
        until: str | None,
        chosen: list[str] | None,
        held: Conversation,
    ) -> Iterator[list[Any]]:
        if not (text or "").strip():
            yield [gr.skip()] * len(shown_in)
            return
        asked = Question(
            question=text,
            since=since or None,
            until=until or None,
            outlets=tuple(chosen or ()),
        )
        box: Any = ""
        for shown in answering(room, asked, held):
            yield _outputs(room, shown, gr.skip() if shown.refused else box)
            # Emptied once: what is typed while the answer comes is the next question.
            box = gr.skip()

    def open_link(event: gr.EventData, held: Conversation) -> str:
        return opened(room, followed(event), held)

    def thumb(event: gr.LikeData, held: Conversation) -> None:
        keep_thumb(room.settings.index, held, event.index, liked=event.liked)

    def start_anew() -> list[Any]:
        return [[], no_sources_html(), Conversation(), "", gr.Row(visible=False)]

    def suggested(event: gr.SelectData) -> str:
        return str(event.value.get("text", "")) if isinstance(event.value, dict) else ""

    def welcome() -> tuple[Any, Any]:
        desk = room.desk_or_none()
        if desk is None:
            return gr.Chatbot(placeholder=_NO_INDEX), gr.skip()
        examples: list[ExampleMessage] = [
            {"text": question} for question in room.suggestions.of(desk)
        ]
        return gr.Chatbot(examples=examples, placeholder=_EMPTY), gr.Dropdown(choices=outlets(desk))

    shown_in = [chat, sources, conversation, question, actions, plain, *files]
    how: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    asking: dict[str, Any] = {
        "fn": answer,
        "inputs": [question, since, until, outlet, conversation],
        "outputs": shown_in,
        "concurrency_limit": 8,
        **how,
    }
    gr.on([ask.click, question.submit], **asking)
    chat.example_select(suggested, None, question, **how).then(**asking)
    sources.open(open_link, conversation, sources, concurrency_limit=8, **how)
    chat.like(thumb, conversation, None, **how)
    copy.click(None, plain, None, js=_COPY)
    anew.click(start_anew, None, shown_in[:5], **how)
    gr.on([page.load, tab.select], welcome, None, [chat, outlet], **how)


def _outputs(room: Workroom, shown: Shown, box: Any) -> list[Any]:
    """The values of `shown_in` for one step; what has not changed is left alone."""
    begun = [shown.messages, shown.sources, shown.conversation, box]
    if shown.answer is None:
        return [*begun, *[gr.skip()] * 5]
    files = receipt_files(room, shown.answer)
    return [
        *begun,
        gr.Row(visible=True),
        answer_text(shown.answer),
        *(gr.DownloadButton(value=str(file)) for file in files),
    ]
