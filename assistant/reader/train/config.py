"""The one configuration file of a training run."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

DEFAULT = Path(__file__).with_name("train.toml")


class TrainConfig(BaseModel):
    """Every knob of a run; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path = Field(description="folder with qa.jsonl.gz and nli.jsonl.gz")
    work: Path = Field(description="checkpoints, tokenised examples and logs; outside the tree")
    seed: int = 20151017
    processes: int = Field(
        default=2,
        description="that share the batches; they wait for each other once a step, "
        "where threads do many times: three times faster on a machine that does other work too",
    )
    threads: int = Field(default=1, description="of each process")
    budget_minutes: float = Field(
        default=0, description="end the schedule by then; 0: after `epochs`, however long"
    )
    epochs: float = 1.0
    steps: int = Field(default=0, description="end after so many, whatever `epochs`; 0: by those")
    tokens_per_batch: int = Field(default=2048, description="of each process")
    lengths: tuple[int, ...] = (32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 256)
    learning_rate: float = 1e-4
    start: Path | None = Field(
        default=None, description="weights of an earlier run to begin from, not MiniLM's alone"
    )
    dropout: float = Field(default=0.0, description="of hidden states; 0.1 costs a tenth of speed")
    warmup: float = 0.04
    weight_decay: float = 0.01
    clip: float = 1.0
    checkpoint_minutes: float = 4.0
    evaluate_minutes: float = 12.0
    quick_examples: int = Field(default=1500, description="development examples of a quick look")
    qamr_per_sentence: int = 14
    native_unanswerable_copies: int = 2
    mined_negatives: float = Field(default=0.45, description="share of questions that get one")
    deleted_negatives: float = Field(default=0.22, description="answer's sentence taken out")
    turned_negatives: float = Field(
        default=0.0, description="share of questions asked again with one detail changed"
    )
    stance_passes: int = Field(default=2, description="draws of pairs from every sentence")
    stance_pairs: int = Field(default=45_000, description="pairs made from sentences, at most")
    keep: dict[str, float] = Field(
        default={}, description="share of the training examples kept, by how tag or group begins"
    )
    dev_percent: int = 6
    dev_percent_articles: int = Field(default=20, description="of SQuAD's few, long articles")

    @classmethod
    def load(cls, path: Path | None = None) -> TrainConfig:
        """Read a TOML file; `~` in paths is the home folder."""
        values = tomllib.loads((path or DEFAULT).read_text(encoding="utf-8"))
        for key in {"data", "work", "start"} & values.keys():
            values[key] = Path(values[key]).expanduser()
        return cls(**values)
