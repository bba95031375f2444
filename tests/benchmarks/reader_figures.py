"""`python -m tests.benchmarks.reader_figures`: readers on articles that training never saw.

Question answering with and without unanswerable questions, AUROC of answerability, stances on
public pairs and on pairs with one number, date or name altered, and the time of reading twenty
passages; all readers on the same examples.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.reader.base import Reader, Reading
from assistant.reader.loading import load_reader
from assistant.reader.train.config import TrainConfig
from assistant.reader.train.examples import make_examples
from assistant.reader.train.figures import Predicted, qa_figures, stance_figures
from assistant.reader.train.records import QA, Example
from assistant.reader.train.text import sentences
from tests.benchmarks.places import bench_folder

PASSAGES, WORDS, ROUNDS = 20, 110, 40


def held_back(count: int) -> list[Example]:
    """The first `count` development examples, in their shuffled, fixed order."""
    config = TrainConfig.load().model_copy(update={"data": bench_folder() / "training"})
    return make_examples(config, dev=True)[:count]


def reading(example: Example) -> Reading:
    """The passage as it comes at run time; its title and date are in the title's place."""
    return Reading(
        example.passage, example.prefix.removesuffix(" | "), None, sentences(example.passage)
    )


def predicted(reader: Reader, example: Example) -> Predicted:
    """What `reader` says of one example."""
    if example.kind != QA:
        stance = reader.judge(example.first, [reading(example)])[0]
        return Predicted(stance=(stance.supports, stance.refutes, stance.neutral))
    result = reader.read(example.first, [reading(example)])[0]
    if not result.spans:
        return Predicted("", result.answerable, -30.0)
    best = result.spans[0]
    return Predicted(example.passage[best.start : best.end], result.answerable, best.score)


def latency(reader: Reader, examples: Sequence[Example]) -> dict[str, float]:
    """Milliseconds of reading 20 passages of about 110 words, warm."""
    words = " ".join(example.passage for example in examples if example.kind == QA).split()
    texts = [" ".join(words[i : i + WORDS]) for i in range(0, PASSAGES * WORDS, WORDS)]
    readings = [Reading(text, sentences=sentences(text)) for text in texts]
    questions = [example.first for example in examples if example.kind == QA][:ROUNDS]
    reader.read(questions[0], readings)
    taken = []
    for question in questions:
        began = time.perf_counter()
        reader.read(question, readings)
        taken.append(1000 * (time.perf_counter() - began))
    return {
        "p50": round(statistics.median(taken), 1),
        "p95": round(statistics.quantiles(taken, n=20)[-1], 1),
        "best": round(min(taken), 1),
    }


def measure(name: str, examples: Sequence[Example]) -> dict[str, Any]:
    """All figures of the reader that `name` means."""
    began = time.perf_counter()
    reader = load_reader(name)
    loaded = time.perf_counter() - began
    said = [predicted(reader, example) for example in examples]
    squad = [
        i
        for i, example in enumerate(examples)
        if example.group.startswith("squad2") and example.tag in ("qa", "native")
    ]
    return {
        "reader": reader.name,
        "qa": qa_figures(examples, said),
        "squad_articles": qa_figures([examples[i] for i in squad], [said[i] for i in squad]),
        "stance": stance_figures(examples, said),
        "milliseconds_for_20_passages": latency(reader, examples),
        "seconds_to_load": round(loaded, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.reader_figures", description=__doc__
    )
    parser.add_argument("readers", nargs="*", default=["trained", "rules"])
    parser.add_argument("--count", type=int, default=3000, help="examples")
    parser.add_argument("--out", type=Path, help="also write the figures to this JSON file")
    options = parser.parse_args()
    examples = held_back(options.count)
    found = [measure(name, examples) for name in options.readers]
    text = json.dumps(found, indent=1)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
