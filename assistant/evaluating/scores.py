"""The usual scores of question answering, each a pure function."""

from __future__ import annotations

import math
import re
import string
from collections import Counter
from collections.abc import Collection, Sequence

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation + "‘’“”–—")


def normal(text: str) -> str:
    """SQuAD's normal form: lower case, no punctuation, no a/an/the, single spaces."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_NO_PUNCTUATION)).split())


def exact_match(prediction: str, answers: Collection[str]) -> float:
    """1 when the prediction is one of the answers in normal form, else 0."""
    return float(normal(prediction) in {normal(answer) for answer in answers})


def token_f1(prediction: str, answers: Collection[str]) -> float:
    """The best harmonic mean of word precision and recall over the answers, 0 to 1."""
    return max((_f1(normal(prediction).split(), normal(a).split()) for a in answers), default=0.0)


def _f1(predicted: list[str], wanted: list[str]) -> float:
    if not predicted or not wanted:
        return float(predicted == wanted)
    same = sum((Counter(predicted) & Counter(wanted)).values())
    return 2 * same / (len(predicted) + len(wanted))


def holds(text: str, answers: Collection[str]) -> bool:
    """Whether any answer stands in the text as whole words, both in normal form."""
    padded = f" {normal(text)} "
    return any(f" {normal(answer)} " in padded for answer in answers)


def share(values: Collection[float]) -> float | None:
    """The mean, or None of nothing: a rate over no cases is not zero."""
    return sum(values) / len(values) if values else None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The smallest value that `percent` of all do not exceed; None of nothing."""
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]
