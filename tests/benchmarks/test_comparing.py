"""The arithmetic of the benchmarks, against values worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.benchmarks.compare import compare, interval, mcnemar, paired
from tests.benchmarks.labels import label_figures


def test_mcnemar_counts_only_pairs_that_differ() -> None:
    # Five won, none lost: two-sided 2 * (1/2)^5, however many pairs are equal.
    assert mcnemar([0.0] * 5 + [1.0] * 40, [1.0] * 45) == pytest.approx(1 / 16)
    assert mcnemar([1.0, 0.0], [0.0, 1.0]) == 1
    assert mcnemar([1.0], [1.0]) == 1


def test_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    first, second = [0.0] * 50, [0.0, 1.0] * 25
    low, high = interval(first, second)
    assert low < 0.5 < high
    assert low > 0.3
    assert high < 0.7
    assert interval(first, second) == (low, high)


def run(*exact: float) -> dict[str, Any]:
    rows = [{"id": n, "question": "?", "exact": value} for n, value in enumerate(exact)]
    return {"sets": {"mine": {"rows": rows}}}


def test_runs_are_paired_by_question() -> None:
    one, other = run(1, 0, 1), run(1, 1)
    pairs = paired(one["sets"]["mine"]["rows"], other["sets"]["mine"]["rows"])
    assert [(a["id"], b["id"]) for a, b in pairs] == [(0, 0), (1, 1)]
    table = compare(one, other)
    assert "mine" in table
    assert "+0.500" in table


def test_labels() -> None:
    figures = label_figures(["yes", "yes", "no"], ["yes", "no", "unsure"])
    assert figures["accuracy"] == pytest.approx(1 / 3)
    # yes: precision 1, recall 1/2; no: none right. A label nobody wanted adds no class.
    assert figures["macro_f1"] == pytest.approx((2 / 3 + 0) / 2)
    assert figures["confusion"] == {"no": {"unsure": 1}, "yes": {"no": 1, "yes": 1}}
