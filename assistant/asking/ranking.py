"""The order of passages once they have been read."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.reader.base import ReadResult
from assistant.settings import AnswerSettings
from index.passage import Hit


def read_order(
    hits: Sequence[Hit], results: Sequence[ReadResult], settings: AnswerSettings
) -> list[int]:
    """Places in `hits`, the likeliest to answer first: what the reader says of each, and its rank.

    Neither alone is as good: the search knows what a passage is about, the reader whether it
    answers.
    """
    worth = [
        settings.reading_weight * _logit(result.answerable) - math.log(settings.rank_offset + rank)
        for rank, result in enumerate(results, start=1)
    ]
    return sorted(range(len(hits)), key=lambda place: -worth[place])


def _logit(probability: float) -> float:
    kept = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))
