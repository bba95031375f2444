"""Which independent source a report comes from: an outlet, a wire, or a sentence's own credit."""

from __future__ import annotations

import re
from functools import lru_cache

from index.passage import IndexedArticle

# How wires are named in print, to one name each.
_WIRES = {
    "ap": "AP",
    "associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "tass": "TASS",
    "itar-tass": "TASS",
    "russian news agency tass": "TASS",
    "interfax": "Interfax",
    "ria": "RIA Novosti",
    "ria novosti": "RIA Novosti",
    "sputnik": "Sputnik",
    "xinhua": "Xinhua",
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "anadolu": "Anadolu",
    "upi": "UPI",
    "united press international": "UPI",
    "press association": "PA",
    "pa media": "PA",
    "bloomberg": "Bloomberg",
    "press trust of india": "PTI",
    "pti": "PTI",
}
_SUFFIX = re.compile(r"[\s,]+(?:news\s+(?:agency|service|wire)|newswire|agency|wire)$", re.I)

_LONG = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _WIRES if len(name) > 4)
_SHORT = "|".join(name.upper() for name in _WIRES if len(name) <= 4)
# A wire's name may be written as any word is ("reuters"); initials only in capitals.
_WIRE = rf"(?i:{_LONG})|{_SHORT}|Tass|dpa"
_BROADCASTERS = r"BBC|CNN|NBC|CBS|ABC|NPR|PBS|MSNBC|CNBC|Sky|Fox|Al\s+Jazeera"
_PAPER = (
    r"(?:[A-Z][\w’'&.-]*\s+){1,3}"
    r"(?:Times|Post|Journal|Herald|Tribune|Guardian|Gazette|Chronicle|News|Mail|Telegraph|Today)"
)
_SOURCE = rf"(?P<name>{_PAPER}|{_WIRE}|{_BROADCASTERS})"
_AGENCY = r"(?:\s*(?:’s|'s)?\s*(?:state\s+)?news\s+agency)?"
_SAYS = (
    r"(?:has\s+|had\s+)?(?:also\s+|first\s+)?"
    r"(?:reported|reports|said|says|quoted|quotes|cited|wrote|writes)"
)
_CREDITS = (
    re.compile(rf"\b{_SOURCE}{_AGENCY}\s*,?\s+{_SAYS}\b"),
    re.compile(rf"\b(?:reported|quoted|cited)\s+by\s+(?:the\s+)?{_SOURCE}\b"),
    re.compile(rf"\b(?i:according\s+to|as\s+told\s+to|told)\s+(?:the\s+)?{_SOURCE}\b"),
    re.compile(r"\bnews\s+agency,?\s+(?P<name>[A-Z][\w-]+)"),
    re.compile(rf"\((?P<name>{_WIRE})\)"),
    re.compile(r"\b(?P<name>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)\s+news\s+agency\s+" + _SAYS + r"\b"),
)


def source_name(name: str) -> str:
    """One name for the ways in which a source is written: no article, no "news agency"."""
    plain = " ".join(name.split())
    plain = re.sub(r"^the\s+", "", plain, flags=re.I)
    if known := _WIRES.get(plain.casefold()):
        return known
    if after := re.search(r"\bnews\s+agency\s+(\S.*)$", plain, re.I):
        return source_name(after[1])
    if before := re.match(rf"(?:{_WIRE})(?=\s)", plain):
        return _WIRES[" ".join(before[0].casefold().split())]
    return " ".join(map(_cased, _SUFFIX.sub("", plain).split()))


def article_origin(outlet: str | None, carried_from: str | None, key: str) -> str:
    """The source whose report an article carries, else its own outlet, else it alone."""
    name = carried_from or outlet
    return source_name(name) if name and name.strip() else key


def origin_of(article: IndexedArticle, sentence: str) -> str:
    """The origin of what one sentence of an article says: whom the sentence credits ("Reuters
    reported", "Tass news agency reported", "told the BBC"), else the article's own."""
    return _credited(sentence) or article.origin


@lru_cache(maxsize=4096)
def _credited(sentence: str) -> str | None:
    for credit in _CREDITS:
        if found := credit.search(sentence):
            return source_name(found["name"])
    return None


def _cased(word: str) -> str:
    """`HERALD` and `herald` are one name; `BBC` and `McClatchy` stay."""
    if (word.isupper() and len(word) > 3) or (word.islower() and "." not in word):
        return word.capitalize()
    return word
