"""The README's table of speed and memory, from what `make bench` measured.

python -m tests.benchmarks.bench_table eval-runs/bench.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from tests.benchmarks.reporting import FOLDER, as_json
from tests.benchmarks.tables import Figures, table, value_at

# What is called how, where it stands, its unit, the aim, and whether less is better.
ROWS: tuple[tuple[str, str, str, float | None, bool], ...] = (
    ("indexing, to `SentenceTransformer.encode`", "embedding/fp32 to bare encode", "×", 0.9, False),
    ("the same with `int8`", "embedding/int8 to bare encode", "×", 1.8, False),
    ("what `int8` loses of Hits@10", "int8/loss in points", " points", 0.5, True),
    (
        "indexing, to stock LangChain, by processor time",
        "embedding/fp32 to stock LangChain, by processor time",
        "×",
        None,
        False,
    ),
    ("sync without changes, 10,000 files", "changes/no change, 10000 files", " s", 2, True),
    ("a sync after one new article", "changes/one added to large", " s", None, True),
    ("that, to the same in 1,000 passages", "changes/one added, large to 1,000", "×", 1.2, True),
    *(
        (f"search, {words}{said}", f"search/{name} {figure}", unit, aim, less)
        for name, words in (("all", ""), ("dates", "date range, "), ("outlets", "outlets, "))
        for said, figure, unit, aim, less in (
            ("median", "p50 ms", " ms", 60, True),
            ("95th percentile", "p95 ms", " ms", 150, True),
            ("recall@10 to exact search", "recall@10", "", 0.98, False),
        )
    ),
    ("memory of a searching process, peak", "memory/peak MB", " MB", 1200, True),
)


def bench_table(index: Figures) -> str:
    """Each figure, its aim, and whether it was reached."""
    rows = []
    for name, path, unit, aim, less in ROWS:
        value = value_at(index, path)
        if value is None:
            continue
        reached = "" if aim is None else "yes" if (value <= aim if less else value >= aim) else "no"
        wanted = "" if aim is None else f"{'at most' if less else 'at least'} {aim:g}{unit}"
        rows.append(
            (name, f"{value:.3g}{unit}" if value < 100 else f"{value:.0f}{unit}", wanted, reached)
        )
    size = value_at(index, "search/passages")
    head = f"{size:,} passages" if size else ""
    return table((head, "measured", "aim", "reached"), rows)


def readme_block(committed: Figures) -> str:
    """The block of the README: machine, load, command, table."""
    index: Figures = committed.get("index", {})
    machines = index.get("machine", {})
    if not machines:
        return "Not measured yet: `make bench`."
    one = next(iter(machines.values()))
    loads = sorted(each["load_at_start"] for each in machines.values())
    where = (
        f"Measured {one['when'][:10]} by the parts of `make bench`, one at a time, on "
        f"{one['processor']}, {one['cores']} cores, {one['memory_gb']} GB, where other work kept "
        f"{loads[0]:g} to {loads[-1]:g} processes waiting.\nSearches, changes and memory are over "
        "vectors from a table of words, as wide as real ones:\ntheir recall says how well the "
        "graph finds what is nearest, not what is right."
    )
    return f"{where}\n\n{bench_table(index)}"


def published(bench: dict[str, Any]) -> dict[str, Any]:
    """What the report keeps of a bench file: machines apart from figures."""
    parts = bench.get("index", {})
    index = {
        name: {key: value for key, value in part.items() if key != "machine"}
        for name, part in parts.items()
    }
    machines = {name: part["machine"] for name, part in parts.items()}
    return {"speed": bench.get("speed", {}), "index": {"machine": machines} | index}


def main(argv: list[str] | None = None) -> None:
    """Put the figures into the report's folder, from where the README takes them."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.bench_table", description=__doc__
    )
    parser.add_argument("bench", type=Path)
    told = parser.parse_args(argv)
    found = published(json.loads(told.bench.read_text(encoding="utf-8")))
    for name, figures in found.items():
        if figures:
            (FOLDER / f"{name}.json").write_text(as_json(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
