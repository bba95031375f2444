"""The bench's small parts: recording, the table, and each figure's path in it."""

from __future__ import annotations

import json
from pathlib import Path

from index.settings import IndexSettings
from tests.benchmarks.bench_table import ROWS, bench_table, published, readme_block
from tests.benchmarks.recording import record
from tests.benchmarks.search_bench import searching
from tests.benchmarks.synthetic import WordTable, corpus_of

MACHINE = {
    "when": "2020-01-02T03:04:05",
    "processor": "P",
    "cores": 2,
    "memory_gb": 8,
    "load_at_start": 0.5,
}


def test_parts_are_added_to_what_stands_in_the_file(tmp_path: Path) -> None:
    out = tmp_path / "runs" / "bench.json"
    record(out, "index", "memory", figures={"peak MB": 900})
    record(out, "speed", figures={"cold": 2.0})
    record(out, "index", "memory", figures={"peak MB": 800})
    assert json.loads(out.read_text()) == {
        "index": {"memory": {"peak MB": 800}},
        "speed": {"cold": 2.0},
    }


def test_the_table_says_what_was_reached() -> None:
    bench = {"index": {"memory": {"peak MB": 1300.0, "machine": MACHINE}}}
    text = readme_block(published(bench))
    assert "| memory of a searching process, peak | 1300 MB | at most 1200 MB | no |" in text
    assert "2020-01-02" in text
    assert "`make bench`" in text
    assert readme_block({}).startswith("Not measured")


def test_every_row_names_a_part_and_a_figure() -> None:
    assert all(path.count("/") == 1 for _, path, *_ in ROWS)


def test_what_search_measures_is_what_the_table_shows(tmp_path: Path) -> None:
    from index.sync import sync

    settings = IndexSettings()
    corpus_of(tmp_path / "corpus", 40, settings)
    sync(tmp_path / "corpus", tmp_path / "index", settings, load=WordTable)
    found = searching(tmp_path / "index", settings)
    assert found["all recall@10"] == 1
    shown = [path for _, path, *_ in ROWS if path.startswith("search/")]
    assert {path.removeprefix("search/") for path in shown} <= set(found)
    assert bench_table({"search": found}).count("\n") == len(shown) + 1
