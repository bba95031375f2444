"""What each training process does."""

from __future__ import annotations

import json
from pathlib import Path

from torch import distributed

from assistant.reader.train.config import TrainConfig
from assistant.reader.train.loop import Training
from assistant.reader.train.prepare import prepare


def work(rank: int, config: TrainConfig, rendezvous: Path) -> None:
    """One of the processes that train; the first one reports, saves and measures."""
    if config.processes > 1:
        distributed.init_process_group(
            "gloo", init_method=f"file://{rendezvous}", rank=rank, world_size=config.processes
        )
    ready = prepare(config)
    training = Training(config, ready.train, ready.dev, ready.dev_examples, ready.tokenizer, rank)
    resumed = training.resume()
    if rank == 0:
        print(f"{'resumed' if resumed else 'begun'}: {training.step} of {training.total} steps")
    training.run()
    if rank == 0:
        figures = training.measure(quick=False)
        (config.work / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
