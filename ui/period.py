"""Dates as a person gives them for a filter: a year, a month or a day."""

from __future__ import annotations

import datetime as dt

from corpus.errors import UsageError
from corpus.partial_date import PartialDate

_HINT = "give a year, month or day: 2015, 2015-09 or 2015-09-30"


def since(text: str | None) -> dt.date | None:
    """The first day that `text` can mean; None for nothing given."""
    return _read(text).first() if text else None


def until(text: str | None) -> dt.date | None:
    """The last day that `text` can mean; None for nothing given."""
    return _read(text).last() if text else None


def _read(text: str) -> PartialDate:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        raise UsageError(f"not a date: {text!r}", hint=_HINT) from None
    if date.year is None:
        raise UsageError(f"a filter needs a year: {text!r}", hint=_HINT)
    return date
