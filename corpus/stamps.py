"""When, where and by whom an article says it was published, in its first and last lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeVar

from corpus.date_fields import find_date
from corpus.datelines import dateline
from corpus.furniture import is_rights_notice
from corpus.lines import is_prose
from corpus.outlets import agency, known_outlet, rights_holder
from corpus.partial_date import PartialDate

_T = TypeVar("_T")
HEAD, TAIL = 12, 14
_LONGEST = 160
_LABEL = re.compile(
    r"\b(?:(?P<updated>(?:last )?(?:updated|modified|edited|revised))|(?:first "
    r"|originally )?(?:published|posted"
    r"|created|filed|issued|released)|publication date|date published|date)(?: (?:on|at|by"
    r"|in))?\b\s*:?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*(?:hrs|hours|uhr))?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|BST|CES?T|MSK|IST|[ECMP][SD]?T|Z|(?:eastern|central|pacific|local)(?: time)?)\b"
    r"|[+-]\d{1,2}:?\d{2}\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE
)
_JOINTS = re.compile(r"[\s,;:|·•/()\[\]–—.-]+|\b(?:at|on)\b", re.IGNORECASE)
_PRINT = re.compile(
    r"(?:[A-Z]{1,2}\s+|\w+\s+)?(?:section|page|edition|issue)\s+(?:on|of|,)?\s*$"
    r"|(?:this|a version of this|an earlier version of this) (?:article|story"
    r"|report)\b.{0,40}\b(?:appear"
    r"|publish|print)|this entry was posted\b|(?:print|published in print|printed|appeared)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:written |reported |story )?by:?\s+(?=[A-Z])", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|la|van|von|der|den|al|bin|el|da|di|du|le)){0,4}"
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:,|and|AND|&)\s*{_NAME})*")
_CARRIED = re.compile(
    r"(?:(?:this|the) (?:article|story|report|piece|text)\s+)?(?:was\s+)?(?:first|originally)\s+"
    r"(?:published|appeared|ran|reported)\s+(?:by|in|on|at)\s+(?P<name>[^.\n(]{2,60}?)"
    r"(?=\s+(?:on|at|in)\s|\s*[.(,]|$)|source:\s*(?P<source>[^.,\n(]{2,40})\.?$",
    re.IGNORECASE,
)
_OWN_SECTION = re.compile(r"\b(?:newsletter|podcast|blog|column|edition|issue)\b", re.IGNORECASE)
# What a stamp's date is worth, best first.
_PUBLISHED, _PRINTED, _PLAIN, _DATELINE, _UPDATED = range(5)


@dataclass(frozen=True, slots=True)
class Stamps:
    """What the text itself states; None where it does not.

    `updated` is the day of the last change, which an article without another date stands under.
    """

    published: PartialDate | None = None
    updated: PartialDate | None = None
    agency: str | None = None
    carried_from: str | None = None
    rights_holder: str | None = None
    authors: tuple[str, ...] = ()


def read_stamps(lines: list[str]) -> Stamps:
    """The stamps in the first and last lines of an article; an event's date is not one."""
    filled = [line for line in lines if line]
    head, tail = filled[:HEAD], filled[HEAD:][-TAIL:]
    edges = [*head, *tail]
    dates = sorted(_dates(head, tail, filled), key=lambda found: found[0])
    marks = [mark for line in head if (mark := dateline(line))]
    return Stamps(
        published=_fullest([date for worth, date in dates if worth != _UPDATED]),
        updated=_first(date for worth, date in dates if worth == _UPDATED),
        agency=_first([*(mark.agency for mark in marks), *map(known_outlet, _before_prose(head))]),
        carried_from=_first(map(carried_from, edges)),
        rights_holder=_first(map(rights_holder, filter(is_rights_notice, reversed(edges)))),
        authors=_first(map(byline, _before_prose(head))) or _signed(_before_prose(head)) or (),
    )


def _signed(head: list[str]) -> tuple[str, ...] | None:
    """The names on a line above the outlet's: `Jane Doe`, and below it `Reuters`."""
    pairs = pairwise(head)
    return _first(names(line) for line, below in pairs if known_outlet(below))


def is_stamp(line: str) -> bool:
    """Whether `line` is a stamp and nothing else: a date of publishing, a byline, a dateline."""
    if not line or len(line) > _LONGEST:
        return False
    if _stamp(line) or byline(line) or known_outlet(line):
        return True
    mark = dateline(line)
    return mark is not None and not line[mark.end :].strip(" .-–—")


