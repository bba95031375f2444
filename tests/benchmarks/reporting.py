"""The committed report, made from a run: figures and plots, no benchmark text.

python -m tests.benchmarks.reporting eval-runs/latest.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from tests.benchmarks.plots import draw
from tests.benchmarks.tables import aims, sections

FOLDER = Path(__file__).parent / "report"


def figures_of(run: dict[str, Any]) -> dict[str, Any]:
    """What of a run is committed: everything but the rows, which hold benchmark text."""
    sets = {
        name: {key: value for key, value in found.items() if "rows" not in key}
        for name, found in run["sets"].items()
    }
    return {"machine": run["machine"], "told": run["told"], "sets": sets}


def markdown(figures: dict[str, Any]) -> str:
    """The report's text."""
    machine = figures["machine"]
    head = (
        f"Measured {machine['when'][:10]} on {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gb']} GB, load {machine['load_at_start']} at the start, commit "
        f"{machine['commit']}, peak memory {machine['peak_memory_mb']} MB. Again: `make eval`, "
        "then `python -m tests.benchmarks.reporting eval-runs/latest.json`."
    )
    return "\n\n".join(["# Report", head, aims(figures), *sections(figures)]) + "\n"


def main(argv: list[str] | None = None) -> None:
    """Write figures, plots and text into the report's folder."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.reporting", description=__doc__
    )
    parser.add_argument("run", type=Path, nargs="+", help="later files win where sets repeat")
    told = parser.parse_args(argv)
    runs = [json.loads(path.read_text(encoding="utf-8")) for path in told.run]
    merged = runs[-1] | {"sets": {k: v for run in runs for k, v in run["sets"].items()}}
    figures = figures_of(merged)
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(figures, indent=1, sort_keys=True)
    (FOLDER / "figures.json").write_text(text + "\n", encoding="utf-8")
    draw(figures, FOLDER)
    (FOLDER / "report.md").write_text(markdown(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
