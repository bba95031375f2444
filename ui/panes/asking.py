"""What happens when a question is asked: steps, answer, sources, thumbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from assistant.answer import Answer, WordedSentence
from corpus.errors import FactcheckError
from ui.conversation import Conversation
from ui.failing import in_words
from ui.panes.opening import quote_in_article, read_target
from ui.rendering.answer import answer_html, shortened, steps_html
from ui.rendering.elements import notice, one_line
from ui.rendering.quotes import no_sources_html, sources_html
from ui.requests import Question
from ui.words import as_heading, on_the_page
from ui.workroom import Workroom

Message = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """The page after a step of answering; `answer` is set once it is there.

    A question that was `refused` (too long, a wrong date) stays in its box, to be mended.
    """

    messages: list[Message]
    sources: str
    conversation: Conversation
    answer: Answer | None = None
    refused: bool = False


def messages_of(conversation: Conversation) -> list[Message]:
    """The conversation as the chat component takes it: HTML without line breaks, all escaped."""
    shown: list[Message] = []
    for turn, answer in enumerate(conversation.answers, conversation.first):
        shown += [_asked(answer.question), _said(answer_html(answer, turn))]
    return shown


def answering(room: Workroom, asked: Question, conversation: Conversation) -> Iterator[Shown]:
    """Answer a question step by step; an error becomes a message, never an exception."""
    before = [*messages_of(conversation), _asked(asked.question)]
    try:
        request = asked.model_copy(update={"history": conversation.history()}).request()
    except FactcheckError as error:
        refusal = [*before[:-1], _asked(shortened(asked.question, 300)), _said(error_html(error))]
        yield Shown(refusal, no_sources_html(), conversation, refused=True)
        return
    looking = str(notice("loading", "Looking it up", "Searching the articles."))
    yield Shown([*before, _said(steps_html((), "searching"))], looking, conversation)
    try:
        done: tuple[str, ...] = ()
        worded: tuple[WordedSentence, ...] = ()
        for step in room.desk().assistant.stream(request):
            if isinstance(step, Answer):
                told = conversation.with_answer(step)
                yield Shown(messages_of(told), sources_html(step, told.last), told, step)
                return
            if isinstance(step, WordedSentence):
                worded = (*worded, step)
                turn = conversation.last + 1
                told_steps = steps_html(done[:-1], done[-1], worded=worded, turn=turn)
            else:
                told_steps = steps_html(done, step.name, step.detail)
                done = (*done, step.name)
            yield Shown([*before, _said(told_steps)], looking, conversation)
    except Exception as error:
        said = _said(error_html(error))
        yield Shown([*before, said], no_sources_html(), conversation)


def opened(room: Workroom, target: str, conversation: Conversation) -> str:
    """The source pane after one of its links, or a citation, was followed."""
    if target.startswith("sources-"):
        number = target.removeprefix("sources-")
        answer = conversation.answer(int(number)) if number.isdecimal() else None
        return sources_html(answer, int(number)) if answer else no_sources_html()
    found = read_target(target)
    if found is None:
        return no_sources_html()
    kind, turn, number_of_quote = found
    near = kind == "near"
    answer = conversation.answer(turn)
    quote = conversation.quote(turn, number_of_quote, near=near)
    if answer is None or quote is None:
        return str(notice("error", "That quote is no longer here", "Ask the question again."))
    others = answer.nearest if near else answer.quotes
    try:
        return quote_in_article(
            room.desk().index, quote, others, back=f"sources-{turn}", words="All sources"
        )
    except Exception as error:
        return error_html(error)


def error_html(error: Exception) -> str:
    """What went wrong, in the page's own words, and what to do."""
    message, hint = in_words(error)
    helps = f"What helps: {on_the_page(hint)}" if hint else ""
    return str(one_line(notice("error", as_heading(message), "", helps)))


def _asked(question: str) -> Message:
    text = Markup('<p class="fc-question" dir="auto">{}</p>').format(" ".join(question.split()))
    return {"role": "user", "content": str(text)}


def _said(html: str) -> Message:
    return {"role": "assistant", "content": html}
