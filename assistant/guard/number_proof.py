"""Whether a number of a statement stands in its quotes."""

from __future__ import annotations

import math
import re

from assistant.guard.evidence import Evidence
from assistant.values.types import NumberValue

_PAIR = re.compile(r"\b(?:both|pair|twins?|twice|couple|double[sd]?|duo|second)\b")
_ONE = re.compile(r"\b(?:an?|one|single|the|another|once)\b")
_ROUNDING = 0.06  # how far "about 7,000" may stand from a quote's exact number
_UP_FROM = 1.15  # how far above its bound "more than 2,000" may be proven


def number_stands(value: NumberValue, evidence: Evidence) -> bool:
    """Whether a quote says the number, or one from which it follows nearly as told.

    "7,000" does not follow from "5,000 to 7,000"; "up to 7,000" does. A modifier may be left out
    ("some 7,000" proves "7,000") or weakened, never turned around.
    """
    if any(_proves(quoted, value) for quoted in evidence.numbers):
        return True
    if _in_a_pair(value, evidence) or _longer_units(value, evidence):
        return True
    if value.form == "cardinal" and value.low == value.high == 1 and value.text.isalpha():
        rivals = [n for n in evidence.numbers if n.noun == value.noun and n.form == "cardinal"]
        return not (rivals and value.noun) and bool(_ONE.search(evidence.low))
    if value.form == "cardinal" and value.low == value.high == 2:
        return bool(_PAIR.search(evidence.low)) and value.unit is None
    return _written(value, evidence)


def _in_a_pair(value: NumberValue, evidence: Evidence) -> bool:
    """Whether it is a side of a score or vote: "68-23" proves "68 to 23", and the other way."""
    if value.form == "score":
        ends = ((value.low, value.high), (value.high, value.low))
        pairs = "|".join(rf"{one:g}\D{{0,12}} to {two:g}" for one, two in ends)
        return bool(re.search(rf"\b(?:{pairs})\b", evidence.low))
    if value.form != "cardinal" or value.low != value.high or value.modifier != "exact":
        return False
    return any(n.form == "score" and value.low in (n.low, n.high) for n in evidence.numbers)


def _longer_units(value: NumberValue, evidence: Evidence) -> bool:
    """Whether years stand in a quote as decades or centuries, weeks as a fortnight."""
    unit = value.unit or value.noun
    if unit in ("week", "weeks") and value.low == value.high == 2:
        return "fortnight" in evidence.low
    if unit not in ("year", "years") or value.low != value.high:
        return False
    return any(
        n.low == n.high and n.low * years == value.low
        for n in evidence.numbers
        for word, years in (("decade", 10), ("centur", 100))
        if word in f"{n.unit} {n.noun} {n.text}"
    )


def _written(value: NumberValue, evidence: Evidence) -> bool:
    """Whether its figures stand in a quote as part of a name, a code or a date."""
    if value.modifier not in ("exact", "about") or value.low != value.high:
        return False
    named = rf"\b[A-Z][a-z]+ {value.low:.0f}\b"  # Season 4, the fourth season
    if value.form == "ordinal" and any(re.search(named, quote) for quote in evidence.texts):
        return True
    if value.text in evidence.figures:
        return True
    words = rf"\b{re.escape(value.text.casefold().split()[-1])}\b"
    return any(re.search(words, mention.text.casefold()) for mention in evidence.dates)


def _proves(quoted: NumberValue, value: NumberValue) -> bool:
    if not _same_unit(quoted, value):
        return False
    if value.form != quoted.form:
        scores = "score" in (value.form, quoted.form)
        return scores and {value.low, value.high} == {quoted.low, quoted.high}
    if value.form == "score":
        return {value.low, value.high} == {quoted.low, quoted.high}
    if quoted.vague or value.vague:
        inside = value.low <= quoted.low and quoted.high <= value.high
        return inside and value.vague
    if _near(value.low, quoted.low) and _near(value.high, quoted.high):
        return _weaker(value, quoted)
    return _follows(value, quoted)


_FLOORS = ("more_than", "at_least")
_CEILINGS = ("less_than", "up_to", "at_most")
_STRICTER: dict[str, tuple[str, ...]] = {
    "exact": ("exact", "about", "more_than", "at_least", "up_to", "at_most", "less_than"),
    "about": ("exact", "about", "more_than", "at_least", "less_than", "at_most", "up_to"),
    "more_than": ("more_than", "at_least"),
    "at_least": ("exact", "more_than", "at_least"),
    "less_than": ("less_than",),
    "at_most": ("exact", "less_than", "at_most", "up_to"),
    "up_to": ("exact", "less_than", "at_most", "up_to"),
}


def _weaker(value: NumberValue, quoted: NumberValue) -> bool:
    """Whether the quote's modifier allows the statement's, the number being the same."""
    return quoted.modifier in _STRICTER[value.modifier]


def _follows(value: NumberValue, quoted: NumberValue) -> bool:
    """Whether a rounder number, or an end of a range, follows from the quote's."""
    if value.low != value.high:
        return False
    number = value.low
    if quoted.low != quoted.high:
        if value.modifier in ("up_to", "at_most"):
            return _near(number, quoted.high)
        return value.modifier in ("at_least",) and _near(number, quoted.low)
    if _figures(number) >= _figures(quoted.low):
        return False
    if value.modifier == "about":
        return abs(number - quoted.low) <= _ROUNDING * abs(quoted.low)
    if value.modifier in ("more_than", "at_least") and quoted.modifier in (
        "exact",
        "more_than",
        "at_least",
    ):
        return number < quoted.low <= _UP_FROM * number
    if value.modifier in ("less_than", "up_to", "at_most") and quoted.modifier in (
        "exact",
        "less_than",
    ):
        return number / _UP_FROM <= quoted.low < number
    return False


def _figures(number: float) -> int:
    """How many significant figures a number shows: 250,000 shows two."""
    digits = f"{abs(number):.3f}".rstrip("0").rstrip(".").replace(".", "").strip("0")
    return len(digits)


def _same_unit(quoted: NumberValue, value: NumberValue) -> bool:
    if value.unit == quoted.unit or value.unit is None:
        return True
    return value.unit == "age" and quoted.unit is None


def _near(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)
