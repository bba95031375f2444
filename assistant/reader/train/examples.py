"""All examples of a split, tokenised once and kept in one file."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.reader.train.config import TrainConfig
from assistant.reader.train.qa_examples import qa_examples
from assistant.reader.train.records import QA, Context, Example, Question, share
from assistant.reader.train.sources import is_dev, load_questions
from assistant.reader.train.stance_pairs import PairMaker, nli_examples

if TYPE_CHECKING:
    from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class Encoded:
    """Examples as flat token ids. `bounds[i]:bounds[i+1]` are example i's; `second` and `text` are
    where its second segment and the passage itself begin in it; `start`, `end` are token places
    (inclusive; 0, the [CLS], for what does not answer)."""

    ids: npt.NDArray[np.uint16]
    bounds: npt.NDArray[np.int64]
    second: npt.NDArray[np.int16]
    text: npt.NDArray[np.int16]
    start: npt.NDArray[np.int16]
    end: npt.NDArray[np.int16]
    kind: npt.NDArray[np.int8]
    label: npt.NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.kind)

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        return np.diff(self.bounds)

    def save(self, path: Path) -> None:
        beside = path.with_suffix(".part.npz")
        np.savez(beside, **{name: getattr(self, name) for name in self.__slots__})
        beside.rename(path)

    @classmethod
    def load(cls, path: Path) -> Encoded:
        with np.load(path) as stored:
            return cls(**{name: stored[name] for name in cls.__slots__})


def make_examples(config: TrainConfig, dev: bool) -> list[Example]:
    """Every example of the training or the development split, shuffled."""
    if dev:
        # Figures stay those of the questions that people asked.
        config = config.model_copy(
            update={"native_unanswerable_copies": 1, "turned_negatives": 0.0}
        )
    contexts, questions = _split(*load_questions(config), config, dev)
    made = qa_examples(contexts, questions, config)
    pairs: list[Example] = []
    for turn in range(1 if dev else config.stance_passes):
        maker = PairMaker(contexts, config.seed + turn)
        pairs += maker.from_sentences() + maker.from_questions(contexts, questions)
    random.Random(config.seed).shuffle(pairs)
    made += pairs[: config.stance_pairs]
    made += nli_examples(config, maker.contexts, dev)
    if not dev:
        made = [example for example in made if _kept(example, config)]
    random.Random(config.seed).shuffle(made)
    return made


def _kept(example: Example, config: TrainConfig) -> bool:
    names = (example.tag, example.group)
    shares = [part for key, part in config.keep.items() if any(n.startswith(key) for n in names)]
    return share(example.first + example.passage, "keep") < min(shares, default=1.0)


def counts(examples: list[Example]) -> dict[str, int]:
    """How many examples of each tag."""
    return dict(Counter(example.tag for example in examples).most_common())


def _split(
    contexts: list[Context], questions: list[Question], config: TrainConfig, dev: bool
) -> tuple[list[Context], list[Question]]:
    kept = [i for i, c in enumerate(contexts) if is_dev(c.group, c.source, config) == dev]
    place = {old: new for new, old in enumerate(kept)}
    return [contexts[i] for i in kept], [
        Question(q.text, place[q.context], q.answer, q.start)
        for q in questions
        if q.context in place
    ]


def encode(
    examples: list[Example], tokenizer: Tokenizer, longest: int
) -> tuple[Encoded, list[int]]:
    """Tokenise; examples whose answer the length would cut off are left out. Also gives which
    examples were kept. `tokenizer` is a tokenizers.Tokenizer without padding or truncation."""
    ids: list[npt.NDArray[np.uint16]] = []
    columns: list[tuple[int, ...]] = []
    kept = []
    pairs = [(e.first, e.prefix + e.passage) for e in examples]
    encodings = tokenizer.encode_batch(pairs)
    for index, (example, encoding) in enumerate(zip(examples, encodings, strict=True)):
        second = encoding.type_ids.index(1)
        shift = len(example.prefix)
        offsets = encoding.offsets
        tokens = encoding.ids
        if len(tokens) > longest:
            tokens = [*tokens[: longest - 1], tokens[-1]]
        last = len(tokens) - 1
        text = next((i for i in range(second, last) if offsets[i][0] >= shift), last)
        start = end = 0
        if example.kind == QA and example.label:
            inside = [
                i for i in range(text, last)
                if offsets[i][0] < example.end + shift and offsets[i][1] > example.start + shift
            ]  # fmt: skip
            if not inside or offsets[inside[-1]][1] < example.end + shift:
                continue
            start, end = inside[0], inside[-1]
        ids.append(np.asarray(tokens, dtype=np.uint16))
        columns.append((second, text, start, end, example.kind, example.label))
        kept.append(index)
    bounds = np.concatenate([[0], np.cumsum([len(row) for row in ids])]).astype(np.int64)
    second, text, start, end, kind, label = np.asarray(columns).T
    return Encoded(
        np.concatenate(ids), bounds, second.astype(np.int16), text.astype(np.int16),
        start.astype(np.int16), end.astype(np.int16), kind.astype(np.int8), label.astype(np.int8),
    ), kept  # fmt: skip
