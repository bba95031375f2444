"""Labels predicted against labels right: accuracy, macro F1, confusion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def label_figures(right: Sequence[str], predicted: Sequence[str]) -> dict[str, Any]:
    """Figures over pairs of labels; the confusion is `{right: {predicted: count}}`."""
    from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

    wanted = sorted(set(right))
    names = sorted(set(right) | set(predicted))
    table = confusion_matrix(right, predicted, labels=names)
    return {
        "pairs": len(right),
        "accuracy": float(accuracy_score(right, predicted)),
        "macro_f1": float(
            f1_score(right, predicted, labels=wanted, average="macro", zero_division=0)
        ),
        "confusion": {
            name: {other: int(n) for other, n in zip(names, row, strict=True) if n}
            for name, row in zip(names, table, strict=True)
            if row.sum()
        },
    }
