"""How long a cold command and a warm question take, and how fast articles go in.

    python -m tests.benchmarks.speed [--out eval-runs/bench.json]

The samples are indexed anew in a temporary folder; with RealTimeQA on this machine its 30,000
passages are asked too, from the index that `make eval` keeps.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from assistant.asking.assistant import Assistant
from assistant.evaluating.cases import read_cases
from assistant.evaluating.scores import percentile
from assistant.reader.loading import load_reader
from assistant.request import Request
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync
from tests.benchmarks import machine, samples
from tests.benchmarks.places import cache_folder
from tests.benchmarks.recording import record

QUESTION = "When did the airstrikes begin?"
RUNS = 5


def cold(folder: Path) -> float:
    """Median seconds from the start of `factcheck ask` to its answer, over `RUNS` processes."""
    program = [sys.executable, "-c", "from ui.cli import main; main()", "ask", QUESTION, "--json"]
    seconds = []
    for _ in range(RUNS):
        began = time.perf_counter()
        done = subprocess.run(
            [*program, "--index", str(folder)], capture_output=True, text=True, check=True
        )
        seconds.append(time.perf_counter() - began)
        assert not json.loads(done.stdout)["abstained"]
    return sorted(seconds)[RUNS // 2]


def warm(folder: Path, settings: IndexSettings) -> dict[str, Any]:
    """Seconds of an answer in a warm process, over the questions of the samples."""
    questions = [case.question for case in read_cases(samples.FILE)]
    with Index.open(folder, settings) as index:
        assistant = Assistant(index, load_reader("auto"))
        assistant.ask(Request(question=questions[0]))
        seconds = []
        for question in questions:
            began = time.perf_counter()
            assistant.ask(Request(question=question))
            seconds.append(time.perf_counter() - began)
        return {
            "passages": index.passage_count,
            "reader": assistant.reader.name,
            "p50": percentile(seconds, 50),
            "p95": percentile(seconds, 95),
        }


def main(argv: list[str] | None = None) -> None:
    """Measure, print, and write the figures where told."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument("--out", type=Path)
    told = parser.parse_args(argv)
    settings = IndexSettings()
    figures: dict[str, Any] = {"machine": machine.describe()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "index"
        report = sync(samples.CORPUS, folder, settings)
        figures["index_samples_seconds"] = round(report.seconds, 2)
        figures["cold_ask_seconds"] = cold(folder)
        figures["warm_ask_samples"] = warm(folder, settings)
    large = cache_folder() / "realtimeqa"
    if (large / "index").is_dir():
        figures["cold_ask_large_seconds"] = cold(large / "index")
        figures["warm_ask_large"] = warm(large / "index", settings)
    figures["machine"]["peak_memory_mb"] = machine.peak_memory_mb()
    print(json.dumps(figures, indent=2))
    if told.out is not None:
        record(told.out, "speed", figures=figures)


if __name__ == "__main__":
    main()
