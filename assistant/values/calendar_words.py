"""The words that dates are written with, and what each of them counts for."""

from __future__ import annotations

import calendar

from assistant.values.words import numbered, word_set

MONTHS: dict[str, int] = {
    **{calendar.month_name[n].lower(): n for n in range(1, 13)},
    **{calendar.month_abbr[n].lower(): n for n in range(1, 13)},
    "sept": 9,
}
WEEKDAYS: dict[str, int] = {calendar.day_name[n].lower(): n for n in range(7)}
SEASONS: dict[str, tuple[int, int]] = {  # first and last month; a winter ends in the next year
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "juneteenth": (6, 19),
    "may day": (5, 1),
}
_SMALL = numbered("one two three four five six seven eight nine ten eleven twelve", first=1)
COUNTS: dict[str, int] = _SMALL | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2}
NTH: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip

# What makes a name of the weekday behind it: Black Friday.
NAMED_DAYS = word_set("black good super bloody cyber ash palm easter fat maundy")
# As regular expression sources, case to be ignored.
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
WEEKDAY_SHORT = r"(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
HOLIDAY = "(?:" + "|".join(name.replace("'", "['’]") for name in HOLIDAYS) + ")"
COUNT = rf"(?:\d{{1,3}}|a couple of|couple of|an?|{'|'.join(_SMALL)})"

# Month names that are ordinary words too: alone, or in lower case, they need a preposition.
AMBIGUOUS_MONTHS = frozenset(
    {"may", "march", "mar", "dec", "jan", "jun", "april", "june", "august"}
)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation in any case, with or without its full stop."""
    return MONTHS[word.lower().rstrip(".")]


def count_number(word: str) -> int:
    """What a small count says: `3`, `three`, `a`."""
    return int(word) if word.isdigit() else COUNTS[" ".join(word.lower().split())]
