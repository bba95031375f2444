"""Dates for sentences that have none: encyclopaedias date little by day, news almost everything."""

from __future__ import annotations

import calendar
import datetime as dt
import random
import re
from dataclasses import replace

from assistant.reader.train.alterations import DAYS, MONTHS, SHORT_MONTHS, change_date
from assistant.reader.train.records import Context

_DMY = re.compile(rf"\b(\d\d?) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
_MDY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d\d?)\b(?!\d)(?:, (\d{{4}}))?")


def phrases(date: dt.date, rng: random.Random) -> list[str]:
    """Ways to say a date, the fuller the first; all true of it."""
    month, short = MONTHS[date.month - 1], SHORT_MONTHS[date.month - 1]
    full = [
        f"on {date.day} {month} {date.year}", f"on {month} {date.day}, {date.year}",
        f"on {short} {date.day}, {date.year}",
    ]  # fmt: skip
    part = [f"on {month} {date.day}", f"on {short} {date.day}", f"on {date.day} {month}"]
    rough = [f"in {month} {date.year}", f"in {date.year}", f"on {DAYS[date.weekday()]}"]
    rng.shuffle(full)
    rng.shuffle(part)
    rng.shuffle(rough)
    return [*full, *part, *rough]


def stamped(sentence: str, phrase: str, rng: random.Random) -> str:
    """The sentence with a date in front or at its end. It ends with a full stop."""
    if rng.random() < 0.4:
        head = sentence[:1].lower() if sentence.split()[0] in _LOWERED else sentence[:1]
        return f"{phrase[:1].upper()}{phrase[1:]}, {head}{sentence[1:]}"
    return f"{sentence[:-1]} {phrase}."


_LOWERED = {"The", "A", "An", "It", "He", "She", "They", "This", "These", "Some", "Many", "Most"}


def dated_claims(
    context: Context, span: tuple[int, int], rng: random.Random
) -> tuple[Context, tuple[int, int], str, str] | None:
    """The context with one sentence dated, where that stands, and two phrases: the same date told
    otherwise (or more roughly), and another date. None where the sentence has a date already."""
    sentence = context.text[span[0] : span[1]]
    if not sentence.endswith(".") or change_date(sentence, rng):
        return None
    date = dt.date(rng.randint(1995, 2026), 1, 1) + dt.timedelta(days=rng.randrange(365))
    told = phrases(date, rng)
    place = rng.choice((0, 0, 3, 3, 6))
    new = stamped(sentence, told[place], rng)
    # A weekday, month or day tells nothing of the year: the claim may say less, never more.
    if place == 6:
        same = told[6]
    else:
        same = rng.choice([p for p in told[place:6] if place == 3 or p != told[place]] or told[:1])
    wrong = change_date(same, rng)
    if wrong is None or wrong == same:
        return None
    text = context.text[: span[0]] + new + context.text[span[1] :]
    shift = len(new) - len(sentence)
    spans = tuple(
        (a, b + shift) if (a, b) == span else (a + shift, b + shift) if a >= span[1] else (a, b)
        for a, b in context.sentences
    )
    return replace(context, text=text, sentences=spans), (span[0], span[1] + shift), same, wrong


def reformatted(text: str, rng: random.Random) -> str:
    """Dates written the other way round or shorter: `30 September 2015`, `Sept. 30`."""

    def other(day: str, month: str, year: str | None) -> str:
        name = (
            month
            if rng.random() < 0.6
            else SHORT_MONTHS[list(calendar.month_name).index(month) - 1]
        )
        if rng.random() < 0.5:
            return f"{name} {day}" + (f", {year}" if year else "")
        return f"{day} {month}" + (f" {year}" if year else "")

    if _DMY.search(text):
        return _DMY.sub(lambda m: other(m[1], m[2], m[3]), text)
    return _MDY.sub(lambda m: other(m[2], m[1], m[3]), text)
