"""Whether a name is a person's, a place's, a body's or a people's, as far as its shape tells."""

from __future__ import annotations

import re

from assistant.values.name_forms import fold
from assistant.values.name_words import (
    BODY_NOUNS,
    COMPANY_SUFFIXES,
    FIRST_NAMES,
    OFFICES,
    PLACE_NOUNS,
    ROYAL_TITLES,
)
from assistant.values.places import country_of_people, place_named
from assistant.values.types import NameType

_BODIES_KNOWN = frozenset({"European Union", "United Nations", "Islamic State"})
_IN_BEFORE = re.compile(
    r"\b(?:in|near|outside|across|throughout|visited|towards?)\s+(?:the\s+)?$", re.I
)
_TITLE_BEFORE = re.compile(r"([\w-]+)\s+$")
_SPEAKS_AFTER = re.compile(
    r"\s*,?\s*(?:said|told|says|added|tweeted|wrote|died|(?:\d{1,2}),)\b|,\s\d{1,2},"
)


def type_of(text: str, start: int, end: int, name: str, *, titled: bool) -> NameType:
    """The type of the name at `start..end`; "name" where nothing tells."""
    words = [fold(word) for word in re.findall(r"[^\W_][\w.&’'-]*", name)]
    known = place_named(name)
    if known is not None:
        return "organisation" if known in _BODIES_KNOWN else "place"
    if len(words) == 1 and country_of_people(name):
        return "people"
    if titled or (words and words[0] in ROYAL_TITLES):
        return "person"
    if words[-1] in BODY_NOUNS or words[-1] in COMPANY_SUFFIXES or "&" in name:
        return "organisation"
    if words[-1] in PLACE_NOUNS or words[0] in ("mount", "lake"):
        return "place"
    if words[0] in FIRST_NAMES and (1 < len(words) <= 4):
        return "person"
    return _by_neighbours(text, start, end, name, words)


def _by_neighbours(text: str, start: int, end: int, name: str, words: list[str]) -> NameType:
    before = text[max(0, start - 24) : start]
    title = _TITLE_BEFORE.search(before)
    if title and title[1].lower() in OFFICES:
        return "person"
    shouting = text.isupper() and len(text) > 20
    if not shouting and name.replace(".", "").isupper() and 2 <= len(name.replace(".", "")) <= 6:
        return "organisation"
    if _IN_BEFORE.search(before):
        return "place"
    if len(words) in (2, 3) and _SPEAKS_AFTER.match(text, end):
        return "person"
    return "name"
