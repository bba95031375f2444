"""How a question or claim and a passage become one text pair, in training and at run time."""

from __future__ import annotations

import calendar

from corpus.partial_date import PartialDate

TITLE_WORDS = 14


def spoken_date(date: PartialDate) -> str:
    """`17 October 2015`, `October 2015`, `2015`: the words that articles use."""
    month = calendar.month_name[date.month] if date.month else ""
    return " ".join(str(part) for part in (date.day or "", month, date.year or "") if part)


def prefix(title: str, published: PartialDate | None) -> str:
    """What stands in front of a passage: `Title | 17 October 2015 | `, or "" when unknown.

    Long titles are cut: every token of the prefix is paid for once per passage.
    """
    parts = [" ".join(title.split()[:TITLE_WORDS]), spoken_date(published) if published else ""]
    return "".join(f"{part} | " for part in parts if part)
