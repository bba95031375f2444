"""From logits to probabilities that mean what they say, and thresholds to act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.reader.train.figures import Predicted, best_threshold, f1
from assistant.reader.train.records import NEUTRAL, QA, Example

_PRECISION = 0.9
_BINS = 10


@dataclass(frozen=True, slots=True)
class Calibration:
    """Answerable: weights of the answer logit and of the span's score, and a constant.
    Stance: a temperature. Both thresholds are probabilities."""

    answerable: tuple[float, float, float]
    answerable_threshold: float
    temperature: float
    stance_threshold: float

    def apply(self, said: Predicted) -> Predicted:
        """Logits to probabilities."""
        a, b, c = self.answerable
        logit = a * said.answerable + b * said.span_score + c
        shares = _softmax(np.asarray(said.stance) / self.temperature)
        x, y, z = (float(value) for value in shares)
        return replace(said, answerable=float(1 / (1 + np.exp(-logit))), stance=(x, y, z))


def fit(examples: Sequence[Example], said: Sequence[Predicted]) -> Calibration:
    """Fit to predictions whose `answerable` and `stance` are logits."""
    from sklearn.linear_model import LogisticRegression

    asked = [(e, p) for e, p in zip(examples, said, strict=True) if e.kind == QA]
    labels = np.array([e.label for e, _ in asked])
    seen = np.array([[p.answerable, p.span_score] for _, p in asked])
    line = LogisticRegression(C=100.0).fit(seen, labels)
    weights = (*(float(w) for w in line.coef_[0]), float(line.intercept_[0]))
    sure = line.predict_proba(seen)[:, 1]
    gains = np.array([f1(p.text, e.passage[e.start : e.end]) if e.label else 0.0 for e, p in asked])
    _, threshold = best_threshold(list(sure), [bool(x) for x in labels], gains)

    judged = [(e, p) for e, p in zip(examples, said, strict=True) if e.kind != QA]
    logits = np.array([p.stance for _, p in judged])
    gold = np.array([e.label for e, _ in judged])
    temperature = _temperature(logits, gold)
    least = _least_sure(_softmax(logits / temperature), gold)
    return Calibration((weights[0], weights[1], weights[2]), threshold, temperature, least)


def _temperature(logits: npt.NDArray[np.float64], gold: npt.NDArray[np.int64]) -> float:
    tried = np.geomspace(0.4, 4.0, 120)
    rows = np.arange(len(gold))
    losses = [-np.log(_softmax(logits / t)[rows, gold] + 1e-9).mean() for t in tried]
    return float(tried[int(np.argmin(losses))])


def _least_sure(shares: npt.NDArray[np.float64], gold: npt.NDArray[np.int64]) -> float:
    """The least probability above which "supports" and "refutes" are right often enough."""
    label = shares.argmax(axis=1)
    spoken = label != NEUTRAL
    sure, right = shares.max(axis=1)[spoken], (label == gold)[spoken]
    order = np.argsort(-sure)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= _PRECISION)
    return float(sure[order][enough[-1]]) if len(enough) else 1.0


def bins(sure: npt.ArrayLike, right: npt.ArrayLike) -> list[tuple[float, float, int]]:
    """For ten equal steps of probability: mean probability, share that was right, how many."""
    p, r = np.asarray(sure, dtype=float), np.asarray(right, dtype=float)
    place = np.minimum((p * _BINS).astype(int), _BINS - 1)
    return [
        (float(p[place == i].mean()), float(r[place == i].mean()), int((place == i).sum()))
        for i in range(_BINS)
        if (place == i).any()
    ]


def error(steps: Sequence[tuple[float, float, int]]) -> float:
    """Expected calibration error: how far probabilities are from shares, on average."""
    total = sum(count for *_, count in steps)
    return sum(abs(p - share) * count for p, share, count in steps) / total if total else 0.0


def draw(curves: dict[str, list[tuple[float, float, int]]], path: Path) -> None:
    """The reliability plot: a point for each step of probability."""
    import matplotlib as mpl

    mpl.use("svg" if path.suffix == ".svg" else "agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(4.2, 4.0), dpi=110)
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1, linestyle="--")
    for name, steps in curves.items():
        label = f"{name} (ECE {error(steps):.3f})"
        axes.plot([p for p, *_ in steps], [s for _, s, _ in steps], marker="o", ms=4, label=label)
    axes.set(xlabel="probability told", ylabel="share that was right", xlim=(0, 1), ylim=(0, 1))
    axes.legend(frameon=False, fontsize=8, loc="upper left")
    figure.tight_layout()
    figure.savefig(path)
    plt.close(figure)


def _softmax(logits: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))
