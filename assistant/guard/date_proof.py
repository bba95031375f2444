"""Whether a date of a statement stands in its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.guard.evidence import Evidence
from assistant.values.calendar_words import WEEKDAYS
from assistant.values.dates import DateMention, date_mentions, earliest, latest
from assistant.values.types import DateValue
from corpus.partial_date import PartialDate

# Says no more than an order of events.
_NEXT = re.compile(r"the (?:previous|following|next) (?:day|week|month|year)")


def date_stands(mention: DateMention, text: str, evidence: Evidence) -> bool:
    """Whether a quote says the date, resolved against its article's date, or a closer one.

    `text` is the statement that `mention` is in. Words such as "on Friday" stand where a quote
    has them, or where they mean a quote's date in the light of that quote's article.
    """
    words = " ".join(mention.text.casefold().split())
    if words in evidence.low or _NEXT.fullmatch(words):
        return True
    value = mention.value
    if value is not None:
        if not _weekday_fits(words, value, evidence):
            return False
        quoted = _candidates(value, evidence)
        return (
            any(_holds(q, value) for q in quoted)
            or _from_parts(value, quoted)
            or _as_number(mention.text, evidence)
        )
    return any(_read_with(anchor, mention, text, evidence) for anchor in set(evidence.anchors))


def _candidates(value: DateValue, evidence: Evidence) -> list[DateValue]:
    """The quotes' dates that may prove `value`: for a bare year the years they write, if any."""
    quoted = [m.value for m in evidence.dates if m.value is not None]
    written = [q for q in quoted if not q.inferred and q.first.year is not None]
    return written if value.first.month is None and written else quoted


def _as_number(words: str, evidence: Evidence) -> bool:
    """Four figures that the quotes have as a number: 2000 adults."""
    return words.isdigit() and any(n.low == n.high == int(words) for n in evidence.numbers)


def _weekday_fits(words: str, value: DateValue, evidence: Evidence) -> bool:
    """Whether the weekday written with a date stands in the quotes or is that date's."""
    named = re.match(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", words)
    if named is None or re.search(rf"\b{named.group()}\b", evidence.low):
        return True
    day = value.first.whole
    return day is not None and WEEKDAYS[named.group()] == day.weekday()


def _read_with(
    anchor: PartialDate | None, mention: DateMention, text: str, evidence: Evidence
) -> bool:
    again = [m.value for m in date_mentions(text, anchor) if m.start == mention.start and m.value]
    quoted = [m.value for m in evidence.dates if m.value is not None]
    return any(_holds(q, value) for value in again for q in quoted)


def _holds(quoted: DateValue, value: DateValue) -> bool:
    """Whether the quote's date lies within the statement's: 30 September 2015 proves 2015."""
    if value.last is None and quoted.last is None:
        return _within(quoted.first, value.first)
    vague = value.last is None or value.approx or value.inferred or value.label
    low, high = (earliest(value), latest(value)) if vague else (None, None)
    first, last = earliest(quoted), latest(quoted)
    if low and high and first and last:
        return low <= first and last <= high
    return (value.first, value.last) == (quoted.first, quoted.last)


def _within(quoted: PartialDate, value: PartialDate) -> bool:
    pairs = ((quoted.year, value.year), (quoted.month, value.month), (quoted.day, value.day))
    return all(said is None or said == known for known, said in pairs)


def _from_parts(value: DateValue, quoted: Iterable[DateValue]) -> bool:
    """A range whose ends, or a day whose year, stand in the quotes apart from each other."""
    known = list(quoted)
    if value.last is not None:
        ends = (value.first, value.last)
        parts = [d for q in known for d in (q.first, q.last) if d is not None]
        return all(any(_within(part, end) for part in parts) for end in ends)
    first = value.first
    if first.year is None or first.month is None:
        return False
    day = PartialDate(None, first.month, first.day)
    years = {q.first.year for q in known if q.first.month is None}
    return first.year in years and any(
        q.first.year is None and q.last is None and _within(q.first, day) for q in known
    )
