"""`make eval-compare A=one.json B=other.json`: which differences are more than luck.

Paired by question: McNemar's exact test for what is right or wrong, a bootstrap interval (95 %,
10,000 resamples, seed 0) for the mean difference of everything else.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

# The scores of a row that can be compared, where a set has them.
SCORES = (
    *("exact", "f1", "right", "right_by_value", "first_right", "both", "noticed", "hit"),
    *("seconds", "first_hit_read"),
)


def mcnemar(first: list[float], second: list[float]) -> float:
    """The probability of so uneven a split among the pairs that differ, were both equally good."""
    from scipy.stats import binomtest

    won = sum(a > b for a, b in zip(first, second, strict=True))
    lost = sum(a < b for a, b in zip(first, second, strict=True))
    return float(binomtest(won, won + lost).pvalue) if won + lost else 1.0


def interval(first: list[float], second: list[float]) -> tuple[float, float]:
    """The 95 % bootstrap interval of the mean of `second - first`."""
    import numpy as np

    difference = np.array(second) - np.array(first)
    draws = np.random.default_rng(0).integers(len(difference), size=(10_000, len(difference)))
    low, high = np.percentile(difference[draws].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def paired(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    """Rows of one question (and mix) in both runs."""
    other = {_key(row): row for row in second}
    return [(row, other[_key(row)]) for row in first if _key(row) in other]


def _key(row: dict[str, Any]) -> str:
    return json.dumps([row.get(name) for name in ("id", "question", "mix", "wanted")])


def _value(row: dict[str, Any], score: str) -> float:
    if score == "first_hit_read":
        return 1.0 if row[score] == 1 else 0.0
    return float(row[score])


def compare(one: dict[str, Any], other: dict[str, Any]) -> str:
    """A table of every score that both runs have."""
    lines = [f"{'set':<12}{'score':<16}{'n':>5}{'A':>8}{'B':>8}{'B-A':>8}  95 % interval     p"]
    for name in one["sets"].keys() & other["sets"].keys():
        pairs = paired(one["sets"][name]["rows"], other["sets"][name]["rows"])
        for score in SCORES:
            if not pairs or score not in pairs[0][0] or score not in pairs[0][1]:
                continue
            a = [_value(row, score) for row, _ in pairs]
            b = [_value(row, score) for _, row in pairs]
            low, high = interval(a, b)
            p = f"{mcnemar(a, b):.3f}" if set(a) | set(b) <= {0.0, 1.0} else "-"
            before, after = sum(a) / len(a), sum(b) / len(b)
            lines.append(
                f"{name:<12}{score:<16}{len(pairs):>5}{before:>8.3f}{after:>8.3f}"
                f"{after - before:>+8.3f}  [{low:+.3f}, {high:+.3f}]  {p}"
            )
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> None:
    """Print the comparison of two files."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.compare", description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    told = parser.parse_args(argv)
    print(compare(*(json.loads(f.read_text(encoding="utf-8")) for f in (told.first, told.second))))


if __name__ == "__main__":
    main()
