"""The kind of answer that a question wants, and which texts can be of that kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.answer import Kind
from assistant.values.number_compare import measured
from assistant.values.number_words import MEASURES
from assistant.values.numbers import find_numbers
from assistant.values.places import country_of_people, is_country, is_state, place_named
from assistant.values.types import NameType

Grain = Literal[
    "", "year", "month", "day", "weekday", "season", "quarter", "decade", "century", "time"
]

_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE_LIKE = re.compile(
    rf"\b(?:1[5-9]|20)\d\ds?\b|\b(?:{_MONTH})[a-z]*\.?\s+\d|\d\s+(?:{_MONTH})"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|week|month"
    r"|year|decade|century|spring|summer|autumn|fall|winter|night|morning|hours?|days?)s?\b|\d{1,2}/\d",
    re.I,
)
_NUMBER_LIKE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|twice"
    r"|once|double|triple|couple|first|second|fourth|fifth|no|none|zero|single|several)\b",
    re.I,
)
CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|o['’]clock)|\b\d{1,2}:\d\d\b"
    r"|\b(?:noon|midnight)\b",
    re.I,
)
_SCORE_LIKE = re.compile(r"\d+\s*(?:[-–—:]|to)\s*\d+|\b(?:nil|draw|tie|tied)\b", re.I)
_SCORE = re.compile(r"\d+-\d+")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE_LIKE = re.compile(
    r"%|\b(?:percent|per cent|percentage|half|third|quarter|fifth|tenth|thirds|quarters|in (?:\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten)|majority|minority)\b|(?<![\d,.$£€])\d{1,2}(?:\.\d+)?(?![\d,])",
    re.I,
)
# "Long" is a time or a length, but never an age.
_AMOUNTS = frozenset({"money", *(base for _, base, _ in MEASURES.values())})
_NO_AGE = re.compile(r"^(?!.*\byears?[- ]old\b)", re.I | re.S)
_UNIT_LIKE = {"score": _SCORE_LIKE, "percent": _SHARE_LIKE, "duration": _NO_AGE}
_ONE_OF = ("country", "nation", "state", "city", "town")
_LISTED = re.compile(r"\s(?:and|or|&)\s|[^\W\d_]-[A-Z]")
_DURATION = re.compile(
    r"(?:(?:about|some|more than|nearly)\s+)?(?:an?|\d+|[a-z]+(?:-[a-z]+)?)\s+"
    r"(?:minute|hour|day|week|month|year|decade)s",
    re.I,
)
_OPENING = re.compile(r"^(?:A|An|The|One|Some|Two|Three)\s+")
_CAPITAL = re.compile(r"\b[^\W\d_]*[A-ZÀ-Þ][^\W_]*|\b[A-Z]\b")


@dataclass(frozen=True, slots=True)
class Expected:
    """The kind of answer asked for; `strict` where another kind cannot be the answer.

    `noun` is what is counted or chosen, in the singular ("how many people": person; "which
    company": company), `unit` the unit wanted of a number (percent, money, age, a measure,
    ordinal), `name_type` what the name is of, "name" where that is open, `grain` how exact a date,
    `several` whether it wants more than one name.
    """

    kind: Kind
    noun: str = ""
    unit: str = ""
    grain: Grain = ""
    name_type: NameType = "name"
    strict: bool = False
    true_false: bool = False
    several: bool = False

    def fits(self, text: str) -> bool:
        """Whether `text` can be an answer of this kind. Always true where nothing is known."""
        if self.kind == "date" and _DURATION.fullmatch(text.strip()):
            return False
        if self.kind == "date":
            return bool((CLOCK if self.grain == "time" else _DATE_LIKE).search(text))
        if self.kind == "number":
            counts = self.noun and not self.unit
            if counts and (self._measures(text) or _SCORE.fullmatch(text.strip())):
                return False
            unit = _UNIT_LIKE.get(self.unit)
            return bool(_NUMBER_LIKE.search(text) and (unit is None or unit.search(text)))
        if self.kind == "name":
            if not _LETTER.search(text):
                return False
            capital = _CAPITAL.search(_OPENING.sub("", text))
            if not capital and (self.strict or self._names_one):
                return False
            return self._fits_place(text) and self._fits_person(text)
        return True

    def _measures(self, text: str) -> bool:
        """Whether `text` tells only amounts of money, length or time where things are counted."""
        kinds = _measures_of(text)
        counts_units = bool(_measures_of(f"2 {self.noun}") & _AMOUNTS)
        return bool(kinds) and kinds <= _AMOUNTS and not counts_units

    @property
    def _names_one(self) -> bool:
        """Whether one of a kind is asked for that has a name: "which company", not "where"."""
        return bool(self.noun) and self.name_type in ("organisation", "place")

    def _fits_person(self, text: str) -> bool:
        """Nobody's name ends in a word in lower case: that is a clause or a description."""
        return self.name_type != "person" or bool(_CAPITAL.search(" ".join(text.split()[-1:])))

    def _fits_place(self, text: str) -> bool:
        """No country is a city or a state, no known city a country, and one is not two."""
        known = place_named(text)
        if self.noun in _ONE_OF and known is None and _LISTED.search(text):
            return False
        if self.noun in ("country", "nation"):
            return is_country(text) or country_of_people(text) is not None
        if self.noun == "state":
            return is_state(text)
        return self.noun not in ("city", "town") or not is_country(text)


@lru_cache(maxsize=4096)
def _measures_of(text: str) -> frozenset[str]:
    """What the numbers in `text` measure; "" stands for a plain count."""
    return frozenset(measured(number) for number in find_numbers(text))
