"""A checked text: every claim marked by verdict, and its evidence beside it."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup, escape

from assistant.answer import Check, ClaimVerdict, StanceQuote
from ui.rendering.elements import facts, joined, link, notice
from ui.words import STANCE_WORDS, VERDICT_WORDS, counted

_LONG_WORD = 24


def summary_html(check: Check) -> Markup:
    """`3 claims: 1 supported, 1 refuted, ...` with the signs that the marks carry."""
    counts = Counter(claim.verdict for claim in check.claims)
    parts = joined(
        Markup(
            '<li class="fc-verdict fc-{verdict}"><span aria-hidden="true">{sign}</span> '
            "{n} {word}</li>"
        ).format(verdict=verdict, sign=sign, n=counts[verdict], word=word)
        for verdict, (sign, word) in VERDICT_WORDS.items()
        if counts[verdict]
    )
    return Markup('<div class="fc-summary" role="status"><p>{}</p><ul>{}</ul></div>').format(
        counted(len(check.claims), "claim"), parts
    )


def check_html(check: Check) -> str:
    """The text with its claims marked; each mark links to its evidence card `#claim-N`."""
    if not check.claims:
        return str(
            notice("empty", "No claim found", "Nothing in this text states something to check.")
        )
    return str(
        Markup(
            '{}<div class="fc-checked" dir="auto" aria-label="Checked text" role="group">{}</div>'
        ).format(summary_html(check), _marked_text(check))
    )


def evidence_html(check: Check) -> str:
    """A card for each claim: verdict, why, and the quotes for and against."""
    if not check.claims:
        return str(notice("empty", "No evidence", "There was no claim to look up."))
    cards = joined(_card(claim, number) for number, claim in enumerate(check.claims, 1))
    return str(
        Markup(
            '<section class="fc-sources" aria-label="Evidence">'
            '<h2 class="fc-pane-title">Evidence</h2>'
            '<ol class="fc-cards">{}</ol></section>'
        ).format(cards)
    )


def no_evidence_html() -> str:
    """What the evidence pane says before a text was checked."""
    return str(
        notice("empty", "Evidence appears here", "For each claim: the quotes for and against it.")
    )


def _marked_text(check: Check) -> Markup:
    pieces: list[Markup] = []
    at = 0
    for number, claim in sorted(enumerate(check.claims, 1), key=lambda pair: pair[1].start):
        if claim.start < at:
            continue
        pieces.append(escape(check.text[at : claim.start]))
        pieces.append(_mark(check.text[claim.start : claim.end], claim, number))
        at = claim.end
    pieces.append(escape(check.text[at:]))
    return joined(pieces)


def _mark(text: str, claim: ClaimVerdict, number: int) -> Markup:
    sign, word = VERDICT_WORDS[claim.verdict]
    # The sign stays on the line of the first word.
    first, space, rest = text.partition(" ")
    if len(first) > _LONG_WORD:
        first, space, rest = "", "", text
    inner = Markup(
        '<span class="fc-keep"><span class="fc-sign" aria-hidden="true">{}</span>'
        '<span class="fc-sr">{}: </span>{}</span>{}{}'
    ).format(sign, word, first, space, rest)
    return link(f"claim-{number}", inner, classes=f"fc-claim fc-{claim.verdict}")


def _card(claim: ClaimVerdict, number: int) -> Markup:
    sign, word = VERDICT_WORDS[claim.verdict]
    against = [quote for quote in claim.quotes if quote.stance == "refutes"]
    supporting = [quote for quote in claim.quotes if quote.stance == "supports"]
    other = [quote for quote in claim.quotes if quote.stance == "neutral"]
    return Markup(
        '<li class="fc-card fc-claim-card" id="claim-{number}" tabindex="-1">'
        '<p class="fc-verdict fc-{verdict}"><span aria-hidden="true">{sign}</span> {word}'
        '<span class="fc-confidence"> {confidence:.0f}% sure</span></p>'
        '<p class="fc-card-title" dir="auto">{claim}</p><p class="fc-why">{why}</p>{quotes}</li>'
    ).format(
        number=number,
        verdict=claim.verdict,
        sign=sign,
        word=word,
        confidence=claim.confidence * 100,
        claim=claim.claim,
        why=claim.why,
        quotes=joined(
            _side(title, quotes, number)
            for title, quotes in (("For", supporting), ("Against", against), ("Nearest", other))
            if quotes
        ),
    )


def _side(title: str, quotes: list[StanceQuote], number: int) -> Markup:
    items = joined(
        Markup(
            '<li class="fc-stance-{stance}"><p class="fc-card-head">{facts}</p>'
            '<blockquote class="fc-quote" dir="auto">{text}</blockquote>'
            '<p class="fc-small">{says} · {open}</p></li>'
        ).format(
            stance=quote.stance,
            facts=facts(quote.outlet, quote.published),
            text=quote.text,
            says=STANCE_WORDS[quote.stance],
            open=link(f"evidence-{number}-{quote.n}", quote.title, classes="fc-open"),
        )
        for quote in quotes
    )
    return Markup('<p class="fc-label">{}</p><ul class="fc-side">{}</ul>').format(title, items)
