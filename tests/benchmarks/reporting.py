"""The committed report, made from a run: figures and plots, no benchmark text.

    python -m tests.benchmarks.reporting eval-runs/latest.json [later.json ...]

What `make bench` wrote is copied into the report's folder by `tests.benchmarks.bench_table`.
`report/errors.json` is written by hand, from reading.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.compare import interval
from tests.benchmarks.plots import draw
from tests.benchmarks.tables import aims, sections

FOLDER = Path(__file__).parent / "report"
# Files of their own in the report's folder, and what they become in its figures.
BESIDE = ("speed", "index", "errors")


def figures_of(run: dict[str, Any]) -> dict[str, Any]:
    """What of a run is committed: everything but the rows, which hold benchmark text."""
    sets = {name: _bare(found) for name, found in run["sets"].items()}
    if "realtimeqa" in sets:
        sets["realtimeqa"]["intervals"] = intervals(run["sets"]["realtimeqa"]["rows"])
    # Not where it was written: a path of one machine.
    told = {name: value for name, value in run["told"].items() if name != "out"}
    return {"machine": run["machine"], "told": told, "sets": sets}


def _bare(found: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in found.items() if "rows" not in key}
    if "beside" in kept:
        kept["beside"] = _bare(kept["beside"])
    return kept


def intervals(rows: Sequence[dict[str, Any]]) -> dict[str, tuple[float, float]]:
    """The 95 % bootstrap interval of each main figure, by its path in the figures."""
    values = {
        "answers/exact_match": [row["exact"] for row in rows],
        "answers/f1": [row["f1"] for row in rows],
    }
    for k in (1, 10):
        firsts = [row.get("first_hit_read") for row in rows]
        values[f"after_reading/hits@{k}"] = [float(n is not None and n <= k) for n in firsts]
    return {path: interval([0.0] * len(each), each) for path, each in values.items()}


def markdown(figures: dict[str, Any]) -> str:
    """The report's text."""
    machine = figures["machine"]
    head = (
        f"Measured {machine['when'][:10]} on {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gb']} GB, load {machine['load_at_start']} at the start, commit "
        f"{machine['commit']}. Again: `make eval`, then `make eval-report`. Figures stand in "
        "`figures.json`, with the machine, the versions and the commit of each set."
    )
    return "\n\n".join(["# Report", head, aims(figures), *sections(figures)]) + "\n"


def committed() -> dict[str, Any]:
    """The figures in the report's folder, those of the files beside them included."""
    figures: dict[str, Any] = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
    for name in BESIDE:
        file = FOLDER / f"{name}.json"
        if file.exists():
            figures[name] = json.loads(file.read_text(encoding="utf-8"))
    return figures


def merged(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Several runs as one; where sets repeat, the later wins."""
    return runs[-1] | {"sets": {k: v for run in runs for k, v in run["sets"].items()}}


def as_json(value: Any) -> str:
    return json.dumps(_rounded(value), indent=1) + "\n"


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return round(value, 4) if isinstance(value, float) else value


def main(argv: list[str] | None = None) -> None:
    """Write figures, plots and text into the report's folder."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.reporting",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("run", type=Path, nargs="+", help="later files win where sets repeat")
    told = parser.parse_args(argv)
    runs = [json.loads(path.read_text(encoding="utf-8")) for path in told.run]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "figures.json").write_text(as_json(figures_of(merged(runs))), encoding="utf-8")
    figures = committed()
    draw(figures, FOLDER)
    (FOLDER / "report.md").write_text(markdown(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
