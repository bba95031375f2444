"""A span that may answer, with the passage, the sentence and the weight it has."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.article import Span
from index.origins import origin_of
from index.passage import Hit


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters `start..end` of an article's text that may answer, and how much speaks for them.

    `sentence` is the whole sentence (or sentences) that hold the span, in the article's text.
    `rank` is the hit's, from 1; `answerable` the reader's probability for its passage; `score` the
    span's logit over "does not say"; `weight` what it brings to its finding; `plain` whether it
    answers by the form that it stands in, whatever the reader makes of it; `denied` whether its
    sentence tells a number or a date only to deny it or as yet to come.
    """

    hit: Hit
    rank: int
    answerable: float
    start: int
    end: int
    text: str
    sentence: Span
    score: float
    weight: float
    plain: bool = False
    denied: bool = False

    @property
    def sentence_text(self) -> str:
        """The characters of `sentence`."""
        offset = self.hit.passage.start
        return self.hit.passage.text[self.sentence.start - offset : self.sentence.end - offset]

    @property
    def origin(self) -> str:
        """The independent source of what `sentence` says."""
        return origin_of(self.hit.article, self.sentence_text)


def whole_sentences(hit: Hit, start: int, end: int) -> Span:
    """The whole sentences of the hit's passage that hold `start..end` of the article's text."""
    held = [s for s in hit.passage.sentences if s.start < end and start < s.end]
    if not held:
        return Span(hit.passage.start, hit.passage.end)
    return Span(min(s.start for s in held), max(s.end for s in held))
