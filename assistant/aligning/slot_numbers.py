"""Whether two numbers count the same thing, and what one says of the other."""

from __future__ import annotations

import re

from assistant.aligning.facts import Facts
from assistant.language.word_keys import stem, word_set, words
from assistant.values.compare import compare, same_value
from assistant.values.number_words import MEASURES
from assistant.values.types import NumberValue

_FROM = ("more_than", "at_least")
_MODIFIERS = word_set("more less than about around some roughly nearly almost over at least up to")
# "The total number of people charged ... to 15", "the count of ships stands at 9".
_NUMBER_OF = re.compile(r"\b(?:number|count|tally|total) of ((?:[a-z]+ ?){1,3})")
_IS = re.compile(r"\b(?:is|was|turned|aged|turns)\s+(?:\w+\s)?$", re.I)
_ENDS = re.compile(r"[.;:!?]\s")
_UP_TO = ("less_than", "at_most", "up_to")


def same_count(value: NumberValue, claim: Facts, other: NumberValue, sentence: Facts) -> float:
    """How sure (0 to 1) `value` of `claim` and `other` of `sentence` count the same thing."""
    if other.unit == "age" and value.unit in (None, "age") and _tells_age(value, claim):
        return 0.9 if _same_bearer(claim, other, sentence) else 0.0
    if value.form != other.form or bool(value.unit) != bool(other.unit):
        return 0.0
    if value.unit != other.unit and not (_measure(value) and _measure(value) == _measure(other)):
        return 0.0
    of, other_of = _counted(value, claim), _counted(other, sentence)
    if of and other_of and of != other_of:
        return 0.0  # a "loss of $5 million" is not "sales of $9 million"
    if value.noun and other.noun:
        return 0.95 if _idea(value.noun) == _idea(other.noun) else 0.0
    if _told_before(other, sentence, value.noun) or _told_before(value, claim, other.noun):
        return 0.95
    shared = claim.around(value.start, value.end) & sentence.around(other.start, other.end)
    if shared:
        return min(0.9, 0.6 + 0.15 * len(shared))
    return 0.5 if value.unit and len(sentence.numbers) == 1 else 0.0


def _tells_age(value: NumberValue, claim: Facts) -> bool:
    """Whether `value` ends a claim such as "Ann Lee is 61" or "Ann Lee is 61 years old"."""
    behind = claim.text[value.end :].strip(" .!")
    return not behind and bool(_IS.search(claim.text[: value.start]))


def _same_bearer(claim: Facts, other: NumberValue, sentence: Facts) -> bool:
    """Whether the age `other` is that of the one whom `claim` names: the nearest name before it, or
    nobody's that `sentence` names."""
    before = [name for name in sentence.names if name.end <= other.start]
    if not before:
        return True
    last = set(before[-1].tokens)
    return any(last & set(name.tokens) for name in claim.names)


def proves(claimed: NumberValue, found: NumberValue) -> bool:
    """Whether `found` proves `claimed`: five dead prove "at least three dead"."""
    if found.vague and not claimed.vague:
        return False
    if same_value(claimed, found):
        return True
    if found.unit == "age" and claimed.unit is None:
        return claimed.low == found.low
    if claimed.form != "cardinal" or found.form != "cardinal" or claimed.unit != found.unit:
        return False
    if claimed.modifier in _FROM:
        return found.low >= claimed.low and found.modifier not in _UP_TO
    if claimed.modifier in _UP_TO:
        return found.high <= claimed.high and found.modifier not in _FROM
    return False


def rules_out(claimed: NumberValue, found: NumberValue) -> float:
    """How far (0 to 1) `found` denies `claimed`: a bound leaves room, though not for twice it."""
    if found.vague and (claimed.vague or found.low <= claimed.low <= found.high):
        return 0.0
    if compare(claimed, found) == "differs" or claimed.modifier in (*_FROM, *_UP_TO):
        return 1.0
    larger, smaller = max(claimed.low, found.low), min(claimed.low, found.low)
    return 0.8 if larger > 2 * smaller else 0.0


def _measure(value: NumberValue) -> str | None:
    """The base unit of a measure ("mile" gives that of "km")."""
    return next((base for name, base, _ in MEASURES.values() if name == value.unit), None)


def _counted(value: NumberValue, facts: Facts) -> str:
    """The idea of the noun that leads to the number with "of": "loss" in "a loss of $5"."""
    before = [word for word in facts.all_words if word.end <= value.start][-4:]
    while before and before[-1].text.casefold() in _MODIFIERS:
        before.pop()
    leads = len(before) > 1 and before[-1].text.casefold() == "of" and before[-2].content
    return before[-2].idea if leads else ""


def _told_before(value: NumberValue, facts: Facts, noun: str | None) -> bool:
    """Whether "the number of ..." before `value` says that it counts `noun`."""
    if not noun or value.noun or value.unit is not None:
        return False
    leads = [led for led in _NUMBER_OF.finditer(facts.text) if led.end() <= value.start]
    if not leads or _ENDS.search(facts.text, leads[-1].end(), value.start):
        return False
    if any(leads[-1].end() <= other.start < value.start for other in facts.numbers):
        return False
    return _idea(noun) in {word.idea for word in words(leads[-1][1])}


def _idea(noun: str) -> str:
    found = words(noun)
    return found[-1].idea if found else stem(noun)
