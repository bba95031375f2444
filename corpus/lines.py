"""What a single line of scraped text looks like: a sentence, a fragment, an item of a list."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?…。！？:;,][\"”’'»)\]*]*$")
_LIST_ITEM = re.compile(r"(?:[-*•◾▪●‣–—+]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
# Up to General Punctuation, which holds what newspapers write between words.
_UNFOLDED = {code: None for code in range(0x2070) if not chr(code).isalnum()}
# "likeRELATED": two elements of a page that lost the space between them.
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z]{2})|(?<=[a-z]{3})(?=[A-Z][a-z])")

PROSE_WORDS = 8


def ends_sentence(line: str) -> bool:
    """Whether it ends as a sentence, a clause or the announcement of a list does."""
    return bool(_SENTENCE_END.search(line))


def is_prose(line: str) -> bool:
    """Whether it reads as running text: eight words or more with an end, or many words."""
    count = len(line.split())
    return (count >= PROSE_WORDS and ends_sentence(line)) or count >= 30


def is_list_item(line: str) -> bool:
    """Whether it begins with a bullet, a number or a letter of a list."""
    return bool(_LIST_ITEM.match(line))


def fold(line: str) -> str:
    """The line without case, punctuation and spaces: equal for what a reader calls the same."""
    return line.lower().translate(_UNFOLDED)


def unglue(line: str) -> str:
    """A space where a page's elements ran into one another."""
    return _GLUED.sub(" ", line)
