"""RAMDocs: ambiguous questions with right, wrong and noisy documents.

A reply is right, as in the paper, when all right answers stand in it and no wrong one. The reply
is the texts of the findings; a product that shows what the sources say, wrong ones included, and
marks them as differing must lose here, so the figures say how often it does which. Many answers
are worded as a sentence has them ("About 50,000", "3,559 people"): `right_by_value` compares
numbers and dates as values instead of as strings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from assistant.asking.assistant import Assistant
from assistant.evaluating.scores import holds, share
from assistant.request import Request
from assistant.values.compare import compare
from assistant.values.dates import find_dates
from assistant.values.numbers import find_numbers
from index.opened import Index
from tests.benchmarks.narrowing import Narrowed, over
from tests.benchmarks.places import rows

QUESTIONS = "ramdocs/questions.jsonl.gz"


def articles() -> Iterator[dict[str, Any]]:
    """Every document as an article of its own outlet, by which a question sees only its own."""
    for number, row in enumerate(rows(QUESTIONS)):
        for outlet, document in zip(_outlets(number, row), row["documents"], strict=True):
            yield {"id": outlet, "outlet": outlet, "title": outlet, "text": document["text"]}


def _outlets(number: int, row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(f"document {number}-{n}" for n in range(len(row["documents"])))


def measure(
    index: Index,
    assistant: Assistant,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set, over an index of `articles()`."""
    asked = list(rows(QUESTIONS))[:limit]
    done = []
    for number, row in enumerate(asked):
        hole = Narrowed(index, outlets=_outlets(number, row))
        answer = over(hole, assistant).ask(Request(question=row["question"]))
        shown = [finding.text for finding in answer.findings]
        right = right_by_value(shown, row["gold_answers"], row["wrong_answers"])
        gold = [holds(" | ".join(shown), [each]) for each in row["gold_answers"]]
        wrong = [holds(" | ".join(shown), [each]) for each in row["wrong_answers"]]
        done.append(
            {
                "id": number,
                "question": row["question"],
                "shown": shown,
                "right": float(all(gold) and not any(wrong)),
                "right_by_value": float(right),
                "all_gold": float(all(gold)),
                "gold_share": sum(gold) / len(gold),
                "any_wrong": float(any(wrong)),
                "wrong_given": bool(wrong),
                "first_right": float(bool(shown) and holds(shown[0], row["gold_answers"])),
                "abstained": float(answer.abstained),
            }
        )
        progress(number + 1, len(asked))
    named = (
        "right",
        "right_by_value",
        "all_gold",
        "gold_share",
        "any_wrong",
        "first_right",
        "abstained",
    )
    return {
        "figures": {"questions": len(done)} | {k: share([r[k] for r in done]) for k in named},
        "rows": done,
    }


def right_by_value(shown: list[str], gold: list[str], wrong: list[str]) -> bool:
    """The same as `right`, where a number or date need not be worded alike."""
    given = [any(_same(text, each) for text in shown) for each in gold]
    return all(given) and not any(_same(text, each) for text in shown for each in wrong)


def _same(text: str, answer: str) -> bool:
    if holds(text, [answer]):
        return True
    for find in (lambda text: find_dates(text, None), find_numbers):
        said, wanted = find(text), find(answer)
        if wanted:
            return len(wanted) == 1 and any(compare(one, wanted[0]) != "differs" for one in said)
    return False
