"""WiCE: claims of Wikipedia with the page that they cite, and which of its sentences support them.

A claim counts as supported only when the whole of it is; what a page supports in part is not. A
verdict's quotes hit when one overlaps a sentence that the annotators marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from assistant.asking.assistant import Assistant
from assistant.evaluating.scores import normal, share
from index.opened import Index
from tests.benchmarks.labels import label_figures
from tests.benchmarks.narrowing import Narrowed, over
from tests.benchmarks.places import rows

QUESTIONS = "wice/claim_dev.jsonl.gz"


def articles() -> Iterator[dict[str, Any]]:
    """Every cited page as an article of its own outlet, by which a claim sees only its own."""
    for number, row in enumerate(rows(QUESTIONS)):
        outlet = f"page {number}"
        text = "\n".join(line for line in row["evidence"] if not line.startswith("(meta data)"))
        yield {"id": outlet, "outlet": outlet, "title": outlet, "text": text}


def measure(
    index: Index,
    assistant: Assistant,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Figures and rows of this set, over an index of `articles()`."""
    claims = list(rows(QUESTIONS))[:limit]
    done = []
    for number, row in enumerate(claims):
        hole = Narrowed(index, outlets=(f"page {number}",))
        verdicts = over(hole, assistant).check(row["claim"]).claims
        # A claim of several sentences is supported when each of them is.
        supported = bool(verdicts) and all(each.verdict == "supported" for each in verdicts)
        quotes = [quote.text for each in verdicts for quote in each.quotes]
        marked = {n for group in row["supporting_sentences"] for n in group}
        done.append(
            {
                "id": number,
                "label": row["label"],
                "supported": supported,
                "verdicts": [each.verdict for each in verdicts],
                "hit": float(_overlap(quotes, [row["evidence"][n] for n in marked])),
            }
        )
        progress(number + 1, len(claims))
    right = ["supported" if r["label"] == "supported" else "not supported" for r in done]
    predicted = ["supported" if r["supported"] else "not supported" for r in done]
    with_marks = [row["hit"] for row in done if row["label"] != "not_supported"]
    by_label = {
        label: share([float(r["supported"]) for r in done if r["label"] == label])
        for label in ("supported", "partially_supported", "not_supported")
    }
    refuted = share([float("refuted" in r["verdicts"]) for r in done])
    figures = label_figures(right, predicted)
    return {
        "figures": figures
        | {
            "evidence_hit": share(with_marks),
            "called_supported": by_label,
            "called_refuted": refuted,
        },
        "rows": done,
    }


def _overlap(quotes: list[str], sentences: list[str]) -> bool:
    said = [normal(sentence) for sentence in sentences]
    shown = [normal(quote) for quote in quotes]
    return any(q and s and (q in s or s in q) for q in shown for s in said)
