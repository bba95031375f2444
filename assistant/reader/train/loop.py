"""The training loop: resumes, keeps to its time, saves and measures as it goes."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from assistant.reader.train.batches import Batch, batch, plan
from assistant.reader.train.config import TrainConfig
from assistant.reader.train.examples import Encoded
from assistant.reader.train.figures import qa_figures, stance_figures
from assistant.reader.train.mixed import MixedPrecision
from assistant.reader.train.model import Outputs, fresh_model
from assistant.reader.train.predict import predict
from assistant.reader.train.records import QA, Example

_REPORT_SECONDS = 20.0


def loss_of(out: Outputs, b: Batch) -> torch.Tensor:
    """Spans and answerability for questions, cross entropy for stances; means over the batch."""
    if b.kind != QA:
        return functional.cross_entropy(out.stance, b.label)
    hidden = ~b.allowed
    start = functional.cross_entropy(out.start.masked_fill(hidden, -1e4), b.start)
    end = functional.cross_entropy(out.end.masked_fill(hidden, -1e4), b.end)
    answer = functional.binary_cross_entropy_with_logits(out.answer, b.label.to(out.answer.dtype))
    return (start + end) / 2 + answer


class Training:
    """One run, from the start or from its last checkpoint."""

    def __init__(
        self, config: TrainConfig, train: Encoded, dev: Encoded, dev_examples: list[Example],
        tokenizer: object, rank: int = 0,
    ) -> None:  # fmt: skip
        torch.set_num_threads(config.threads)
        self.rank, self.world = rank, config.processes
        self.config, self.train, self.dev = config, train, dev
        self.dev_examples, self.tokenizer = dev_examples, tokenizer
        model = fresh_model(config.seed, config.dropout)
        if config.start:
            model.load_state_dict(torch.load(config.start, weights_only=True))
        self.mixed = MixedPrecision(model, config.weight_decay)
        torch.manual_seed(config.seed + rank)  # each process drops other states
        self.step = self.seen = 0
        self.elapsed = 0.0
        self.per_epoch = len(self._plan(0)) // self.world
        self.total = config.steps or int(self.per_epoch * config.epochs)
        self.path = config.work / "checkpoint.pt"

    def resume(self) -> bool:
        """Go on from the last checkpoint, if there is one."""
        if not self.path.is_file():
            return False
        state = torch.load(self.path, weights_only=True)
        self.mixed.restore(state)
        self.step, self.seen, self.elapsed = state["step"], state["seen"], state["elapsed"]
        return True

    def progress(self) -> float:
        """How much of the schedule is over, by steps or by time, whichever is further."""
        budget = 60 * self.config.budget_minutes
        return max(self.step / self.total, self.elapsed / budget if budget else 0.0)

    def learning_rate(self) -> float:
        done, warmup = min(1.0, self.progress()), self.config.warmup
        factor = done / warmup if done < warmup else (1 - done) / (1 - warmup)
        return self.config.learning_rate * max(factor, 0.02)

    def run(self) -> None:
        """Train until the schedule ends, then save the weights alone as `reader.pt`."""
        last = saved = measured = reported = time.monotonic()
        losses: dict[int, list[float]] = {0: [], 1: []}
        tokens = 0
        while self.progress() < 1:
            epoch, place = divmod(self.step, self.per_epoch)
            if place == 0 or "order" not in locals():
                order = self._plan(epoch)
            b = batch(self.train, order[place * self.world + self.rank], self.config.lengths)
            losses[b.kind].append(self._one(b))
            now = time.monotonic()
            self.elapsed, last = self.elapsed + now - last, now
            tokens += b.input_ids.numel() * self.world
            if self.rank:
                continue
            if now - reported > _REPORT_SECONDS:
                self._report(losses, tokens / (now - reported))
                losses, tokens, reported = {0: [], 1: []}, 0, now
            if now - saved > 60 * self.config.checkpoint_minutes:
                self.save()
                saved = now
            if now - measured > 60 * self.config.evaluate_minutes:
                self.measure(quick=True)
                measured = time.monotonic()
        if self.rank:
            return
        self.save()
        beside = self.config.work / "reader.pt.part"
        torch.save(self.mixed.model.state_dict(), beside)
        beside.replace(self.config.work / "reader.pt")

    def _one(self, b: Batch) -> float:
        self.mixed.working.train()
        out = self.mixed.working(b.input_ids, b.attention_mask, b.token_type_ids)
        loss = loss_of(out, b)
        loss.backward()  # type: ignore[no-untyped-call]
        self.elapsed = self.mixed.step(self.learning_rate(), self.config.clip, self.elapsed)
        self.step += 1
        self.seen += len(b.rows) * self.world
        return float(loss.detach())

    def _plan(self, epoch: int) -> list[np.ndarray]:
        config = self.config
        return plan(self.train, config.tokens_per_batch, config.lengths, config.seed + epoch)

    def _report(self, losses: dict[int, list[float]], speed: float) -> None:
        done = self.progress()
        left = self.elapsed / done * (1 - done) / 60 if done else float("nan")
        qa, stance = (float(np.mean(losses[k])) if losses[k] else float("nan") for k in (0, 1))
        print(
            f"{time.strftime('%H:%M:%S')} step {self.step}/{self.total} examples {self.seen} "
            f"loss qa {qa:.3f} stance {stance:.3f} lr {self.learning_rate():.1e} "
            f"{speed:.0f} tokens/s, {100 * done:.1f} % done, {left:.0f} min left",
            flush=True,
        )

    def save(self) -> None:
        """Write the checkpoint beside the old one, then take its place."""
        state = {**self.mixed.state(), "step": self.step, "seen": self.seen,
                 "elapsed": self.elapsed}  # fmt: skip
        beside = self.path.with_suffix(".part")
        torch.save(state, beside)
        beside.replace(self.path)

    def measure(self, quick: bool) -> dict[str, Any]:
        """Figures on the development split (a part of it), appended to `figures.jsonl`."""
        began = time.monotonic()
        count = min(self.config.quick_examples, len(self.dev)) if quick else len(self.dev)
        rows = np.arange(count)
        self.mixed.working.eval()
        said = predict(
            self.mixed.working,
            self.dev,
            self.dev_examples,
            self.tokenizer,
            rows,
            self.config.lengths,
        )
        shown = self.dev_examples[:count]
        qa, stance = qa_figures(shown, said), stance_figures(shown, said)
        figures = {
            "step": self.step,
            "examples": self.seen,
            "minutes": round(self.elapsed / 60, 1),
            "qa": qa,
            "stance": stance,
        }
        with Path(self.config.work / "figures.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(figures) + "\n")
        print(f"development: F1 {qa['f1_answerable']} answerable, {qa['f1_all']} all, AUROC "
              f"{qa['auroc']} {qa['auroc_by_kind']}, stance {stance['accuracy']} "
              f"({time.monotonic() - began:.0f} s)", flush=True)  # fmt: skip
        return figures
