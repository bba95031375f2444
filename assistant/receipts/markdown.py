"""A receipt as a Markdown document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answer import Answer, Check, Quote, StanceQuote
from assistant.checking.words import VERDICT_WORDS
from assistant.receipts.receipt import Receipt

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$:])")


def markdown(receipt: Receipt) -> str:
    """The whole receipt as Markdown; nothing in an article's text can become markup."""
    result = receipt.result
    lines = _answer(result) if isinstance(result, Answer) else _check(result)
    info = result.index
    lines += [
        "---",
        "",
        f"{escape(receipt.program.name)} {escape(receipt.program.version)}, "
        f"{escape(receipt.created)}; index {escape(info.version)} with {info.articles} articles; "
        f"embedder {escape(info.embedder)}, reader {escape(info.reader)}; "
        f"digest `{receipt.digest}`",
    ]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """`text` on one line with every character that Markdown gives a meaning to escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _answer(answer: Answer) -> list[str]:
    lines = [f"# {escape(answer.question)}", ""]
    if answer.standalone_question != answer.question:
        lines += [f"Understood as: {escape(answer.standalone_question)}", ""]
    if answer.short_answer:
        lines += [f"**{escape(answer.short_answer.text)}**", ""]
    if answer.reason:
        lines += [escape(answer.reason), ""]
    for statement in answer.statements:
        marks = ", ".join(str(n) for n in statement.quotes)
        lines += [f"{escape(statement.text)} \\[{marks}\\]", ""]
    lines += [f"- {escape(note)}" for note in answer.notes] + [""] * bool(answer.notes)
    quotes = answer.quotes or answer.nearest
    if quotes:
        lines += ["## Quotes" if answer.quotes else "## Nearest passages", ""]
    return lines + _quotes(quotes)


def _check(check: Check) -> list[str]:
    lines = ["# Checked text", ""]
    for number, claim in enumerate(check.claims, 1):
        lines += [
            f"## {number}\\. {escape(claim.claim)}",
            "",
            f"**{VERDICT_WORDS[claim.verdict]}** \\({claim.confidence:.0%}\\)\\. "
            f"{escape(claim.why)}",
            "",
            *_quotes(claim.quotes),
        ]
    return lines


def _quotes(quotes: Iterable[Quote]) -> list[str]:
    lines = []
    for quote in quotes:
        stance = f"{quote.stance}: " if isinstance(quote, StanceQuote) else ""
        where = ", ".join(part for part in (quote.outlet, quote.published) if part)
        lines += [
            f"**\\[{quote.n}\\]** {stance}{escape(quote.title)}"
            + (f" \\({escape(where)}\\)" if where else ""),
            "",
            f"> {escape(quote.text)}",
            "",
            f"{escape(quote.path)}, characters {quote.start} to {quote.end}",
            "",
        ]
    return lines
