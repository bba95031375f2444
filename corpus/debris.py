"""What is left of a page's code in scraped text: torn links, image addresses, markup, counters."""

from __future__ import annotations

import re

# The rest of an <a href="...">: an address (maybe cut short) up to the closing quote and bracket.
_TORN_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{0,500}\"\s*>|href=\"[^\"]{0,500}\"\s*>?")
_TAG = re.compile(
    r"</?(?:a|p|b|i|u|em|strong|br|div|span|img|figure|figcaption|iframe|script|style|h[1-6]|ul|ol"
    r"|li"
    r"|blockquote|section|article|table|tr|td|th|video|source|button|svg|path)\b[^<>]{0,500}/?>",
    re.IGNORECASE,
)
# The query of an image's address, as Gravatar writes it: `?s=96&d=mm&r=g`.
_QUERY = re.compile(r"(?:^|(?<=\s))\?\w{1,20}=[^\s&]{0,80}(?:&(?:amp;)?\w{1,20}=[^\s&]{0,80})+")
_COUNTER = re.compile(
    r"\s*\b(?:hide|toggle) caption\b(?:\s+\d{1,4} of \d{1,4}\b)?"
    r"|(?:^|(?<=[.!?]))\s*\d{1,4} of \d{1,4}$",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|pullquote|video|audio|youtube|tweet)\b[^\]]{0,300}\]"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/)\S+|[^\s@]{1,64}@[^\s@]{1,255}|[@#]\w+"
)
_CODE = re.compile(
    r"(?:^|[\s;{])(?:function\s*\(|var\s+\w+\s*=|window\.\w+|document\.\w+\(|\$\(|@media\b"
    r"|googletag|!important|\w[\w-]*\s*:\s*[^;{}]{1,60};\s*[\w-]+\s*:[^;{}]{1,60};)"
)
_HASH = re.compile(r"(?=[^\s]*\d)[A-Za-z0-9+/=_-]{24,}")
# A player's clock: "00:00 / 03:12".
_PLAYER = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*[/|]\s*-?\d{1,2}:\d\d(?::\d\d)?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN_OF_LIFE = re.compile(r"[^\W_]")
_SIGNS = ("<", "http", "www.", "href", "=", "[", "aption", "CAPTION")
_LONGEST = 200_000


def without_debris(line: str) -> str:
    """`line` without torn links, markup, image queries and slide counters; "" if it is all that.

    Only takes characters out. An address inside a sentence stays.
    """
    if not line:
        return ""
    if line[-1].isdigit() or any(sign in line for sign in _SIGNS):
        line = _cut(line)
    return "" if _is_debris(line) else line


def _cut(line: str) -> str:
    torn = _TORN_LINK.search(line) is not None
    kept = _TAG.sub(" ", _TORN_LINK.sub(" ", _SHORTCODE.sub(" ", line)))
    kept = _COUNTER.sub("", _QUERY.sub("", kept))
    if kept == line:
        return line
    kept = " ".join(kept.split())
    # What stood between torn links are the headlines of other articles, not a sentence of this.
    return "" if torn and not kept.endswith((".", "!", "?", '"', "”")) else kept


def _is_debris(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    rest = _ADDRESS.sub("", line) if ("/" in line or "@" in line or "#" in line) else line
    if rest is not line and not _WORD.search(rest):
        return True
    if not _SIGN_OF_LIFE.search(line):
        return True
    if ("{" in line or ";" in line or "(" in line) and _CODE.search(line):
        return line.count(";") + line.count("{") + line.count("=") >= 2
    if _PLAYER.fullmatch(line):
        return True
    return " " not in line and _HASH.fullmatch(line) is not None
