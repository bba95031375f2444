"""What each part of the training data brings: equally long runs, each without one part.

Every run starts from the same weights and ends after the same number of steps, at about as many
tokens each; all are measured on the same development examples. Runs of the same settings that
finished are kept under the working folder and not run again; one that was cut short goes on.

    python -m assistant.reader.train.ablations [--steps 700] [--only all nli ...]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from assistant.reader.train.config import TrainConfig

# The part's name, and how the tags or groups of its examples begin.
PARTS: dict[str, tuple[str, ...]] = {
    "all": (),
    "retrieved negatives": ("mined", "article"),
    "answer's sentence taken out": ("deleted",),
    "turned questions": ("turned",),
    "SQuAD's own unanswerable": ("native",),
    "QAMR": ("qamr",),
    "SQuADShifts": ("squadshifts",),
    "public NLI": ("nli-",),
    "made stance pairs": ("altered", "sentence-same", "question-same", "dated-same",
                          "without", "more", "far"),
}  # fmt: skip
_NEVER = 1e9


def config_without(part: str, base: TrainConfig, steps: int) -> TrainConfig:
    """The configuration of one run, in a folder below `base`'s that its settings name."""
    changed = base.model_copy(
        update={
            "keep": {**base.keep, **dict.fromkeys(PARTS[part], 0.0)},
            "steps": steps,
            "budget_minutes": 0.0,
            "evaluate_minutes": _NEVER,
        }
    )
    settings = hashlib.sha256(changed.model_dump_json(exclude={"work"}).encode()).hexdigest()[:8]
    name = f"{re.sub(r'[^A-Za-z]+', '-', part)}-{settings}"
    return changed.model_copy(update={"work": base.work / "ablations" / name})


def toml(config: TrainConfig) -> str:
    """The configuration as a file that TrainConfig.load reads."""
    # JSON's numbers, strings and lists are TOML's; only tables differ.
    values = json.loads(config.model_dump_json(exclude_none=True))
    keep = values.pop("keep")
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    return "\n".join([*lines, "[keep]", *(f"{json.dumps(k)} = {v}" for k, v in keep.items())])


def run(part: str, base: TrainConfig, steps: int) -> dict[str, Any]:
    """The figures of one run; trains unless they are there."""
    config = config_without(part, base, steps)
    done = config.work / "figures.json"
    if not done.is_file():
        config.work.mkdir(parents=True, exist_ok=True)
        file = config.work / "train.toml"
        file.write_text(toml(config), encoding="utf-8")
        command = [sys.executable, "-m", "assistant.reader.train", "--config", str(file)]
        subprocess.run(command, check=True)
    found: dict[str, Any] = json.loads(done.read_text(encoding="utf-8"))
    return found


def row(figures: dict[str, Any]) -> dict[str, float]:
    """The few figures that are told of a run."""
    qa, stance = figures["qa"], figures["stance"]
    kinds = stance["by_kind"]
    changed = ("altered-number", "altered-date", "altered-name")
    return {
        "examples": figures["examples"],
        "f1_answerable": qa["f1_answerable"],
        "f1_all": qa["f1_all"],
        "auroc": qa["auroc"],
        "auroc_native": qa["auroc_by_kind"]["native"],
        "stance_macro_f1": stance["macro_f1"],
        "nli": kinds["nli"]["accuracy"],
        **{kind: kinds[kind]["accuracy"] for kind in changed},
    }


def table(rows: dict[str, dict[str, float]]) -> str:
    """Markdown: the figures with all parts, and of each other run the difference from them."""
    names = list(next(iter(rows.values())))
    lines = ["| without | " + " | ".join(names) + " |", "|---|" + "---:|" * len(names)]
    for part, told in rows.items():
        shown = [
            f"{told[n]:g}"
            if part == "all" or n == "examples"
            else f"{told[n] - rows['all'][n]:+.4g}"
            for n in names
        ]
        lines.append(f"| {'(nothing)' if part == 'all' else part} | " + " | ".join(shown) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m assistant.reader.train.ablations",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--config", type=Path, help="TOML file (default: the package's train.toml)")
    parser.add_argument("--steps", type=int, default=700, help="of each run (default: 700)")
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    told = parser.parse_args()
    base = TrainConfig.load(told.config)
    rows = {part: row(run(part, base, told.steps)) for part in ["all", *told.only]}
    out = base.work / "ablations" / "figures.json"
    out.write_text(json.dumps({"steps": told.steps, "runs": rows}, indent=1), encoding="utf-8")
    print(table(rows))
    print(f"written to {out}")


if __name__ == "__main__":
    main()
