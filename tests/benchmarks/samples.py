"""The sample articles and thirty questions: small, but all of it can be read here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.asking.assistant import Assistant
from assistant.evaluating.cases import read_cases
from assistant.evaluating.measuring import evaluate
from index.opened import Index
from tests.benchmarks.places import ROOT

CORPUS = ROOT / "corpus" / "articles"
FILE = Path(__file__).with_name("samples.jsonl")


def measure(
    index: Index,
    assistant: Assistant,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set, over an index of `CORPUS`."""
    run = evaluate(read_cases(FILE)[:limit], assistant.ask, index.text, progress=progress)
    return {
        "figures": {"answers": run.measures.model_dump()},
        "rows": [row.model_dump() for row in run.rows],
    }
