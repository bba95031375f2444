"""Whether two numbers can both be true of one thing, and whether they give one picture of it."""

from __future__ import annotations

import math
from typing import Literal

from assistant.values.number_words import MEASURES
from assistant.values.types import NumberValue

Interval = tuple[float, float]
Comparison = Literal["equal", "compatible", "differs"]

_ABOUT = 0.1  # how far "about 7,000" reaches to either side
_BOUND = 0.25  # how far beyond its bound "more than 2,000" is usually meant
_MAGNITUDE = 10
_ROUNDED = 0.03  # how far a round number may stand from the exact one
_BASES = {name: (base, factor) for name, base, factor in MEASURES.values()}


def compare_numbers(a: NumberValue, b: NumberValue) -> Comparison:
    """`equal`: the same number with the same modifier; `compatible`: both can be true; `differs`.

    Round numbers from 1,000 up are compatible with exact ones within three percent, measures of
    one kind compare in their common base. A number without a unit compares with any unit.
    """
    a, b = _common(a), _common(b)
    if "score" in (a.form, b.form):
        return _compare_scores(a, b)
    if a.unit and b.unit and a.unit != b.unit:
        return "differs"
    if "ordinal" in (a.form, b.form):
        same = a.low == b.low
        return "differs" if not same else "equal" if a.form == b.form else "compatible"
    if _near(a.low, b.low) and _near(a.high, b.high) and a.unit == b.unit:
        if a.modifier == b.modifier or {a.modifier, b.modifier} == {"at_most", "up_to"}:
            return "equal"
        return "differs" if _exclude(a, b) or _exclude(b, a) else "compatible"
    return "compatible" if _meet(_meant(a), _meant(b)) else "differs"


def same_number(a: NumberValue, b: NumberValue) -> bool:
    """Whether both belong in one finding: compatible, and not a bound far away from the other.

    "more than 2,000" may be true where "5,000 to 7,000" is, but it is another report.
    """
    if compare_numbers(a, b) == "differs":
        return False
    return (
        a.form != "cardinal"
        or b.form != "cardinal"
        or _meet(_usual(_common(a)), _usual(_common(b)))
    )


def magnitudes_apart(a: NumberValue, b: NumberValue) -> bool:
    """Whether more than a factor of ten lies between them: hardly a report of one thing."""
    a, b = _common(a), _common(b)
    low, high = sorted(((a.low, a.high), (b.low, b.high)))
    return low[1] > 0 and high[0] / low[1] > _MAGNITUDE


def measured(value: NumberValue) -> str:
    """What kind of thing a number measures: `percent`, `money`, `age`, `ordinal`, `score`, the
    base of a measure (`m`), empty for a plain count."""
    if value.form != "cardinal":
        return value.form
    unit = _common(value).unit or ""
    return "money" if unit.isupper() else unit


def _common(value: NumberValue) -> NumberValue:
    """In the base of its measure: five miles in metres, two weeks in days."""
    if value.unit not in _BASES:
        return value
    base, factor = _BASES[value.unit]
    return NumberValue(
        value.start,
        value.end,
        value.text,
        value.low * factor,
        value.high * factor,
        value.modifier,
        base,
        value.noun,
        value.form,
        value.vague,
    )


def _compare_scores(a: NumberValue, b: NumberValue) -> Comparison:
    if a.form == b.form and (a.low, a.high) == (b.low, b.high):
        return "equal"
    if {a.low, a.high} == {b.low, b.high} and a.low != a.high:
        return "compatible"  # told from the other side, or read as a range
    return "differs"


_OPPOSED: dict[str, tuple[str, ...]] = {
    "more_than": ("less_than", "at_most", "up_to"),
    "less_than": ("more_than", "at_least"),
}


def _exclude(a: NumberValue, b: NumberValue) -> bool:
    """More than 5 against less than 5."""
    return a.low == a.high and b.modifier in _OPPOSED.get(a.modifier, ())


def _meant(value: NumberValue) -> Interval:
    """All that the words allow."""
    if value.modifier in ("at_least", "more_than"):
        return value.low, math.inf
    if value.modifier in ("at_most", "up_to", "less_than"):
        return -math.inf, value.high
    low, high = _rounded(value)
    if value.modifier == "about":
        low = min(low, value.low - abs(value.low) * _ABOUT)
        high = max(high, value.high + abs(value.high) * _ABOUT)
    return low, high


def _usual(value: NumberValue) -> Interval:
    """What a writer usually means by the words: a bound is named because the number is near it."""
    low, high = _meant(value)
    reach = max(abs(value.low), abs(value.high)) * _BOUND
    return max(low, value.low - reach), min(high, value.high + reach)


def _rounded(value: NumberValue) -> Interval:
    if value.low != value.high or value.form != "cardinal":
        return value.low, value.high
    number = abs(value.low)
    if number != int(number) or (number < 1000 and value.unit != "percent"):
        return value.low, value.high
    digits = int(number)
    step = 1
    while digits and digits % 10 == 0:
        digits //= 10
        step *= 10
    reach = min(step / 2, number * _ROUNDED)
    return value.low - reach, value.high + reach


def _near(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)


def _meet(a: Interval, b: Interval) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
