"""Compares values: may both be true, and do they belong in one finding."""

from __future__ import annotations

import datetime as dt

from assistant.values.dates import earliest, latest
from assistant.values.name_forms import equal_names, same_name
from assistant.values.number_compare import Comparison, compare_numbers, same_number
from assistant.values.types import DateValue, NameValue, NumberValue, Value, normal_words
from corpus.partial_date import PartialDate

__all__ = ["Comparison", "compare", "same_value"]


def compare(a: Value, b: Value) -> Comparison:
    """`equal`, `compatible` (both can be true of one thing) or `differs`; symmetric.

    Dates: 30 September without a year is compatible with 2015-09-30, and so is a month or range
    that holds it. Numbers: "some 7,000" is compatible with "5,000 to 7,000", "2,000" differs, and
    "more than 2,000" is compatible, for a bound only excludes what lies beyond it. Names:
    "Lavrov" is compatible with "Sergei Lavrov". Other words: compatible when all words of the
    shorter stand in the longer. Values of two kinds compare as words.
    """
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return _dates(a, b)
    if isinstance(a, NumberValue) and isinstance(b, NumberValue):
        return compare_numbers(a, b)
    if isinstance(a, NameValue) and isinstance(b, NameValue):
        if equal_names(a, b):
            return "equal"
        return "compatible" if same_name(a, b) else "differs"
    return _words(a, b)


def same_value(a: Value, b: Value) -> bool:
    """Whether both belong in one finding: equal, or compatible and of one picture.

    Stricter than `compare` for bounds: "more than 2,000" is no part of the finding "5,000 to
    7,000", though both may be true; and a bare year says nothing of a day without its year. Not
    transitive: group around the best-supported value.
    """
    if isinstance(a, DateValue) and isinstance(b, DateValue) and not _share(a.first, b.first):
        return False
    if isinstance(a, NumberValue) and isinstance(b, NumberValue):
        return same_number(a, b)
    return compare(a, b) != "differs"


def _share(a: PartialDate, b: PartialDate) -> bool:
    """Whether both name the year, or both the month."""
    return a == b or None not in (a.year, b.year) or None not in (a.month, b.month)


def _dates(a: DateValue, b: DateValue) -> Comparison:
    if (a.first, a.last) == (b.first, b.last):
        return "equal"
    if a.last is None and b.last is None:
        return "compatible" if a.first.compatible(b.first) else "differs"
    spans = _span(a), _span(b)
    if spans[0] and spans[1]:
        return "compatible" if _meet(spans[0], spans[1]) else "differs"
    # Somewhere the year is unknown: compare both within one.
    year = next((d.year for d in (a.first, b.first) if d.year is not None), 2000)
    within = _span_in(a, year), _span_in(b, year)
    if within[0] is None or within[1] is None:
        return "compatible"
    return "compatible" if _meet(within[0], within[1]) else "differs"


def _span(value: DateValue) -> tuple[dt.date, dt.date] | None:
    low, high = earliest(value), latest(value)
    return (low, high) if low and high else None


def _span_in(value: DateValue, year: int) -> tuple[dt.date, dt.date] | None:
    low = _in_year(value.first, year).first()
    high = _in_year(value.last or value.first, year).last()
    return (low, high) if low and high and low <= high else None


def _in_year(date: PartialDate, year: int) -> PartialDate:
    if date.year is not None:
        return date
    day = 28 if (date.month, date.day) == (2, 29) else date.day
    return PartialDate(year, date.month, day)


def _meet(a: tuple[dt.date, dt.date], b: tuple[dt.date, dt.date]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _words(a: Value, b: Value) -> Comparison:
    first, second = normal_words(a.text).split(), normal_words(b.text).split()
    if first == second:
        return "equal"
    if not first or not second or "yes_no" in (a.kind, b.kind):
        return "differs"
    inside = set(first) <= set(second) or set(second) <= set(first)
    return "compatible" if inside else "differs"
