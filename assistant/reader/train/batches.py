"""Groups examples of one task and about one length, padded to a few fixed lengths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch

from assistant.reader.train.examples import Encoded


class Batch(NamedTuple):
    """Tensors of `batch` examples of one kind, (batch, length); `rows` are their numbers."""

    rows: np.ndarray
    kind: int
    input_ids: torch.Tensor
    attention_mask: torch.Tensor
    token_type_ids: torch.Tensor
    allowed: torch.Tensor
    start: torch.Tensor
    end: torch.Tensor
    label: torch.Tensor


def plan(data: Encoded, tokens: int, lengths: Sequence[int], seed: int) -> list[np.ndarray]:
    """The batches of one pass, as arrays of row numbers, in random order."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(data))
    bucket = np.searchsorted(np.asarray(lengths), data.lengths)
    made = []
    for kind in np.unique(data.kind):
        for place, length in enumerate(lengths):
            rows = order[(bucket[order] == place) & (data.kind[order] == kind)]
            size = max(1, tokens // length)
            made += [rows[i : i + size] for i in range(0, len(rows), size)]
    return [made[i] for i in rng.permutation(len(made))]


def batch(data: Encoded, rows: np.ndarray, lengths: Sequence[int]) -> Batch:
    """Pad `rows` to the smallest fixed length that holds them."""
    longest = int(data.lengths[rows].max())
    length = next(size for size in lengths if size >= longest)
    shape = (len(rows), length)
    ids = np.zeros(shape, dtype=np.int64)
    mask, types, allowed = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for i, row in enumerate(rows):
        tokens = data.ids[data.bounds[row] : data.bounds[row + 1]]
        n = len(tokens)
        ids[i, :n] = tokens
        mask[i, :n] = 1
        types[i, data.second[row] : n] = 1
        allowed[i, data.text[row] : n - 1] = 1
    allowed[:, 0] = 1
    tensor = torch.from_numpy
    return Batch(
        rows, int(data.kind[rows[0]]), tensor(ids), tensor(mask), tensor(types),
        tensor(allowed).bool(), tensor(data.start[rows].astype(np.int64)),
        tensor(data.end[rows].astype(np.int64)), tensor(data.label[rows].astype(np.int64)),
    )  # fmt: skip


def in_order(
    data: Encoded, rows: np.ndarray, tokens: int, lengths: Sequence[int]
) -> Iterator[Batch]:
    """Batches over `rows`, shortest examples first: for measuring."""
    for kind in (0, 1):
        mine = rows[data.kind[rows] == kind]
        mine = mine[np.argsort(data.lengths[mine], kind="stable")]
        first = 0
        while first < len(mine):
            size = max(1, tokens // next(n for n in lengths if n >= data.lengths[mine[first]]))
            yield batch(data, mine[first : first + size], lengths)
            first += size
