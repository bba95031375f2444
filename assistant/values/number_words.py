"""Numbers in figures and words, their multipliers and units, as patterns and as amounts."""

from __future__ import annotations

import re

from assistant.values.words import numbered

ONES = numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10)
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "tr": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12,
}  # fmt: skip
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    first=1,
)
# How many of them a vague word may mean: the lowest and the highest.
VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2e6, 1e7),
    "tens of millions": (2e7, 1e8),
    "hundreds of millions": (2e8, 1e9),
    "billions": (2e9, 1e10),
    "tens of billions": (2e10, 1e11),
    "hundreds of billions": (2e11, 1e12),
    "trillions": (2e12, 1e13),
}
CURRENCIES: dict[str, str] = {
    "$": "USD", "us$": "USD", "usd": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "r$": "BRL", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "₹": "INR", "rs": "INR", "₽": "RUB", "₩": "KRW",
    "₺": "TRY", "₴": "UAH", "₪": "ILS", "chf": "CHF",
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "ruble": "RUB",
    "rouble": "RUB", "rupee": "INR", "won": "KRW", "hryvnia": "UAH", "lira": "TRY",
    "shekel": "ILS",
}  # fmt: skip
# A measure's one spelling, and how many of its base it holds (metres, kilograms, days, litres).
MEASURES: dict[str, tuple[str, str, float]] = {
    "km": ("km", "m", 1000), "kilometer": ("km", "m", 1000), "kilometre": ("km", "m", 1000),
    "mile": ("mile", "m", 1609.344), "meter": ("metre", "m", 1), "metre": ("metre", "m", 1),
    "centimeter": ("cm", "m", 0.01), "centimetre": ("cm", "m", 0.01), "cm": ("cm", "m", 0.01),
    "mm": ("mm", "m", 0.001), "millimeter": ("mm", "m", 0.001), "millimetre": ("mm", "m", 0.001),
    "foot": ("foot", "m", 0.3048), "feet": ("foot", "m", 0.3048), "ft": ("foot", "m", 0.3048),
    "inch": ("inch", "m", 0.0254), "inches": ("inch", "m", 0.0254), "yard": ("yard", "m", 0.9144),
    "kg": ("kg", "kg", 1), "kilogram": ("kg", "kg", 1), "kilo": ("kg", "kg", 1),
    "ton": ("ton", "kg", 1000), "tonne": ("ton", "kg", 1000), "gram": ("gram", "kg", 0.001),
    "lb": ("pound", "kg", 0.45359), "pound": ("pound", "kg", 0.45359),
    "ounce": ("ounce", "kg", 0.02835),
    "second": ("second", "day", 1 / 86400), "minute": ("minute", "day", 1 / 1440),
    "hour": ("hour", "day", 1 / 24), "hr": ("hour", "day", 1 / 24), "day": ("day", "day", 1),
    "week": ("week", "day", 7), "month": ("month", "day", 30.44), "year": ("year", "day", 365.25),
    "decade": ("decade", "day", 3652.5), "century": ("century", "day", 36525),
    "centuries": ("century", "day", 36525),
    "litre": ("litre", "l", 1), "liter": ("litre", "l", 1), "gallon": ("gallon", "l", 3.7854),
    "barrel": ("barrel", "l", 158.99),
    "mph": ("mph", "kph", 1.609344), "kph": ("kph", "kph", 1), "km/h": ("kph", "kph", 1),
    "acre": ("acre", "ha", 0.404686), "hectare": ("hectare", "ha", 1),
    "megawatt": ("megawatt", "MW", 1), "mw": ("megawatt", "MW", 1),
    "gigawatt": ("gigawatt", "MW", 1000), "gw": ("gigawatt", "MW", 1000),
}  # fmt: skip

_WORD = "|".join([*ONES, *TENS])
_TENS = "|".join(TENS)
_BIG = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)"
_ONE_WORD = rf"(?:(?:{_TENS})[\s-](?:one|two|three|four|five|six|seven|eight|nine)|{_WORD})\b"
_A_BIG = r"an?(?=\s+(?:hundred|thousand|million|billion|trillion|dozen)\b)"
FIGURE = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)"
    r"|\d{1,3}(?: 000)+(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}(?![\d,])(?=\s?(?:%|million|billion|bn|per\s?cent))"
    r"|\d+(?:[.·]\d+)?)"
)
SPELLED = (
    rf"(?:(?:{_ONE_WORD}|{_A_BIG})"
    rf"(?:(?:[\s-]{_BIG}\b)+(?:(?:\s+and\s+|\s+|-){_ONE_WORD})?)*(?:\s+dozen\b)?)"
)
SCALE_AFTER = (
    rf"(?:[\s\u00a0-]?(?:{_BIG}|dozen)\b|\s?(?:bn|mln|mn|tn)\b|[mkb]\b(?!-|[.²]\w|\s?sprint))"
)


def figure_amount(text: str) -> float:
    """What a number in figures says: `1,500`, `1.5`, `10 000`, `1,5` (a European decimal)."""
    bare = re.sub(r"[\s\u00a0\u202f\u2009]", "", text).replace("·", ".")
    if re.fullmatch(r"\d+,\d{1,2}", bare):
        bare = bare.replace(",", ".")
    elif bare.count(".") > 1:
        bare = bare.replace(".", "")
    return float(bare.replace(",", ""))


def spelled_amount(text: str) -> float:
    """What a number in words says: `twenty-one`, `two hundred and five thousand`, `a dozen`."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in ONES:
            current += ONES[word]
        elif word in TENS:
            current += TENS[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0
        elif word in ("a", "an"):
            current = 1
    return total + current


def scale_of(text: str | None) -> float:
    """The multiplier behind a number (`million`, `bn`), 1 where there is none."""
    return SCALES[text.strip(" -\t\n\u00a0").lower()] if text else 1.0
