"""What a question asks for: the kind of its answer, read off its wording."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Kind

_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must"
    r"|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|hasn['’]t|haven['’]t|won['’]t)"
)
_YES_NO = re.compile(rf"(?:and |but |so |or )?{_AUXILIARY}\b", re.I)
_TRUE_FALSE = re.compile(r"\btrue or false\b", re.I)
_WH = r"(?:what|which|in what|in which|on what|on which|by what|during which|during what)"
_DATE = re.compile(
    r"(?:^|[,;:—-]\s*|\b(?:and|but|since|until|by|so)\s+)when\b(?! (?:it comes|asked))"
    rf"|\b{_WH} (?:\w+ )?(?:date|day|year|month|week|weekday|season|century|decade)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\bhow (?:many|much|old|long|far|tall|high|big|large|deep|heavy|fast|often|wide|hot|cold)\b"
    rf"|\b{_WH} (?:is the |was the |were the |are the )?(?:\w+ )?"
    r"(?:percent|percentage|number|share|proportion|price|amount|age|cost|sum|total|score|rate"
    r"|size|height|length|distance|death toll|toll|salary|fine|temperature|magnitude)\b",
    re.I,
)
_WHO = re.compile(r"\b(?:who|whom|whose|who['’]s)\b", re.I)
_WHERE = re.compile(r"\bwhere\b", re.I)
_NAMED = re.compile(
    rf"\b(?:what|which) (?!{_AUXILIARY}\b)(?:\w+[ -]){{0,3}}?(?:country"
    r"|countries|nation|city|state|town|county|team|company|brand|airline|bank|university|college|school|party|organi[sz]ation|agency|person"
    r"|actor|actress|singer|band|president|minister|senator|leader|player|athlete|author|director"
    r"|film|movie|show|island|river|airport|language|continent|province|region|outlet|newspaper)\b",
    re.I,
)
_WH_ANY = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.I)
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
    """The kind of answer asked for; `strict` where another kind cannot be the answer."""

    kind: Kind
    strict: bool = False
    true_false: bool = False

    def fits(self, text: str) -> bool:
        """Whether `text` can be an answer of this kind. Always true where nothing is known."""
        if self.kind == "date":
            return bool(_DATE_LIKE.search(text))
        if self.kind == "number":
            return bool(_NUMBER_LIKE.search(text))
        if self.kind == "name":
            return bool(_CAPITAL.search(text)) or not self.strict
        return True


def asked(question: str) -> str:
    """The sentence of `question` that asks: the last with a question word or mark, else all."""
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
    if _YES_NO.match(sentence) and " or " not in sentence.casefold():
        return Expected("yes_no", strict=True)
    for pattern, expected in (
        (_NUMBER, Expected("number", strict=True)),
        (_DATE, Expected("date", strict=True)),
        (_WHO, Expected("name", strict=True)),
        (_WHERE, Expected("name")),
        (_NAMED, Expected("name")),
    ):
        if pattern.search(sentence):
            return expected
    return Expected("span")
