"""Each date, number and name of a claim set against what stands in its place in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from assistant.aligning.coordination import told_of
from assistant.aligning.facts import Facts
from assistant.aligning.slot_names import same_name, same_role, spelled, stands_among
from assistant.aligning.slot_numbers import proves, rules_out, same_count
from assistant.values.compare import compare, same_value
from assistant.values.types import DateValue, NameValue, NumberValue
from corpus.partial_date import PartialDate

Fit = Literal["stands", "differs", "missing"]
SlotKind = Literal["date", "number", "name"]
V = TypeVar("V", DateValue, NumberValue, NameValue)

_COMPARES = re.compile(r"\b(?:than|compared|versus|from)\b", re.I)
_HABIT = re.compile(
    r"\b(?:usually|typically|normally|annually|traditionally|(?:each|every) \w+)\b", re.I
)
_TWO_ENDS = re.compile(r"\b(?:between|from|and|to|through|until)\b|\d\s?[-–—]\s?\d", re.I)
# From here on a rival in the sentence itself outweighs the claim's own value in its context.
_DOMINANT = 0.7
# What is left of a rival date's certainty when the claimed year or month is that of publishing.
_PUBLISHED_THEN = 0.6


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a claim: it `stands` in the sentence, `differs` there, or is `missing`.

    `claimed` and `found`, what the sentence has instead, are as a reader sees them: numbers as
    written, dates and names in full. `sure` (0 to 1) is how certain it is that both speak of the
    same thing. `here` is False when only the context has it.
    """

    kind: SlotKind
    claimed: str
    fit: Fit
    found: str = ""
    sure: float = 1.0
    here: bool = True


def slots(
    claim: Facts,
    sentence: Facts,
    context: Facts,
    known: frozenset[str] = frozenset(),
    dating: Facts | None = None,
) -> tuple[Slot, ...]:
    """Every value of `claim` against `sentence`; `context` (title, neighbours) may only confirm.

    `known` are the stems of the article's words: they may confirm names. `dating` is what of the
    context may confirm dates; all of it by default.
    """
    return (
        *_dates(claim, sentence, dating or context),
        *_numbers(claim, sentence, context),
        *_names(claim, sentence, context, known),
    )


def _paired(
    claimed: Sequence[V], found: Sequence[V], fits: Callable[[V, V], bool]
) -> tuple[set[int], list[V]]:
    """Which claimed values stand, and what is left over of the sentence's.

    Equal ones are paired first and each found value stands for one claimed value; a value claimed
    twice may stand on the same one.
    """
    standing: set[int] = set()
    used: set[int] = set()
    for equal in (True, False):
        for number, value in enumerate(claimed):
            if number in standing:
                continue
            for at, other in enumerate(found):
                free = at not in used and fits(value, other)
                if free and (not equal or compare(value, other) == "equal"):
                    standing.add(number)
                    used.add(at)
                    break
    left = [other for at, other in enumerate(found) if at not in used]
    if not left:
        standing |= {
            number
            for number, value in enumerate(claimed)
            if any(fits(value, other) for other in found)
        }
    return standing, left


def _dates(claim: Facts, sentence: Facts, context: Facts) -> list[Slot]:
    standing, left = _paired(claim.dates, sentence.dates, _date_fits)
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


def _numbers(claim: Facts, sentence: Facts, context: Facts) -> list[Slot]:
    instead = told_of(sentence.text, sentence.numbers, claim.wanted)

    def fits(value: NumberValue, other: NumberValue) -> bool:
        alike = proves(value, other) and same_count(value, claim, other, sentence) > 0
        return alike and other not in instead

    standing, left = _paired(claim.numbers, sentence.numbers, fits)
    found = []
    for number, value in enumerate(claim.numbers):
        if number in standing:
            found.append(Slot("number", _shown(value), "stands"))
            continue
        rivals = [
            (instead.get(o, o), same_count(value, claim, o, sentence))
            for o in left
            if rules_out(value, instead.get(o, o))
        ]
        rivals = [(other, sure * rules_out(value, other)) for other, sure in rivals]
        known = any(same_value(value, other) for other in context.numbers)
        found.append(_settled("number", value, rivals, 0.6 if known else None))
    return found


def _names(claim: Facts, sentence: Facts, context: Facts, article: frozenset[str]) -> list[Slot]:
    standing, left = _paired(claim.names, sentence.names, same_name)
    standing |= {n for n, value in enumerate(claim.names) if spelled(value, sentence)}
    open_names = [value for n, value in enumerate(claim.names) if n not in standing]
    left = [o for o in left if not spelled(o, claim) or any(same_name(o, v) for v in claim.names)]
    found = []
    for number, value in enumerate(claim.names):
        if number in standing:
            found.append(Slot("name", value.display(), "stands"))
            continue
        rivals = [
            (other, same_role(value, claim, other, sentence))
            for other in left
            if not any(same_name(other, known) for known in open_names)
        ]
        known = (
            any(same_name(value, o) for o in context.names)
            or spelled(value, context)
            or stands_among(value, article)
        )
        found.append(_settled("name", value, rivals, 0.8 if known else None))
    return found


def _settled(
    kind: SlotKind, value: V, rivals: Sequence[tuple[V, float]], in_context: float | None
) -> Slot:
    """A clear rival first, then the context, then a doubtful rival."""
    claimed = _shown(value)
    other, sure = max(rivals, key=lambda pair: pair[1], default=(value, 0.0))
    if sure >= _DOMINANT or (sure > 0 and in_context is None):
        return Slot(kind, claimed, "differs", _shown(other), sure)
    if in_context is not None:
        return Slot(kind, claimed, "stands", sure=in_context, here=False)
    return Slot(kind, claimed, "missing")


def _shown(value: NumberValue | NameValue | DateValue) -> str:
    """A number in its own words ("40 million euros"), anything else in full."""
    return " ".join(value.text.split()) if value.kind == "number" else value.display()
