"""Texts to vectors, by the model that the settings name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from corpus.errors import FactcheckError
from index.embeddings import Vectors
from index.model_identity import ModelIdentity, identify
from index.onnx_export import onnx_file
from index.settings import BUILT_IN, IndexSettings

# all-MiniLM-L6-v2 was made for at most this many word pieces; the rest of a text is not seen.
_PIECES = 256
BATCH = 32


class Embedder(Protocol):
    """Vectors of length 1, float32, shape (texts, dimension), in the order of the texts."""

    @property
    def identity(self) -> ModelIdentity: ...

    @property
    def dimension(self) -> int: ...

    def passages(self, texts: Sequence[str]) -> Vectors: ...

    def query(self, text: str) -> Vectors:
        """One vector, shape (dimension,)."""
        ...


def load_embedder(settings: IndexSettings) -> Embedder:
    """Load the model, or raise FactcheckError with what to do about it."""
    identity = identify(settings)
    if settings.embedder == BUILT_IN and settings.engine == "onnx":
        return OnnxEmbedder(identity, onnx_file(identity, settings.model_cache))
    return TorchEmbedder(identity)


class OnnxEmbedder:
    """The built-in model under ONNX Runtime. Safe to use from several threads.

    Each text runs alone, on one thread of a few. That is no slower than batches (nothing is
    padding), and it makes a vector a function of its text: 8-bit arithmetic scales with the whole
    batch, so that neighbours in a batch would change each other's vectors.
    """

    dimension = 384

    def __init__(self, identity: ModelIdentity, model: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.identity = identity
        self._tokenizer = Tokenizer.from_file(str(identity.folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_PIECES)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )

    def passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        with ThreadPoolExecutor(max(1, os.cpu_count() or 1)) as threads:
            return np.stack(list(threads.map(self.query, texts)))

    def query(self, text: str) -> Vectors:
        encoded = self._tokenizer.encode(text)
        feed = {
            "input_ids": np.array([encoded.ids], np.int64),
            "attention_mask": np.array([encoded.attention_mask], np.int64),
        }
        vector: Vectors = self._session.run(None, feed)[0][0]
        return vector


class TorchEmbedder:
    """Any sentence-transformers model. Its own prompts for queries and documents are used."""

    def __init__(self, identity: ModelIdentity) -> None:
        from sentence_transformers import SentenceTransformer

        self.identity = identity
        try:
            self._model: Any = SentenceTransformer(
                str(identity.folder), device="cpu", local_files_only=True
            )
        except (OSError, ValueError, KeyError) as error:
            raise FactcheckError(
                f"The embedding model {identity.name!r} cannot be loaded: {error}",
                hint="give a sentence-transformers model's folder",
            ) from error
        self.dimension = int(self._model.get_embedding_dimension() or 0)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(self._model.encode_document, list(texts))

    def query(self, text: str) -> Vectors:
        vector: Vectors = self._encode(self._model.encode_query, [text])[0]
        return vector

    def _encode(self, encode: Any, texts: list[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        found = encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, np.float32)
