"""An answer as HTML: the short answer large, then what proves it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.answer import Answer, Quote, Statement, WordedSentence
from ui.rendering.elements import cited, facts, joined, link, one_line
from ui.rendering.findings import findings_html
from ui.rendering.timeline import timeline_html
from ui.rendering.wording import sentences_html, wording_html
from ui.words import counted, duration, origins_in_words, short_words


def answer_html(answer: Answer, turn: int) -> str:
    """One turn of the conversation; citations link to `#quote-TURN-N`. No line breaks inside."""
    body = _abstention(answer, turn) if answer.abstained else _answered(answer, turn)
    return str(
        one_line(
            Markup('<div class="fc-answer {}">{}{}{}{}</div>').format(
                "fc-abstained" if answer.abstained else "fc-answered",
                _standalone(answer),
                body,
                _notes(answer),
                _fine_print(answer),
            )
        )
    )


def steps_html(
    done: Sequence[str],
    now: str,
    detail: str = "",
    *,
    worded: Sequence[WordedSentence] = (),
    turn: int = 0,
) -> str:
    """The steps of an answer that is being made: those done, the one at work, what is worded."""
    items = [Markup('<li class="fc-done">{}</li>').format(name) for name in done]
    said = Markup(" <span>{}</span>").format(detail) if detail else ""
    items.append(Markup('<li class="fc-now">{}{}</li>').format(now, said))
    steps = Markup('<ol class="fc-steps">{}</ol>').format(joined(items))
    return str(one_line(steps + sentences_html(worded, turn)))


def _answered(answer: Answer, turn: int) -> Markup:
    short = answer.short_answer
    headline = (
        Markup('<p class="fc-short" dir="auto">{}</p>').format(short_words(short))
        if short
        else Markup("")
    )
    return joined(
        (
            headline,
            _support(answer),
            _said(answer, turn),
            findings_html(answer, turn),
            timeline_html(answer, turn),
        )
    )


def _said(answer: Answer, turn: int) -> Markup:
    """The statements; where a model worded them, its checked sentences with these behind."""
    statements = joined(_statement(statement, turn) for statement in answer.statements)
    if answer.wording is None:
        return statements
    worded = wording_html(answer.wording, turn)
    if answer.wording.failure or not answer.wording.passed:
        return worded + statements
    return worded + Markup(
        "<details><summary>Without the language model</summary>{}</details>"
    ).format(statements)


def _support(answer: Answer) -> Markup:
    """How much stands behind the short answer: its origins and its quotes."""
    main = next((f for f in answer.findings if f.relation == "main"), None)
    if main is None:
        return Markup("")
    return Markup('<p class="fc-support">{} · {}</p>').format(
        origins_in_words(main.origins), counted(len(main.quotes), "quote")
    )


def _statement(statement: Statement, turn: int) -> Markup:
    said = cited(statement.text, f"quote-{turn}", statement.quotes)
    return Markup('<p class="fc-statement" dir="auto">{}</p>').format(said)


def _abstention(answer: Answer, turn: int) -> Markup:
    head = Markup(
        '<p class="fc-abstained-word">No answer in the articles</p><p class="fc-reason">{}</p>'
    ).format(answer.reason or "The articles don't say.")
    if not answer.nearest:
        return head
    near = joined(_nearest(quote, turn) for quote in answer.nearest)
    return head + Markup(
        '<p class="fc-label">Nearest passages</p><ul class="fc-nearest">{}</ul>'
    ).format(near)


def _nearest(quote: Quote, turn: int) -> Markup:
    return Markup("<li>{}<span class='fc-near-text' dir='auto'>{}</span></li>").format(
        link(f"near-{turn}-{quote.n}", facts(quote.outlet, quote.published), classes="fc-open"),
        shortened(quote.text, 220),
    )


def shortened(text: str, most: int) -> str:
    """The beginning of `text` up to a word's end, with … where something is left out."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0] + " …"


def _standalone(answer: Answer) -> Markup:
    if _folded(answer.standalone_question) == _folded(answer.question):
        return Markup("")
    return Markup('<p class="fc-standalone" dir="auto">Understood as: {}</p>').format(
        answer.standalone_question
    )


def _folded(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip("?.! ")


def _notes(answer: Answer) -> Markup:
    return joined(Markup('<p class="fc-note">{}</p>').format(note) for note in answer.notes)


def _fine_print(answer: Answer) -> Markup:
    took = answer.seconds.get("total")
    spent = f" in {duration(took)}" if took is not None else ""
    return Markup('<p class="fc-fine">{} searched{} · reader: {}</p>').format(
        counted(answer.index.articles, "article"), spent, answer.index.reader
    )
