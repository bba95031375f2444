"""What a span is worth as an answer: the reader's score, its place, its kind, its sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.aligning.facts import facts_of
from assistant.asking.presumption import presumed
from assistant.language.coverage import Coverage
from assistant.language.word_keys import words
from assistant.questions.types import Expected
from assistant.settings import AnswerSettings
from assistant.values.dates import date_mentions
from corpus.article import Span
from index.passage import Hit

# What the sentence before and the title add; numbers are counted in their own sentence.
_LED, _LED_NUMBER = 0.5, 0.2
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Scales:
    """Weighs the spans found for one question; `spoken` remembers the sentences already read."""

    expected: Expected
    asked: frozenset[str]
    coverage: Coverage
    settings: AnswerSettings
    spoken: dict[tuple[str, int], float] = field(default_factory=dict)
    deed: str = ""

    @classmethod
    def of(
        cls, question: str, expected: Expected, hits: Sequence[Hit], settings: AnswerSettings
    ) -> Scales:
        """Scales for `question` and the passages found for it."""
        texts = [hit.passage.text for hit in hits]
        asked = frozenset(_WORD.findall(question.casefold()))
        coverage = Coverage.of(question, texts, expected.noun)
        return cls(expected, asked, coverage, settings, deed=deed_of(question))

    def weight(self, hit: Hit, rank: int, score: float, text: str, sentence: Span) -> float:
        """What the span `text` of this score is worth, in `sentence` of the passage of this rank.

        A passage speaks of many things: a sentence that has words of the question, or follows one,
        is likelier to be meant than another of the same passage.
        """
        s = self.settings
        longer = s.long_penalty * max(0, len(text.split()) - s.short_span)
        weight = math.exp(min(s.span_sharpness * score, 20.0) - longer) / (s.rank_offset + rank)
        floor = s.spoken_floor_number if self.expected.kind == "number" else s.spoken_floor
        weight *= floor + (1 - floor) * self._spoken(hit, sentence)
        if self.deed and self.deed not in self._ideas(hit, sentence):
            weight *= s.deed_penalty
        if not self.expected.fits(text) or (self.expected.kind == "span" and _only_date(text)):
            weight *= s.kind_penalty
        if self._echo(text):
            weight *= s.echo_penalty
        return weight

    def _echo(self, text: str) -> bool:
        """Whether every word of `text` stands in the question already."""
        words = _WORD.findall(text.casefold())
        return bool(words) and all(word in self.asked for word in words)

    def _ideas(self, hit: Hit, sentence: Span) -> frozenset[str]:
        offset = hit.passage.start
        return _ideas_of(hit.passage.text[sentence.start - offset : sentence.end - offset])

    def _spoken(self, hit: Hit, sentence: Span) -> float:
        """How much of the question the sentence has, alone and with what leads to it, 0 to 1."""
        key = (hit.article.id, sentence.start)
        if key not in self.spoken:
            passage = hit.passage
            before = [s for s in passage.sentences if s.end <= sentence.start][-1:]
            offset = passage.start
            own = passage.text[sentence.start - offset : sentence.end - offset]
            led = "".join(passage.text[s.start - offset : s.end - offset] for s in before)
            near = f"{hit.article.title} . {led} . {own}"
            led_share = _LED_NUMBER if self.expected.kind == "number" else _LED
            shares = self.coverage.share(own), self.coverage.share(near)
            self.spoken[key] = (1 - led_share) * shares[0] + led_share * shares[1]
        return self.spoken[key]


@lru_cache(maxsize=4096)
def _only_date(text: str) -> bool:
    """Whether `text` is hardly more than a date: what asks for no date is not answered by one."""
    return any((date.end - date.start) * 2 > len(text) for date in date_mentions(text, None))


@lru_cache(maxsize=256)
def deed_of(question: str) -> str:
    """The idea of what `question` takes for granted to be done; empty where it tells none."""
    claim = presumed(question)
    predicate = facts_of(claim).predicate if claim else None
    return predicate.idea if predicate else ""


@lru_cache(maxsize=4096)
def _ideas_of(text: str) -> frozenset[str]:
    return frozenset(word.idea for word in words(text))
