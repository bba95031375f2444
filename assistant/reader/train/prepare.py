"""Examples ready to train on: made once, tokenised, and kept in the working folder."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from assistant.reader.train.config import TrainConfig
from assistant.reader.train.examples import Encoded, counts, encode, make_examples
from assistant.reader.train.model import minilm_folder
from assistant.reader.train.records import Example

# What changes the examples; the rest of the configuration may change between runs.
_SHAPING = (
    "seed", "lengths", "qamr_per_sentence", "native_unanswerable_copies", "mined_negatives",
    "deleted_negatives", "turned_negatives", "stance_passes", "stance_pairs", "keep", "dev_percent",
    "dev_percent_articles",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ready:
    """Both splits tokenised; the development examples also as text."""

    train: Encoded
    dev: Encoded
    dev_examples: list[Example]
    tokenizer: Any


def prepare(config: TrainConfig) -> Ready:
    """Make or load the examples. Training's are kept under a name that their settings give."""
    dev, dev_examples, tokenizer = development(config)
    settings = json.dumps({name: getattr(config, name) for name in _SHAPING})
    path = config.work / f"examples-{hashlib.sha256(settings.encode()).hexdigest()[:12]}.npz"
    if path.is_file():
        return Ready(Encoded.load(path), dev, dev_examples, tokenizer)
    made = make_examples(config, dev=False)
    train, _ = encode(made, tokenizer, config.lengths[-1])
    train.save(path)
    mix = {"train": counts(made), "dev": counts(dev_examples), "tokens": int(train.bounds[-1])}
    (config.work / "mix.json").write_text(json.dumps(mix, indent=1), encoding="utf-8")
    print(json.dumps(mix, indent=1), flush=True)
    return Ready(train, dev, dev_examples, tokenizer)


def development(config: TrainConfig) -> tuple[Encoded, list[Example], Any]:
    """The development examples, tokenised and as text, and the tokenizer."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    made = make_examples(config, dev=True)
    encoded, kept = encode(made, tokenizer, config.lengths[-1])
    return encoded, [made[i] for i in kept], tokenizer
