"""The interface that every reader fills: rules, the trained model, Hugging Face models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader is given of one passage: its text, its article's title and date.

    `sentences` are (start, end) offsets in `text`.
    """

    text: str
    title: str = ""
    published: PartialDate | None = None
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """Characters `start..end` of the passage's text that may answer.

    `score` is the span's logit minus the "does not say" logit (rules: any monotone score).
    """

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A calibrated probability that one passage answers a question; its spans, best first."""

    answerable: float
    spans: tuple[AnswerSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceResult:
    """Calibrated probabilities, summing to 1, of what a text says of a claim."""

    supports: float
    refutes: float
    neutral: float


class Reader(Protocol):
    """Reads passages for a question, and texts for a claim. Results keep the order of the input."""

    @property
    def name(self) -> str:
        """Name and version, as an answer's `index.reader` shows it."""
        ...

    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]:
        """Score each passage and point at the spans in it that answer `question`."""
        ...

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        """Say for each text whether it supports, refutes or does not speak of `claim`."""
        ...
