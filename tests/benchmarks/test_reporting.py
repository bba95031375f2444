"""The report from a made-up run: what is reached, what is left out, what the tables say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import plots, reporting, tables

MACHINE = {
    "when": "2020-01-02T03:04:05+00:00",
    "processor": "Made-up CPU",
    "cores": 2,
    "memory_gb": 8,
    "load_at_start": 0.1,
    "commit": "abc1234",
    "peak_memory_mb": 900,
}
HITS = {f"hits@{k}": 0.7 for k in plots.DEPTHS} | {"mrr": 0.6, "ndcg@10": 0.5}


def run(**answers: Any) -> dict[str, Any]:
    measured = {"exact_match": 0.5, "f1": 0.6, "quotes_verbatim": 1.0, "seconds_p50": 0.1}
    figures = {
        "retrieval": HITS,
        "after_reading": HITS,
        "answers": measured | answers,
        "refusal": {"precision": 0.9, "recall": None},
    }
    secret = [{"id": 1, "question": "text of a benchmark", "exact": 1.0, "f1": 1.0}]
    found = {
        "figures": figures,
        "rows": secret,
        "refusal_rows": secret,
        "curve": [(0.5, 0.1), (1.0, 0.4)],
    }
    found["beside"] = {"figures": {"answers": {"f1": 0.25}}, "rows": secret, "curve": [(1.0, 0.9)]}
    rgb = {"figures": {"questions": 3, "noise_right": 0.25}, "rows": secret}
    return {"machine": MACHINE, "told": {}, "sets": {"realtimeqa": found, "rgb": rgb}}


def row(text: str, name: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"| {name} |"))


def test_an_aim_is_reached_or_not() -> None:
    text = tables.aims(reporting.figures_of(run(exact_match=0.49)))
    assert row(text, "Hits@1 after reading").endswith("yes |")
    assert row(text, "Hits@10 after reading").endswith("no |")
    assert row(text, "exact match") == ("| exact match | 0.490 | 1.000 to 1.000 | 0.500 | no |")
    assert row(text, "right refusals made") == ("| right refusals made | - | - | 0.600 | no |")
    assert row(text, "warm answer, median seconds").endswith("yes |")
    slow = tables.aims(reporting.figures_of(run(seconds_p50=0.2)))
    assert row(slow, "warm answer, median seconds").endswith("no |")


def test_no_benchmark_text_is_committed() -> None:
    figures = reporting.figures_of(run())
    assert "text of a benchmark" not in str(figures)
    assert "text of a benchmark" not in reporting.markdown(figures)


def test_the_report_has_a_section_for_each_set() -> None:
    text = reporting.markdown(reporting.figures_of(run()))
    assert "Made-up CPU" in text
    assert row(text, "noise_right") == "| noise_right | 0.250 |"
    assert "## RAMDocs" not in text
    assert "| answers: f1 | 0.600 | 0.250 |" in text


def test_nested_figures_and_confusions_become_tables() -> None:
    confusion = {"yes": {"yes": 3, "no": 1}, "no": {"no": 2}}
    figures = {"sets": {"x": {"figures": {"deep": {"accuracy": 0.5, "confusion": confusion}}}}}
    text = tables.plain("x", "X", "Why.")(figures)
    assert row(text, "deep: accuracy") == "| deep: accuracy | 0.500 |"
    assert row(text, "yes") == "| yes | 1 | 3 |"
    assert row(text, "no") == "| no | 2 | 0 |"


def test_the_committed_report_has_not_drifted() -> None:
    if not (reporting.FOLDER / "figures.json").exists():
        pytest.skip("nothing was measured yet")
    text = (reporting.FOLDER / "report.md").read_text(encoding="utf-8")
    assert text == reporting.markdown(reporting.committed()), "run: make eval-report"


def test_plots_are_drawn(tmp_path: Path) -> None:
    plots.draw(reporting.figures_of(run()), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"hits.png", "risk.png"}
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in tmp_path.iterdir())
