"""Where the benchmark sets lie and where their indexes are kept between runs."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def bench_folder() -> Path:
    """The folder of public sets: `BENCH_DATA`, or `shared/bench` beside the repository."""
    return Path(os.environ.get("BENCH_DATA", ROOT.parent / "shared" / "bench"))


def cache_folder() -> Path:
    """Where indexes are kept, outside the repository: `BENCH_CACHE`, or the user's cache folder."""
    default = Path.home() / ".cache" / "factcheck-benchmarks"
    return Path(os.environ.get("BENCH_CACHE", default))


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The rows of one set's file, such as `realtimeqa/questions.jsonl.gz`."""
    with gzip.open(bench_folder() / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def present(name: str) -> bool:
    """Whether that file is on this machine."""
    return (bench_folder() / name).is_file()
