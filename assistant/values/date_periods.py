"""Stretches of time that are named: months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

import re

from assistant.values.calendar_words import (
    AMBIGUOUS_MONTHS,
    MONTH,
    NTH,
    SEASON,
    SEASONS,
    YEAR,
    month_number,
)
from assistant.values.date_forms import (
    PART,
    YEAR_AFTER,
    YEAR_WORDS,
    Built,
    NotADateError,
    Rule,
    Scene,
    month_day,
    part_of,
    part_word,
    rule,
    year_in,
)
from assistant.values.number_words import ORDINALS
from assistant.values.types import ordinal
from assistant.values.words import word_set
from corpus.partial_date import PartialDate

_PREPOSITIONS = word_set("in since until till during through before after last next this")
_COUNT_BEFORE = word_set(
    "than about some nearly almost roughly around approximately least over under most another "
    "every $ € £ # no. no room flight number route"
)


def _month(match: re.Match[str], scene: Scene) -> Built | None:
    month, part, year_words = (
        match.group("month"),
        part_word(match.group("part")),
        match.group("year"),
    )
    which = (match.group("which") or "").lower()
    bare = not (part or year_words or which)
    if bare and not _month_stands_alone(month, match, scene):
        raise NotADateError
    ordinary = month.islower() and month in AMBIGUOUS_MONTHS and not (part or which)
    if ordinary and scene.word_before(match) not in _PREPOSITIONS:
        raise NotADateError
    if which and not year_words:
        built = _which_month(month_number(month), which, scene)
    else:
        built = month_day(scene, match, month, None, year_words)
    return part_of(built.first, part, inferred=built.inferred) if built else None


def _month_stands_alone(month: str, match: re.Match[str], scene: Scene) -> bool:
    word = month.lower()
    if month.islower() or scene.text[match.end() : match.end() + 2] in ("'s", "’s"):
        return not month.islower() and word not in AMBIGUOUS_MONTHS and len(word) > 4
    if word in AMBIGUOUS_MONTHS or len(word.rstrip(".")) <= 4:
        return scene.word_before(match) in _PREPOSITIONS
    return not re.match(r"\s+[A-Z]", scene.text[match.end() :]) or bool(scene.word_before(match))


def _which_month(month: int, which: str, scene: Scene) -> Built | None:
    anchor = scene.clock.anchor
    if anchor is None or anchor.month is None:
        return Built(PartialDate(None, month))
    if anchor.year is None:
        return Built(PartialDate(None, month))
    shift = 0
    if which == "last" and month >= anchor.month:
        shift = -1
    elif which == "next" and month <= anchor.month:
        shift = 1
    return Built(PartialDate(anchor.year + shift, month), inferred=True)


def _quarter(match: re.Match[str], scene: Scene) -> Built | None:
    word = match.group("nth")
    number = int(match.group("q")) if match.group("q") else NTH[word.lower()]
    year, inferred = year_in(match.group("year"), scene)
    if year is None and (word or inferred):  # a quarter of a game, of a town
        raise NotADateError
    months = PartialDate(year, 3 * number - 2), PartialDate(year, 3 * number)
    label = f"Q{number} {year}" if year else f"Q{number}"
    return Built(*months, inferred=inferred, label=label)


def _half(match: re.Match[str], scene: Scene) -> Built | None:
    year, inferred = year_in(match.group("year"), scene)
    if year is None:
        return None
    second = match.group("nth").lower() == "second"
    months = (7, 12) if second else (1, 6)
    label = f"{'second' if second else 'first'} half of {year}"
    return Built(
        PartialDate(year, months[0]), PartialDate(year, months[1]), inferred=inferred, label=label
    )


def _season(match: re.Match[str], scene: Scene) -> Built | None:
    name, which = match.group("season").lower(), (match.group("which") or "").lower()
    first, last = SEASONS[name]
    year, inferred = year_in(match.group("year"), scene)
    if year is None and not which:
        raise NotADateError
    if year is None:
        anchor = scene.clock.anchor
        if anchor is None or anchor.year is None or anchor.month is None:
            return None
        inferred, year = True, _season_year(first, last, which, anchor.year, anchor.month)
    later = year + 1 if last < first else year
    shown = f"{year}-{later % 100:02d}" if later > year else str(year)
    return Built(
        PartialDate(year, first),
        PartialDate(later, last),
        approx=True,
        inferred=inferred,
        label=f"{'autumn' if name == 'fall' else name} {shown}",
    )


def _season_year(first: int, last: int, which: str, year: int, month: int) -> int:
    """The year in which this, last or next summer begins, said in `month` of `year`."""
    wraps = last < first
    now = year - 1 if wraps and month <= last else year
    if which == "next":
        return now + 1 if month >= first or now < year else now
    inside = month >= first or (wraps and month <= last)
    if which == "this":
        return now
    return now - 1 if month <= first or (inside and wraps) else now


def _decade(match: re.Match[str], scene: Scene) -> Built | None:
    first, part = int(match.group("decade")), part_word(match.group("part"))
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    label = f"the {part + ' ' if part else ''}{first}s"
    return Built(
        PartialDate(first + low), PartialDate(first + high), approx=bool(part), label=label
    )


def _century(match: re.Match[str], scene: Scene) -> Built | None:
    word = match.group("number").lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    if not 1 <= number <= 30:
        raise NotADateError
    label = f"the {ordinal(number)} century"
    return Built(PartialDate(number * 100 - 99), PartialDate(number * 100), label=label)


def _iso_month(match: re.Match[str], scene: Scene) -> Built | None:
    return Built(PartialDate.parse(match.group("iso")))


def _years(match: re.Match[str], scene: Scene) -> Built | None:
    first, short = int(match.group("from")), match.group("to")
    last = int(short) if len(short) == 4 else first // 100 * 100 + int(short)
    if not first < last <= first + 99:
        raise NotADateError
    return Built(PartialDate(first), PartialDate(last))


def _year(match: re.Match[str], scene: Scene) -> Built | None:
    year, part = int(match.group("year")), part_word(match.group("part"))
    before = scene.word_before(match)
    if not part:
        if before in _COUNT_BEFORE or before[-1:] in ("$", "€", "£", "#"):
            raise NotADateError
        named = before in _YEAR_PREPOSITIONS
        if year < 1900 and not named:
            raise NotADateError
        after = re.match(
            r"\s+(?:[a-z]+\s+)?([a-z]+s|people|men|women|children)\b", scene.text[match.end() :]
        )
        placed = before in _YEAR_PREPOSITIONS - _COUNT_PREPOSITIONS
        if after and not placed and before not in _DETERMINERS and not before.endswith("s"):
            raise NotADateError
    return part_of(PartialDate(year), part)


_YEAR_PREPOSITIONS = word_set(
    "in since by from until till of between during before after to and year"
)
_COUNT_PREPOSITIONS = word_set("of between to and by from")
_DETERMINERS = word_set("the a an its their his her this that our")
_PART_BEFORE = rf"(?:\b(?P<part>{PART})[\s-]+(?:the\s+)?)?"

RULES: tuple[Rule, ...] = (
    (
        rule(
            r"(?<![\w/-])(?:the\s+)?(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+quarter"
            rf"|Q(?P<q>[1-4]))(?:\s+of)?(?:\s+(?:fiscal\s+)?(?P<year>{YEAR}|{YEAR_WORDS}))?\b"
        ),
        _quarter,
    ),
    (
        rule(rf"\b(?:the\s+)?(?P<nth>first|second)\s+half\s+of\s+(?P<year>{YEAR}|{YEAR_WORDS})\b"),
        _half,
    ),
    (
        rule(
            rf"{_PART_BEFORE}\b(?:(?P<which>last|this|next|this past)\s+)?(?P<season>{SEASON})"
            rf"(?:\s+(?:of\s+|in\s+)?(?P<year>{YEAR}(?:[-–/]\d\d)?|{YEAR_WORDS}))?\b"
        ),
        _season,
    ),
    (rule(rf"{_PART_BEFORE}(?<![\w$€£])(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b"), _decade),
    (
        rule(
            r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?"
            rf"(?P<number>\d\d?(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[\s-]century\b"
        ),
        _century,
    ),
    (
        rule(rf"(?<![\w$€£/.,-])(?P<from>{YEAR})\s?[-–—/]\s?(?P<to>\d{{4}}|\d\d)(?![\w/-]|[.,]\d)"),
        _years,
    ),
    (rule(r"(?<![\w/-])(?P<iso>\d{4}-(?:0[1-9]|1[0-2]))(?![\w-])"), _iso_month),
    (
        rule(
            rf"{_PART_BEFORE}\b(?:(?P<which>last|this|next|this past)\s+)?(?P<month>{MONTH})(?!\w)"
            + YEAR_AFTER
        ),
        _month,
    ),
    (
        rule(
            rf"{_PART_BEFORE}(?<![\w$€£/.,-])(?P<year>{YEAR})"
            r"(?![\w/%]|[.,]\d|-\d|\s?(?:percent|per cent|million|billion))"
        ),
        _year,
    ),
)
