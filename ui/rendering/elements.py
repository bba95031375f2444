"""Small pieces of HTML that the other modules share. Values are escaped by markupsafe."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from ui.words import dated

_LONG_WORD = 24
# One link form for everything that opens something: page.js turns it into an event.
_LINK = Markup('<a class="{classes}" href="#{target}">{inner}</a>')


def joined(parts: Iterable[Markup]) -> Markup:
    """The parts one after the other."""
    return Markup("").join(parts)


def one_line(html: Markup) -> Markup:
    """The same HTML without line breaks, so that Markdown takes it as one raw block."""
    return Markup(" ").join(html.splitlines())


def link(target: str, inner: str | Markup, *, classes: str = "") -> Markup:
    """A link to something on this page; reachable by keyboard as every link is."""
    return _LINK.format(classes=classes, target=target, inner=inner)


def citation(target: str, number: int) -> Markup:
    """The number of a quote as a link; a screen reader hears "quote 2"."""
    inner = Markup('<span class="fc-sr">quote </span>{}').format(number)
    return link(target, inner, classes="fc-cite")


def cited(text: str, prefix: str, numbers: Iterable[int]) -> Markup:
    """The text with its citations behind; the first one never stands alone on a line."""
    marks = joined(citation(f"{prefix}-{n}", n) for n in numbers)
    before, space, last = text.rpartition(" ")
    if len(last) > _LONG_WORD:
        before, space, last = text, " ", ""
    return Markup('{}{}<span class="fc-cites">{} {}</span>').format(before, space, last, marks)


def facts(outlet: str | None, published: str | None) -> Markup:
    """`TASS · September 15`, with a word where one of the two is unknown."""
    return Markup(
        '<span class="fc-outlet" dir="auto">{}</span><span class="fc-dot"> · </span>'
        '<span class="fc-date">{}</span>'
    ).format(outlet or "outlet unknown", dated(published) or "date unknown")


def notice(kind: str, title: str, text: str | Markup = "", hint: str = "") -> Markup:
    """A state of the page told in a box: `kind` is empty, loading, error or done."""
    return Markup(
        '<div class="fc-notice fc-{kind}"{role}><p class="fc-notice-title">{title}</p>'
        "{text}{hint}</div>"
    ).format(
        kind=kind,
        role=Markup(' role="alert"') if kind == "error" else "",
        title=title,
        text=Markup("<p>{}</p>").format(text) if text else "",
        hint=Markup("<p class='fc-hint'>{}</p>").format(hint) if hint else "",
    )


def lines(text: str) -> Markup:
    """Escaped text whose line breaks show."""
    return Markup("<br>").join(escape(line) for line in text.splitlines())
