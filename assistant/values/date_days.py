"""Days that name their month: `Sept. 30`, `30 September 2015`, `2015-09-30`, `3 to 5 May`."""

from __future__ import annotations

import re

from assistant.values.calendar_words import (
    AMBIGUOUS_MONTHS,
    DAY,
    HOLIDAY,
    HOLIDAYS,
    MONTH,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
)
from assistant.values.date_forms import (
    COUNTED,
    YEAR_AFTER,
    Built,
    NotADateError,
    Rule,
    Scene,
    month_day,
    rule,
    year_in,
)
from corpus.partial_date import PartialDate

_WEEKDAY_BEFORE = rf"(?:\b(?:{WEEKDAY}|{WEEKDAY_SHORT})\s*,?\s*(?P<open>\(\s*)?(?:the\s+)?)?"
_CLOSE = r"(?(open)\s*\)?)"
_NOT_COUNT = rf"(?![,.:]?\d|\s?%|\s+{COUNTED}|-(?!\d)\w)"
_AND_ON = r"\s*(?:to|until|till|through|and|-|–|—)\s*"


def _iso(match: re.Match[str], scene: Scene) -> Built | None:
    try:
        return Built(PartialDate.parse(match.group("iso")))
    except ValueError as error:
        raise NotADateError from error


def _numeric(match: re.Match[str], scene: Scene) -> Built | None:
    first, second, year = (int(match.group(n)) for n in (1, 3, 4))
    dotted = match.group(2) == "."
    if first > 12 or dotted:
        first, second = second, first
    elif second <= 12 and first != second:
        # 3/4 is March in one country and April in another: only the year is sure.
        return Built(PartialDate(year))
    try:
        return Built(PartialDate(year, first, second))
    except ValueError as error:
        raise NotADateError from error


def _eleventh(match: re.Match[str], scene: Scene) -> Built | None:
    return Built(PartialDate(2001, 9, 11), label="September 11, 2001")


def _days(match: re.Match[str], scene: Scene) -> Built | None:
    if match.group("link").strip().lower() == "and" and scene.word_before(match) != "between":
        raise NotADateError
    ends = [
        month_day(scene, match, match.group("month"), match.group(end), match.group("year"))
        for end in ("from", "to")
    ]
    if ends[0] is None or ends[1] is None or (ends[0].first.day or 0) >= (ends[1].first.day or 0):
        raise NotADateError
    return Built(ends[0].first, ends[1].first, inferred=ends[0].inferred)


def _day(match: re.Match[str], scene: Scene) -> Built | None:
    month = match.group("month")
    if month.islower() and month in AMBIGUOUS_MONTHS:
        before = scene.word_before(match)
        ordinal = match.group("day")[-1].isalpha()
        if not ordinal and before not in (
            "on",
            "since",
            "until",
            "by",
            "of",
            "from",
            "to",
            "before",
        ):
            raise NotADateError
    return month_day(scene, match, month, match.group("day"), match.group("year"))


def _holiday(match: re.Match[str], scene: Scene) -> Built | None:
    month, day = HOLIDAYS[match.group("name").lower().replace("’", "'")]
    year, inferred = year_in(match.group("year"), scene)
    if year is None and not inferred:
        year = scene.clock.year_of(month, day, scene.tense(match))
        inferred = year is not None
    return Built(PartialDate(year, month, day), inferred=inferred)


RULES: tuple[Rule, ...] = (
    (
        rule(r"(?<![\w/-])(?P<iso>\d{4}-\d{2}-\d{2}|--\d{2}(?:-\d{2})?)(?:T[\d:.]+Z?)?(?![\w-])"),
        _iso,
    ),
    (rule(rf"(?<![\w/.-])(\d{{1,2}})([/.])(\d{{1,2}})\2({YEAR})(?![\w/])"), _numeric),
    (rule(r"(?<![\w/.-])9/11(?![\w/-]|\.\d)"), _eleventh),
    (
        rule(
            rf"\b(?P<from>{DAY})(?P<link>{_AND_ON})(?P<to>{DAY})\s+(?:of\s+)?(?P<month>{MONTH})(?!\w)"
            + YEAR_AFTER
        ),
        _days,
    ),
    (
        rule(
            rf"\b(?P<month>{MONTH})\s*(?P<from>{DAY})(?P<link>{_AND_ON})(?P<to>{DAY})\b{_NOT_COUNT}"
            + YEAR_AFTER
        ),
        _days,
    ),
    (
        rule(
            rf"{_WEEKDAY_BEFORE}(?<![\w$€£.,])(?P<day>{DAY})[\s-]+(?:of\s+)?(?P<month>{MONTH})(?!\w)"
            + YEAR_AFTER
            + _CLOSE
        ),
        _day,
    ),
    (
        rule(
            rf"{_WEEKDAY_BEFORE}\b(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY})\b{_NOT_COUNT}"
            + YEAR_AFTER
            + _CLOSE
        ),
        _day,
    ),
    (rule(rf"\b(?P<name>{HOLIDAY})(?!\w){YEAR_AFTER}"), _holiday),
)
