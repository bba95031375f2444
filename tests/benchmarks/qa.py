"""The reader alone: questions that training held back, each with the one passage it was asked of.

Rows of SQuADShifts, QAMR and SQuAD, the same sample at every run. `knows_no_answer` is the area
under the ROC curve for telling passages without an answer from those with one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from assistant.evaluating.scores import exact_match, share, token_f1
from assistant.reader.base import Reader, Reading
from assistant.reader.train.config import TrainConfig
from assistant.reader.train.records import Context, Question
from assistant.reader.train.records import share as drawn
from assistant.reader.train.sources import is_dev, load_questions
from tests.benchmarks.places import bench_folder

QUESTIONS = "training/qa.jsonl.gz"
SAMPLE = 600


def sample(count: int) -> list[tuple[Context, Question]]:
    """`count` held-back questions with their contexts, drawn by hash."""
    config = TrainConfig.load().model_copy(update={"data": bench_folder() / "training"})
    contexts, questions = load_questions(config)
    held = [
        (contexts[question.context], question)
        for question in questions
        if is_dev(contexts[question.context].group, contexts[question.context].source, config)
    ]
    return sorted(held, key=lambda pair: drawn(pair[1].text + pair[0].text, "eval"))[:count]


def measure(
    reader: Reader,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set, by the source of the question."""
    pairs = sample(limit or SAMPLE)
    done: list[dict[str, Any]] = []
    for number, (context, question) in enumerate(pairs, 1):
        reading = Reading(context.text, context.title, None, context.sentences)
        result = reader.read(question.text, [reading])[0]
        best = result.spans[0] if result.spans else None
        said = context.text[best.start : best.end] if best else ""
        done.append(
            {
                "source": context.source,
                "question": question.text,
                "answer": question.answer,
                "said": said,
                "answerable": result.answerable,
                "says": question.start >= 0,
                "exact": exact_match(said, [question.answer]),
                "f1": token_f1(said, [question.answer]),
            }
        )
        progress(number, len(pairs))
    by_source = defaultdict(list)
    for row in done:
        if row["says"]:
            by_source[row["source"]].append(row)
    return {
        "figures": {
            "questions": len(done),
            "knows_no_answer": _roc(done),
            "best_span": {
                source: {
                    "questions": len(rows),
                    "exact_match": share([row["exact"] for row in rows]),
                    "f1": share([row["f1"] for row in rows]),
                }
                for source, rows in sorted(by_source.items())
            },
        },
        "rows": done,
    }


def _roc(done: list[dict[str, Any]]) -> float | None:
    from sklearn.metrics import roc_auc_score

    says = [row["says"] for row in done]
    if len(set(says)) < 2:
        return None
    return float(roc_auc_score(says, [row["answerable"] for row in done]))
