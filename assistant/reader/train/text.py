"""Small text work that several sources share."""

from __future__ import annotations

import calendar
import random
import re
from collections import Counter
from collections.abc import Iterable, Set

from assistant.reader.inputs import prefix
from assistant.reader.train.records import Context
from corpus.partial_date import PartialDate

_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?:\s+(?:(?:of|the|de|and)\s+)?[A-Z][\w'’-]+)*")
_SMALL = re.compile(r"\b[a-z][\w'’-]*")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*")
_OPENERS = {
    "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "This", "That", "These", "As",
    "For", "From", "By", "With", "After", "Before", "When", "While", "However", "Although", "I",
    "We", "You", "My", "If", "But", "And", "So", "His", "Her", "Their", "Its", "There", "Some",
    "Many", "Most", "Other", "During", "Since", "One", "Under", "According", "To", "Of", "Also",
}  # fmt: skip
_FIXES = (
    (re.compile(r"-LRB- ?"), "("),
    (re.compile(r" ?-RRB-"), ")"),
    (re.compile(r"`` ?"), '"'),
    (re.compile(r" ?''"), '"'),
    (re.compile(r' " ([^"]*?) "'), r' "\1"'),
    (re.compile(r"^\" ([^\"]*?) \""), r'"\1"'),
    (re.compile(r" ([.,;:?!)\]%]|n't\b|'(?:s|re|ve|ll|d|m)\b|' )"), r"\1"),
    (re.compile(r"([(\[$£€]) "), r"\1"),
)
_WORDS_MIN, _WORDS_MAX = 45, 125


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences of `text`, without the white space around them."""
    from nupunkt import sent_spans

    spans = []
    for first, last in sent_spans(text):
        piece = text[first:last]
        start = first + len(piece) - len(piece.lstrip())
        end = first + len(piece.rstrip())
        if end > start:
            spans.append((start, end))
    return tuple(spans)


def untokenized(text: str) -> str:
    """Join the punctuation that a treebank tokenizer split off: `U.S. 's ( sic ) .`"""
    for pattern, with_ in _FIXES:
        text = pattern.sub(with_, text)
    return text


def names(text: str, ordinary: Set[str] = frozenset()) -> list[str]:
    """Runs of capitalised words, without words that only open a sentence: a few that every text
    has, and single ones that are among `ordinary`."""
    found = []
    for match in _NAME.finditer(text):
        words = re.sub(r"['’]s$", "", match.group().rstrip(".'’")).split()
        while words and words[0] in _OPENERS:
            words = words[1:]
        alone = len(words) == 1 and words[0].casefold() in ordinary
        if words and len(words[0]) > 1 and not alone:
            found.append(" ".join(words))
    return found


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """Words, lower-case, that `texts` write small more often than with a capital inside a
    sentence: at its beginning such a word is no name ("Each", "Lenses")."""
    small: Counter[str] = Counter()
    for text in texts:
        small.update(_SMALL.findall(text))
        small.subtract(word.casefold() for word in _INSIDE.findall(text))
    return frozenset(word for word, more in small.items() if more > 0)


def title_of(text: str) -> str:
    """The capitalised phrase that a text uses most; "" when nothing comes back twice."""
    counts = Counter(names(text))
    best = max(counts, key=lambda name: (counts[name], len(name)), default="")
    return best if counts[best] > 1 else ""


def some_prefix(title: str, rng: random.Random) -> str:
    """A title, a publishing date, both or neither, as a corpus may know them."""
    shown = title if rng.random() < 0.75 else ""
    if rng.random() < 0.3:
        return prefix(shown, None)
    year = rng.choice((rng.randint(1990, 2026), rng.randint(2008, 2026)))
    month = rng.randint(1, 12) if rng.random() < 0.93 else None
    day = rng.randint(1, calendar.monthrange(year, month)[1]) if month else None
    return prefix(shown, PartialDate(year, month, day))


def window(context: Context, keep: tuple[int, int] | None, rng: random.Random) -> tuple[int, int]:
    """Offsets of a run of whole sentences, as long as passages are, around `keep` if given."""
    spans = context.sentences or ((0, len(context.text)),)
    inside = [
        i for i, (a, b) in enumerate(spans) if keep is None or (a < keep[1] and keep[0] < b)
    ] or [0]
    low = high = rng.choice(inside)
    if keep is not None:
        low, high = inside[0], inside[-1]
    wanted = rng.randint(_WORDS_MIN, _WORDS_MAX)

    def words(index: int) -> int:
        return context.text.count(" ", *spans[index]) + 1

    total = sum(words(i) for i in range(low, high + 1))
    while total < wanted and (low > 0 or high < len(spans) - 1):
        before = high == len(spans) - 1 or (low > 0 and rng.random() < 0.5)
        step = low - 1 if before else high + 1
        if total + words(step) > _WORDS_MAX + 20:
            break
        low, high = min(low, step), max(high, step)
        total += words(step)
    return spans[low][0], spans[high][1]
