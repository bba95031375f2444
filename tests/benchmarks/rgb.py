"""RGB's English facts, three ways: with noise, with nothing but noise, with falsified copies.

With noise the answer must come, with noise alone a refusal, and with falsified copies beside the
true documents both values, marked as differing: a falsified copy is noticed when its value is a
finding of its own that does not agree with the true one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from assistant.answer import Answer
from assistant.asking.assistant import Assistant
from assistant.evaluating.scores import holds, share
from assistant.request import Request
from index.opened import Index
from tests.benchmarks.narrowing import Narrowed, over
from tests.benchmarks.places import rows

QUESTIONS = "rgb/en_fact.jsonl.gz"
# How many documents of each kind a question sees: five, as in the paper.
MIXES = {
    "noise": {"positive": 2, "negative": 3},
    "only_noise": {"negative": 5},
    "falsified": {"positive": 2, "positive_wrong": 2, "negative": 1},
}
_KINDS = ("positive", "positive_wrong", "negative")


def articles() -> Iterator[dict[str, Any]]:
    """Every document as an article of its own outlet, by which a question sees only its own."""
    for row in rows(QUESTIONS):
        for kind in _KINDS:
            for n, text in enumerate(row[kind][:5]):
                outlet = _outlet(row, kind, n)
                yield {"id": outlet, "outlet": outlet, "title": outlet, "text": text}


def _outlet(row: dict[str, Any], kind: str, n: int) -> str:
    return f"document {row['id']}-{kind}-{n}"


def _answers(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for each in value for text in _answers(each)]


def measure(
    index: Index,
    assistant: Assistant,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set, over an index of `articles()`."""
    asked = list(rows(QUESTIONS))[:limit]
    done: dict[str, list[dict[str, Any]]] = {mix: [] for mix in MIXES}
    for number, row in enumerate(asked, 1):
        for mix, counts in MIXES.items():
            outlets = tuple(
                _outlet(row, kind, n)
                for kind, most in counts.items()
                for n in range(min(most, len(row[kind])))
            )
            hole = Narrowed(index, outlets=outlets)
            answer = over(hole, assistant).ask(Request(question=row["query"]))
            done[mix].append(_scored(row, answer))
        progress(number, len(asked))
    figures = {
        "questions": len(asked),
        "noise_right": share([r["first_right"] for r in done["noise"]]),
        "only_noise_refused": share([r["abstained"] for r in done["only_noise"]]),
        "falsified_right_first": share([r["first_right"] for r in done["falsified"]]),
        "falsified_both_shown": share([r["both"] for r in done["falsified"]]),
        "falsified_noticed": share([r["noticed"] for r in done["falsified"]]),
    }
    return {"figures": figures, "rows": [r | {"mix": mix} for mix in MIXES for r in done[mix]]}


def _scored(row: dict[str, Any], answer: Answer) -> dict[str, Any]:
    shown = [finding.text for finding in answer.findings]
    true, false = _answers(row["answer"]), _answers(row["fakeanswer"])
    everything = " | ".join(shown)
    return {
        "id": row["id"],
        "question": row["query"],
        "shown": shown,
        "abstained": float(answer.abstained),
        "first_right": float(bool(shown) and holds(shown[0], true)),
        "both": float(holds(everything, true) and holds(everything, false)),
        "noticed": float(set_against(answer, true, false)),
    }


def set_against(answer: Answer, true: list[str], false: list[str]) -> bool:
    """Whether a finding with a true value and another with a false one are shown as at odds."""
    odds = [finding for finding in answer.findings if finding.relation != "agrees"]
    right = [finding for finding in odds if holds(finding.text, true)]
    wrong = [finding for finding in odds if holds(finding.text, false)]
    return any(one is not other for one in right for other in wrong)
