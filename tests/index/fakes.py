"""An embedder without a model, for tests that are about something else and run many times."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from index.embeddings import Vectors
from index.model_identity import ModelIdentity, identify
from index.settings import IndexSettings


class HashingEmbedder:
    """Words to 384 numbers by their hashes; remembers every text that it was given."""

    dimension = 384

    def __init__(self, settings: IndexSettings) -> None:
        self.identity: ModelIdentity = identify(settings)
        self.seen: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.seen.extend(texts)
        return np.stack([self.query(text) for text in texts])

    def query(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            place = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
            vector[place % self.dimension] += 1.0
        vector[0] += 0.01
        found: Vectors = vector / np.linalg.norm(vector)
        return found
