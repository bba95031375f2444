"""The marks by which a model cites quotes, in the many ways that models write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_OPEN, _CLOSE = r"[\[【〔［]", r"[\]】〕］]"
# No nested quantifiers: hostile replies must not make these slow.
_BRACKETS = re.compile(rf"{_OPEN}([^\[\]【】〔〕［］\n]{{1,60}}){_CLOSE}")
_IN_WORDS = re.compile(r"\(((?:quotes?|sources?|refs?)\s[^()\n]{1,60})\)", re.I)
_APART = re.compile(rf"{_CLOSE}\s?[-–]\s?{_OPEN}")
_ONLY_NUMBERS = re.compile(r"[\d\s,;&#^=–-]*\d[\d\s,;&#^=–-]*")
_NUMBER = re.compile(r"(\d{1,9})(?:\s?[-–]\s?(\d{1,9}))?")
_WORDS = re.compile(r"\b(?:quotes?|sources?|refs?|n|and)\b\.?|†.*", re.I)
_HALF = re.compile(rf"{_OPEN}[\s\d,;&#–-]{{0,40}}$")
_MARKUP = re.compile(r"^\s*(?:[-*•>#]+\s+|\d{1,2}[.)]\s+)|\*\*|__|`")
_FENCE = re.compile(r"^\s*```\w*\s*$|```")
_LABEL = re.compile(r"^(?:answer|sentence|response)s?\s*:\s*", re.I)


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence without its citation marks, and the known quote numbers that it cites."""

    text: str
    quotes: tuple[int, ...]


def sentence_of(raw: str, known: set[int], also: Sequence[int] = ()) -> ParsedSentence | None:
    """`raw` without marks and Markdown, citing `also` and its marks; None where nothing is said.

    Marks are [1], [1][2], [1, 2], [1-3], [quote 1], (quote 1), 【1】, [^1]. A number outside
    `known` is dropped; "(2015)" is prose.
    """
    quotes = list(also)

    def take(match: re.Match[str]) -> str:
        inside = _WORDS.sub(" ", match[1])
        if not _ONLY_NUMBERS.fullmatch(inside):
            return match[0]
        for first, last in _NUMBER.findall(inside):
            low, high = int(first), int(last or first)
            quotes.extend(n for n in sorted(known) if low <= n <= high)
        return " "

    text = _APART.sub("-", raw)
    text = _HALF.sub(" ", _IN_WORDS.sub(take, _BRACKETS.sub(take, text)))
    text = _LABEL.sub("", _MARKUP.sub("", _FENCE.sub(" ", text)).strip())
    text = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))
    if not any(character.isalnum() for character in text):
        return None
    return ParsedSentence(text, tuple(n for n in dict.fromkeys(quotes) if n in known))
