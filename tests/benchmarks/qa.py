"""The reader alone, on examples whose articles training never saw, each with its one passage.

Questions with and without an answer in the passage, stances of claims, and the time of reading
twenty passages; the same examples at every run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from assistant.reader.base import Reader
from assistant.reader.train.figures import Predicted, f1, qa_figures, stance_figures
from assistant.reader.train.records import QA, Example
from tests.benchmarks.notebook import Notebook
from tests.benchmarks.reader_figures import held_back, latency, predicted

QUESTIONS = "training/qa.jsonl.gz"
SAMPLE = 3000


def measure(
    reader: Reader,
    notes: Notebook,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set."""
    examples = held_back(limit or SAMPLE)
    said = []
    for number, example in enumerate(examples, 1):
        make = partial(_said, reader, example)
        noted = notes.recall("qa", reader.name, str(number), example.first, make=make)
        said.append(Predicted(**noted | {"stance": tuple(noted["stance"])}))
        progress(number, len(examples))
    squad = [n for n, each in enumerate(examples) if _plain_squad(each)]
    return {
        "figures": {
            "questions": qa_figures(examples, said),
            "squad_articles": qa_figures([examples[n] for n in squad], [said[n] for n in squad]),
            "stances": stance_figures(examples, said),
            "milliseconds_for_20_passages": latency(reader, examples),
        },
        "rows": [
            _row(number, example, each)
            for number, (example, each) in enumerate(zip(examples, said, strict=True))
        ],
    }


def _said(reader: Reader, example: Example) -> dict[str, Any]:
    return asdict(predicted(reader, example))


def _plain_squad(example: Example) -> bool:
    """A question of SQuAD 2.0 with a passage that its authors gave it."""
    return example.group.startswith("squad2") and example.tag in ("qa", "native")


def _row(number: int, example: Example, said: Predicted) -> dict[str, Any]:
    row = {"id": number, "tag": example.tag, "label": example.label}
    if example.kind != QA:
        place = max(range(3), key=lambda label: said.stance[label])
        return row | {"right": float(place == example.label)}
    if not example.label:
        return row | {"answerable": said.answerable}
    wanted = example.passage[example.start : example.end]
    return row | {"answerable": said.answerable, "f1": f1(said.text, wanted)}
