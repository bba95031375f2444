"""Weights and thresholds of AnswerSettings, tried on the development questions.

    python -m tests.benchmarks.tuning [FILE.pickle] [--rounds 2] [--processes 2]

Weights of spans first, one at a time, by exact match and F1 of what would be said; then the weights
of confidence by logistic regression (asked with the articles, and without them), and what each
threshold gives. It prints what to write into assistant/settings.py; nothing is changed.
"""

from __future__ import annotations

import argparse
import math
import os
import pickle
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from assistant.asking.abstention import confidence
from assistant.asking.candidates import candidates
from assistant.asking.grouping import Group, group
from assistant.asking.ranking import read_order
from assistant.evaluating.scores import exact_match, holds, token_f1
from assistant.questions.expected import expect
from assistant.reader.base import ReadResult
from assistant.settings import AnswerSettings
from index.passage import Hit
from tests.benchmarks.answers_dev import Read, kept_at

GRID: dict[str, tuple[float, ...]] = {
    "span_sharpness": (0.08, 0.1, 0.12, 0.15, 0.18, 0.22, 0.27, 0.33, 0.45),
    "rank_offset": (1.0, 2.0, 3.0, 5.0, 8.0, 12.0),
    "long_penalty": (0.1, 0.25, 0.4, 0.6, 0.9),
    "kind_penalty": (0.03, 0.08, 0.15, 0.3, 0.6),
    "echo_penalty": (0.02, 0.1, 0.3),
    "same_origin_share": (0.4, 0.7, 1.0),
    "spans_per_passage": (2, 3, 4, 5, 8),
    "widened": (0, 24),
}
READING_WEIGHTS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6, 0.8, 1.0, 1.3, 1.7)
THRESHOLDS = tuple(n / 100 for n in range(20, 85, 5))
FITTED = ("confidence_reader", "confidence_words", "confidence_meaning")
# Chosen by what it means, on too few questions to fit.
WEIGHTS = (*FITTED, "confidence_missing")


@dataclass(frozen=True)
class Said:
    """What would be said of a question, and what its confidence is made of."""

    exact: float
    f1: float
    # Whether what would be said without the question's articles is the answer all the same.
    still: bool
    parts: tuple[float, ...]
    parts_without: tuple[float, ...]


def said_of(
    text: str, hits: Sequence[Hit], results: Sequence[ReadResult], settings: AnswerSettings
) -> list[Group]:
    """The groups of values for one question, heaviest first."""
    expected = expect(text)
    found = candidates(text, expected, hits, results, settings)
    return group(found, expected, settings)


def scores(one: Read, tried: Sequence[AnswerSettings]) -> list[tuple[float, float]]:
    """Exact match and F1 of one question under each of the settings."""
    made = []
    for settings in tried:
        groups = said_of(one.text, one.hits, one.results, settings)
        made.append(_scored(groups, one.answers))
    return made


def _scored(groups: Sequence[Group], answers: Sequence[str]) -> tuple[float, float]:
    told = (groups[0].text, groups[0].normal.value) if groups else ("",)
    return (
        max(exact_match(text, answers) for text in told),
        max(token_f1(text, answers) for text in told),
    )


def _parts(
    text: str, hits: Sequence[Hit], groups: Sequence[Group], settings: AnswerSettings
) -> tuple[float, ...]:
    """What the confidence is a weighted sum of: its logit with one weight at 1, all else 0."""
    if not groups or groups[0].answerable < settings.least_answerable:
        return ()
    nothing = dict.fromkeys(("confidence_bias", "least_answerable", *WEIGHTS), 0.0)
    logits = []
    for name in WEIGHTS:
        alone = replace(settings, **(nothing | {name: 1.0}))
        sure = confidence(text, groups, hits, alone)
        logits.append(math.log(sure / (1 - sure)))
    return tuple(logits)


def said(one: Read, settings: AnswerSettings) -> Said:
    """One question under the chosen weights, with and without its articles."""
    groups = said_of(one.text, one.hits, one.results, settings)
    fewer = said_of(one.text, one.without_hits, one.without_results, settings)
    exact, f1 = _scored(groups, one.answers)
    still = bool(fewer) and holds(fewer[0].text, one.answers)
    return Said(
        exact,
        f1,
        still,
        _parts(one.text, one.hits, groups, settings),
        _parts(one.text, one.without_hits, fewer, settings),
    )


def best_spans(
    questions: Sequence[Read], settings: AnswerSettings, rounds: int, pool: ProcessPoolExecutor
) -> AnswerSettings:
    """The settings after trying each weight's values in turn, by exact match + F1."""
    for _ in range(rounds):
        before = settings
        for name, values in GRID.items():
            tried = [replace(settings, **{name: value}) for value in values]
            found = list(pool.map(partial(scores, tried=tried), questions, chunksize=8))
            means = [_means([row[n] for row in found]) for n in range(len(values))]
            best = max(range(len(values)), key=lambda n, m=means: sum(m[n]))
            current = getattr(settings, name)
            at = values.index(current) if current in values else None
            # A change must be worth at least a question's exact match.
            if at is None or sum(means[best]) > sum(means[at]) + 1 / len(questions):
                settings = tried[best]
            told = "  ".join(
                f"{value:g}: {exact:.3f}/{f1:.3f}"
                for value, (exact, f1) in zip(values, means, strict=True)
            )
            print(f"{name:18} {told}  -> {getattr(settings, name):g}", flush=True)
        if settings == before:
            break
    return settings


