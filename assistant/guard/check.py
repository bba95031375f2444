"""Checks a statement against the quotes that are to prove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guard.contradiction import contradiction
from assistant.guard.date_proof import date_stands
from assistant.guard.evidence import Evidence, figures_outside
from assistant.guard.name_proof import name_stands
from assistant.guard.number_proof import number_stands
from assistant.values.dates import date_mentions
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from corpus.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class GuardResult:
    """Whether a statement may stand; `missing` are its words that no quote holds.

    `reason` is one sentence for the reader, empty when `ok`.
    """

    ok: bool
    missing: tuple[str, ...] = ()
    reason: str = ""


def check_statement(
    text: str,
    quotes: Sequence[str],
    *,
    anchors: Sequence[PartialDate | None] = (),
    context: Sequence[str] = (),
) -> GuardResult:
    """Check that every number, date and name of `text` stands in `quotes`, and no "not" is lost.

    `anchors` are the dates of the quotes' articles, in the order of the quotes: with them "Sept.
    30" proves "September 30, 2015". `context` are further texts whose names, dates and numbers
    may be used without proving anything said: an article's title, its outlet, the question.
    Values are compared, not strings; negations and opposites ("rose", "fell") must agree. Who did
    what to whom is not checked here: that is the reader's part.
    """
    if not any(quote.strip() for quote in quotes):
        return GuardResult(False, (), "It has no quote.")
    evidence = Evidence.of([*quotes, *context], anchors)
    missing = _missing(text, evidence)
    if missing:
        verb = "does" if len(missing) == 1 else "do"
        shown = ", ".join(f"“{words}”" for words in missing)
        return GuardResult(False, missing, f"{shown} {verb} not stand in its quotes.")
    against = contradiction(text, Evidence.of(quotes, anchors) if context else evidence)
    if against:
        return GuardResult(False, (), f"{against[0].upper()}{against[1:]}.")
    return GuardResult(True)


def _missing(text: str, evidence: Evidence) -> tuple[str, ...]:
    dates, numbers, names = date_mentions(text), find_numbers(text), find_names(text)
    taken = [*((m.start, m.end) for m in dates), *((n.start, n.end) for n in numbers)]
    lost = [(m.start, m.text) for m in dates if not date_stands(m, text, evidence)]
    lost += [(n.start, n.text) for n in numbers if not number_stands(n, evidence)]
    lost += [
        (name.start, name.text)
        for name in names
        if not any(s <= name.start and name.end <= e for s, e in taken)
        and not name_stands(name, evidence)
    ]
    lost += [
        (figure.start(), figure.group())
        for figure in figures_outside(text, taken)
        if figure.group() not in evidence.figures
    ]
    return tuple(dict.fromkeys(" ".join(words.split()) for _, words in sorted(lost)))
