"""The date that a field, a tag or a stamp states, in the many shapes that they use."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from corpus.partial_date import PartialDate

_FULL_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS = _FULL_MONTHS | {name[:3]: n for name, n in _FULL_MONTHS.items()} | {"sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
# Each shape of a date, as a pattern with the groups year, month, day (some may lack), or a and b
# where the order of day and month is not known.
SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"\b(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
        rf"\b{_MONTH}\s*{_DAY},?\s*{_YEAR}",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]*{_YEAR}",
        rf"\b(?P<a>\d{{1,2}})[/.-](?P<b>\d{{1,2}})[/.-]{_YEAR}",
        rf"\b{_MONTH},?\s*{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}(?!\s*[:\d])",
        rf"\b{_DAY}\s+{_MONTH}",
    )
)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)[-/](\d{1,2})")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")


def field_date(value: object) -> PartialDate | None:
    """What a metadata field says: text in any usual shape, a date, or seconds since 1970 (UTC).

    None where it says nothing that can be relied on. Of 03/04/2015 only the year is certain.
    """
    if isinstance(value, dt.date):  # A datetime is one too.
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    if not text or len(text) > 100:
        return None
    return _exact(text) or shaped_date(text) or _other_language(text)


def shaped_date(text: str) -> PartialDate | None:
    """The first date in `text` that has one of SHAPES and is in the calendar."""
    found = find_date(text)
    return found[0] if found else None


def find_date(text: str) -> tuple[PartialDate, int, int] | None:
    """That date and where it stands, the fuller shapes first."""
    for shape in SHAPES:
        for match in shape.finditer(text):
            date = _of(match.groupdict())
            if date is not None:
                return date, match.start(), match.end()
    return None


def url_date(url: str | None) -> PartialDate | None:
    """The day that a publisher wrote into an article's address: `/2022/05/21/`, `/2022/may/21/`."""
    match = re.search(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/-])", url or "", re.I)
    if not match:
        return None
    month = MONTHS.get(match[2].lower()) or (int(match[2]) if match[2].isdigit() else None)
    return _date(int(match[1]), month, int(match[3])) if month else None


def _exact(text: str) -> PartialDate | None:
    if match := _ISO.fullmatch(text):
        return _date(*map(int, match.groups()))
    if match := _COMPACT.fullmatch(text):
        return _date(*map(int, match.groups()))
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".")[0]) > 10 else 1)
        return PartialDate.of(dt.datetime.fromtimestamp(seconds, dt.UTC).date())
    if match := _YEAR_MONTH.fullmatch(text):
        return _date(int(match[1]), int(match[2]))
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _of(parts: dict[str, str | None]) -> PartialDate | None:
    year, day = (int(part) if (part := parts.get(name)) else None for name in ("year", "day"))
    if "a" in parts:
        return _unordered(int(parts["a"] or 0), int(parts["b"] or 0), year)
    name = (parts.get("month") or "").lower()
    month = int(name) if name.isdigit() else MONTHS.get(name)
    return _date(year, month, day)


def _unordered(a: int, b: int, year: int | None) -> PartialDate | None:
    """`a/b/year` where the order is not known: whole only when one reading is in the calendar."""
    readings = {date for date in (_date(year, a, b), _date(year, b, a)) if date is not None}
    if len(readings) == 1:
        return readings.pop()
    return PartialDate(year) if readings else None


def _date(year: int | None, month: int | None, day: int | None = None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _other_language(text: str) -> PartialDate | None:
    """A whole date with its month in letters, in another language (`21 mai 2022`)."""
    if not re.search(r"\b(?:19|20)\d\d\b", text) or not re.search(r"\d.*[^\W\d]{3}", text):
        return None
    import dateparser

    found = dateparser.parse(
        text,
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
        },
    )
    return PartialDate.of(found.date()) if found else None
