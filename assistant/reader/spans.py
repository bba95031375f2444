"""From start and end logits to answer spans: plain numpy, for training's figures and run time."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

LONGEST = 30


class TokenSpan(NamedTuple):
    """Tokens `start..end` (inclusive); `score` is their logits' sum less the null place's."""

    start: int
    end: int
    score: float


def best_spans(
    start: npt.NDArray[np.floating], end: npt.NDArray[np.floating], first: int, last: int,
    count: int = 5, longest: int = LONGEST,
) -> list[TokenSpan]:  # fmt: skip
    """The `count` best spans among tokens `first..last` (last excluded), best first, of one pair.

    A span that overlaps a better one by more than half of the shorter is left out. Place 0 is
    "does not say".
    """
    n = last - first
    if n <= 0:
        return []
    scores = start[first:last, None] + end[None, first:last]
    apart = np.arange(n)[None, :] - np.arange(n)[:, None]
    flat = np.where((apart >= 0) & (apart < longest), scores, -np.inf).ravel()
    null = float(start[0] + end[0])
    wanted = min(flat.size, 8 * count)
    top = np.argpartition(-flat, wanted - 1)[:wanted]
    found: list[TokenSpan] = []
    for place in top[np.argsort(-flat[top])]:
        a, b = divmod(int(place), n)
        if not np.isfinite(flat[place]):
            break
        if all(_apart(a + first, b + first, span) for span in found):
            found.append(TokenSpan(a + first, b + first, float(flat[place]) - null))
        if len(found) == count:
            break
    return found


def _apart(start: int, end: int, span: TokenSpan) -> bool:
    shared = min(end, span.end) - max(start, span.start) + 1
    return 2 * shared <= min(end - start, span.end - span.start) + 1
