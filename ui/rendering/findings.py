"""Findings side by side: what the sources say, and how many independent ones say it."""

from __future__ import annotations

from markupsafe import Markup

from assistant.answer import Answer, Finding
from assistant.speech.naming import in_sentence
from ui.rendering.elements import cited, facts, joined
from ui.words import origins_in_words

_LONG = 48
# A word beside each: the relation is never told by colour alone.
_TITLES = {
    "main": "Reported",
    "agrees": "In line with it",
    "differs": "Differs",
    "earlier": "Earlier",
    "later": "Later",
}


def findings_html(answer: Answer, turn: int) -> Markup:
    """The findings as cards in a row, the main one first; nothing when there is only one."""
    if len(answer.findings) < 2:
        return Markup("")
    cards = joined(_card(found, answer, turn) for found in answer.findings)
    return Markup(
        '<div class="fc-compare"><p class="fc-label">{}</p><ul class="fc-findings">{}</ul></div>'
    ).format(_heading(answer), cards)


def _heading(answer: Answer) -> str:
    relations = {found.relation for found in answer.findings}
    if "differs" in relations:
        return "The sources differ"
    if relations & {"earlier", "later"}:
        return "What was reported changed over time"
    return "What the sources say"


def _card(found: Finding, answer: Answer, turn: int) -> Markup:
    quotes = {quote.n: quote for quote in answer.quotes}
    first = next((quotes[n] for n in found.quotes if n in quotes), None)
    source = facts(first.outlet, first.published) if first else Markup("")
    said_by = in_sentence(found.speaker or "")
    speaker = Markup('<p class="fc-speaker">said by {}</p>').format(said_by)
    return Markup(
        '<li class="fc-finding fc-{relation}"><p class="fc-relation">{title}</p>'
        '<p class="fc-value{long}" dir="auto">{text}</p>'
        '{speaker}<p class="fc-source">{source}</p><p class="fc-origins">{origins}</p></li>'
    ).format(
        relation=found.relation,
        title=_TITLES[found.relation],
        text=cited(found.text, f"quote-{turn}", found.quotes),
        long=" fc-long" if len(found.text) > _LONG else "",
        speaker=speaker if found.speaker else "",
        source=source,
        origins=origins_in_words(found.origins),
    )