def byline(line: str) -> tuple[str, ...] | None:
    """The names in `By Jane Doe and Richard Roe`, when the line is no more than that."""
    match = _BYLINE.match(line) if len(line) <= _LONGEST else None
    if not match:
        return None
    found = find_date(line)
    rest = line[match.end() : found[1] if found else None]
    rest = _LABEL.split(re.split(r"\s*[|•·]\s*", rest)[0])[0].strip(" ,.-–—")
    return names(rest)


def names(text: str) -> tuple[str, ...] | None:
    """The people in `Jane Doe and Richard Roe`, when `text` may be no more than that."""
    if not _NAMES.fullmatch(text) or len(text.split()) > 12:
        return None
    found = (name for name in re.split(r"\s*,\s*|\s+(?:and|AND|&)\s+", text) if not agency(name))
    return tuple(name.title() if name.isupper() else name for name in found) or None


def carried_from(line: str) -> str | None:
    """Whose report this is, as a short note says: `First published by TASS.`"""
    match = _CARRIED.match(line) if len(line) <= _LONGEST else None
    if not match:
        return None
    name = (match["name"] or match["source"]).strip()
    if match["source"]:
        return agency(name)
    if _OWN_SECTION.search(name) or not name[:1].isupper() or len(name.split()) > 6:
        return None
    return agency(name) or name


def _dates(head: list[str], tail: list[str], lines: list[str]) -> Iterator[tuple[int, PartialDate]]:
    """Every date that a stamp or a dateline states, with what it is worth."""
    before = _before_prose(head)
    for line in (*head, *tail):
        found = _stamp(line)
        if found and (found[0] != _PLAIN or (line in before and _only_one(lines))):
            yield found
    for line in head:
        if (mark := dateline(line)) and mark.date:
            yield _DATELINE, mark.date
            return


def _only_one(lines: list[str]) -> bool:
    """Several bare dates above text are a timeline's headings, not when it was published."""
    last = max((index for index, line in enumerate(lines) if is_prose(line)), default=len(lines))
    above = lines[:last]
    bare = (line for line in above if (found := _stamp(line)) and found[0] == _PLAIN)
    return len(list(islice(bare, 2))) == 1


def _before_prose(head: list[str]) -> list[str]:
    for index, line in enumerate(head):
        if is_prose(line) and not _stamp(line):
            return head[:index]
    return head


def _stamp(line: str) -> tuple[int, PartialDate] | None:
    """The date of a line that is a stamp, with what it is worth."""
    if len(line) > _LONGEST or not any(character.isdigit() for character in line):
        return None
    pieces = _pieces(line)
    if not pieces:
        return None
    worth, date = pieces[0]
    rest = _without_dates(line)
    labelled = _LABEL.search(line) is not None
    if _PRINT.match(rest):
        return (_PRINTED, date) if date.year else None
    rest = _JOINTS.sub(" ", _LABEL.sub(" ", rest)).strip()
    named = bool(_BYLINE.match(rest)) or (
        bool(re.search(r"[|•·]", line)) and len(rest.split()) <= 4 and _NAMES.fullmatch(rest)
    )
    if rest and not named:
        return None
    if date.year is None and not (
        labelled or named or _CLOCK.search(line) or _WEEKDAY.search(line)
    ):
        return None
    return worth, date


def _pieces(line: str) -> list[tuple[int, PartialDate]]:
    """Each date of `line` with the worth that the label before it gives, best first."""
    found: list[tuple[int, PartialDate]] = []
    start = 0
    while len(found) < 4 and (date := find_date(_clockless(line[start:]))):
        labels = list(_LABEL.finditer(line[start : start + date[1]]))
        worth = _PLAIN
        if labels:
            worth = _UPDATED if labels[-1]["updated"] else _PUBLISHED
        found.append((worth, date[0]))
        start += date[2]
    return sorted(found, key=lambda piece: piece[0])


def _clockless(line: str) -> str:
    """`line` with its times of day blanked, so that `12:03` is not taken for a day."""
    return _CLOCK.sub(lambda match: " " * len(match[0]), line)


def _without_dates(line: str) -> str:
    line = _ZONE.sub(" ", _clockless(line))
    while date := find_date(line):
        line = line[: date[1]] + " " + line[date[2] :]
    return _WEEKDAY.sub(" ", line).strip()


def _fullest(dates: list[PartialDate]) -> PartialDate | None:
    """The best date, or a fuller one that does not contradict it."""
    if not dates:
        return None
    agreeing = [date for date in dates if date.compatible(dates[0])]
    return max(agreeing, key=lambda date: (date.year is not None) + str(date).count("-") * 0.1)


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value), None)
