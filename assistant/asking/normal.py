"""One normal form for a span that answers, and whether two of them say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from assistant.answer import Kind
from assistant.asking.candidate import Candidate
from assistant.questions.types import Expected
from assistant.values.compare import compare, same_value
from assistant.values.dates import find_dates
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from assistant.values.types import DateValue, NameValue, NumberValue
from corpus.partial_date import PartialDate

ValueT = TypeVar("ValueT", DateValue, NumberValue)
Parsed = DateValue | NumberValue | NameValue
Sameness = Literal["equal", "compatible", "differs"]

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_INITIALS = 6
_DROPPED = frozenset({"a", "an", "the", "s", "mr", "mrs", "ms", "dr", "sir"})


@dataclass(frozen=True, slots=True)
class Normal:
    """The kind of a span, its normal form as text, and the parsed value where it has one."""

    kind: Kind
    value: str
    parsed: Parsed | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the normal form."""
        return tuple(self.value.split())


def bare(text: str) -> str:
    """`text` in lower case without articles, titles and punctuation; itself if nothing is left."""
    words = [word for word in _WORD.findall(text.casefold()) if word not in _DROPPED]
    return " ".join(words) or text.casefold().strip()


def _named(text: str) -> bool:
    """Whether most of the words that carry meaning begin with a capital."""
    words = [word for word in re.findall(r"[^\W_]+", text) if len(word) > 3 or word[0].isupper()]
    return bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)


@lru_cache(maxsize=4096)
def _dates(sentence: str, published: PartialDate | None) -> tuple[DateValue, ...]:
    return tuple(find_dates(sentence, published))


@lru_cache(maxsize=4096)
def _numbers(sentence: str) -> tuple[NumberValue, ...]:
    return tuple(find_numbers(sentence))


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[NameValue, ...]:
    return tuple(find_names(text))


def normal(candidate: Candidate, expected: Expected) -> Normal:
    """The normal form of a candidate's span, read in its sentence, as `expected` wants it.

    A span that holds no value of the kind asked for is kept as a name or as words.
    """
    text, sentence = candidate.text, candidate.sentence_text
    start = candidate.start - candidate.sentence.start
    end = start + len(text)
    if expected.kind == "date" or not _named(text):
        date = _inside(_dates(sentence, candidate.hit.article.published), start, end)
        if date and (expected.kind == "date" or _fills(date, text)):
            return Normal("date", date.value, date)
    if expected.kind == "date":
        return Normal("span", bare(text))  # a weekday that nothing dates
    number = _inside(_numbers(sentence), start, end)
    if number and (expected.kind == "number" or _fills(number, text)):
        return Normal("number", number.value, number)
    if not _named(text):
        return Normal("span", bare(text))
    names = _names(text)
    name = names[0] if len(names) == 1 and _fills(names[0], text) else None
    return Normal("name", bare(text), name)


def _inside(values: Sequence[ValueT], start: int, end: int) -> ValueT | None:
    """The longest of `values` that lies mostly in `start..end`, or that `start..end` lies in."""
    held = [
        value
        for value in values
        if (min(value.end, end) - max(value.start, start)) * 2
        > min(value.end - value.start, end - start)
    ]
    return max(held, key=lambda value: value.end - value.start, default=None)


def _fills(value: Parsed, text: str) -> bool:
    return (value.end - value.start) * 2 > len(text)


def sameness(a: Normal, b: Normal) -> Sameness:
    """Whether two normal forms say the same, may both be right, or differ."""
    if a.value == b.value:
        return "equal"
    if a.parsed is not None and b.parsed is not None and a.kind == b.kind:
        return "differs" if _strangers(a.parsed, b.parsed) else _compared(a.parsed, b.parsed)
    if a.kind != b.kind or a.kind in ("date", "number"):
        return "differs"
    first, second = set(a.words), set(b.words)
    return "compatible" if first <= second or second <= first else "differs"


@lru_cache(maxsize=8192)
def _compared(a: Parsed, b: Parsed) -> Sameness:
    return compare(a, b)


def _strangers(a: Parsed, b: Parsed) -> bool:
    """Whether two names share no beginning of a word: not worth the dear comparison.

    Short ones may be initials or another name of the same ("UK", "Britain").
    """
    if not isinstance(a, NameValue) or not isinstance(b, NameValue):
        return False
    if min(len(a.text), len(b.text)) <= _INITIALS:
        return False
    return {token[:2] for token in a.tokens}.isdisjoint(token[:2] for token in b.tokens)


def one_picture(a: Normal, b: Normal) -> bool:
    """Whether two compatible values are of one picture; "more than 2,000" and 5,000 are not."""
    return a.parsed is None or b.parsed is None or same_value(a.parsed, b.parsed)
