"""Which kind of value answers a question, and what the question wants of it."""

from __future__ import annotations

import re
from typing import get_args

from assistant.questions.types import Expected, Grain
from assistant.values.number_units import singular
from assistant.values.number_words import MEASURES
from assistant.values.types import NameType
from assistant.values.words import word_set

_HOW_MANY = re.compile(r"\bhow many\s+(?P<words>[^?,.]{0,60})", re.I)
_HOW_MUCH = re.compile(r"\bhow much\b\s*(?P<words>[^?,.]{0,40})", re.I)
_HOW_UNIT = {
    "old": "age", "long": "duration", "far": "length", "tall": "length", "high": "length",
    "deep": "length", "wide": "length", "big": "", "large": "", "fast": "speed", "heavy": "mass",
    "hot": "temperature", "cold": "temperature", "often": "",
}  # fmt: skip
_HOW_ADJECTIVE = re.compile(rf"\bhow\s+({'|'.join(_HOW_UNIT)})\b", re.I)
_WHICH = re.compile(
    r"\b(?:what|which)(?:\s+(?:was|is|were|are)\s+the)?\s+(?P<words>[^?,;]{1,80})", re.I
)
_PEOPLE = word_set(
    "person man woman president minister politician leader actor actress singer player "
    "athlete author  director star artist celebrity senator governor mayor king queen prince "
    "princess pope coach judge  candidate rapper musician comedian lawmaker congressman "
    "congresswoman official scientist  journalist billionaire founder ceo executive winner "
    "footballer golfer driver swimmer runner  boxer striker goalkeeper quarterback writer "
    "poet painter chef model activist general lawyer  doctor astronaut host figure duo royal "
    "manager justice secretary chancellor premier speaker nominee"
)
_PLACES = word_set(
    "country city state place town continent region province county village nation capital "
    "island  river mountain lake ocean sea street venue stadium location area district "
    "neighborhood  neighbourhood borough territory airport park planet"
)
_BODIES = word_set(
    "company organization organisation team club party agency group bank university school "
    "airline  firm newspaper magazine network brand chain retailer maker automaker department "
    "ministry  outlet league band union website publisher manufacturer giant carrier startup "
    "bureau hotel restaurant store supermarket hospital college museum studio theater theatre app "
    "platform"
)
_NAMED = word_set(
    "show book song film movie album series brand game spacecraft ship storm hurricane award "
    "event festival podcast opera holiday"
)
_TYPES: dict[str, NameType] = {
    **dict.fromkeys(_NAMED, "name"),
    **dict.fromkeys(_BODIES, "organisation"),
    **dict.fromkeys(_PLACES, "place"),
    **dict.fromkeys(_PEOPLE, "person"),
}
_GRAINS: dict[str, Grain] = {grain: grain for grain in get_args(Grain)}
_WHICH_DATE = re.compile(
    r"\b(?:what|which)\s+(?:calendar\s+)?"
    r"(year|month|day|weekday|season|quarter|decade|century|date|time)\b(?!\s+of\s+year\b)",
    re.I,
)
_NUMBERS = {
    **dict.fromkeys(("percentage", "percent", "proportion", "share", "rate"), "percent"),
    **dict.fromkeys(("price", "cost", "sum", "fee", "salary", "fine"), "money"),
    **dict.fromkeys(("position", "rank", "ranking"), "ordinal"),
    **dict.fromkeys(("distance", "height"), "length"),
    **dict.fromkeys(("number", "amount", "population", "total", "toll", "count", "margin"), ""),
    "magnitude": "",
    "length": "",
    "age": "age",
    "score": "score",
    "weight": "mass",
    "speed": "speed",
    "temperature": "temperature",
}
# "Solved the cube in what time?" wants seconds; "at what time" the hour.
_HOW_LONG = re.compile(r"\bin (?:what|which) time\b", re.I)
_SHARE = re.compile(
    r"\b(?:what|which)(?: was the| is the)?\s+(?:percent|percentage|share|proportion)\b", re.I
)
_MONEY = re.compile(
    r"\b(?:cost|pay|paid|spend|spent|worth|price|money|earn\w*|owe\w*|rais\w+|fined?|sell|sold|"
    r"bid|donat\w+)\b|\$",
    re.I,
)


def expected_kind(question: str) -> Expected:
    """What kind of value answers `question`; a span where its form does not tell."""
    text = " ".join(question.split())
    for read in (_number, _date, _person_or_place, _which):
        found = read(text)
        if found is not None:
            return found
    return Expected("span", strict=bool(re.search(r"\b(?:why|how)\b", text, re.I)))


def _number(text: str) -> Expected | None:
    if _HOW_LONG.search(text):
        return Expected("number", "", "duration", strict=True)
    if match := _HOW_MANY.search(text):
        return _count(match["words"])
    if match := _HOW_MUCH.search(text):
        noun = _head(match["words"])
        return Expected("number", noun, "money" if _MONEY.search(text) else "", strict=True)
    if (match := _HOW_ADJECTIVE.search(text)) and not re.search(r"\bhow long ago\b", text, re.I):
        return Expected("number", "", _HOW_UNIT[match[1].lower()], strict=True)
    if _SHARE.search(text):
        return Expected("number", "", "percent", strict=True)
    return None


