"""Quotes taken apart once, for every check of a statement against them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.word_keys import stem
from assistant.values.dates import DateMention, date_mentions
from assistant.values.name_forms import SHORT_FORMS, fold, spelling_key
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from assistant.values.types import NameValue, NumberValue
from corpus.partial_date import PartialDate

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all quotes of a statement hold together.

    `word_keys` are the spelling keys of all their words, `stems` the stems, `figures` what stands
    in figures outside all numbers: in names, codes, dates and times of day.
    """

    texts: tuple[str, ...]
    anchors: tuple[PartialDate | None, ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[NumberValue, ...]
    names: tuple[NameValue, ...]
    word_keys: frozenset[str]
    stems: frozenset[str]
    figures: frozenset[str]
    low: str

    @classmethod
    def of(cls, quotes: Sequence[str], anchors: Sequence[PartialDate | None]) -> Evidence:
        """Read `quotes`; `anchors` are their articles' dates, missing ones unknown."""
        padded = [*anchors, *[None] * len(quotes)][: len(quotes)]
        dates = [m for q, a in zip(quotes, padded, strict=True) for m in date_mentions(q, a)]
        numbers = [find_numbers(quote) for quote in quotes]
        found = [word for quote in quotes for word in _words(quote)]
        return cls(
            texts=tuple(quotes),
            anchors=tuple(padded),
            dates=tuple(dates),
            numbers=tuple(value for values in numbers for value in values),
            names=tuple(name for quote in quotes for name in find_names(quote)),
            word_keys=frozenset(spelling_key(fold(word)) for word in found) | _short_forms(quotes),
            stems=frozenset(stem(word) for word in found),
            figures=frozenset(
                figure
                for quote, values in zip(quotes, numbers, strict=True)
                for figure in _loose(quote, values)
            ),
            low=" ".join(" \n ".join(quotes).casefold().split()),
        )


def figures_outside(text: str, spans: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """What stands in figures in `text` outside `spans`."""
    matches = _FIGURE.finditer(text)
    return [m for m in matches if not any(s <= m.start() < e for s, e in spans)]


def _short_forms(quotes: Sequence[str]) -> frozenset[str]:
    low = " ".join(quotes).casefold()
    return frozenset(short.lower() for long, short in SHORT_FORMS.items() if long in low)


def _loose(text: str, numbers: Sequence[NumberValue]) -> list[str]:
    return [m.group() for m in figures_outside(text, [(n.start, n.end) for n in numbers])]


def _words(text: str) -> list[str]:
    found = _WORD.findall(text)
    return found + [part for word in found for part in re.split(r"[.&]", word) if part]
