"""What a question asks for: the kind of its answer, read off its wording."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Kind
from assistant.values.kinds import Grain, expected_kind
from assistant.values.places import is_country, place_named
from assistant.values.types import NameType

_YES_NO = re.compile(
    r"(?:and |but |so |or )?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could"
    r"|should|shall|may|might|must)(?:n['’]t)?\b",
    re.I,
)
_TRUE_FALSE = re.compile(r"\btrue or false\b", re.I)
_WH_ANY = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.I)
# "... when a crane fell in which city?" asks for the city.
_CLAUSE_FIRST = re.compile(r"\bwhen\b.+?(?=\b(?:who|whom|whose|what|which|how)\b)", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'“‘(])")

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
_CAPITAL = re.compile(r"\b[^\W\d_]*[A-ZÀ-Þ][^\W_]*|\b[A-Z]\b")


@dataclass(frozen=True, slots=True)
class Expected:
    """The kind of answer asked for; `strict` where another kind cannot be the answer.

    `noun` is what is counted or chosen ("how many people": person), `unit` the unit wanted of a
    number, `name_type` what the name is of, "name" where that is open, `grain` how exact a date.
    """

    kind: Kind
    strict: bool = False
    true_false: bool = False
    noun: str = ""
    unit: str = ""
    name_type: NameType = "name"
    grain: Grain = ""

    def fits(self, text: str) -> bool:
        """Whether `text` can be an answer of this kind. Always true where nothing is known."""
        if self.kind == "date":
            return bool(_DATE_LIKE.search(text))
        if self.kind == "number":
            return bool(_NUMBER_LIKE.search(text))
        if self.kind == "name":
            return (bool(_CAPITAL.search(text)) or not self.strict) and self._fits_place(text)
        return True

    def _fits_place(self, text: str) -> bool:
        """No country is a city or a state, and no known city or state a country."""
        if self.noun in ("country", "nation"):
            return place_named(text) is None or is_country(text)
        return self.noun not in ("city", "town", "state") or not is_country(text)


def asked(question: str) -> str:
    """The sentence of `question` that asks: the last with a question word or verb, else all."""
    sentences = [part for part in _SENTENCE.split(question.strip()) if part]
    for sentence in reversed(sentences):
        if _WH_ANY.search(sentence) or _YES_NO.match(sentence):
            return sentence
    return question.strip()


def expect(question: str) -> Expected:
    """What kind of answer `question` wants. Never raises; what is unclear wants a span."""
    if _TRUE_FALSE.search(question):
        return Expected("yes_no", strict=True, true_false=True)
    sentence = asked(question)
    if _YES_NO.match(sentence):
        choice = " or " in sentence.casefold()
        return Expected("span") if choice else Expected("yes_no", strict=True)
    clause = _CLAUSE_FIRST.search(sentence)
    want = expected_kind(sentence[clause.end() :] if clause else sentence)
    return Expected(
        want.kind,
        strict=want.certain and (want.kind != "name" or want.name_type == "person"),
        noun=want.noun,
        unit=want.unit,
        name_type=want.name_type,
        grain=want.grain,
    )
