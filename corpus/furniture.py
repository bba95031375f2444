"""Lines that belong to a page, not to its article: labels, buttons, forms, notices, promotion.

Told by small vocabularies together with a line's shape and position, not by whole strings.
"""

from __future__ import annotations

import re

from corpus.lines import ends_sentence, unglue
from corpus.vocabulary import (
    ASKED,
    CALL,
    CREDIT,
    FILED,
    INVITED,
    NOTICED,
    PHRASES,
    PROMOTED,
    REPORTED,
    RIGHTS,
    STRONG,
    WEAK,
)

_TOKEN = re.compile(r"[@#]\w+|[^\W\d_]+(?:['’][^\W\d_]+)?|&|\d+")
_LABEL_WORDS = 14
_CALL_WORDS = 70
# Parts of a path through a site, or of its footer: "Home » World", "Terms of Use | About Us".
_CRUMBS = re.compile(r"\s*[»›|•·]\s*")
_CRUMB_WORDS = 4


def is_label(line: str) -> bool:
    """A label or button of a page: few words, all of them of the kind that buttons use."""
    if len(line) > 120:
        return False
    plain = unglue(line).lower()
    tokens = _TOKEN.findall(plain)
    if not 0 < len(tokens) <= _LABEL_WORDS:
        return False
    strong = 0
    for token in tokens:
        if token in STRONG or token[0] in "@#":
            strong += 1
        elif token not in WEAK and not token.isdigit():
            return False
    return strong > 0 or PHRASES.search(plain) is not None


def is_call(line: str) -> bool:
    """A call on the reader, a notice or a form's prompt: how it begins, and what it asks for."""
    if len(line) > 600 or not CALL.match(line):
        return False
    return (
        ASKED.search(line) is not None
        and REPORTED.search(line) is None
        and len(line.split()) <= _CALL_WORDS
    )


def is_notice(line: str) -> bool:
    """A call that no article makes in its own voice, wherever it stands."""
    return len(line) <= 300 and is_call(line) and NOTICED.search(line) is not None


def is_rights_notice(line: str) -> bool:
    """A line on who holds the rights."""
    return len(line) <= 300 and RIGHTS.search(line) is not None


def is_promotion(line: str) -> bool:
    """A pointer at another article: `READ MORE: ...`, a headline behind a label, no sentence."""
    if len(line) > 200 or ends_sentence(line):
        return False
    return PROMOTED.match(line) is not None


def is_path(line: str) -> bool:
    """The way to a page through its site, or a row of links: short parts between marks."""
    if len(line) > 200:
        return False
    parts = [part for part in _CRUMBS.split(line) if part]
    if len(parts) < 2 or any(len(part.split()) > _CRUMB_WORDS for part in parts):
        return False
    labels = sum(map(is_label, parts))
    return any(mark in line for mark in "»›") or 2 * labels > len(parts)


def is_filing(line: str) -> bool:
    """Under which heads a page is filed, and how often it was seen."""
    return len(line) <= 200 and FILED.match(line) is not None


def is_credit(line: str) -> bool:
    """Who took the picture, and nothing else."""
    return len(line) <= 120 and not line.endswith(".") and CREDIT.fullmatch(line) is not None


def is_contact(line: str) -> bool:
    """How to reach the writer: an address or a handle, and a word that invites to use it."""
    if len(line) > 500 or "@" not in line:
        return False
    return len(line.split()) <= 3 or INVITED.search(line) is not None
