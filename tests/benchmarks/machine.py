"""What a run ran on: a figure without its machine says little."""

from __future__ import annotations

import datetime as dt
import os
import platform
import resource
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.benchmarks.places import ROOT

_PACKAGES = ("chromadb", "langchain", "numpy", "onnxruntime", "sentence-transformers", "torch")


def describe() -> dict[str, Any]:
    """Processor, memory, load, versions and commit, as JSON."""
    import psutil

    return {
        "when": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9),
        "load_at_start": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("factcheck-assistant", *_PACKAGES)},
        "commit": _git("rev-parse", "--short", "HEAD"),
        "changed_files": len(_git("status", "--porcelain").splitlines()),
    }


def peak_memory_mb() -> int:
    """The most memory that this process has held, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()