_COUNTED_UNITS = word_set("year day hour week month minute second mile km")


def _count(words: str) -> Expected:
    first = singular(words.split()[0]) if words.split() else ""
    noun = first if first in MEASURES else _head(words)  # "how many feet deep" counts feet
    money = noun in ("dollar", "euro", "ruble")
    unit = "money" if money else noun if noun in _COUNTED_UNITS else ""
    return Expected("number", noun, unit, strict=True)


def _date(text: str) -> Expected | None:
    if re.search(r"\bwhen\b(?!\s+\w+ing\b)", text, re.I) and not _later_when(text):
        return Expected("date", strict=True)
    if re.search(r"\bhow long ago\b", text, re.I) or _THE_DATE.search(text):
        return Expected("date", strict=True)
    match = _WHICH_DATE.search(text)
    if match:
        noun = match[1].lower()
        if noun == "day" and re.search(r"day of the week", text, re.I):
            noun = "weekday"
        return Expected("date", noun, grain=_GRAINS.get(noun, ""), strict=True)
    return None


_THE_DATE = re.compile(
    r"\bwhat(?:['’]s|\s+(?:is|was|were|will be))\s+the\s+(?:[\w’'-]+\s+){0,3}?dates?\b"
    r"(?=\s+(?:of|for|when|on which)\b|\s*\?|\s*$)",
    re.I,
)


def _later_when(text: str) -> bool:
    """A "when" that only opens a clause: "Who was hurt when the bridge fell?"."""
    first = re.search(r"\b(?:who|whom|whose|what|which|where|why|how|when)\b", text, re.I)
    return first is not None and first.group().lower() != "when"


_SEVERAL = re.compile(r"who\s+(?:are|were)\b(?!\s+(?:you|they)\b)", re.I)


def _person_or_place(text: str) -> Expected | None:
    match = re.search(r"\b(?:who|whom|whose|where|which|what|why|how|when)\b", text, re.I)
    if match is None:
        return None
    word = match.group().lower()
    if word in ("who", "whom", "whose"):
        several = bool(_SEVERAL.match(text, match.start()))
        return Expected("name", name_type="person", strict=True, several=several)
    return Expected("name", name_type="place") if word == "where" else None


def _which(text: str) -> Expected | None:
    match = _WHICH.search(text)
    if match is None:
        return None
    sort = _SORT_OF.match(match["words"])
    if sort:
        return Expected("span", _head(match["words"][sort.end() :]))
    name_of = _NAME_OF.match(match["words"])
    if name_of:
        noun = _head(match["words"][name_of.end() :])
        named = noun in _TYPES
        return Expected("name", noun, name_type=_TYPES[noun]) if named else Expected("span", noun)
    noun = _head(match["words"])
    if noun in _TYPES:
        return Expected("name", noun, name_type=_TYPES[noun], strict=_TYPES[noun] == "person")
    if noun in _NUMBERS and not _OF_THINGS.search(text):
        return Expected("number", noun, _NUMBERS[noun], strict=noun not in ("rate", "total"))
    return Expected("span", noun)


# "Which prices fell?" wants things; the position that one plays is a role.
_OF_THINGS = re.compile(r"\bwhich\s+(?:\w+\s)?\w+s\b|\bposition\b[^?]*\bplay", re.I)
_SORT_OF = re.compile(r"(?:the\s+)?(?:kind|type|sort|form|variety)s?\s+of\s+", re.I)
_NAME_OF = re.compile(r"(?:the\s+)?(?:full\s+|official\s+|new\s+)?names?\s+of\s+", re.I)
_THIRD = re.compile(r"[^su]s$")
_TURNED = re.compile(r"\b\w+-turned-", re.I)
_STOP = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|may|might|"
    r"that|who|which|of|in|on|at|by|for|to|from|with|as|after|before|during|since|than|and|or|"
    r"this|the|recently|just|became|become|won|made|said|took|got|left|died|lost|set|named|"
    r"[a-z]{3,}ed)\b",
    re.I,
)


_VERB = re.compile(
    r"(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|may|might)$",
    re.I,
)


def _head(words: str) -> str:
    """The head noun of the phrase that begins `words`: "US state will" is state.

    Where no verb of the list ends the phrase, it may hold its verb ("country hosts the games"):
    the first word of a known kind counts.
    """
    bare = re.sub(r"^(?:of\s+)?(?:the|these|this|its|his|her|their)\s+", "", _TURNED.sub("", words))
    stop = _STOP.search(bare)
    phrase = bare[: stop.start()] if stop else bare
    found = [re.sub(r"[’']s$", "", word) for word in re.findall(r"[A-Za-z][\w’'-]*", phrase)]
    if not found:
        return ""
    nouns = [singular(word) for word in found]
    if not stop or not _VERB.match(stop.group()):
        known = [n in _TYPES or n in _NUMBERS for n in nouns]
        if True in known:
            at = known.index(True)
            while at + 1 < len(nouns) and known[at + 1] and not found[at + 1].endswith("s"):
                at += 1
            return nouns[at]
    if len(found) > 1 and stop and stop.group() in ("the", "this") and _THIRD.search(found[-1]):
        return nouns[-2]  # "vegetable replaces the chicken"
    return nouns[-1]
