"""From passages and what the reader made of them to an answer's parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Finding, Quote, ShortAnswer, Statement
from assistant.asking.abstention import confidence
from assistant.asking.candidate import Candidate
from assistant.asking.candidates import candidates
from assistant.asking.developments import Source, developments
from assistant.asking.findings import findings
from assistant.asking.grouping import Group, group
from assistant.asking.presumption import denial
from assistant.asking.rivals import Asked
from assistant.asking.statements import statements
from assistant.asking.yes_no import claim_of, yes_no_answer, yes_no_groups
from assistant.questions.expected import expect
from assistant.questions.types import Expected
from assistant.quotes import QuoteBook
from assistant.reader.base import Reader, ReadResult
from assistant.settings import AnswerSettings
from assistant.speech.saying import speaker_in
from index.passage import Filters, Hit


@dataclass(frozen=True, slots=True)
class Means:
    """What answers are made with."""

    source: Source
    reader: Reader
    settings: AnswerSettings


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found for a question: `sure` says whether it is enough to answer.

    `found` are all spans that were weighed, heaviest first; `confidence` is the probability that
    the articles answer. Without `sure`, `short_answer` and what follows it is empty; `denial` is
    then the quote that denies what the question presumes.
    """

    sure: bool
    found: tuple[Candidate, ...]
    confidence: float
    short_answer: ShortAnswer | None = None
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    denial: Quote | None = None


def draft(
    question: str,
    filters: Filters,
    hits: Sequence[Hit],
    results: Sequence[ReadResult],
    means: Means,
) -> Draft:
    """Weigh, group, quote and guard. Never raises for an odd question; it is then not `sure`."""
    settings = means.settings
    expected = expect(question)
    found = tuple(candidates(question, expected, hits, results, settings))
    after: Sequence[Group] = ()
    if expected.kind == "yes_no":
        claim = claim_of(question)
        groups = yes_no_groups(claim, hits, means.reader)
        if groups:
            after = developments(claim, groups[0], filters, means.source, settings)
    else:
        groups = group(found, expected, settings)
    yes_no = expected.kind == "yes_no"
    sure = _sure_of(groups) if yes_no else confidence(question, groups, hits, settings)
    if sure < (settings.threshold_yes_no if yes_no else settings.threshold):
        return Draft(False, found, sure)
    if expected.kind != "yes_no":
        denied = _denied(question, hits, means)
        if denied is not None:
            return Draft(False, found, sure, denial=denied)
    asked = None if yes_no else Asked.of(question, expected, hits)
    return _quoted(groups, after, expected, asked, Draft(True, found, sure), means)


def _sure_of(groups: Sequence[Group]) -> float:
    return groups[0].answerable if groups else 0.0


def _quoted(
    groups: Sequence[Group],
    after: Sequence[Group],
    expected: Expected,
    asked: Asked | None,
    bare: Draft,
    means: Means,
) -> Draft:
    """`bare` with findings, quotes and statements; not sure where none of them still stands."""
    book = QuoteBook(means.source)
    shown = findings(groups, means.source, book, means.settings, asked=asked, after=after)
    quotes = book.all()
    told, notes = statements(shown, quotes)
    dropped = book.note()
    notes = (*notes, dropped) if dropped else notes
    main = next((finding for finding in shown if finding.relation == "main"), None)
    if main is None or not told or main.text not in "\n".join(quote.text for quote in quotes):
        return Draft(False, bare.found, bare.confidence, notes=notes)
    if expected.kind == "yes_no":
        short = yes_no_answer(groups[0], expected)
    else:
        short = ShortAnswer(text=main.text, value=main.value, kind=main.kind)
    return Draft(True, bare.found, bare.confidence, short, told, shown, quotes, notes)


def _denied(question: str, hits: Sequence[Hit], means: Means) -> Quote | None:
    """The quote that denies what `question` takes for granted."""
    heard = denial(question, hits, means.reader, means.settings)
    if heard is None:
        return None
    article = heard.hit.article
    speaker = speaker_in(means.source, article.id, heard.span)
    return QuoteBook(means.source).add(article, heard.span, heard.text, speaker=speaker)
