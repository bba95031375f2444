"""What was reported after a "no": "no plans to take part" on the 27th, strikes from the 30th."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assistant.asking.candidate import Candidate
from assistant.asking.grouping import Group, group
from assistant.asking.presumption import NEGATION
from assistant.asking.timeline import days_apart, when
from assistant.language.hearing import Heard, hear
from assistant.questions.types import Expected
from assistant.quotes import Texts
from assistant.settings import AnswerSettings
from assistant.values.dates import find_dates
from assistant.values.names import find_names, same_name
from index.passage import Filters, Hit

_AHEAD = re.compile(r"\b(?:will|would|shall|plans?|going to|intends?|ready to|about to)\b", re.I)


class Source(Texts, Protocol):
    """The opened index: its texts, its search, and its embedder."""

    def search(self, query: str, *, k: int = 20, filters: Filters | None = None) -> list[Hit]:
        """The passages nearest to `query`."""
        ...

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Vectors of length 1."""
        ...


def developments(
    claim: str, main: Group, filters: Filters, source: Source, settings: AnswerSettings
) -> list[Group]:
    """Groups by day of later, dated, affirmative sentences close in meaning to `claim`.

    Looked for where `main` denies the claim or the claim speaks of what is ahead; empty where
    nothing later is close enough. What came of a plan is told in other words than the plan, so
    more passages are looked through than were read.
    """
    if main.normal.value == "yes" and not _AHEAD.search(claim):
        return []
    said = when(main.best, source).reported
    hits = source.search(claim, k=settings.development_passages, filters=filters)
    dated: list[Candidate] = []
    for heard in hear(claim, hits):
        candidate = _dated(heard)
        if candidate is None or not _affirms(claim, heard, main):
            continue
        days = days_apart(said, when(candidate, source).told)
        if days is not None and days > 0:
            dated.append(candidate)
        if len(dated) == settings.development_sentences:
            break
    near = _near(claim, dated, source, settings.development_similarity)
    return group(near, Expected("date", strict=True), settings)


def _affirms(claim: str, heard: Heard, main: Group) -> bool:
    """Whether a sentence tells of the claim's subject, denies nothing, and is not in `main`."""
    if (heard.hit.article.id, heard.span.start) in main.places or NEGATION.search(heard.text):
        return False
    subject = next(iter(find_names(claim)), None)
    return subject is not None and any(same_name(subject, name) for name in find_names(heard.text))


def _dated(heard: Heard) -> Candidate | None:
    """The day that a sentence gives to what it reports, as a candidate."""
    days = [
        date
        for date in find_dates(heard.text, heard.hit.article.published)
        if date.first.day is not None and date.last is None and not date.approx
    ]
    if not days:
        return None
    start, end = heard.span.start + days[0].start, heard.span.start + days[0].end
    return Candidate(
        hit=heard.hit,
        rank=heard.rank,
        answerable=heard.overlap,
        start=start,
        end=end,
        text=days[0].text,
        sentence=heard.span,
        score=0.0,
        weight=heard.overlap,
    )


def _near(claim: str, found: Sequence[Candidate], source: Source, least: float) -> list[Candidate]:
    if not found:
        return []
    vectors = source.embed([claim, *(candidate.sentence_text for candidate in found)])
    likeness = vectors[1:] @ vectors[0]
    return [each for each, like in zip(found, likeness, strict=True) if like >= least]
