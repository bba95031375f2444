"""Where a report's first words name its place, its day and its agency.

`DUSHANBE, September 15. /TASS/.`, `KABUL (Reuters) - `, `(CNN)`, `PARIS, Oct. 3 (AP) --`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.date_fields import find_date
from corpus.outlets import agency
from corpus.partial_date import PartialDate

_LONGEST = 90
_MARKED = re.compile(
    r"(?P<place>[^()/\n]{0,70}?)\s*(?:\((?P<paren>[A-Z][\w .&'’-]{1,30})\)"
    r"|/(?P<slash>[A-Z][\w .&'’-]{1,30})/)"
    r"\.?(?P<dash>\s*[-–—]{1,2}(?=\s|$|[A-Z\"“]))?"
)
# "London CNN —", alone on its line or before the text.
_BARE = re.compile(
    r"(?P<place>(?:[A-Z][\w.'’]*,?\s){0,5}?)(?P<name>[A-Z]{2,5}(?: Business)?)\s[–—](?=\s|$)"
)
_PLACE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]+){0,3}(?:,\s(?:[A-Z][a-z]+\.?\s?){1,3})?)"
    r"(?P<date>,\s[^-–—:]{3,24}?)?\s?(?:--|[–—]|\s-\s|:\s)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before `end` in a line: the agency, where one is marked, and the day."""

    agency: str | None
    date: PartialDate | None
    end: int


def dateline(line: str) -> Dateline | None:
    """The dateline at the start of `line`, or None."""
    head = line[:_LONGEST]
    if (match := _MARKED.match(head)) and (found := _marked(match)):
        return found
    if (match := _BARE.match(head)) and (name := agency(match["name"])):
        return Dateline(name, None, match.end())
    if match := _PLACE.match(head):
        date = find_date(match["date"]) if match["date"] else None
        if match["date"] and not date:
            return None
        return Dateline(None, date[0] if date else None, match.end())
    return None


def _marked(match: re.Match[str]) -> Dateline | None:
    """A name in brackets or slashes is an agency's when known, or when the form leaves no doubt."""
    place, name = match["place"].strip(" ,.–—-"), match["slash"] or match["paren"]
    known = agency(name)
    shouted = bool(place) and place.split()[0].strip(",.").isupper() and len(place.split()[0]) > 2
    placed = shouted or (bool(place) and place[0].isupper() and len(place.split()) <= 8)
    if not known:
        formed = shouted and (match["slash"] or match["dash"]) and len(name.split()) <= 3
        if not formed:
            return None
    if place and not (shouted or (placed and (match["dash"] or known))):
        return None
    date = find_date(place) if place else None
    return Dateline(known or name, date[0] if date else None, match.end())
