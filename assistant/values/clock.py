"""Resolves what a date leaves unsaid against the date of its article, or leaves it unsaid."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from corpus.partial_date import PartialDate

Tense = str  # "past", "future" or "" where the sentence does not show it

# A date without a year that lies this many days ahead may as well be meant ("the Nov. 3 vote").
_MAYBE_AHEAD = 75

_FUTURE = (
    r"(?:will|shall|won['’]t|going to|due|scheduled|expected|slated|set (?:to|for)|plans? to|"
    r"planned|planning to|upcoming|hopes? to|intends? to|to be)"
)
_PAST = (
    r"(?:said|says|told|was|were|had|did|has|announced|reported|wrote|added|began|came|took|"
    r"became|since|ago|last)"
)
_FUTURE_BEFORE = re.compile(
    rf"\b{_FUTURE}\b(?:(?!\b{_PAST}\b|[;.!?]\s).)*$|\b(?:until|ahead of|next)\s+(?:the\s+)?$",
    re.I | re.S,
)
_FUTURE_AFTER = re.compile(
    rf"^(?:(?!\b(?:{_PAST}|\w{{3,}}ed|that|which|who)\b|[;.!?]\s).){{0,50}}?"
    r"\b(?:will|is (?:due|set|scheduled|expected|to))\b",
    re.I | re.S,
)
_PAST_BEFORE = re.compile(rf"(?:\b{_PAST}|\b\w{{2,}}ed)\b[^;.!?]*$", re.I)


def tense_at(text: str, start: int, end: int) -> Tense:
    """Whether the words around a date speak of what is to come or of what has been."""
    before = text[max(0, start - 80) : start]
    if _FUTURE_BEFORE.search(before):
        return "future"
    if _PAST_BEFORE.search(before):
        return "past"
    return "future" if _FUTURE_AFTER.match(text[end : end + 70]) else ""


@dataclass(frozen=True, slots=True)
class Clock:
    """An article's date as the "now" of its text. None is returned where it cannot tell."""

    anchor: PartialDate | None

    @property
    def day(self) -> dt.date | None:
        """The whole date, if it is known."""
        return self.anchor.whole if self.anchor else None

    @property
    def year(self) -> int | None:
        return self.anchor.year if self.anchor else None

    def year_of(self, month: int, day: int | None, tense: Tense) -> int | None:
        """The year of a month, or of a day in it, that was named without one.

        News names the latest such day that is past, or the next one where the sentence speaks of
        the future. One shortly ahead in a sentence without tense stays without a year.
        """
        if self.anchor is None or self.anchor.year is None or self.anchor.month is None:
            return None
        year = self.anchor.year
        if day is None or self.day is None:
            here, there = self.anchor.month, month
            ahead_days = ((there - here) % 12) * 30
        else:
            shown = _date(year, month, day)
            if shown is None:  # 29 February: which leap year is for the text to say
                return None
            here, there = self.day.timetuple().tm_yday, shown.timetuple().tm_yday
            ahead_days = (there - here) % 365
        if here == there:
            return year
        passed = there < here
        if tense == "future":
            return year + 1 if passed else year
        if ahead_days <= _MAYBE_AHEAD:
            return None
        return year if passed else year - 1

    def weekday(self, number: int, which: str, tense: Tense) -> dt.date | None:
        """The day that "Friday", "last Friday" or "next Friday" means."""
        today = self.day
        if today is None:
            return None
        back = (today.weekday() - number) % 7
        if which == "last":
            return _shift(today, -(back or 7))
        if which == "next" or (tense == "future" and back):
            return _shift(today, 7 - back)
        return _shift(today, -back)

    def days(self, shift: int) -> PartialDate | None:
        """The day `shift` days after the article's."""
        if self.day is not None:
            moved = _shift(self.day, shift)
            return PartialDate.of(moved) if moved else None
        anchor = self.anchor
        if anchor is None or anchor.month is None or anchor.day is None:
            return None
        # Without a year, a day's neighbour is known unless February's end lies between.
        moved = _shift(dt.date(2001, anchor.month, anchor.day), shift) if _plain(anchor) else None
        leap = _shift(dt.date(2000, anchor.month, anchor.day), shift)
        if moved is None or leap is None or (moved.month, moved.day) != (leap.month, leap.day):
            return None
        return PartialDate(None, moved.month, moved.day)

    def months(self, shift: int) -> PartialDate | None:
        """The month `shift` months after the article's."""
        anchor = self.anchor
        if anchor is None or anchor.month is None:
            return None
        if anchor.year is None:
            return PartialDate(None, (anchor.month - 1 + shift) % 12 + 1)
        index = anchor.year * 12 + anchor.month - 1 + shift
        return _partial(index // 12, index % 12 + 1)

    def years(self, shift: int) -> PartialDate | None:
        """The year `shift` years after the article's."""
        return _partial(self.year + shift) if self.year is not None else None

    def week(self, shift: int) -> tuple[PartialDate, PartialDate] | None:
        """Monday and Sunday of the week `shift` weeks after the article's."""
        return self._stretch(7 * shift, 0, 6)

    def weekend(self, shift: int) -> tuple[PartialDate, PartialDate] | None:
        """Saturday and Sunday of that week."""
        return self._stretch(7 * shift, 5, 6)

    def _stretch(self, shift: int, first: int, last: int) -> tuple[PartialDate, PartialDate] | None:
        monday = _shift(self.day, shift - self.day.weekday()) if self.day else None
        start = _shift(monday, first) if monday else None
        end = _shift(monday, last) if monday else None
        return (PartialDate.of(start), PartialDate.of(end)) if start and end else None


def month_end(date: PartialDate, months: int) -> PartialDate:
    """The month `months` after `date`'s month, year kept unknown if it is."""
    month = (date.month or 1) - 1 + months
    return PartialDate(None if date.year is None else date.year + month // 12, month % 12 + 1)


def days_in(month: int, year: int | None) -> int:
    """The number of days of a month; a leap year stands in for an unknown one."""
    return calendar.monthrange(year or 2000, month)[1]


def _shift(day: dt.date, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _partial(year: int, month: int | None = None) -> PartialDate | None:
    return PartialDate(year, month) if 1 <= year <= 9999 else None


def _plain(anchor: PartialDate) -> bool:
    return (anchor.month, anchor.day) != (2, 29)
