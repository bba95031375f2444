"""`make eval`: measure the sets that are on this machine and write one JSON file.

python -m tests.benchmarks.run --sets realtimeqa --out eval-runs/mine.json [--limit 50]
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from assistant.asking.assistant import Assistant
from assistant.reader.loading import load_reader
from assistant.settings import AnswerSettings
from index.opened import Index
from index.settings import IndexSettings
from tests.benchmarks import (
    baselines,
    fnc1,
    indexes,
    machine,
    qa,
    ramdocs,
    realtimeqa,
    rgb,
    samples,
    wice,
)
from tests.benchmarks.places import cache_folder, present

# Sets whose articles are indexed; the others bring their own, or need none.
INDEXED = {"realtimeqa": realtimeqa, "ramdocs": ramdocs, "rgb": rgb, "fnc1": fnc1, "wice": wice}
NEEDS = {name: module.QUESTIONS for name, module in INDEXED.items()} | {
    "samples": None,
    "baselines": realtimeqa.QUESTIONS,
    "qa": qa.QUESTIONS,
}


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """What the run was told."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.run", description=__doc__)
    parser.add_argument("--sets", default=",".join(NEEDS), help="comma between them")
    parser.add_argument("--out", type=Path, default=Path("eval-runs/latest.json"))
    parser.add_argument("--reader", default="auto")
    parser.add_argument("--limit", type=int, help="only the first questions of each set")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="an AnswerSettings field"
    )
    return parser.parse_args(argv)


def answer_settings(pairs: list[str]) -> AnswerSettings:
    """The default settings with some fields changed; each keeps its type."""
    default = AnswerSettings()
    split = (pair.split("=", 1) for pair in pairs)
    return dataclasses.replace(default, **{k: type(getattr(default, k))(v) for k, v in split})


def run(name: str, told: argparse.Namespace) -> dict[str, Any]:
    """One set's figures and rows."""
    reader = load_reader(told.reader)
    if name == "qa":
        return qa.measure(reader, limit=told.limit, progress=_show) | {"reader": reader.name}
    settings = IndexSettings()
    folder = _index(name, settings)
    with Index.open(folder, settings) as index:
        if name == "baselines":
            return baselines.measure(index, limit=told.limit)
        assistant = Assistant(index, reader, answer_settings(told.set))
        measure = samples.measure if name == "samples" else INDEXED[name].measure
        found = measure(index, assistant, limit=told.limit, progress=_show)
        found["figures"]["passages"] = index.passage_count
    return found | {"reader": reader.name}


def _index(name: str, settings: IndexSettings) -> Path:
    if name == "samples":
        return indexes.in_line(samples.CORPUS, cache_folder() / "samples", settings)
    kept = "realtimeqa" if name == "baselines" else name
    return indexes.ready(kept, INDEXED[kept].articles(), settings)


def main(argv: list[str] | None = None) -> None:
    """Run the sets, print their figures, write the file."""
    told = arguments(argv)
    result: dict[str, Any] = {"machine": machine.describe(), "sets": {}}
    result["told"] = {k: str(v) if isinstance(v, Path) else v for k, v in vars(told).items()}
    for name in told.sets.split(","):
        needs = NEEDS[name]
        if needs is not None and not present(needs):
            print(f"{name}: not on this machine, left out", file=sys.stderr)
            continue
        result["sets"][name] = run(name, told)
        print(name, json.dumps(_rounded(result["sets"][name]["figures"]), indent=2))
    result["machine"]["peak_memory_mb"] = machine.peak_memory_mb()
    told.out.parent.mkdir(parents=True, exist_ok=True)
    told.out.write_text(json.dumps(result, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"written to {told.out}", file=sys.stderr)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def _show(done: int, total: int) -> None:
    print(f"\r{done}/{total} ", end="", file=sys.stderr)


if __name__ == "__main__":
    main()
