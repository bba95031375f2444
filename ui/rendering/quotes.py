"""The source pane: the quotes of an answer as cards."""

from __future__ import annotations

from markupsafe import Markup

from assistant.answer import Answer, Quote
from assistant.quotes import sources
from assistant.speech.naming import in_sentence
from ui.rendering.elements import facts, joined, link, notice
from ui.words import counted

_LONG = 1200


def sources_html(answer: Answer, turn: int) -> str:
    """Every quote of an answer, or the nearest passages of an abstention."""
    if answer.abstained:
        title, quotes, target = "Nearest passages", answer.nearest, f"near-{turn}"
    else:
        title, quotes, target = "Sources", answer.quotes, f"quote-{turn}"
    if not quotes:
        return str(notice("empty", "No sources", "Nothing in the articles comes close."))
    origins = sources(quotes)
    return str(
        Markup(
            '<section class="fc-sources" aria-label="{title}">'
            '<h2 class="fc-pane-title">{title}</h2>'
            '<p class="fc-pane-sub">{quotes} from {origins}</p><ol class="fc-cards">{cards}</ol>'
            "</section>"
        ).format(
            title=title,
            quotes=counted(len(quotes), "quote"),
            origins=counted(origins, "independent source"),
            cards=joined(quote_card(quote, f"{target}-{quote.n}") for quote in quotes),
        )
    )


def quote_card(quote: Quote, target: str) -> Markup:
    """One quote with its source; its title opens it in its article."""
    # A quote that is cut off by scrolling has to be reachable by keyboard.
    scrolls = Markup(' tabindex="0" role="group" aria-label="long quote"')
    return Markup(
        '<li class="fc-card"><p class="fc-card-head"><span class="fc-n">{n}</span>{facts}</p>'
        '<p class="fc-card-title" dir="auto">{title}</p>'
        '<blockquote class="fc-quote" dir="auto"{scrolls}>{text}</blockquote>{speaker}</li>'
    ).format(
        n=quote.n,
        facts=facts(quote.outlet, quote.published),
        title=link(target, quote.title, classes="fc-open"),
        text=quote.text,
        scrolls=scrolls if len(quote.text) > _LONG else "",
        speaker=Markup('<p class="fc-speaker">said by {}</p>').format(in_sentence(quote.speaker))
        if quote.speaker
        else "",
    )


def no_sources_html() -> str:
    """What the source pane says before anything was asked."""
    return str(
        notice(
            "empty",
            "Sources appear here",
            "Every sentence of an answer carries a number: it opens the quote in its article.",
        )
    )
