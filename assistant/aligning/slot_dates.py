"""The dates of a claim set against those that a sentence gives its deed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.aligning.facts import Facts
from assistant.aligning.slot import Slot, paired
from assistant.speech.speech_words import SAID_ON, VERB
from assistant.values.compare import same_value
from assistant.values.types import DateValue
from corpus.partial_date import PartialDate

_COMPARES = re.compile(r"\b(?:than|compared|versus|from)\b", re.I)
_HABIT = re.compile(
    r"\b(?:usually|typically|normally|annually|traditionally|(?:each|every) \w+)\b", re.I
)
_SAYS = re.compile(rf"\b(?:{VERB})")
_REACH = 60
_CLAUSES = re.compile(r"[,;:]?\s(?:after|before|when|while|but|although|until|since)\s", re.I)
_TWO_ENDS = re.compile(r"\b(?:between|from|and|to|through|until)\b|\d\s?[-–—]\s?\d", re.I)
# What is left of a rival date's certainty when the claimed year or month is that of publishing.
_PUBLISHED_THEN = 0.6


def dates(claim: Facts, sentence: Facts, context: Facts) -> list[Slot]:
    """Every date of `claim` against `sentence`; `context` may only confirm."""
    standing, left = paired(claim.dates, _of_the_deed(claim, sentence), _date_fits)
    if len(claim.dates) > 1 and _COMPARES.search(claim.text):
        left = []  # "more in 2020 than in 2021": a third year is not the other one's place
    if _HABIT.search(sentence.text):
        left = []  # what is done every year is not dated by one
    return [
        Slot("date", value.display(), "stands")
        if number in standing
        else _other_date(value, left, context, sentence.published)
        for number, value in enumerate(claim.dates)
    ]


def _of_the_deed(claim: Facts, sentence: Facts) -> Sequence[DateValue]:
    """The dates of `sentence`; of several only the one that its clause gives the claim's deed: "it
    took effect in May, after it was adopted in March" tells two."""
    text = sentence.text
    found = [
        date
        for date in sentence.dates
        if not SAID_ON.search(text, max(0, date.start - _REACH), date.start)
    ]
    if _SAYS.search(claim.text):
        found = list(sentence.dates)
    if len(claim.dates) != 1 or len(found) < 2 or claim.predicate is None:
        return found
    deeds = [word for word in sentence.all_words if word.stem == claim.predicate.stem]
    parts = [0, *(m.start() for m in _CLAUSES.finditer(sentence.text)), len(sentence.text)]
    for low, high in pairwise(parts):
        inside = [date for date in found if low <= date.start < high]
        if any(low <= deed.start < high for deed in deeds) and len(inside) == 1:
            return inside
    return found


def _date_fits(claimed: DateValue, found: DateValue) -> bool:
    if _two_ended(claimed):
        # "From 1999 to 2016" is not told by something of 2005.
        return _two_ended(found) and _both_true(claimed, found)
    return same_value(claimed, found) and _as_exact(found, claimed)


def _two_ended(value: DateValue) -> bool:
    return value.last is not None and bool(_TWO_ENDS.search(value.text))


def _both_true(one: DateValue, other: DateValue) -> bool:
    """Whether both dates may be of one thing; of two periods told by both ends, both ends."""
    if not (_two_ended(one) and _two_ended(other)) or one.last is None or other.last is None:
        return same_value(one, other)
    return one.first.compatible(other.first) and one.last.compatible(other.last)


def _as_exact(found: DateValue, claimed: DateValue) -> bool:
    """Whether `found` is known to the day or month where `claimed` is; an unknown year may be."""
    if found.last is not None and claimed.last is None and claimed.first.day is not None:
        return False
    return (claimed.first.day is None or found.first.day is not None) and (
        claimed.first.month is None or found.first.month is not None
    )


def _holds(value: DateValue, published: PartialDate) -> bool:
    """Whether a claimed year or month is that of publishing: news tells of its own days."""
    return value.first.day is None and value.last is None and value.first.compatible(published)


def _other_date(
    value: DateValue, left: list[DateValue], context: Facts, published: PartialDate | None
) -> Slot:
    claimed = value.display()
    told_then = published is not None and _holds(value, published)
    rivals = [
        other
        for other in left
        if _as_exact(other, value)
        and not _both_true(value, other)
        and (value.approx or not other.approx)
    ]
    if rivals and not any(_both_true(value, other) for other in left):
        sure = (0.9 if len(rivals) == 1 else 0.7) * (_PUBLISHED_THEN if told_then else 1.0)
        return Slot("date", claimed, "differs", rivals[0].display(), sure)
    if any(_date_fits(value, other) for other in context.dates):
        return Slot("date", claimed, "stands", sure=0.8, here=False)
    return Slot("date", claimed, "missing")
