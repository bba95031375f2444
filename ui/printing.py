"""Answers, checks and verifications as plain text for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from assistant.answer import Answer, Check, Quote
from ui.words import RELATION_WORDS, VERDICT_WORDS, dated, origins_in_words, short_words

if TYPE_CHECKING:
    from assistant.receipts.verifying import VerifyReport

_WIDTH = 96


def answer_text(answer: Answer) -> str:
    """The short answer, the statements with [n], what differs, and the quotes."""
    lines: list[str] = []
    if answer.standalone_question != answer.question:
        lines += [f"Asked: {answer.standalone_question}", ""]
    if answer.abstained:
        lines.append(answer.reason or "The articles don't say.")
        if answer.nearest:
            lines += ["", "Nearest passages:", *_quotes(answer.nearest)]
        return "\n".join([*lines, *_notes(answer)])
    if answer.short_answer:
        lines += [short_words(answer.short_answer), ""]
    lines += _worded(answer)
    for statement in answer.statements:
        marks = "".join(f"[{n}]" for n in statement.quotes)
        lines.append(_wrapped(f"{statement.text} {marks}"))
    if len(answer.findings) > 1:
        lines += ["", "What the articles say:"]
        for found in answer.findings:
            marks = "".join(f"[{n}]" for n in found.quotes)
            when = f", as of {dated(found.as_of)}" if found.as_of else ""
            lines.append(
                f"  {RELATION_WORDS[found.relation]}: {found.text}"
                f" ({origins_in_words(found.origins)}{when}) {marks}"
            )
    return "\n".join([*lines, "", "Quotes:", *_quotes(answer.quotes), *_notes(answer)])


def _worded(answer: Answer) -> list[str]:
    """What a language model wrote, if one did, with what failed marked."""
    if answer.wording is None:
        return []
    if answer.wording.failure:
        return [f"{answer.wording.model}: {answer.wording.failure}", ""]
    lines = []
    for sentence in answer.wording.sentences:
        marks = "".join(f"[{n}]" for n in sentence.quotes)
        sign = {"proven": "", "struck": "✗ ", "uncited": "? "}[sentence.state]
        reason = f" ({sentence.reason})" if sentence.reason else ""
        lines.append(_wrapped(f"{sign}{sentence.text} {marks}{reason}"))
    total = len(answer.wording.sentences)
    passed = f"{answer.wording.passed} of {total} sentences passed the checks"
    return [*lines, f"Worded by {answer.wording.model}: {passed}.", "", "Without it:"]


def check_text(check: Check) -> str:
    """Each claim with its verdict, the reason and the quotes."""
    if not check.claims:
        return "No claim that could be checked was found in the text."
    blocks = []
    for claim in check.claims:
        sign, word = VERDICT_WORDS[claim.verdict]
        lines = [f"{sign} {word.upper()}  {claim.claim}", f"    {claim.why}"]
        for quote in claim.quotes:
            lines.append(_wrapped(f"[{quote.n}] {quote.stance}: “{quote.text}”", "    "))
            lines.append(f"        {_source(quote)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def verify_text(report: VerifyReport) -> str:
    """What stands, what moved, what is gone."""
    lines = [report.summary]
    for quote in report.quotes:
        start = " ".join(quote.text.split())[:70]
        lines.append(f"  [{quote.n}] {quote.standing}: {quote.reason} “{start}…”")
    return "\n".join(lines)


def _quotes(quotes: tuple[Quote, ...]) -> list[str]:
    lines = []
    for quote in quotes:
        lines.append(_wrapped(f"[{quote.n}] “{' '.join(quote.text.split())}”", "  "))
        lines.append(f"      {_source(quote)}")
    return lines


def _source(quote: Quote) -> str:
    facts = (quote.outlet, dated(quote.published), quote.title, quote.article_id)
    return " · ".join(fact for fact in facts if fact)


def _notes(answer: Answer) -> list[str]:
    return ["", *(f"Note: {note}" for note in answer.notes)] if answer.notes else []


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
