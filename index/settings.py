"""How an index is built and searched: plain values, handed down by the caller."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

BUILT_IN = "minilm"


def default_cache() -> Path:
    """Where derived model files go: `$XDG_CACHE_HOME/factcheck`, else `~/.cache/factcheck`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "factcheck"


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What decides an index's passages and vectors, and how it is reached.

    - `embedder`: "minilm" (built in: all-MiniLM-L6-v2), or a sentence-transformers model by folder
      or by name, which must already be on this machine.
    - `engine`: what runs the built-in model. "onnx" starts in a tenth of the time; the vectors are
      those of "sentence-transformers" to six digits. Other models always run in the latter.
    - `precision`: of the built-in model under ONNX; "int8" embeds passages about twice as fast,
      for 1.5 points of Hits@10 on RealTimeQA `small`.
    - `passage_words`: about how many words a passage holds. `overlap`: how many sentences it
      repeats of the one before.
    - `chroma`: None for vectors beside the catalogue, or "http://host:port" of a Chroma server,
      which must answer each request within `chroma_timeout` seconds.
    - `candidates`: how deep each of the two lists is that a search fuses.

    Opening an index with another embedder, precision or passage length than it was built with is
    an error: vectors are never mixed.
    """

    embedder: str = BUILT_IN
    engine: Literal["onnx", "sentence-transformers"] = "onnx"
    precision: Literal["fp32", "int8"] = "fp32"
    passage_words: int = 110
    overlap: int = 0
    chroma: str | None = None
    chroma_timeout: float = 10.0
    candidates: int = 100
    model_cache: Path = field(default_factory=default_cache)
