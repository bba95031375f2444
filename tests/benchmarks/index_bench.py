"""How fast articles go in, what a change costs, how fast a search is, and how much memory it takes.

    python -m tests.benchmarks.index_bench [--passages 100000] [--embedded 400]
        [--parts embedding,changes,...] [--out eval-runs/bench.json]

Texts are those of news10k, or drawn at random where that is absent. Embedding is timed with the
real model on `--embedded` passages. The large index for the other figures takes its vectors from
the model's own word table, averaged: a hundred times cheaper, and spread as real ones are. It is
kept, and each part is written as soon as it is measured: `--parts` measures some of them again.
On a busy machine believe the ratios and the processor's time.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from index import layout
from index.catalogue import Catalogue
from index.embedder import load_embedder
from index.opened import Index
from index.passages import embedded_text
from index.settings import IndexSettings
from index.sync import sync
from tests.benchmarks import indexes, machine, realtimeqa
from tests.benchmarks.places import ROOT, cache_folder, present
from tests.benchmarks.recording import record
from tests.benchmarks.search_bench import searching
from tests.benchmarks.synthetic import WordTable, corpus_of, corpus_of_files, large_index

Figures = dict[str, Any]
FILES = 10_000


def embedding(count: int, settings: IndexSettings) -> Figures:
    """Passages a second of the bare model, of whole syncs and of a stock LangChain index."""
    from langchain_chroma import Chroma
    from langchain_huggingface import HuggingFaceEmbeddings
    from sentence_transformers import SentenceTransformer

    folder = Path(tempfile.mkdtemp(prefix="factcheck-bench-"))
    corpus_of(folder / "corpus", count, settings)
    sync(folder / "corpus", folder / "fp32", settings, load=WordTable)
    texts = list(_embedded(folder / "fp32"))
    name = str(load_embedder(settings).identity.folder)
    model = SentenceTransformer(name, device="cpu")
    stock = HuggingFaceEmbeddings(model_name=name)
    eight = IndexSettings(passage_words=settings.passage_words, precision="int8")
    shutil.rmtree(folder / "fp32")

    def whole(target: str, chosen: IndexSettings) -> Callable[[], object]:
        model = load_embedder(chosen)
        return lambda: sync(folder / "corpus", folder / target, chosen, load=lambda _: model)

    jobs: dict[str, Callable[[], object]] = {
        "SentenceTransformer.encode": lambda: model.encode(texts, normalize_embeddings=True),
        "factcheck index": whole("one", settings),
        "factcheck index, int8": whole("two", eight),
        "Chroma.from_texts": lambda: Chroma.from_texts(texts, stock),
    }
    speeds, thrift = {}, {}
    for job, run in jobs.items():
        began, worked = time.perf_counter(), time.process_time()
        run()
        speeds[job] = len(texts) / (time.perf_counter() - began)
        thrift[job] = len(texts) / (time.process_time() - worked)
    shutil.rmtree(folder)
    ratios = {}
    for by, of in (("", speeds), (", by processor time", thrift)):
        fp32, int8_ = of["factcheck index"], of["factcheck index, int8"]
        ratios[f"fp32 to bare encode{by}"] = fp32 / of["SentenceTransformer.encode"]
        ratios[f"int8 to bare encode{by}"] = int8_ / of["SentenceTransformer.encode"]
        ratios[f"fp32 to stock LangChain{by}"] = fp32 / of["Chroma.from_texts"]
    return {f"{name}, passages a second": value for name, value in speeds.items()} | ratios


def _embedded(folder: Path) -> Iterator[str]:
    gen = layout.current(folder)
    assert gen is not None
    with closing(Catalogue(gen.catalogue)) as catalogue:
        for article in catalogue.articles():
            text = catalogue.body(article.id)
            assert text is not None
            spans = catalogue.connection.execute(
                "SELECT start, end FROM passages JOIN articles a ON a.n = article WHERE a.id = ?",
                (article.id,),
            )
            yield from (embedded_text(article.title, text[0][a:b]) for a, b in spans)


def changes(large: tuple[Path, Path], settings: IndexSettings) -> Figures:
    """Median seconds of a sync without changes and of one with one article added, to the large
    index and to one of 1,000 passages, and of one without changes over `FILES` files."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as name:
        root = Path(name)
        corpus_of(root / "small", 1_000, settings)
        corpus_of_files(root / "files", FILES)
        for size in ("small", "files"):
            sync(root / size, root / f"{size}-index", settings, load=WordTable)
        small = _change(root / "small", root / "small-index", settings)
        many, _ = _change(root / "files", root / "files-index", settings)
    still, added = _change(*large, settings)
    return {
        "no change, large": still,
        f"no change, {FILES} files": many,
        "one added to large": added,
        "one added to 1,000": small[1],
        "one added, large to 1,000": added / small[1],
    }


