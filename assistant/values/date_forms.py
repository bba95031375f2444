"""What date patterns share: the scene they are read in and what they build."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.values.calendar_words import YEAR, month_number
from assistant.values.clock import Clock, Tense, days_in, tense_at
from corpus.partial_date import PartialDate


class NotADateError(Exception):
    """The words only look like a date."""


@dataclass(frozen=True, slots=True)
class Built:
    """A resolved date before it gets its place in the text; fields as in DateValue."""

    first: PartialDate
    last: PartialDate | None = None
    approx: bool = False
    inferred: bool = False
    label: str = ""


@dataclass(slots=True)
class Scene:
    """The text being read, its article's clock, and the dates found so far (start, date)."""

    text: str
    clock: Clock
    seen: list[tuple[int, PartialDate]] = field(default_factory=list)

    def tense(self, match: re.Match[str]) -> Tense:
        return tense_at(self.text, match.start(), match.end())

    def word_before(self, match: re.Match[str]) -> str:
        """The word before the match, lower case; empty at the start of a sentence."""
        found = re.search(
            r"([\w’'.$€£#-]+)[\s(]*$", self.text[max(0, match.start() - 30) : match.start()]
        )
        return found.group(1).lower() if found else ""


# What a number before it counts: "May 15 people died" holds no 15 May.
COUNTED = (
    r"(?:people|persons|troops|soldiers|men|women|children|fighters|percent|per cent|pct|million|"
    r"billion|thousand|hundred|times|points|votes|miles|km|feet|meters|metres|dollars|euros|pounds|"
    r"a\.m|p\.m|am|pm|homes|jobs|cases|deaths|seats|members)\b"
)
YEAR_WORDS = r"(?:of\s+)?(?:last|this|next|the previous)\s+year"
YEAR_AFTER = (
    rf"(?:(?:\s*,\s*|\s+of\s+|\s+|-(?=\d{{4}}))"
    rf"(?P<year>{YEAR}\b(?![,.]?\d|\s?%|\s+{COUNTED})|{YEAR_WORDS}\b))?"
)


def rule(source: str) -> re.Pattern[str]:
    """A pattern in any case."""
    return re.compile(source, re.I)


Builder = Callable[[re.Match[str], Scene], Built | None]
Rule = tuple[re.Pattern[str], Builder]

_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 3), "end": (10, 12)}
_PARTS_OF_MONTH = {
    "early": (1, 10),
    "mid": (10, 20),
    "late": (20, 31),
    "start": (1, 7),
    "end": (24, 31),
}
PART = r"(?:early|mid|late|middle of|beginning of|start of|end of)"


def part_word(text: str | None) -> str:
    """`early`, `mid`, `late`, `start`, `end`, or empty."""
    word = (text or "").lower().split(" ")[0].rstrip("-")
    return {"middle": "mid", "beginning": "start"}.get(word, word)


def part_of(date: PartialDate, part: str, *, inferred: bool = False) -> Built:
    """`early`, `mid` or `late` in a year or a month as a vague range; without a part the date."""
    if not part:
        return Built(date, inferred=inferred)
    shown = {"start": "beginning of ", "mid": "mid-", "end": "end of "}.get(part, f"{part} ")
    label = f"{shown}{date.display()}"
    if date.month is None:
        low, high = _PARTS_OF_YEAR[part]
        ends = PartialDate(date.year, low), PartialDate(date.year, high)
    else:
        low, high = _PARTS_OF_MONTH[part]
        high = min(high, days_in(date.month, date.year))
        ends = PartialDate(date.year, date.month, low), PartialDate(date.year, date.month, high)
    return Built(*ends, approx=True, inferred=inferred, label=label)


def year_in(words: str | None, scene: Scene) -> tuple[int | None, bool]:
    """The year that `2015`, `last year` or `this year` names, and whether the clock told it."""
    if not words:
        return None, False
    digits = re.search(r"\d{4}", words)
    if digits:
        return int(digits.group()), False
    shift = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(words.lower().split()[-2], 0)
    year = scene.clock.years(shift)
    if year is None:
        return None, True
    return year.year, True


def month_day(
    scene: Scene, match: re.Match[str], month: str, day: str | None, year_words: str | None
) -> Built | None:
    """A month, or a day in it, its year as written, else as the clock tells, else unknown."""
    number, number_of_day = month_number(month), int(re.sub(r"\D", "", day)) if day else None
    year, inferred = year_in(year_words, scene)
    if year is None and inferred:
        return None if day is None else Built(PartialDate(None, number, number_of_day))
    if year is None:
        year = scene.clock.year_of(number, number_of_day, scene.tense(match))
        inferred = year is not None
    try:
        return Built(PartialDate(year, number, number_of_day), inferred=inferred)
    except ValueError as error:
        raise NotADateError from error
