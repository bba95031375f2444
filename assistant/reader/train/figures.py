"""Figures on labelled examples: exact match, F1, AUROC, stance accuracy. No torch here."""

from __future__ import annotations

import re
import string
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.reader.train.records import QA, Example

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_STANCES = ("supports", "refutes", "neutral")


@dataclass(frozen=True, slots=True)
class Predicted:
    """What a reader said of one example: the text of its best span, how sure it is that the
    passage answers (any monotone score), the span's own score, and stance probabilities."""

    text: str = ""
    answerable: float = 0.0
    span_score: float = 0.0
    stance: tuple[float, float, float] = (0.0, 0.0, 0.0)


def squad_normal(text: str) -> str:
    """SQuAD's: lower case, no punctuation, no articles, single spaces."""
    bare = "".join(c for c in text.lower() if c not in string.punctuation)
    return " ".join(_ARTICLES.sub(" ", bare).split())


def f1(said: str, gold: str) -> float:
    """Word overlap, SQuAD's way."""
    a, b = squad_normal(said).split(), squad_normal(gold).split()
    if not a or not b:
        return float(a == b)
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared / (len(a) + len(b))


def auroc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The chance that a positive example scores above a negative one."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(labels, scores)) if len(set(labels)) == 2 else float("nan")


def qa_figures(
    examples: Sequence[Example], said: Sequence[Predicted], threshold: float | None = None
) -> dict[str, Any]:
    """Figures of the question examples: with and without the unanswerable ones.

    `threshold`: of `answerable`; without one, the best for these examples.
    """
    pairs = [(e, p) for e, p in zip(examples, said, strict=True) if e.kind == QA]
    if not pairs:
        return {}
    labels = [bool(e.label) for e, _ in pairs]
    sure = [p.answerable for _, p in pairs]
    gold = [e.passage[e.start : e.end] if e.label else "" for e, _ in pairs]
    f1s = np.array([f1(p.text, g) if g else 0.0 for (_, p), g in zip(pairs, gold, strict=True)])
    exact = np.array(
        [
            float(bool(g) and squad_normal(p.text) == squad_normal(g))
            for (_, p), g in zip(pairs, gold, strict=True)
        ]
    )
    answered = np.array(labels)
    if threshold is None:
        _, threshold = best_threshold(sure, labels, f1s)
    by_source: dict[str, list[int]] = defaultdict(list)
    for i, (e, _) in enumerate(pairs):
        parts = e.group.split("/")
        by_source["/".join(parts[: 2 if parts[0] == "squadshifts" else 1])].append(i)
    kinds = sorted({e.tag for e, _ in pairs if not e.label})
    at = np.array(sure) >= threshold
    return {
        "questions": len(pairs),
        "answerable": int(answered.sum()),
        "f1_answerable": _percent(f1s[answered].mean()),
        "exact_answerable": _percent(exact[answered].mean()),
        "f1_all": _percent(np.where(answered, f1s * at, ~at).mean()),
        "exact_all": _percent(np.where(answered, exact * at, ~at).mean()),
        "threshold": threshold,
        "auroc": round(auroc(sure, labels), 4),
        "auroc_span_score": round(auroc([p.span_score for _, p in pairs], labels), 4),
        "auroc_by_kind": {
            kind: round(auroc(
                [s for s, (e, _) in zip(sure, pairs, strict=True) if e.label or e.tag == kind],
                [bool(e.label) for e, _ in pairs if e.label or e.tag == kind]), 4)
            for kind in kinds
        },
        "by_source": {
            source: _source_figures(np.array(rows), answered, f1s, exact, at, sure)
            for source, rows in sorted(by_source.items())
        },
    }  # fmt: skip


def _source_figures(rows: Any, answered: Any, f1s: Any, exact: Any, at: Any, sure: Any) -> Any:
    told, right = answered[rows], np.where(answered, f1s * at, ~at)[rows]
    return {
        "questions": len(rows),
        "f1_answerable": _percent(f1s[rows][told].mean()),
        "exact_answerable": _percent(exact[rows][told].mean()),
        "f1_all": _percent(right.mean()),
        "auroc": round(auroc(list(np.array(sure)[rows]), list(told)), 4),
    }


def best_threshold(
    sure: Sequence[float], labels: Sequence[bool], f1s: np.ndarray
) -> tuple[float, float]:
    """The best mean F1 with unanswerable questions in, and the threshold that gives it."""
    order = np.argsort(-np.asarray(sure), kind="stable")
    gain = np.where(np.asarray(labels)[order], f1s[order], -1.0)
    totals = np.concatenate([[0.0], np.cumsum(gain)])
    best = int(totals.argmax())
    wrong = len(labels) - int(np.sum(labels))
    cut = np.asarray(sure)[order]
    threshold = float(cut[min(best, len(cut) - 1)] + cut[max(best - 1, 0)]) / 2
    return float((totals[best] + wrong) / len(labels)), threshold


def stance_figures(examples: Sequence[Example], said: Sequence[Predicted]) -> dict[str, Any]:
    """Accuracy and macro F1 of the stance examples, and accuracy by kind."""
    from sklearn.metrics import f1_score

    pairs = [
        (e, int(np.argmax(p.stance))) for e, p in zip(examples, said, strict=True) if e.kind != QA
    ]
    if not pairs:
        return {}
    kinds: dict[str, list[bool]] = defaultdict(list)
    for example, label in pairs:
        for tag in {example.tag, "nli" if example.tag.startswith("nli-") else "made"}:
            kinds[tag].append(example.label == label)
    gold, told = [e.label for e, _ in pairs], [label for _, label in pairs]
    return {
        "pairs": len(pairs),
        "accuracy": _percent(np.mean(np.equal(gold, told))),
        "macro_f1": _percent(f1_score(gold, told, average="macro")),
        "recall": {
            name: _percent(np.mean([x == i for g, x in zip(gold, told, strict=True) if g == i]))
            for i, name in enumerate(_STANCES)
        },
        "by_kind": {
            kind: {"pairs": len(right), "accuracy": _percent(np.mean(right))}
            for kind, right in sorted(kinds.items())
        },
    }


def _percent(value: Any) -> float:
    return round(100 * float(value), 2)
