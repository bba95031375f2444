"""A receipt as one HTML page that loads nothing, runs nothing and escapes everything."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.answer import Answer, Check, Quote, StanceQuote
from assistant.checking.words import VERDICT_WORDS
from assistant.receipts.receipt import Receipt

_STYLE = """
:root{color-scheme:light dark;--ink:#1c1c1e;--page:#fff;--soft:#5a5a60;--line:#d8d8dc;
--for:#1a7f37;--against:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8ea;--page:#161618;--soft:#a5a5ad;--line:#3a3a3f;
--for:#5fd07d;--against:#ff8a80}}
body{font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--page);
max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
blockquote{margin:.5rem 0;padding:.25rem 0 .25rem 1rem;border-left:4px solid var(--line);
white-space:pre-line}
figure{margin:1.25rem 0}figcaption,footer,.soft{color:var(--soft);font-size:.875rem}
.short{font-size:1.3rem;font-weight:600}
.supports blockquote{border-color:var(--for)}.refutes blockquote{border-color:var(--against)}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem}
@media print{body{margin:0}}
"""


def page(receipt: Receipt) -> str:
    """The whole receipt as an HTML document of its own."""
    result = receipt.result
    title = result.question if isinstance(result, Answer) else "Checked text"
    body = _answer(result) if isinstance(result, Answer) else _check(result)
    info = result.index
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        # Nothing may be loaded or run, whatever a browser makes of the rest.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>{body}</main>"
        f"<footer><p>{escape(receipt.program.name)} {escape(receipt.program.version)}, "
        f"{escape(receipt.created)}. Index {escape(info.version)} with {info.articles} articles; "
        f"embedder {escape(info.embedder)}; reader {escape(info.reader)}.</p>"
        f"<p>{escape(receipt.digest)}</p></footer></body></html>\n"
    )


def _answer(answer: Answer) -> str:
    parts = [f"<h1>{escape(answer.question)}</h1>"]
    if answer.standalone_question != answer.question:
        parts.append(f'<p class="soft">Understood as: {escape(answer.standalone_question)}</p>')
    if answer.short_answer:
        parts.append(f'<p class="short">{escape(answer.short_answer.text)}</p>')
    if answer.reason:
        parts.append(f"<p>{escape(answer.reason)}</p>")
    for statement in answer.statements:
        marks = ", ".join(f'<a href="#q{n}">{n}</a>' for n in statement.quotes)
        parts.append(f"<p>{escape(statement.text)} [{marks}]</p>")
    parts += [f'<p class="soft">{escape(note)}</p>' for note in answer.notes]
    if answer.quotes:
        parts.append("<h2>Quotes</h2>" + _quotes(answer.quotes, "q"))
    if answer.nearest:
        parts.append("<h2>Nearest passages</h2>" + _quotes(answer.nearest, "near"))
    return "".join(parts)


def _check(check: Check) -> str:
    parts = ["<h1>Checked text</h1>"]
    for number, claim in enumerate(check.claims, 1):
        parts.append(
            f"<section><h2>{number}. {escape(claim.claim)}</h2>"
            f"<p><strong>{VERDICT_WORDS[claim.verdict]}</strong> ({claim.confidence:.0%}). "
            f"{escape(claim.why)}</p>{_quotes(claim.quotes, f'c{number}q')}</section>"
        )
    return "".join(parts)


def _quotes(quotes: Iterable[Quote], anchor: str) -> str:
    return "".join(_quote(quote, anchor) for quote in quotes)


def _quote(quote: Quote, anchor: str) -> str:
    stance = quote.stance if isinstance(quote, StanceQuote) else ""
    where = ", ".join(escape(part) for part in (quote.outlet, quote.published) if part)
    said = f"<strong>{stance}</strong> " if stance else ""
    title = escape(quote.title)
    if quote.url and quote.url.startswith(("https://", "http://")):
        title = f'<a href="{escape(quote.url)}" rel="noreferrer noopener">{title}</a>'
    return (
        f'<figure id="{anchor}{quote.n}" class="{stance}"><figcaption>[{quote.n}] {said}{title}'
        f"{f' ({where})' if where else ''}</figcaption>"
        f"<blockquote>{escape(quote.text)}</blockquote>"
        f"<figcaption>{escape(quote.path)}, characters {quote.start} to {quote.end}</figcaption>"
        "</figure>"
    )
