"""What a sentence says, taken apart: its words, dates, numbers and names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.values.dates import find_dates
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from assistant.values.types import DateValue, NameValue, NumberValue
from assistant.word_keys import Word, words
from corpus.partial_date import PartialDate

# Verbs that say little of what happened; they count for half.
_LIGHT = frozenset(
    {"make", "take", "go", "come", "put", "set", "keep", "use", "tell", "new", "state", "part"}
)


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

    @property
    def ideas(self) -> frozenset[str]:
        """The ideas of its core words."""
        return frozenset(word.idea for word in self.core)

    def around(self, start: int, end: int, *, reach: int = 3) -> frozenset[str]:
        """The ideas of the content words at most `reach` words before `start` or after `end`."""
        before = [word for word in self.all_words if word.end <= start][-reach:]
        after = [word for word in self.all_words if word.start >= end][:reach]
        return frozenset(word.idea for word in before + after if word.content)

    def word_before(self, start: int) -> str:
        """The word just before `start`, folded; articles and adjectives of rank passed over."""
        for word in reversed([word for word in self.all_words if word.end <= start]):
            folded = word.text.casefold()
            if folded not in ("the", "a", "an", "former", "then", "new", "late"):
                return folded
        return ""


def weight(word: Word) -> float:
    """How much a core word counts."""
    return 0.5 if word.idea in _LIGHT else 1.0


@lru_cache(maxsize=4096)
def facts_of(text: str, published: PartialDate | None = None) -> Facts:
    """Take `text` apart; its relative dates ("on Friday") count from `published`."""
    dates = tuple(find_dates(text, published))
    in_dates = [(value.start, value.end) for value in dates]
    numbers = tuple(v for v in find_numbers(text) if not _inside(v.start, v.end, in_dates))
    names = tuple(v for v in find_names(text) if v.sure and not _inside(v.start, v.end, in_dates))
    taken = [*in_dates, *((v.start, v.end) for v in numbers), *((v.start, v.end) for v in names)]
    every = tuple(words(text))
    core = tuple(w for w in every if w.content and not _inside(w.start, w.end, taken))
    return Facts(text, every, core, dates, numbers, names, published)


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in spans)
