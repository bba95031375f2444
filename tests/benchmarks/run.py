"""`make eval`: measure the sets that are on this machine and write one JSON file.

    python -m tests.benchmarks.run --sets realtimeqa --out eval-runs/mine.json [--limit 50]

A run that is cut off goes on where it stopped, as long as the program is the same. Sets that
stand in the file already and are not asked for stay in it.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.reader.loading import load_reader
from assistant.reader.train.config import TrainConfig
from assistant.settings import AnswerSettings
from index.opened import Index
from index.settings import IndexSettings
from tests.benchmarks import (
    baselines,
    fnc1,
    indexes,
    machine,
    peers,
    qa,
    ramdocs,
    realtimeqa,
    rgb,
    samples,
    wice,
)
from tests.benchmarks.notebook import Notebook, program
from tests.benchmarks.places import cache_folder, present
from tests.benchmarks.progress import Progress
from tests.benchmarks.remembering import ReadOnce, Remembering

# Sets whose articles are indexed; the others bring their own, or need none.
INDEXED = {"realtimeqa": realtimeqa, "ramdocs": ramdocs, "rgb": rgb, "fnc1": fnc1, "wice": wice}
# Nothing else is drawn at random.
SEEDS = {"held-back examples": TrainConfig.load().seed, "bootstrap": 0}
NEEDS = {
    "samples": None,
    "qa": qa.QUESTIONS,
    "realtimeqa": realtimeqa.QUESTIONS,
    "baselines": realtimeqa.QUESTIONS,
    **{name: module.QUESTIONS for name, module in INDEXED.items()},
}


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """What the run was told."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.run",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sets", default=",".join(NEEDS), help="comma between them")
    parser.add_argument("--out", type=Path, default=Path("eval-runs/latest.json"))
    parser.add_argument("--reader", default="auto")
    parser.add_argument(
        "--beside", default="rules", help="a reader measured on the same questions; '' for none"
    )
    parser.add_argument("--limit", type=int, help="only the first questions of each set")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="an AnswerSettings field"
    )
    parser.add_argument(
        "--prepare", action="store_true", help="only build what the sets are measured on"
    )
    told = parser.parse_args(argv)
    told.sets = [name for name in told.sets.split(",") if name]
    unknown = [name for name in told.sets if name not in NEEDS]
    if unknown:
        parser.error(f"no set is called {', '.join(unknown)}: there are {', '.join(NEEDS)}")
    return told


def answer_settings(pairs: list[str]) -> AnswerSettings:
    """The default settings with some fields changed; each keeps its type."""
    default = AnswerSettings()
    split = (pair.split("=", 1) for pair in pairs)
    return dataclasses.replace(default, **{k: type(getattr(default, k))(v) for k, v in split})


def measured(name: str, told: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """One set's figures and rows with the reader told, then also, under `beside`, the other's."""
    ran = machine.describe()
    stamp = {"program": program(), "set": name, "reader": told.reader, "settings": told.set}
    notes = Notebook(told.out.with_suffix(f".{name}.partial.jsonl"), stamp)
    if notes.recalled:
        print(f"{name}: goes on after {notes.recalled} steps", file=sys.stderr)
    found = _with_reader(name, told.reader, told, notes)
    found["ran"] = ran | {"peak_memory_mb": machine.peak_memory_mb()}
    yield found
    if told.beside and name != "baselines":
        yield found | {"beside": _with_reader(name, told.beside, told, notes)}
    notes.discard()


def _with_reader(
    name: str, reader_name: str, told: argparse.Namespace, notes: Notebook
) -> dict[str, Any]:
    reader = load_reader(reader_name)
    progress = Progress(f"{name}, {reader.name.split()[0]}")
    if name == "qa":
        found = qa.measure(reader, notes, limit=told.limit, progress=progress)
        return found | {"reader": reader.name}
    settings = IndexSettings()
    with Index.open(_index(name, settings), settings) as index:
        if name == "baselines":
            return baselines.measure(index, notes, limit=told.limit, progress=progress)
        assistant = Remembering(index, ReadOnce(reader), answer_settings(told.set), notes)
        measure = samples.measure if name == "samples" else INDEXED[name].measure
        found = measure(index, assistant, limit=told.limit, progress=progress)
        found["figures"]["passages"] = index.passage_count
    return found | {"reader": reader.name}


def _index(name: str, settings: IndexSettings) -> Path:
    if name == "samples":
        return indexes.in_line(samples.CORPUS, cache_folder() / "samples", settings)
    kept = "realtimeqa" if name == "baselines" else name
    return indexes.ready(kept, INDEXED[kept].articles(), settings)


def prepare(name: str) -> None:
    """Build the indexes of one set, which takes longest, without measuring."""
    if name != "qa":
        _index(name, IndexSettings())
    if name == "baselines":
        peers.embeddings()


def main(argv: list[str] | None = None) -> None:
    """Run the sets, print their figures, write the file after each."""
    told = arguments(argv)
    for name in told.sets:
        needs = NEEDS[name]
        if needs is not None and not present(needs):
            print(f"{name}: not on this machine, left out", file=sys.stderr)
            continue
        if told.prepare:
            prepare(name)
            continue
        for found in measured(name, told):
            write(told.out, name, found, told)
            shown = found.get("beside", found)
            print(name, shown.get("reader", ""), json.dumps(_rounded(shown["figures"]), indent=1))
            print(f"{name}: written to {told.out}", file=sys.stderr)


def write(file: Path, name: str, found: dict[str, Any], told: argparse.Namespace) -> None:
    """Put one set into the file, whose other sets stay."""
    sets = json.loads(file.read_text(encoding="utf-8"))["sets"] if file.exists() else {}
    told_as_text = {k: str(v) if isinstance(v, Path) else v for k, v in vars(told).items()}
    result = {"machine": found["ran"], "told": told_as_text | {"seeds": SEEDS}}
    result["sets"] = sets | {name: found}
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".tmp")
    partial.write_text(json.dumps(result, indent=1, ensure_ascii=False), encoding="utf-8")
    partial.replace(file)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return round(value, 4) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
