"""Sentences of an answer: what a quote says, told with who says it, where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import shorten

from assistant.answer import Finding, Quote, Relation, Statement
from assistant.guard import check_statement
from assistant.speech.naming import in_sentence
from corpus.partial_date import PartialDate

_LONGEST = 320
_TITLE = 70
_LEADS: dict[Relation, str] = {
    "main": "",
    "agrees": "",
    "differs": "By contrast: ",
    "earlier": "Earlier: ",
    "later": "Later: ",
}
_BREAK = re.compile(r"(?<=[,;:])\s+|\s+[–—-]+\s+")


def credit(quote: Quote, told: str | None = None) -> str:
    """Who says it, where and when: "according to Vladimir Putin, RBTH, October 16, 2015".

    `told` is the day that an undated article itself gives to what it reports.
    """
    parts = [f"according to {in_sentence(quote.speaker)}"] if quote.speaker else []
    parts.append(quote.outlet or f"“{shorten(quote.title, _TITLE, placeholder=' …')}”")
    date = published(quote)
    day = PartialDate.parse(told) if told and not date else None
    parts.append(
        date.display() if date else f"undated, tells of {day.display()}" if day else "undated"
    )
    return ", ".join(parts)


def published(quote: Quote) -> PartialDate | None:
    """The publishing date of a quote's article."""
    return PartialDate.parse(quote.published) if quote.published else None


def excerpt(sentence: str, core: str) -> str:
    """`sentence` on one line; where it is long, the clauses around `core` with an ellipsis."""
    sentence = " ".join(sentence.split())
    core = " ".join(core.split())
    at = sentence.find(core)
    if len(sentence) <= _LONGEST or at < 0:
        return sentence
    breaks = [0, *(match.end() for match in _BREAK.finditer(sentence)), len(sentence)]
    middle = at + len(core) // 2
    start = min((b for b in breaks if b <= at and middle - b < _LONGEST // 2), default=at)
    end = max((b for b in breaks if b >= at + len(core) and b - start < _LONGEST), default=0)
    end = end or min(len(sentence), at + len(core) + 80)
    head = "… " if start else ""
    tail = " …" if end < len(sentence) else ""
    return f"{head}{sentence[start:end].strip()}{tail}"


def statements(
    findings: Sequence[Finding], quotes: Sequence[Quote]
) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """A statement for each finding, and a note for each that its quotes did not prove."""
    by_number = {quote.n: quote for quote in quotes}
    made: list[Statement] = []
    notes: list[str] = []
    told: set[int] = set()
    for finding in findings:
        first = by_number[finding.quotes[0]]
        if first.n in told:
            continue
        told.add(first.n)
        credited = credit(first, _day(finding))
        text = f"{_LEADS[finding.relation]}{excerpt(first.text, finding.text)} ({credited})"
        result = check_statement(text, [first.text], anchors=[published(first)], context=[credited])
        if not result.ok:
            notes.append(f"A statement was left out: {result.reason}")
            continue
        made.append(Statement(text=text, quotes=finding.quotes, speaker=first.speaker))
    return tuple(made), tuple(notes)


def _day(finding: Finding) -> str | None:
    """The day that a finding's article gives to what it reports; a date that answers is no such."""
    return None if finding.kind == "date" else finding.event_date