def _means(pairs: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(sum(column) / len(column) for column in zip(*pairs, strict=True))


def order(questions: Sequence[Read], settings: AnswerSettings) -> AnswerSettings:
    """The weight of the reader in the passages' order, by Hits@1."""
    kept = {}
    for weight in READING_WEIGHTS:
        tried = replace(settings, reading_weight=weight)
        hits = []
        for one in questions:
            first = one.hits[read_order(one.hits, one.results, tried)[0]] if one.hits else None
            text = f"{first.article.title} {first.passage.text}" if first else ""
            hits.append(float(holds(text, one.answers)))
        kept[weight] = sum(hits) / len(hits)
    print("reading_weight, Hits@1:", "  ".join(f"{w:g}: {v:.3f}" for w, v in kept.items()))
    best = max(kept, key=lambda weight: kept[weight])
    return replace(settings, reading_weight=best)


def fitted(found: Sequence[Said], settings: AnswerSettings) -> AnswerSettings:
    """The weights of confidence that tell questions with their articles from those without."""
    from sklearn.linear_model import LogisticRegression

    pairs = [(each.parts, 1) for each in found if each.parts]
    pairs += [(each.parts_without, 0) for each in found if each.parts_without and not each.still]
    given = [parts[: len(FITTED)] for parts, _ in pairs]
    model = LogisticRegression(C=10.0).fit(given, [label for _, label in pairs])
    weights = {name: round(float(w), 2) for name, w in zip(FITTED, model.coef_[0], strict=True)}
    return replace(settings, confidence_bias=round(float(model.intercept_[0]), 2), **weights)


def sure_of(parts: Sequence[float], settings: AnswerSettings) -> float:
    """The confidence that the parts make."""
    if not parts:
        return 0.0
    weighed = sum(getattr(settings, name) * part for name, part in zip(WEIGHTS, parts, strict=True))
    return 1 / (1 + math.exp(-(settings.confidence_bias + weighed)))


def thresholds(found: Sequence[Said], settings: AnswerSettings) -> list[dict[str, float]]:
    """What each threshold gives: refusals, and exact match and F1 with refusals as wrong."""
    rows = []
    for threshold in THRESHOLDS:
        kept = [sure_of(each.parts, settings) >= threshold for each in found]
        empty = [each for each in found if not each.still]
        right = sum(sure_of(each.parts_without, settings) < threshold for each in empty)
        refused = right + kept.count(False)
        rows.append(
            {
                "threshold": threshold,
                "precision": right / refused if refused else 0.0,
                "recall": right / len(empty) if empty else 0.0,
                "exact": sum(e.exact for e, k in zip(found, kept, strict=True) if k) / len(found),
                "f1": sum(e.f1 for e, k in zip(found, kept, strict=True) if k) / len(found),
            }
        )
    return rows


def chosen(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    """The lowest threshold that makes 0.65 of the right refusals; else the best for both."""
    enough = [row for row in rows if row["recall"] >= 0.65 and row["precision"] >= 0.8]
    if enough:
        return enough[0]
    return max(rows, key=lambda row: min(row["precision"] / 0.8, row["recall"] / 0.6))


def main(argv: list[str] | None = None) -> None:
    """Try, print, recommend."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, nargs="?", default=kept_at())
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    told = parser.parse_args(argv)
    read: list[Read] = pickle.loads(told.file.read_bytes())
    questions = [one for one in read if expect(one.text).kind != "yes_no"]
    settings = AnswerSettings()
    with ProcessPoolExecutor(told.processes) as pool:
        best = best_spans(questions, settings, told.rounds, pool)
        found = list(pool.map(partial(said, settings=best), questions, chunksize=8))
    best = order(questions, best)
    for name, tried in (("as it is", best), ("fitted", fitted(found, best))):
        rows = thresholds(found, tried)
        best = replace(tried, threshold=chosen(rows)["threshold"])
        print(f"\nconfidence {name}:")
        for row in rows:
            mark = "  <-" if row["threshold"] == best.threshold else ""
            print("  ".join(f"{key} {value:.3f}" for key, value in row.items()) + mark)
    changed = _changed(settings, best)
    print("\nwrite into assistant/settings.py:")
    print("\n".join(f"    {name}: {value!r} -> {now!r}" for name, (value, now) in changed.items()))
    print(" ".join(f"--set {name}={now}" for name, (_, now) in changed.items()))


def _changed(before: AnswerSettings, after: AnswerSettings) -> dict[str, tuple[Any, Any]]:
    names = before.__dataclass_fields__
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


if __name__ == "__main__":
    main()
