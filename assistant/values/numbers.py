"""Finds numbers in text: amounts, ranges, money, percentages, fractions, ordinals, scores."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.values.dates import date_mentions
from assistant.values.number_atoms import Atom, atoms
from assistant.values.number_units import noun_after, unit_after
from assistant.values.types import Modifier, NumberValue

__all__ = ["NumberValue", "find_numbers"]

_BEFORE: tuple[tuple[Modifier, str], ...] = (
    (
        "at_most",
        r"no more than|not more than|at most|a maximum of|no(?:t)? (?:over|above|exceeding)",
    ),
    ("at_least", r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum"),
    ("up_to", r"up to|as many as|as much as|as high as"),
    ("less_than", r"(?:less|fewer|lower) than|under|below|just under|shy of|just shy of"),
    (
        "more_than",
        r"(?:well |far |just |slightly )?(?:more than|over|above)|upwards? of|greater than|"
        r"in excess of|north of|exceed(?:s|ed|ing)?|beyond|better than",
    ),
    (
        "about",
        r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an estimated|"
        r"estimated|circa|~|somewhere around|in the region of",
    ),
)
_MODIFIER = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _BEFORE)
    + r")\s*(?:the\s+)?$",
    re.I,
)
_AFTER: tuple[tuple[Modifier, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"(?:\s|-)?(?:\+|plus\b)|\s+or\s+(?:more|above|higher|older)\b", re.I)),
    ("at_most", re.compile(r"\s+or\s+(?:less|fewer|below|lower|under|younger)\b", re.I)),
    ("about", re.compile(r"-odd\b|\s+or\s+so\b", re.I)),
)
_TO = re.compile(r"\s*(?:to|-|–|—|or)\s*", re.I)
_CHANGE = re.compile(
    r"\b(?:rose|rise[ns]?|rising|fell|fall[s]?|fallen|falling|grew|grow[ns]?|increas\w+|decreas\w+|"
    r"drop\w*|rais\w+|cut\w*|up|down|jump\w*|declin\w+|went|goes|climb\w*|slash\w*|lower\w*|"
    r"expand\w*|shr[aiu]nk\w*|mov\w+|chang\w+|improv\w+|slip\w*|narrow\w*|reduc\w+|doubl\w+)\b"
    r"[^.;]*\bfrom\s+$",
    re.I,
)


def find_numbers(text: str) -> list[NumberValue]:
    """Every number in `text` in order; those that belong to dates, times and links are not.

    "5,000 to 7,000" is one range, "from 5% to 7%" after a verb of change two numbers. A modifier
    ("more than", "some") and a currency or percent sign belong to the value's characters, the
    noun counted does not.
    """
    if not any(c.isdigit() for c in text) and not _SPELLED_GATE.search(text):
        return []
    taken = [(m.start, m.end) for m in date_mentions(text)]
    return [_value(text, piece) for piece in _ranges(text, atoms(text, taken))]


_SPELLED_GATE = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|"
    r"\w{3,4}ty|hundreds?|thousands?|[mbtr]+illions?|dozens?|scores|half|third|quarter|fifth|first|"
    r"second|\w+th)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One atom, or two that make a range."""

    first: Atom
    last: Atom


def _ranges(text: str, found: list[Atom]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for atom in found:
        left = pieces[-1].last if pieces else None
        if left is not None and pieces[-1].first is left:
            joined = _joined(text, left, atom)
            if joined is not None:
                pieces[-1] = joined
                continue
        pieces.append(_Piece(atom, atom))
    return pieces


def _joined(text: str, left: Atom, right: Atom) -> _Piece | None:
    between = text[left.end : right.start]
    before = text[max(0, left.start - 60) : left.start]
    if left.form != "cardinal" or right.form != "cardinal" or left.vague or right.vague:
        return None
    if between.strip().lower() == "and":
        if not re.search(r"\bbetween\s+$", before, re.I):
            return None
    else:
        bare = re.sub(r"^\s?(?:%|percent)", "", between)
        if not _TO.fullmatch(bare) or _CHANGE.search(before):
            return None
    low = left
    if right.scale > 1 and left.scale == 1 and left.low < right.low / right.scale:
        low = replace(left, low=left.low * right.scale)
    if low.currency and right.currency and low.currency != right.currency:
        return None
    return _Piece(low, right) if low.low < right.low else None


def _value(text: str, piece: _Piece) -> NumberValue:
    first, last = piece.first, piece.last
    start, end = first.start, last.end
    unit, unit_end = unit_after(text, start, end)
    unit = first.currency or last.currency or unit
    noun = noun_after(text, end, one=first.low == 1) if unit is None else None
    high = last.high
    modifier: Modifier = "about" if first.vague else "exact"
    end = max(end, unit_end)
    if first.form == "cardinal":
        modifier, start, end = _modified(text, start, end, modifier)
    if first.share:
        unit = "percent"
    return NumberValue(
        start, end, text[start:end], first.low, high, modifier, unit, noun, first.form, first.vague
    )


def _modified(text: str, start: int, end: int, modifier: Modifier) -> tuple[Modifier, int, int]:
    window = max(0, start - 28)
    if match := _MODIFIER.search(text[window:start]):
        return match.lastgroup or modifier, window + match.start(), end  # type: ignore[return-value]
    for name, pattern in _AFTER:
        if match := pattern.match(text, end):
            return name, start, match.end()
    return modifier, start, end
