"""Finds dates in text and resolves them against the article's date, never by guessing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.values import date_days, date_periods, date_relative
from assistant.values.clock import Clock
from assistant.values.date_forms import Built, NotADateError, Rule, Scene
from assistant.values.types import DateValue
from corpus.partial_date import PartialDate

__all__ = [
    "DateMention",
    "DateValue",
    "date_mentions",
    "earliest",
    "find_dates",
    "latest",
    "parse_date",
]

# Nothing that a rule could match lacks all of these; most sentences end here.
_GATE = re.compile(
    r"\d|day|night|year|month|week|decade|quarter|half|spring|summer|autumn|fall|winter|tomorrow|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|morning|evening|christmas|halloween|"
    r"juneteenth",
    re.I,
)
_LINK = re.compile(r"\s*(?:,\s*)?(?:to|until|till|through|–|—|-|/)\s*", re.I)
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a date; `value` is None where the article's date is too little to tell."""

    start: int
    end: int
    text: str
    value: DateValue | None


def find_dates(text: str, anchor: PartialDate | None = None) -> list[DateValue]:
    """Every date in `text` in order, resolved against `anchor`, the date of its article.

    A day or month without a year takes the year that news means; a weekday is the last such day
    up to the anchor, or the next one where the sentence speaks of the future. What the anchor
    does not tell stays partial (`--09-30`), and words such as "on Friday" without a whole anchor
    give no date at all (`date_mentions` has them). Times of day are passed over.
    """
    return [m.value for m in date_mentions(text, anchor) if m.value is not None]


def date_mentions(text: str, anchor: PartialDate | None = None) -> list[DateMention]:
    """Like `find_dates`, with the words that could not be resolved."""
    if not _GATE.search(text):
        return []
    scene = Scene(text, Clock(anchor))
    found: dict[tuple[int, int], Built | None] = {}
    for rules in (date_days.RULES, date_periods.RULES, date_relative.RULES):
        _apply(rules, scene, found)
    scene.seen = [(start, b.first) for (start, _), b in sorted(found.items(), key=_place) if b]
    _apply(date_relative.LEANING, scene, found)
    mentions = [_mention(text, span, built) for span, built in sorted(found.items(), key=_place)]
    return _joined(text, mentions)


def parse_date(iso: str) -> DateValue:
    """The value whose normal form is `iso`. Raises ValueError on anything else."""
    first, slash, last = iso.partition("/")
    end = PartialDate.parse(last) if slash else None
    return DateValue(0, len(iso), iso, PartialDate.parse(first), end)


def earliest(value: DateValue) -> dt.date | None:
    """The first calendar day that the value can mean; None without a year."""
    return value.first.first()


def latest(value: DateValue) -> dt.date | None:
    """The last calendar day that the value can mean; None without a year."""
    return (value.last or value.first).last()


def _place(item: tuple[tuple[int, int], Built | None]) -> tuple[int, int]:
    return item[0]


def _apply(rules: Iterable[Rule], scene: Scene, found: dict[tuple[int, int], Built | None]) -> None:
    for pattern, build in rules:
        for match in pattern.finditer(scene.text):
            start, end = match.span()
            if any(start < e and s < end for s, e in found):
                continue
            try:
                found[start, end] = build(match, scene)
            except (NotADateError, ValueError):
                continue


def _mention(text: str, span: tuple[int, int], built: Built | None) -> DateMention:
    start, end = span
    words = text[start:end]
    if built is None:
        return DateMention(start, end, words, None)
    value = DateValue(
        start, end, words, built.first, built.last, built.approx, built.inferred, built.label
    )
    return DateMention(start, end, words, value)


def _joined(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Makes one range of two dates that "from ... to", "between ... and" or a dash links."""
    joined: list[DateMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before is not None and _linked(text, before, mention):
            value = _range(text, before.value, mention.value)
            if value is not None:
                joined[-1] = DateMention(value.start, value.end, value.text, value)
                continue
        joined.append(mention)
    return joined


def _linked(text: str, left: DateMention, right: DateMention) -> bool:
    between = text[left.end : right.start]
    if between.strip().lower() == "and":
        return bool(_BETWEEN.search(text[max(0, left.start - 12) : left.start]))
    return bool(_LINK.fullmatch(between))


def _range(text: str, left: DateValue | None, right: DateValue | None) -> DateValue | None:
    if left is None or right is None or left.last or right.last:
        return None
    first, last = left.first, right.first
    borrowed = first.year is None or left.inferred
    if borrowed and last.year is not None and first.month and not right.inferred:
        first = replace(first, year=last.year - (first.month > (last.month or 12)))
    low, high = first.first(), last.last()
    if low and high and low >= high:
        return None
    if (low is None) != (high is None):
        return None
    return DateValue(
        left.start,
        right.end,
        text[left.start : right.end],
        first,
        last,
        approx=left.approx or right.approx,
        inferred=left.inferred or right.inferred,
    )
