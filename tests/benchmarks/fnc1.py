"""Headlines of the Fake News Challenge with articles that agree and articles that disagree.

A headline checked against the agreeing articles alone should be supported, against the
disagreeing ones refuted, against both conflicting. Each quote's stance is held against the label
of its article; a body may say more than its label, so that figure has a ceiling below 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from assistant.answer import StanceQuote
from assistant.asking.assistant import Assistant
from assistant.evaluating.scores import share
from index.opened import Index
from tests.benchmarks.labels import label_figures
from tests.benchmarks.narrowing import Narrowed, over
from tests.benchmarks.places import rows

QUESTIONS = "fnc1_conflicts/headlines.jsonl.gz"
WANTED = {
    ("agree",): "supported",
    ("disagree",): "refuted",
    ("agree", "disagree"): "conflicting",
}
_STANCE = {"agree": "supports", "disagree": "refutes"}


def articles() -> Iterator[dict[str, Any]]:
    """Every body as an article whose outlet names its headline and its label."""
    for number, row in enumerate(rows(QUESTIONS)):
        for outlet, body in zip(_outlets(number, row), row["bodies"], strict=True):
            yield {"id": outlet, "outlet": outlet, "title": outlet, "text": body["text"]}


def _outlets(number: int, row: dict[str, Any]) -> list[str]:
    return [f"body {number}-{n}-{body['stance']}" for n, body in enumerate(row["bodies"])]


def measure(
    index: Index,
    assistant: Assistant,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set, over an index of `articles()`."""
    headlines = list(rows(QUESTIONS))[:limit]
    done: list[dict[str, Any]] = []
    stances: list[tuple[str, str]] = []
    for number, row in enumerate(headlines):
        for labels, wanted in WANTED.items():
            outlets = [o for o in _outlets(number, row) if o.rsplit("-", 1)[1] in labels]
            if not outlets:
                continue
            hole = Narrowed(index, outlets=tuple(outlets))
            claim = over(hole, assistant).check(row["headline"]).claims[:1]
            verdict = claim[0].verdict if claim else "not_enough_info"
            quotes = claim[0].quotes if claim else ()
            stances += _stances(index, quotes)
            done.append({"id": number, "wanted": wanted, "verdict": verdict})
        progress(number + 1, len(headlines))
    right = [row["wanted"] for row in done]
    figures = label_figures(right, [row["verdict"] for row in done])
    took_sides = [pair for pair in stances if "neutral" not in pair]
    return {
        "figures": figures
        | {
            "conflicts_seen": share(
                [float(r["verdict"] == "conflicting") for r in done if r["wanted"] == "conflicting"]
            ),
            "stance_of_quotes": label_figures(*zip(*took_sides, strict=True)) if took_sides else {},
        },
        "rows": done,
    }


def _stances(index: Index, quotes: tuple[StanceQuote, ...]) -> list[tuple[str, str]]:
    """(stance of the article by its label, stance of the quote) for each quote."""
    pairs = []
    for quote in quotes:
        label = (quote.outlet or "").rsplit("-", 1)[-1]
        if label in _STANCE:
            pairs.append((_STANCE[label], quote.stance))
    return pairs
