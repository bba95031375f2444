"""Names of outlets: from an article's address, a wire agency's mark, a notice of rights."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Agencies under the names that datelines and notes give them; anything else stays as written.
_AGENCIES = {
    "ap": "Associated Press",
    "the associated press": "Associated Press",
    "associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "tass": "TASS",
    "itar-tass": "TASS",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "xinhua": "Xinhua",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "ria": "RIA Novosti",
    "upi": "UPI",
    "dpa": "DPA",
    "efe": "EFE",
    "ansa": "ANSA",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "cnn": "CNN",
    "cnn business": "CNN",
    "bbc": "BBC",
    "bbc news": "BBC",
    "pa": "PA",
    "pti": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "anadolu": "Anadolu Agency",
    "aa": "Anadolu Agency",
    "belta": "BelTA",
    "ukrinform": "Ukrinform",
    "unian": "UNIAN",
    "sana": "SANA",
    "irna": "IRNA",
    "kuna": "KUNA",
    "wam": "WAM",
    "npr": "NPR",
    "cbs news": "CBS News",
    "nbc news": "NBC News",
    "abc news": "ABC News",
    "fox news": "Fox News",
}
# Domains whose outlet everybody knows by another name; for the rest the domain is the name.
_DOMAINS = {
    "abc.net.au": "ABC News (Australia)",
    "abcnews.go.com": "ABC News",
    "aljazeera.com": "Al Jazeera",
    "apnews.com": "Associated Press",
    "bbc.co.uk": "BBC",
    "bbc.com": "BBC",
    "bloomberg.com": "Bloomberg",
    "businessinsider.com": "Business Insider",
    "cbsnews.com": "CBS News",
    "cnbc.com": "CNBC",
    "cnn.com": "CNN",
    "csmonitor.com": "The Christian Science Monitor",
    "dailymail.co.uk": "Daily Mail",
    "dw.com": "DW",
    "economist.com": "The Economist",
    "euronews.com": "Euronews",
    "forbes.com": "Forbes",
    "foxnews.com": "Fox News",
    "france24.com": "France 24",
    "ft.com": "Financial Times",
    "huffpost.com": "HuffPost",
    "huffingtonpost.com": "HuffPost",
    "independent.co.uk": "The Independent",
    "interfax.com": "Interfax",
    "latimes.com": "Los Angeles Times",
    "nbcnews.com": "NBC News",
    "newsweek.com": "Newsweek",
    "npr.org": "NPR",
    "nypost.com": "New York Post",
    "nytimes.com": "The New York Times",
    "politico.com": "Politico",
    "politico.eu": "Politico",
    "rbth.com": "Russia Beyond",
    "reuters.com": "Reuters",
    "rt.com": "RT",
    "sky.com": "Sky News",
    "tass.com": "TASS",
    "tass.ru": "TASS",
    "telegraph.co.uk": "The Telegraph",
    "theatlantic.com": "The Atlantic",
    "theguardian.com": "The Guardian",
    "thehill.com": "The Hill",
    "theweek.com": "The Week",
    "time.com": "Time",
    "usatoday.com": "USA TODAY",
    "vox.com": "Vox",
    "washingtonpost.com": "The Washington Post",
    "wsj.com": "The Wall Street Journal",
    "xinhuanet.com": "Xinhua",
}
_NAMES = {name.casefold(): name for name in _DOMAINS.values() if name not in {"Time", "RT", "Vox"}}
_COMPANY = re.compile(r",?\s+(?:LLC|Inc|Ltd|Limited|L\.P|LP|Corp|GmbH|plc|Co)\.?$", re.IGNORECASE)
_HOLDER = re.compile(
    r"(?:copyright|©|\(c\))[\s©(c)]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<a>[A-Z][^.,;|©]{1,60}?)(?=\s*(?:[.,;|]|all rights|$))"
    r"|all rights reserved\s+(?:by|to)\s+(?P<b>[A-Z][^.,;|©]{1,60})",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"^(?:all|this|the (?:author|owner|content)|by|policy|notice|images?)\b", re.I
)


def agency(name: str) -> str | None:
    """The known agency that `name` means, under its usual name; None for any other name."""
    return _AGENCIES.get(" ".join(name.casefold().split()))


def known_outlet(line: str) -> str | None:
    """The outlet whose name is the whole `line`, as it stands under a reporter's name."""
    return agency(line) or _NAMES.get(line.strip().casefold())


def outlet_of_url(url: str | None) -> str | None:
    """The outlet at an http(s) address: its usual name where well known, else the domain."""
    parts = urlsplit(url or "") if _parses(url) else None
    host = (parts.hostname or "").lower() if parts and parts.scheme in {"http", "https"} else ""
    if "." not in host or re.fullmatch(r"[\d.]+", host):
        return None
    labels = host.split(".")
    for start in range(len(labels) - 1):
        if name := _DOMAINS.get(".".join(labels[start:])):
            return name
    return re.sub(r"^(?:www\d?|m|amp|mobile|edition)\.(?=[^.]+\.)", "", host)


def _parses(url: str | None) -> bool:
    try:
        return bool(url and urlsplit(url).hostname)
    except ValueError:
        return False


def rights_holder(line: str) -> str | None:
    """Whom a notice of rights names: `Copyright 2015 X. All rights reserved.`"""
    match = _HOLDER.search(line) if len(line) <= 300 else None
    if not match:
        return None
    name = _COMPANY.sub("", (match["a"] or match["b"]).strip()).strip()
    if _NOT_NAMES.match(name) or not name[:1].isupper() or len(name.split()) > 6:
        return None
    return agency(name) or name
