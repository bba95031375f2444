"""What a sentence says, taken apart: its words, dates, numbers and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.aligning.phrases import read_words
from assistant.language.clauses import finite_verb_at
from assistant.language.commonness import telling
from assistant.language.word_keys import Word
from assistant.values.dates import find_dates
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from assistant.values.types import DateValue, NameValue, NumberValue
from corpus.partial_date import PartialDate

# Verbs that say little of what happened; they count for half.
_LIGHT = frozenset(
    {"make", "take", "go", "come", "put", "set", "keep", "use", "tell", "new", "hold", "part"}
)
# A word so rare that, with a capital, it is a name ("Ethereum") and no common noun ("Doctors").
_RARE = 1.2
_SAYING = re.compile(
    r"(?:said|says|claimed|claims|announced|announces|reported|reports|told \w+|believed|believes|"
    r"argued|warned|added|stated|thought)\b(?:\s+that\b)?",
)
_PREDICATE_WEIGHT = 1.75
_PASSED_OVER = frozenset({"the", "a", "an", "former", "then", "new", "late", "his", "her", "its"})


@dataclass(frozen=True)
class Facts:
    """A sentence and what stands in it; `core` are its content words outside all values.

    `all_words` holds every word in order, small ones too. Offsets count from the sentence's start.
    """

    text: str
    all_words: tuple[Word, ...]
    core: tuple[Word, ...]
    dates: tuple[DateValue, ...]
    numbers: tuple[NumberValue, ...]
    names: tuple[NameValue, ...]
    published: PartialDate | None

    @cached_property
    def ideas(self) -> frozenset[str]:
        """The ideas of its core words."""
        return frozenset(word.idea for word in self.core)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The ideas of its content words and names, without the numbers."""
        spans = [(number.start, number.end) for number in self.numbers]
        free = (w for w in self.all_words if not _inside(w.start, w.end, spans))
        return frozenset(word.idea for word in free if word.content)

    @cached_property
    def verb(self) -> int | None:
        """Where its finite verb begins; that of what is said where someone says it."""
        first = finite_verb_at(self.text)
        said = _SAYING.match(self.text, first) if first is not None else None
        if said:
            rest = finite_verb_at(self.text[said.end() :])
            return first if rest is None else said.end() + rest
        return first

    @cached_property
    def predicate(self) -> Word | None:
        """The first core word from the finite verb on: what is done, or what something is."""
        if self.verb is None:
            return None
        return next((w for w in self.core if w.start >= self.verb and w.idea not in _LIGHT), None)

    def around(self, start: int, end: int, *, reach: int = 4) -> frozenset[str]:
        """The ideas of the content words at most `reach` words before `start` or after `end`.

        Capitalised words before it belong to its own phrase ("German Chancellor Merkel") and are
        not counted; small words are counted and left out.
        """
        before = [w for w in self.all_words if w.end <= start]
        while before and before[-1].text[0].isupper():
            before.pop()
        after = [w for w in self.all_words if w.start >= end][:reach]
        return frozenset(word.idea for word in before[-reach:] + after if word.content)

    def word_before(self, start: int) -> str:
        """The small word that leads to what stands at `start`, folded: "in", "to", "by".

        Titles, capitalised words, articles and adjectives of rank are passed over; empty where a
        sentence begins.
        """
        for word in reversed([word for word in self.all_words if word.end <= start]):
            folded = word.text.casefold()
            if not word.text[0].isupper() and folded not in _PASSED_OVER:
                return folded
        return ""


def weight(word: Word, facts: Facts) -> float:
    """How much a core word of `facts` counts: what is done most, light verbs least."""
    if word.idea in _LIGHT:
        return 0.5
    return telling(word.text) * (_PREDICATE_WEIGHT if word == facts.predicate else 1.0)


@lru_cache(maxsize=4096)
def facts_of(text: str, published: PartialDate | None = None) -> Facts:
    """Take `text` apart; its relative dates ("on Friday") count from `published`."""
    dates = tuple(find_dates(text, published))
    in_dates = [(value.start, value.end) for value in dates]
    numbers = tuple(v for v in find_numbers(text) if not _inside(v.start, v.end, in_dates))
    names = tuple(
        v for v in find_names(text) if _surely(v) and not _inside(v.start, v.end, in_dates)
    )
    taken = [*in_dates, *((v.start, v.end) for v in numbers), *((v.start, v.end) for v in names)]
    every = read_words(text)
    core = tuple(w for w in every if w.content and not _inside(w.start, w.end, taken))
    return Facts(text, every, core, dates, numbers, names, published)


def _surely(name: NameValue) -> bool:
    """Whether it is a name: a capital that begins a sentence tells nothing, a rare word does."""
    return name.sure or telling(name.text) > _RARE


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in spans)