def _change(corpus: Path, folder: Path, settings: IndexSettings) -> tuple[float, float]:
    model = WordTable(settings)
    still, added = [], []
    new = [corpus / f"added-{n}.txt" for n in range(5)]
    try:
        for n, file in enumerate(new):
            still.append(sync(corpus, folder, settings, load=lambda _: model).seconds)
            sentences = f"The keeper of lighthouse {n} left on a Sunday. " * 40
            file.write_text(f"Lighthouse {n}\n\n{sentences}")
            added.append(sync(corpus, folder, settings, load=lambda _: model).seconds)
    finally:
        for file in new:
            file.unlink(missing_ok=True)
        sync(corpus, folder, settings, load=lambda _: model)
    return sorted(still)[2], sorted(added)[2]


def int8() -> Figures:
    """Hits@10 on RealTimeQA `small` with exact and with 8-bit embedding, real indexes of both."""
    exact, eight = IndexSettings(), IndexSettings(precision="int8")
    home = indexes.ready("realtimeqa", realtimeqa.articles(), exact).parent
    other = indexes.in_line(home / "corpus", cache_folder() / "realtimeqa-int8", eight)
    hits = {"fp32": _hits(home / "index", exact), "int8": _hits(other, eight)}
    return hits | {"loss in points": 100 * (hits["fp32"] - hits["int8"])}


def _hits(folder: Path, settings: IndexSettings) -> float:
    with Index.open(folder, settings) as opened:
        found = [
            realtimeqa.relevance(question, opened.search(question.text, k=20))
            for question in realtimeqa.questions()
        ]
    return float(realtimeqa.retrieval_figures(found)["hits@10"] or 0)


def memory(folder: Path) -> int:
    """Peak MB of a fresh process that opens the index and searches it fifty times."""
    code = (
        "import sys; from pathlib import Path; from index.opened import Index\n"
        "from index.settings import IndexSettings\n"
        "i = Index.open(Path(sys.argv[1]), IndexSettings())\n"
        "for n in range(50): i.search(f'what did senator number {n} say about the budget?')\n"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return int(done.stdout) // 1024


def measured(parts: dict[str, Callable[[], Figures]], out: Path) -> None:
    """Measure these parts and write each into `out`, beside what stands there, at once."""
    for name, part in parts.items():
        began, load = time.perf_counter(), machine.describe()
        figures = part()
        took = {"took_seconds": round(time.perf_counter() - began)}
        record(out, "index", name, figures=figures | {"machine": load | took})
        for what, value in figures.items():
            print(f"{name}: {what:40s} {value:10.3f}", flush=True)


def main(argv: list[str] | None = None) -> None:
    """Measure, print, and add the figures to those of the file."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.index_bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--embedded", type=int, default=400)
    parser.add_argument("--parts", help="some of: embedding, int8, changes, search, memory")
    parser.add_argument("--out", type=Path, default=ROOT / "eval-runs" / "bench.json")
    told = parser.parse_args(argv)
    settings = IndexSettings()

    def large() -> tuple[Path, Path]:
        return large_index(told.passages, settings)

    parts: dict[str, Callable[[], Figures]] = {
        "embedding": lambda: embedding(told.embedded, settings),
        "int8": int8,
        "changes": lambda: changes(large(), settings),
        "search": lambda: searching(large()[1], settings),
        "memory": lambda: {"peak MB": memory(large()[1])},
    }
    if not present(realtimeqa.QUESTIONS):
        del parts["int8"]
        print("int8: left out, there is no RealTimeQA on this machine")
    wanted = told.parts.split(",") if told.parts else list(parts)
    if unknown := set(wanted) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    measured({name: parts[name] for name in wanted}, told.out)


if __name__ == "__main__":
    main()
