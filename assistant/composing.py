"""From passages and what the reader made of them to an answer's parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.abstention import confidence
from assistant.answer import Finding, Quote, ShortAnswer, Statement
from assistant.candidates import Candidate, candidates
from assistant.findings import findings
from assistant.grouping import Group, group
from assistant.presumption import denial
from assistant.questions import expect
from assistant.quotes import QuoteBook, Texts
from assistant.reader.base import Reader, ReadResult
from assistant.settings import AnswerSettings
from assistant.speakers import find_speaker
from assistant.statements import statements
from assistant.yes_no import yes_no_answer, yes_no_groups
from index.passage import Hit


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found for a question: `sure` says whether it is enough to answer.

    `found` are all spans that were weighed, heaviest first. Without `sure`, `short_answer` and
    what follows it is empty; `denial` is then the quote that denies what the question presumes.
    """

    sure: bool
    found: tuple[Candidate, ...]
    short_answer: ShortAnswer | None = None
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    denial: Quote | None = None


def draft(
    question: str,
    hits: Sequence[Hit],
    results: Sequence[ReadResult],
    texts: Texts,
    reader: Reader,
    settings: AnswerSettings,
) -> Draft:
    """Weigh, group, quote and guard. Never raises for an odd question; it is then not `sure`."""
    expected = expect(question)
    found = tuple(candidates(question, expected, hits, results, settings))
    if expected.kind == "yes_no":
        groups = yes_no_groups(question, hits, reader, settings)
    else:
        groups = group(found, expected, settings)
    if confidence(groups) < settings.threshold(reader.name):
        return Draft(False, found)
    if expected.kind != "yes_no":
        denied = _denied(question, hits, texts, reader, settings)
        if denied is not None:
            return Draft(False, found, denial=denied)
    book = QuoteBook(texts)
    shown = findings(groups, texts, book, settings)
    quotes = book.all()
    told, notes = statements(shown, quotes)
    dropped = book.note()
    notes = (*notes, dropped) if dropped else notes
    if not shown or not told or shown[0].relation != "main":
        return Draft(False, found, notes=notes)
    short: ShortAnswer | None
    if expected.kind == "yes_no":
        short = yes_no_answer(groups[0], expected)
    else:
        short = _short_answer(shown[0], quotes)
    if short is None:
        return Draft(False, found, notes=(*notes, "The short answer does not stand in its quotes."))
    return Draft(True, found, short, told, shown, quotes, notes)


def _denied(
    question: str,
    hits: Sequence[Hit],
    texts: Texts,
    reader: Reader,
    settings: AnswerSettings,
) -> Quote | None:
    heard = denial(question, hits, reader, settings)
    if heard is None:
        return None
    return QuoteBook(texts).add(
        heard.hit.article, heard.span, heard.text, speaker=find_speaker(heard.text)
    )


def _short_answer(main: Finding, quotes: Sequence[Quote]) -> ShortAnswer | None:
    """The first finding as the short answer, where it stands in its quotes word for word."""
    if not any(main.text in quote.text for quote in quotes if quote.n in main.quotes):
        return None
    return ShortAnswer(text=main.text, value=main.value, kind=main.kind)


def best_groups(
    question: str, hits: Sequence[Hit], results: Sequence[ReadResult], settings: AnswerSettings
) -> list[Group]:
    """The values that answer, heaviest first, without quoting: for measuring and tuning."""
    expected = expect(question)
    return group(candidates(question, expected, hits, results, settings), expected, settings)
