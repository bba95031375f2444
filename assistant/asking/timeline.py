"""When something was reported, when it happened, and which of two such dates comes first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from assistant.asking.candidate import Candidate
from assistant.quotes import Texts
from assistant.values.dates import find_dates
from corpus.partial_date import PartialDate

_LEAD = 700


@dataclass(frozen=True, slots=True)
class When:
    """`published` is the article's date; `told` the day that its own words give to what it reports.

    `told` comes from the sentence, else from the head of an article without a publishing date.
    """

    published: PartialDate | None
    told: PartialDate | None

    @property
    def reported(self) -> PartialDate | None:
        """The best known date of the report."""
        return self.published or self.told


def when(candidate: Candidate, texts: Texts) -> When:
    """Dates of the report that `candidate` stands in."""
    article = candidate.hit.article
    published = article.published
    told = _first_day(candidate.sentence_text, published)
    if told is None and published is None:
        told = _first_day(texts.text(article.id)[:_LEAD], None)
    return When(published, told)


def _first_day(text: str, anchor: PartialDate | None) -> PartialDate | None:
    """The first date in `text` known to the day."""
    for value in find_dates(text, anchor):
        if value.first.day is not None and not value.approx:
            return value.first
    return None


def days_apart(a: PartialDate | None, b: PartialDate | None) -> int | None:
    """Days from `a` to `b`, negative when `b` is earlier; None where it cannot be told.

    Where one year is unknown both are taken to be of the same one: news is told near its day.
    """
    if a is None or b is None:
        return None
    year = a.year or b.year or 2000
    first, second = _day(a, year), _day(b, year)
    return None if first is None or second is None else (second - first).days


def _day(date: PartialDate, year: int) -> dt.date | None:
    """`date` as a calendar date, in `year` where its own is unknown."""
    try:
        return PartialDate(date.year or year, date.month, date.day).first()
    except ValueError:
        return None
