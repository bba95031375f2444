"""Runs a network over encoded examples and says what it predicts in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch

from assistant.reader.spans import best_spans
from assistant.reader.train.batches import in_order
from assistant.reader.train.examples import Encoded
from assistant.reader.train.figures import Predicted
from assistant.reader.train.model import Outputs, ReaderModel
from assistant.reader.train.records import QA, Example

Network = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], Outputs]


def predict(
    network: ReaderModel | Network, data: Encoded, examples: Sequence[Example], tokenizer: object,
    rows: np.ndarray, lengths: Sequence[int], tokens: int = 4096,
) -> list[Predicted]:  # fmt: skip
    """Predictions for `rows`, in their order. `answerable` and `stance` are raw logits here."""
    said: dict[int, Predicted] = {}
    with torch.inference_mode():
        for batch in in_order(data, rows, tokens, lengths):
            out = network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
            start, end = out.start.float().numpy(), out.end.float().numpy()
            answer, stance = out.answer.float().numpy(), out.stance.float().numpy()
            for i, row in enumerate(batch.rows):
                if batch.kind != QA:
                    a, b, c = (float(x) for x in stance[i])
                    said[int(row)] = Predicted(stance=(a, b, c))
                    continue
                last = int(data.lengths[row]) - 1
                spans = best_spans(start[i], end[i], int(data.text[row]), last, count=1)
                text = (
                    _words(examples[row], spans[0].start, spans[0].end, tokenizer) if spans else ""
                )
                score = spans[0].score if spans else -30.0
                said[int(row)] = Predicted(text, float(answer[i]), score)
    return [said[int(row)] for row in rows]


def _words(example: Example, start: int, end: int, tokenizer: object) -> str:
    encoding = tokenizer.encode(example.first, example.prefix + example.passage)  # type: ignore[attr-defined]
    shift = len(example.prefix)
    return example.passage[encoding.offsets[start][0] - shift : encoding.offsets[end][1] - shift]
