"""What a number counts: percent, money, an age, a measure, or a plain noun."""

from __future__ import annotations

import re

from assistant.values.number_words import CURRENCIES, MEASURES
from assistant.values.words import word_set

_PERCENT = re.compile(r"\s?%|[\s-]+(?:percent|per\s?cent|pct)\b", re.I)
_POINTS = re.compile(r"[\s-]+(?:percentage|basis)[\s-]points?\b", re.I)
_AGE = re.compile(r"(?:[\s-]+years?[\s-]+olds?|-years?-olds?|\s?(?:yo|y/o))\b", re.I)
_AGE_BEFORE = re.compile(r"\b(?:aged?|at the age of|turned|turns)\s+$", re.I)
_APPOSED = re.compile(r"[A-Z][\w’'-]+\)?,\s$")
_MONEY_WORDS = "|".join(
    sorted((w for w in CURRENCIES if w.isalpha() and len(w) > 3), key=len)[::-1]
)
_MONEY = re.compile(
    r"[\s-]+(?:(?P<land>U\.?S\.?|American|Canadian|Australian|Hong Kong)\s+)?"
    rf"(?P<word>{_MONEY_WORDS}|yen|won)s?\b",
    re.I,
)
_LANDS = {"canadian": "CAD", "australian": "AUD", "hong kong": "HKD"}
_MEASURE_WORDS = "|".join(re.escape(w) for w in sorted(MEASURES, key=len, reverse=True))
_MEASURE = re.compile(
    rf"[\s\u00a0-]?(?P<square>square|cubic|sq\.?)?\s?\b(?P<word>{_MEASURE_WORDS})s?\b", re.I
)
_DEGREES = re.compile(r"\s?(?:°|degrees?)\s?(?P<scale>C|F|Celsius|Fahrenheit)?(?![a-z])", re.I)
_HYPHENED = re.compile(r"-(?P<noun>[a-z]{3,})")
_WORDS_AFTER = re.compile(r"\s+((?:[A-Za-z][\w’'.-]*(?:\s+|(?=[^\w\s])|$)){1,6})")
_OF = re.compile(r"of\s+(?:the|its|their|his|her|those|these|our|my|all)?\s*")

_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "lives": "life", "feet": "foot", "teeth": "tooth", "mice": "mouse", "wives": "wife",
    "police": "police", "aircraft": "aircraft", "countries": "country", "series": "series",
    "servicemen": "serviceman", "policemen": "policeman", "lawmakers": "lawmaker", "staff": "staff",
}  # fmt: skip
_NO_NOUN = word_set(
    "and or but nor in on at by for from to with of than as is are was were be been being has "
    "have had do does did will would can could may might must shall should that which who whom "
    "whose when where while after before since until because if so yet then there here not the "
    "a an this these those it its he she they we you i his her their our my said says told "
    "killed injured wounded died dead per into over under during against between through about "
    "among within without including across ago later earlier us plus minus times percent"
)
_SKIPPED = word_set("more other additional new different such further fewer less of")


def currency_code(symbol: str) -> str:
    """ISO code of a currency's sign or word: `$`, `US$`, `euros`."""
    return CURRENCIES[re.sub(r"\.", "", symbol.strip().lower())]


def unit_after(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The unit of the number at `start..end`, and where its words end (`end` if they stay out)."""
    if match := _POINTS.match(text, end):
        return "percentage point", match.end()
    if match := _PERCENT.match(text, end):
        return "percent", match.end()
    if match := _MONEY.match(text, end):
        return _LANDS.get((match["land"] or "").lower()) or currency_code(
            match["word"]
        ), match.end()
    if match := _DEGREES.match(text, end):
        return {"c": "celsius", "f": "fahrenheit"}.get(
            (match["scale"] or "")[:1].lower(), "degree"
        ), end
    if _is_age(text, start, end):
        return "age", end
    if (match := _MEASURE.match(text, end)) and match.end() > end + 1:
        name = MEASURES[match["word"].lower()][0]
        return (f"{match['square'].lower()} {name}" if match["square"] else name), end
    return None, end


def _is_age(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 24) : start]
    if _AGE.match(text, end) or _AGE_BEFORE.search(before):
        return True
    if not text[start:end].isdigit() or len(text[start:end]) > 3 or not _APPOSED.search(before):
        return False
    return bool(re.match(r",\s(?!\d)|[.)]", text[end:]))


def noun_after(text: str, end: int, *, one: bool) -> str | None:
    """The noun counted by the number that ends at `end`, in the singular; None if not plain."""
    if hyphened := _HYPHENED.match(text, end):
        return singular(hyphened["noun"])
    match = _WORDS_AFTER.match(text, end)
    if not match:
        return None
    words = _OF.sub("", match.group(1), count=1).split()
    candidate = None
    for word in words:
        lower = re.sub(r"[’']s?$", "", word.lower().rstrip(".,;:"))
        if word == "US":
            continue
        if lower in _SKIPPED:
            continue
        if lower in _NO_NOUN or not lower:
            break
        candidate = lower
        if _plural(lower) or (one and not lower.endswith(("ed", "ly", "ing"))):
            return singular(lower)
    return singular(candidate) if candidate and len(words) == 1 else None


def _plural(word: str) -> bool:
    if word in _IRREGULAR or (word.endswith("men") and len(word) > 4):
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    )


def singular(word: str) -> str:
    """A noun's singular, as English mostly makes it."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if _plural(word) else word
