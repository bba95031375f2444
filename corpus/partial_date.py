"""A calendar date of which only some parts may be known."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_ISO = re.compile(r"(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?)")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with year, month or day unknown (None); a day is never known without its month.

    Its text form is ISO 8601, shortened: `2015-09-30`, `2015-09`, `2015`, and without a year
    `--09-27`, `--09`. Raises ValueError for what no calendar has.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year is None and self.month is None:
            raise ValueError("a date needs a year or a month")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"no such year: {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        if self.day is None or self.month is None:
            return
        # A leap year stands in for an unknown one, so that --02-29 is a date.
        if not 1 <= self.day <= calendar.monthrange(self.year or 2000, self.month)[1]:
            raise ValueError(f"no such day: {self.year}-{self.month}-{self.day}")

    @classmethod
    def parse(cls, iso: str) -> PartialDate:
        """Read the text form. Raises ValueError on anything else."""
        match = _ISO.fullmatch(iso.strip())
        if not match:
            raise ValueError(f"not a date: {iso!r} (want 2015-09-30, 2015-09, 2015 or --09-27)")
        year, month, day, bare_month, bare_day = (int(g) if g else None for g in match.groups())
        return cls(year, month or bare_month, day or bare_day)

    @classmethod
    def of(cls, date: dt.date) -> PartialDate:
        """The whole date of `date`."""
        return cls(date.year, date.month, date.day)

    def __str__(self) -> str:
        head = "-" if self.year is None else f"{self.year:04d}"
        return head + "".join(f"-{part:02d}" for part in (self.month, self.day) if part is not None)

    @property
    def whole(self) -> dt.date | None:
        """The calendar date when year, month and day are known, else None."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def first(self) -> dt.date | None:
        """The earliest calendar date it can mean; None without a year."""
        if self.year is None:
            return None
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last(self) -> dt.date | None:
        """The latest calendar date it can mean; None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def compatible(self, other: PartialDate) -> bool:
        """Whether every part that both know is the same."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(a is None or b is None or a == b for a, b in pairs)

    def display(self) -> str:
        """As a reader of news writes it: `September 30, 2015`, `September 2015`, `September 27`."""
        if self.month is None:
            return str(self.year)
        day = f" {self.day}" if self.day is not None else ""
        comma = "," if self.day is not None and self.year is not None else ""
        year = f"{comma} {self.year}" if self.year is not None else ""
        return f"{calendar.month_name[self.month]}{day}{year}"
