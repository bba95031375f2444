"""Single numbers as they stand in text, before ranges, modifiers and units are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.values.number_units import currency_code
from assistant.values.number_words import (
    FIGURE,
    ONES,
    ORDINALS,
    SCALE_AFTER,
    SCALES,
    SPELLED,
    TENS,
    VAGUE,
    figure_amount,
    scale_of,
    spelled_amount,
)
from assistant.values.types import NumberForm


@dataclass(frozen=True, slots=True)
class Atom:
    """A number from `low` to `high` (equal but for vague words and scores) with its place.

    `scale` is the multiplier written behind it, `share` marks a part of a whole in percent.
    """

    start: int
    end: int
    low: float
    high: float
    scale: float = 1.0
    currency: str | None = None
    form: NumberForm = "cardinal"
    vague: bool = False
    share: bool = False


_CURRENCY = r"(?:(?:US|AU?|CA?|NZ|HK|S|R)?\$|[€£¥₹₽₩₺₴₪]|\b(?:USD|EUR|GBP|CHF|JPY|Rs\.?)\s)"
_NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
_SPELLED_ORDINAL = rf"(?:(?:{'|'.join(TENS)})-(?:{'|'.join(list(ORDINALS)[:9])})|{_NTH})"
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
          "ninth": 9, "tenth": 10}  # fmt: skip
_PART = "|".join(part for part in _PARTS if part != "half")
_SMALL = rf"(?:{'|'.join(list(ONES)[1:11])}|\d{{1,3}})"

# Figures that count nothing (links, handles, times, codes such as F-16) and "one" the pronoun.
_MASKED = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[@#]\w*[A-Za-z]\w*"
    r"|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|GMT|UTC|[CE]ST|ET\b|hrs)"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b)|\b24/7\b"
    r"|\b[A-Za-z]+[-–]?\d[\w.-]*|\b\d+[A-Za-z]{3,}\b(?<!yen)"
    r"|\bone (?:another|day|of|thing|who|that|which|can|could|would|is|has|may|or more)\b"
    r"|(?m:^\s*\d{1,2}[.)]\s)|['’]\d\d\b(?!\w)|\bat one point\b"
    r"|\bno one\b|\b(?:the|this|that|which|any|every|each|some|only|loved|little|young|last|next"
    r"|other|a[sn]?|not|big) ones?\b|\bone[’']s\b|\bone-(?:on|time|way|off|sided)\b"
    r"|\b(?:a|per) second\b|\bfirst (?:lady|aid|floor|half|place)\b|\bsecond (?:half|floor|hand)\b",
    re.I,
)


def _amount(match: re.Match[str]) -> Atom | None:
    number = figure_amount(match["figure"])
    scale = scale_of(match["scale"])
    if match["minus"]:
        number = -number
    currency = currency_code(match["currency"]) if match["currency"] else None
    return _atom(match, number * scale, scale=scale, currency=currency)


def _atom(
    match: re.Match[str],
    low: float,
    *,
    high: float | None = None,
    scale: float = 1.0,
    currency: str | None = None,
    form: NumberForm = "cardinal",
    vague: bool = False,
    share: bool = False,
) -> Atom:
    top = low if high is None else high
    return Atom(match.start(), match.end(), low, top, scale, currency, form, vague, share)


def _spelled(match: re.Match[str]) -> Atom | None:
    words = match.group().lower()
    scale = SCALES.get(re.split(r"[\s-]", words)[-1], 1.0)
    return _atom(match, spelled_amount(words), scale=scale)


def _half_scale(match: re.Match[str]) -> Atom | None:
    return _atom(match, SCALES[match["big"].lower()] / 2)


def _vague(match: re.Match[str]) -> Atom | None:
    low, high = VAGUE[" ".join(match.group().lower().split())]
    return _atom(match, low, high=high, vague=True)


def _several(match: re.Match[str]) -> Atom | None:
    scale = SCALES[match["big"].lower().rstrip("s")]
    return _atom(match, 3 * scale, high=9 * scale, vague=True)


def _share(match: re.Match[str]) -> Atom | None:
    count = match["count"].lower()
    number = 1 if count in ("a", "an") else _small(count)
    part = _PARTS[match["part"].lower().rstrip("s")]
    return _atom(match, round(100 * number / part, 1), share=True) if number < part else None


def _in_of(match: re.Match[str]) -> Atom | None:
    number, whole = _small(match["count"]), _small(match["whole"])
    return _atom(match, round(100 * number / whole, 1), share=True) if 0 < number < whole else None


def _half(match: re.Match[str]) -> Atom | None:
    return _atom(match, 50.0, share=True)


def _small(word: str) -> int:
    return int(word) if word.isdigit() else ONES[word.lower()]


def _ordinal(match: re.Match[str]) -> Atom | None:
    digits = re.search(r"\d[\d,]*", match.group())
    if digits:
        number = int(digits.group().replace(",", ""))
    else:
        words = re.findall(r"[a-z]+", match.group().lower().removeprefix("number"))
        number = sum(ORDINALS.get(w) or TENS.get(w) or ONES.get(w) or 0 for w in words)
    return _atom(match, number, form="ordinal")


def _score(match: re.Match[str]) -> Atom | None:
    left, right = int(match["left"]), int(match["right"])
    if left < right and not match["of"]:
        return None  # read as a range
    return _atom(match, left, high=right, form="score")


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Atom | None]], ...] = tuple(
    (re.compile(source, re.I), build)
    for source, build in (
        (
            r"(?<![\w.,/–-])(?P<left>\d{1,3})[-–](?P<right>\d{1,3})(?![\w–]|-\d|[.,]\d|\s?%)"
            r"(?P<of>(?=\s+(?:win|victory|defeat|loss|vote|decision|ruling|lead|draw|record|majority"
            r"|margin|thriller|triumph)\b))?(?!-)",
            _score,
        ),
        (rf"\bhalf[\s-]an?\s+(?P<big>{'|'.join(s for s in SCALES if len(s) > 4)})\b", _half_scale),
        (
            r"\b(?:several|a few|many)\s+(?P<big>(?:hundred|thousand|million|billion|dozen)s?)\b",
            _several,
        ),
        (
            rf"\b(?:{'|'.join(sorted(VAGUE, key=len)[::-1])})\b(?<!scores)|\bscores(?=\sof\b)",
            _vague,
        ),
        (rf"\b(?P<count>an?|{_SMALL})(?:\s|-)(?P<part>{_PART})(?=\s+of\b|\s*[.,;]|\s*$)", _share),
        (rf"\b(?P<count>{_SMALL})[\s-](?P<part>(?:{_PART})s)\b", _share),
        (rf"\b(?P<count>one)-(?P<part>{_PART})\b", _share),
        (
            rf"\b(?P<count>{_SMALL})\s(?:in(?:\severy)?|out\sof(?:\severy)?)\s(?P<whole>{_SMALL})\b"
            r"(?![.,]?\d|\s(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|seasons?)\b)",
            _in_of,
        ),
        (
            r"\bhalf(?=\s+(?:of|the|its|their|his|her|all)\b)(?<!second half)(?<!first half)"
            r"|(?<=\bby )half\b",
            _half,
        ),
        (
            r"\b\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)\b|\bNo\.\s?\d+\b|(?<![\w&])#\d+\b"
            rf"|\bnumber (?:one|two|three|\d+)\b|\b{_SPELLED_ORDINAL}\b",
            _ordinal,
        ),
        (
            rf"(?P<minus>\bminus\s+|(?:(?<=\s)|(?<=^))[-−](?=\d))?(?:(?P<currency>{_CURRENCY})\s?)?"
            rf"(?<![\w.])(?<!\d,)(?P<figure>{FIGURE})(?P<scale>{SCALE_AFTER})?",
            _amount,
        ),
        (rf"\b{SPELLED}\b", _spelled),
    )
)


def atoms(text: str, taken: Iterable[tuple[int, int]]) -> list[Atom]:
    """The numbers of `text` in order, none inside the `taken` spans, a link, a time or a code."""
    spans = [*taken, *(m.span() for m in _MASKED.finditer(text))]
    found: list[Atom] = []
    for pattern, build in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < e and s < end for s, e in spans):
                continue
            atom = build(match)
            if atom is not None:
                found.append(atom)
                spans.append((start, end))
    return sorted(found, key=lambda atom: atom.start)
