"""A span cut or grown to what is asked for: a month, the name in a phrase, the whole name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.questions.types import CLOCK, Expected
from assistant.values.dates import date_mentions
from assistant.values.names import NameValue, find_names
from assistant.values.number_compare import measured
from assistant.values.numbers import find_numbers
from assistant.values.places import is_country, is_state

_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)",
    re.I,
)
_GRAINS = {
    "month": _MONTH,
    "weekday": re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I),
    "year": re.compile(r"\b(?:1[5-9]|20)\d\d\b"),
    "time": CLOCK,
    "decade": re.compile(r"\b(?:(?:1[5-9]|20)\d|['’]?\d)0s\b"),
}
# "Two days after Nov. 8" is another day.
_COUNTED_FROM = re.compile(
    r"\b(?<!no )(?:after|before|since|until|till|later|earlier|from|by|ago)\b", re.I
)
_LEAD = "in "
_OWNS = re.compile(r"(?:['’]s|['’])\s\w")
_TELLS_WHICH = re.compile(
    r"\s(?:[a-z]+\s)?(?:champion|star|coach|gymnast|chief|official|veteran|executive|employee|boss|hero"
    r"|player|president|leader|legend|icon|[a-z]+(?:er|or|ist|ian|man|woman))s?\b"
)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|where)\b")
_CURRENCY = re.compile(r"(?:[A-Z]{1,3})?[$£€¥]\s?")
_UNIT = re.compile(
    r"\s?(?:%|percent|per cent|bn|m|k|tn|hundred|thousand|million|billion|trillion|dozen)"
    r"(?:\s(?:dollars|euros|pounds))?",
    re.I,
)
_LONGEST_PART = 40
_JOINED = re.compile(r",?\s+(?:and|&)\s+|,\s+")
# Words in lower case that join no names: the span is a phrase.
_PHRASE = re.compile(r"\b(?!(?:of|the|and|de|al|bin|van|von|for|in|at|on|s)\b)[a-z][a-z-]+\b")


def narrowed(text: str, expected: Expected, *, inside: bool = False) -> tuple[int, int]:
    """The part `start..end` of the span `text` that is of the grain or the type asked for.

    All of it where there is no such part, or where `text` is short as it is. `inside` says that
    `text` does not open its sentence, so that a capital at its start is that of a name.
    """
    grain = _GRAINS.get(expected.grain)
    if grain is not None:
        found = list(grain.finditer(text))
        return found[0].span() if len(found) == 1 else (0, len(text))
    if expected.kind == "date" and not expected.grain:
        dates = date_mentions(text, None)
        if len(dates) != 1 or _COUNTED_FROM.search(text):
            return 0, len(text)
        return dates[0].start, dates[0].end
    if expected.kind == "number" and expected.unit:
        numbers = find_numbers(text)
        fit = [number for number in numbers if measured(number) == expected.unit]
        if len(fit) > 1:  # "around half (53%)" is told exactly by its digits
            fit = [number for number in fit if any(c.isdigit() for c in number.text)]
        return (fit[0].start, fit[0].end) if len(fit) == 1 < len(numbers) else (0, len(text))
    if expected.kind != "name":
        return 0, len(text)
    if (one := _one_place(text, expected)) is not None:
        return one.start, one.end
    return _one_name(text, expected, inside)


def _one_name(text: str, expected: Expected, inside: bool) -> tuple[int, int]:
    """The only name of the right type in `text`, or all of it."""
    if not (_PHRASE.search(text) or expected.name_type == "person"):
        return 0, len(text)
    wanted = ("name", expected.name_type)
    # Behind a small word the first capital is no sentence's.
    lead = _LEAD if inside else ""
    every = [name for name in find_names(lead + text) if name.start >= len(lead)]
    names = [name for name in every if name.sure and name.type != "people"]
    # "A soldier who once guarded the Queen" is not the Queen.
    clause = _RELATIVE.search(text)
    names = [n for n in names if clause is None or n.start - len(lead) < clause.start()]
    if expected.name_type == "person":  # "Ann Lee's side" is not Ann Lee
        names = [n for n in names if not _OWNS.match(lead + text, n.end)]
        # nor is "a former NFL champion" the NFL
        names = [n for n in names if not _TELLS_WHICH.match(lead + text, n.end)]
    right = [name for name in names if expected.name_type == "name" or name.type in wanted]
    if right and (len(names) == 1 or expected.name_type != "name"):
        return right[0].start - len(lead), right[0].end - len(lead)
    return 0, len(text)


def _one_place(text: str, expected: Expected) -> NameValue | None:
    """The only name in `text` that is a state or a country, where that is asked for: "Fort Sill in
    Oklahoma" tells the state."""
    known = {"state": is_state, "country": is_country, "nation": is_country}.get(expected.noun)
    found = [name for name in find_names(text) if known(name.text)] if known else []
    return found[0] if len(found) == 1 else None


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """`start..end` of `text` grown to the whole name that it is a part of: the university of
    "Indiana" in "Indiana University". Itself where it is no part of a name."""
    if end - start > _LONGEST_PART or not text[start].isupper():
        return start, end
    for name in _names(text):
        if name.start <= start and end <= name.end:
            return name.start, name.end
    return start, end


def listed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start..end` of `text` grown to the whole list of names that it is one of: "Ann Lee and Bo
    Rask"."""
    names = [name for name in _names(text) if name.sure]
    while before := [n for n in names if _JOINED.fullmatch(text, n.end, max(n.end, start))]:
        start = before[-1].start
    while after := [n for n in names if _JOINED.fullmatch(text, end, max(n.start, end))]:
        end = after[0].end
    return start, end


def with_unit(text: str, start: int, end: int) -> tuple[int, int]:
    """`start..end` of `text` grown by the currency sign before a number and the unit behind it, or
    to the whole range that it is one end of."""
    for number in find_numbers(text):
        if number.start <= start and end <= number.end:
            if number.form == "cardinal" and number.low < number.high and not number.vague:
                return number.start, number.end
            head, tail = text[number.start : start], text[end : number.end]
            low = number.start if _CURRENCY.fullmatch(head) else start
            return low, number.end if _UNIT.fullmatch(tail) else end
    return start, end


def names_of(sentences: Iterable[str]) -> frozenset[str]:
    """Every name in `sentences`, as it is written."""
    return frozenset(name.text for sentence in sentences for name in _names(sentence))


@lru_cache(maxsize=2048)
def _names(sentence: str) -> tuple[NameValue, ...]:
    return tuple(find_names(sentence))
