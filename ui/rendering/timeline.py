"""Change over time, drawn: a line with a mark for each event date and each publishing date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from assistant.answer import Answer
from corpus.partial_date import PartialDate
from ui.rendering.elements import cited, joined
from ui.words import dated

# How far apart two marks are drawn, by the days between them: close, near, apart, far.
_GAPS = ((2, "close"), (14, "near"), (120, "apart"))


@dataclass(frozen=True)
class _Mark:
    date: str
    day: dt.date
    is_event: bool
    text: str
    outlet: str
    quotes: tuple[int, ...]


def timeline_html(answer: Answer, turn: int) -> Markup:
    """The findings on a line, oldest first; nothing where no date tells them apart.

    A filled mark is the day something happened, an open one the day it was reported.
    """
    marks = _marks(answer)
    changed = any(found.relation in ("earlier", "later", "differs") for found in answer.findings)
    if not changed or len({mark.day for mark in marks}) < 2:
        return Markup("")
    days = [mark.day for mark in marks]
    items = joined(
        _item(mark, turn, "first" if n == 0 else _gap(mark.day - days[n - 1]))
        for n, mark in enumerate(marks)
    )
    return Markup(
        '<div class="fc-time"><p class="fc-label">Timeline</p><ol class="fc-timeline">{}</ol></div>'
    ).format(items)


def _item(mark: _Mark, turn: int, gap: str) -> Markup:
    kind = "event" if mark.is_event else "report"
    word = "happened" if mark.is_event else "reported"
    return Markup(
        '<li class="fc-mark-{kind} fc-gap-{gap}"><span class="fc-when">{date}</span> '
        '<span class="fc-kind">{word}</span><span class="fc-what" dir="auto">{text}</span>'
        '<span class="fc-by" dir="auto">{outlet}</span></li>'
    ).format(
        kind=kind,
        gap=gap,
        date=dated(mark.date),
        word=word,
        text=cited(mark.text, f"quote-{turn}", mark.quotes),
        outlet=mark.outlet,
    )


def _marks(answer: Answer) -> list[_Mark]:
    quotes = {quote.n: quote for quote in answer.quotes}
    dated_findings = [
        (found, date, is_event)
        for found in answer.findings
        for iso, is_event in ((found.event_date, True), (found.as_of, False))
        if (date := _read(iso)) is not None
    ]
    # News is told near its day: a date without a year is taken to be of the others' year.
    year = next((date.year for _, date, _ in dated_findings if date.year), 2000)
    marks = []
    for found, date, is_event in dated_findings:
        day = _day(date, year)
        outlets = dict.fromkeys(quotes[n].outlet for n in found.quotes if n in quotes)
        if day is not None:
            outlet = ", ".join(filter(None, outlets))
            marks.append(_Mark(str(date), day, is_event, found.text, outlet, found.quotes))
    return sorted(marks, key=lambda mark: (mark.day, not mark.is_event))


def _read(iso: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(iso) if iso else None
    except ValueError:
        return None


def _day(date: PartialDate, year: int) -> dt.date | None:
    try:
        return PartialDate(date.year or year, date.month, date.day).first()
    except ValueError:
        return None


def _gap(between: dt.timedelta) -> str:
    return next((name for most, name in _GAPS if between.days <= most), "far")
