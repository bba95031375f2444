"""Forward and backward in bfloat16, weights and optimiser in float32, shared by processes.

Plain autocast copies every weight and activation at each use, which on CPUs costs more than the
multiplications that it speeds up (measured: 2.5 times slower than this).
"""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import distributed, nn

from assistant.reader.train.model import ReaderModel

_NO_DECAY = ("bias", "LayerNorm.weight")


class MixedPrecision:
    """A bfloat16 working copy of `model`, whose own float32 weights the optimiser moves.

    Layer norms and heads stay float32 in the copy: a bfloat16 step near 1 is 1/128.
    """

    def __init__(self, model: ReaderModel, weight_decay: float) -> None:
        self.model = model
        self.working = copy.deepcopy(model)
        self.working.encoder.to(torch.bfloat16)
        for module in self.working.encoder.modules():
            if isinstance(module, nn.LayerNorm):
                module.float()
        pairs = [
            (weight, work)
            for weight, work in zip(model.parameters(), self.working.parameters(), strict=True)
            if weight.requires_grad
        ]
        # All gradients in one vector, and one place more: what the processes agree on besides.
        self._flat = torch.zeros(sum(weight.numel() for weight, _ in pairs) + 1)
        self._trained: list[tuple[nn.Parameter, nn.Parameter, torch.Tensor]] = []
        at = 0
        for weight, work in pairs:
            weight.grad = gradient = self._flat[at : at + weight.numel()].view_as(weight)
            self._trained.append((weight, work, gradient))
            at += weight.numel()
        named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        groups = [
            {"params": [p for n, p in named if not n.endswith(_NO_DECAY)],
             "weight_decay": weight_decay},
            {"params": [p for n, p in named if n.endswith(_NO_DECAY)], "weight_decay": 0.0},
        ]  # fmt: skip
        self.optimizer = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), fused=True)

    def step(self, learning_rate: float, clip: float, elapsed: float) -> float:
        """Move the weights by the working copy's gradients, averaged over the processes.

        Gives the mean of their `elapsed`, so that all follow one schedule.
        """
        for _, work, gradient in self._trained:
            if work.grad is None:
                gradient.zero_()
            else:
                gradient.copy_(work.grad)
            work.grad = None
        self._flat[-1] = elapsed
        if distributed.is_initialized():
            distributed.all_reduce(self._flat)
            self._flat /= distributed.get_world_size()
        nn.utils.clip_grad_norm_([weight for weight, _, _ in self._trained], clip)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate
        self.optimizer.step()
        self.refresh()
        return float(self._flat[-1])

    def refresh(self) -> None:
        """Copy the weights into the working copy."""
        with torch.no_grad():
            for weight, work, _ in self._trained:
                work.copy_(weight)

    def state(self) -> dict[str, Any]:
        return {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.refresh()
