"""Dates that lean on another one: `on Friday`, `yesterday`, `three years ago`, `two days later`."""

from __future__ import annotations

import re

from assistant.values.calendar_words import COUNT, NAMED_DAYS, WEEKDAY, WEEKDAYS, count_number
from assistant.values.clock import Clock, month_end
from assistant.values.date_forms import (
    PART,
    Built,
    NotADateError,
    Rule,
    Scene,
    part_of,
    part_word,
    rule,
)
from corpus.partial_date import PartialDate

# "Sunday Times", "Black Friday", "Super Tuesday": names that hold a weekday.
_NAMED_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|People|World|Star|Sun|Independent|"
    r"Night (?:Live|Football|Lights)|Addams)\b"
)
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_SHIFT = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "next": 1,
    "coming": 1,
    "earlier this": 0,
    "later this": 0,
}


def _weekday(match: re.Match[str], scene: Scene) -> Built | None:
    name = match.group("day")
    if _NAMED_AFTER.match(scene.text[match.end() :]) and not name.islower():
        raise NotADateError
    before = scene.text[max(0, match.start() - 8) : match.start()].rstrip().lower()
    if before.endswith((*NAMED_DAYS, "mail on", "news")):
        raise NotADateError
    if match.group("week"):
        return _of_week(scene.clock, WEEKDAYS[name.lower()], match.group("week").lower())
    which = (match.group("which") or "").lower()
    which = {"this past": "last", "past": "last"}.get(which, which)
    day = scene.clock.weekday(WEEKDAYS[name.lower()], which, scene.tense(match))
    return Built(PartialDate.of(day), inferred=True) if day else None


def _of_week(clock: Clock, number: int, which: str) -> Built | None:
    week = clock.week(_SHIFT[which])
    if week is None or week[0].whole is None or clock.day is None:
        return None
    return _moved(clock.days((week[0].whole - clock.day).days + number))


def _day_word(match: re.Match[str], scene: Scene) -> Built | None:
    words = " ".join(match.group().lower().split())
    if match.group().isupper() and not scene.text.isupper():  # USA TODAY
        raise NotADateError
    if words.startswith("the day before"):
        return _moved(scene.clock.days(-2))
    if words.startswith("the day after"):
        return _moved(scene.clock.days(2))
    shift = -1 if words == "last night" else 0
    return _moved(scene.clock.days(_DAYS.get(words.split()[-1], shift)))


def _moved(date: PartialDate | None, *, approx: bool = False) -> Built | None:
    return Built(date, approx=approx, inferred=True) if date else None


def _this_period(match: re.Match[str], scene: Scene) -> Built | None:
    part, unit = part_word(match.group("part")), match.group("unit").lower()
    shift, clock = _SHIFT[" ".join(match.group("which").lower().split())], scene.clock
    if unit in ("week", "weekend"):
        span = clock.week(shift) if unit == "week" else clock.weekend(shift)
        return Built(*span, inferred=True) if span else None
    if unit in ("month", "year"):
        date = clock.months(shift) if unit == "month" else clock.years(shift)
        return part_of(date, part, inferred=True) if date else None
    if unit == "decade" and clock.year is not None:
        first = clock.year // 10 * 10 + 10 * shift
        label = f"the {first}s"
        return Built(PartialDate(first), PartialDate(first + 9), inferred=True, label=label)
    return None


def _end_of_period(match: re.Match[str], scene: Scene) -> Built | None:
    date = scene.clock.years(0) if match.group("unit").lower() == "year" else scene.clock.months(0)
    return part_of(date, part_word(match.group("part")), inferred=True) if date else None


def _ago(match: re.Match[str], scene: Scene) -> Built | None:
    count, unit = count_number(match.group("count")), match.group("unit").lower()
    clock = scene.clock
    if unit == "day":
        return _moved(clock.days(-count))
    if unit == "week":
        span = clock.week(-count)
        return Built(*span, approx=True, inferred=True) if span else None
    if unit == "month":
        return _moved(clock.months(-count), approx=True)
    return _moved(clock.years(-count * (10 if unit == "decade" else 1)), approx=True)


def _apart(match: re.Match[str], scene: Scene) -> Built | None:
    """`two days later`, `the week before`: counted from the date named last before it."""
    earlier = [date for start, date in scene.seen if start < match.start()]
    if not earlier:
        return None
    sign = (
        -1 if match.group("way").lower() in ("earlier", "before", "previous", "previously") else 1
    )
    count = count_number(match.group("count") or "one") * sign
    unit, here = match.group("unit").lower(), Clock(earlier[-1])
    if unit == "day":
        return _moved(here.days(count))
    if unit == "week":
        date = here.days(7 * count)
        return _moved(date, approx=True)
    if unit == "month" and earlier[-1].month is not None:
        return _moved(month_end(earlier[-1], count), approx=True)
    return _moved(here.years(count), approx=True) if unit == "year" else None


RULES: tuple[Rule, ...] = (
    (
        rule(
            rf"\b(?:(?P<which>last|next|this|past|this past)\s+)?(?P<day>{WEEKDAY})\b"
            r"(?:\s+of\s+(?P<week>last|this|next)\s+week)?"
        ),
        _weekday,
    ),
    (
        rule(
            r"\b(?:the day (?:before yesterday|after tomorrow)|(?:(?:earlier|later)\s+)?today|"
            r"tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b"
        ),
        _day_word,
    ),
    (
        rule(
            rf"\b(?:(?P<part>{PART})[\s-]+)?(?P<which>(?:earlier|later)\s+this|last|this|next)\s+"
            r"(?P<unit>weekend|week|month|year|decade)\b(?![’']s?\s+(?:old|end))"
        ),
        _this_period,
    ),
    (rule(rf"\b(?P<part>{PART})\s+the\s+(?P<unit>year|month)\b"), _end_of_period),
    (
        rule(rf"\b(?P<count>{COUNT})\s+(?P<unit>day|week|month|year|decade)s?\s+ago\b"),
        _ago,
    ),
)
# Read last, when the dates before them are known.
LEANING: tuple[Rule, ...] = (
    (
        rule(
            rf"\b(?P<count>{COUNT})\s+(?P<unit>day|week|month|year)s?\s+"
            r"(?P<way>earlier|later|(?:before|after)(?=\s*(?:[.,;:!?)]|$)))\b"
        ),
        _apart,
    ),
    (
        rule(
            r"\bthe\s+(?P<count>)(?P<way>previous|following|next)\s+(?P<unit>day|week|month|year)\b"
        ),
        _apart,
    ),
    (
        rule(
            r"\bthe\s+(?P<count>)(?P<unit>day|week|month|year)\s+(?P<way>before|after)\b"
            r"(?=\s*(?:[.,;:!?)]|$))"
        ),
        _apart,
    ),
)
