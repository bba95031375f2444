"""The usual scores of a ranking, each a pure function of which results are relevant."""

from __future__ import annotations

import math
from collections.abc import Sequence


def hit_at(relevant: Sequence[bool], k: int) -> float:
    """1 when one of the first `k` results is relevant, else 0."""
    return float(any(relevant[:k]))


def reciprocal_rank(relevant: Sequence[bool]) -> float:
    """One over the rank of the first relevant result, 0 without one."""
    return next((1 / rank for rank, good in enumerate(relevant, 1) if good), 0.0)


def ndcg_at(relevant: Sequence[bool], k: int, total: int) -> float:
    """Discounted gain of the first `k` results over that of the best order of `total` relevant."""
    gain = sum(1 / math.log2(rank + 1) for rank, good in enumerate(relevant[:k], 1) if good)
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(k, total) + 1))
    return gain / best if best else 0.0
