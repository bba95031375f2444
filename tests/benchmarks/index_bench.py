"""How fast articles go in, what a change costs, how fast a search is, and how much memory it takes.

    python -m tests.benchmarks.index_bench [--passages 100000] [--embedded 400] [--out FILE.json]

Texts are those of news10k, or drawn at random where that is absent. Embedding is timed with the
real model on `--embedded` passages. The large index for the other figures takes its vectors from
the model's own word table, averaged: a hundred times cheaper, and spread as real ones are. Each
figure stands beside its aim; on a busy machine believe the ratios and the processor's time.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

import index.opened
from assistant.evaluating.scores import percentile
from corpus.sentences import sentence_spans
from index import layout
from index.catalogue import Catalogue
from index.embedder import load_embedder
from index.embeddings import EmbeddingStore, Vectors
from index.opened import Index
from index.passage import Filters
from index.passages import cut, embedded_text
from index.settings import IndexSettings
from index.sync import sync
from tests.benchmarks import machine
from tests.benchmarks.places import ROOT, present, rows

NEWS = "news10k/articles.jsonl.gz"
QUERIES = 200
WIDE = Filters(since=dt.date(2016, 1, 1), until=dt.date(2019, 12, 31))
NARROW = Filters(outlets=("CNN (Web News)", "Fox News (Online)", "Outlet 1"))


class WordTable:
    """Means of the built-in model's word vectors; a query costs what it really does."""

    dimension = 384

    def __init__(self, settings: IndexSettings) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self._real = load_embedder(settings)
        self.identity = self._real.identity
        self._tokenizer = Tokenizer.from_file(str(self.identity.folder / "tokenizer.json"))
        table = load_file(self.identity.folder / "model.safetensors")
        words = table["embeddings.word_embeddings.weight"].astype(np.float32)
        self._words = words - words.mean(0)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._mean(text) for text in texts])

    def query(self, text: str) -> Vectors:
        self._real.query(text)
        return self._mean(text)

    def _mean(self, text: str) -> Vectors:
        mean = self._words[self._tokenizer.encode(text).ids].mean(0)
        found: Vectors = mean / np.linalg.norm(mean)
        return found


def articles() -> Iterator[dict[str, Any]]:
    """News, over and over with other numbers in it, or words drawn by frequency."""
    edition = 0
    while True:
        edition += 1
        if present(NEWS):
            for row in rows(NEWS):
                text = row["text"] if edition == 1 else row["text"].replace(". ", f" {edition}. ")
                yield row | {"text": text, "url": f"{row['url']}#{edition}"}
        else:
            draw = random.Random(edition)
            for n in range(10_000):
                sentences = (
                    " ".join(f"w{int(draw.paretovariate(0.6)) % 50_000}" for _ in range(18))
                    for _ in range(40)
                )
                day = dt.date(2012, 1, 1) + dt.timedelta(draw.randrange(3200))
                yield {
                    "url": f"http://drawn.example/{edition}/{n}",
                    "title": f"Title {n}",
                    "date": day.isoformat(),
                    "source": f"Outlet {n % 20}",
                    "text": ". ".join(one.capitalize() for one in sentences) + ".",
                }


def corpus_of(folder: Path, passages: int, settings: IndexSettings) -> int:
    """Write articles, 100 a file, until they make so many passages; says how many articles."""
    folder.mkdir(parents=True)
    made = 0
    lines: list[str] = []
    for count, article in enumerate(articles(), 1):
        spans = sentence_spans(article["text"])
        made += len(cut(article["text"], spans, words=settings.passage_words))
        lines.append(json.dumps(article))
        if len(lines) == 100 or made >= passages:
            (folder / f"{count:06d}.jsonl").write_text("\n".join(lines), encoding="utf-8")
            lines = []
        if made >= passages:
            return count
    raise AssertionError("articles never end")


def embedding(count: int, settings: IndexSettings) -> dict[str, float]:
    """Passages a second: the bare model, whole syncs, and a stock LangChain index."""
    from langchain_chroma import Chroma
    from langchain_huggingface import HuggingFaceEmbeddings
    from sentence_transformers import SentenceTransformer

    folder = Path(tempfile.mkdtemp(prefix="factcheck-bench-"))
    corpus_of(folder / "corpus", count, settings)
    sync(folder / "corpus", folder / "fp32", settings, load=WordTable)
    texts = list(_embedded(folder / "fp32"))
    name = str(load_embedder(settings).identity.folder)
    bare = SentenceTransformer(name, device="cpu")
    stock = HuggingFaceEmbeddings(model_name=name)
    int8 = IndexSettings(passage_words=settings.passage_words, precision="int8")
    shutil.rmtree(folder / "fp32")

    def whole(target: str, chosen: IndexSettings) -> Callable[[], object]:
        model = load_embedder(chosen)
        return lambda: sync(folder / "corpus", folder / target, chosen, load=lambda _: model)

    jobs: dict[str, Callable[[], object]] = {
        "SentenceTransformer.encode": lambda: bare.encode(texts, normalize_embeddings=True),
        "factcheck index": whole("one", settings),
        "factcheck index, int8": whole("two", int8),
        "Chroma.from_texts": lambda: Chroma.from_texts(texts, stock),
    }
    speeds = {}
    for job, run in jobs.items():
        began = time.perf_counter()
        run()
        speeds[job] = len(texts) / (time.perf_counter() - began)
    shutil.rmtree(folder)
    return speeds


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


def change(corpus: Path, folder: Path, settings: IndexSettings) -> tuple[float, float]:
    """Median seconds of a sync without changes, and of one with one article added."""
    model = WordTable(settings)
    still, added = [], []
    for n in range(5):
        still.append(sync(corpus, folder, settings, load=lambda _: model).seconds)
        text = f"Lighthouse {n}\n\n" + f"The keeper of lighthouse {n} left on a Sunday. " * 40
        (corpus / f"added-{n}.txt").write_text(text)
        added.append(sync(corpus, folder, settings, load=lambda _: model).seconds)
    return sorted(still)[2], sorted(added)[2]


def searching(folder: Path, settings: IndexSettings) -> dict[str, float]:
    """Milliseconds of a search with and without filters, and how many of the ten nearest by exact
    comparison are among the ten that were nearest by search."""
    index.opened.load_embedder = WordTable  # type: ignore[assignment]
    found: dict[str, float] = {}
    with Index.open(folder, settings) as opened:
        draw = random.Random(7)
        titles = sorted({one.title for one in opened.articles() if len(one.title.split()) > 4})
        queries = [
            f"what about {title}?" for title in draw.sample(titles, min(QUERIES, len(titles)))
        ]
        exact = _Exact(folder)
        for name, filters in (("all", Filters()), ("dates", WIDE), ("outlets", NARROW)):
            opened.search(queries[0], filters=filters)
            seconds, spent, recall = [], [], []
            allowed = {one.id for one in opened.articles() if filters.admits(one)}
            for query in queries:
                began, worked = time.perf_counter(), time.process_time()
                opened.search(query, filters=filters)
                seconds.append(time.perf_counter() - began)
                spent.append(time.process_time() - worked)
                hits = opened.search(query, k=200, filters=filters)
                near = {hit.passage.id for hit in hits if (hit.dense_rank or 99) <= 10}
                wanted = exact.nearest(opened.embedder.query(query), allowed)
                recall.append(len(near & wanted) / max(1, len(wanted)))
            found |= {
                f"{name} p50 ms": 1000 * (percentile(seconds, 50) or 0),
                f"{name} p95 ms": 1000 * (percentile(seconds, 95) or 0),
                f"{name} processor p50 ms": 1000 * (percentile(spent, 50) or 0),
                f"{name} recall@10": float(np.mean(recall)),
            }
    return found


class _Exact:
    """All vectors of an index in one table."""

    def __init__(self, folder: Path) -> None:
        gen = layout.current(folder)
        assert gen is not None
        with (
            closing(Catalogue(gen.catalogue)) as catalogue,
            closing(EmbeddingStore(gen.embeddings, readonly=True)) as store,
        ):
            rows = catalogue.connection.execute(
                "SELECT p.id, a.id, vector FROM passages p JOIN articles a ON a.n = article"
            ).fetchall()
            vectors = store.get(key for _, _, key in rows)
            self._table = np.stack([vectors[key] for _, _, key in rows])
        self._passages = np.array([row[0] for row in rows])
        self._articles = np.array([row[1] for row in rows])

    def nearest(self, vector: Vectors, allowed: set[str]) -> set[str]:
        admitted = np.isin(self._articles, list(allowed))
        cosines = np.where(admitted, self._table @ vector, -2)
        return set(self._passages[np.argsort(-cosines)[: min(10, int(admitted.sum()))]])


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--embedded", type=int, default=400)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    settings = IndexSettings()
    figures: dict[str, Any] = {"machine": machine.describe()}
    speeds = embedding(options.embedded, settings)
    figures["passages a second"] = speeds
    bare, stock = speeds["SentenceTransformer.encode"], speeds["Chroma.from_texts"]
    _say("index, fp32 / bare encode", speeds["factcheck index"] / bare, "at least 0.9")
    _say("index, int8 / bare encode", speeds["factcheck index, int8"] / bare, "1.8")
    _say("index, fp32 / stock LangChain", speeds["factcheck index"] / stock, "")
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as name:
        root = Path(name)
        for size in ("small", "large"):
            count = 1_000 if size == "small" else options.passages
            corpus_of(root / size, count, settings)
            sync(root / size, root / f"{size}-index", settings, load=WordTable)
        small = change(root / "small", root / "small-index", settings)
        large = change(root / "large", root / "large-index", settings)
        figures["seconds"] = {"no change": large[0], "one added": large[1], "to 1,000": small[1]}
        _say("seconds of a sync without changes", large[0], "at most 2")
        _say("one article added: to all / to 1,000 passages", large[1] / small[1], "at most 1.2")
        figures["search"] = searching(root / "large-index", settings)
        for what, value in figures["search"].items():
            aim = "at least 0.98" if "recall" in what else "60" if "p50" in what else "150"
            _say(f"search, {what}", value, aim)
        figures["peak MB"] = memory(root / "large-index")
        _say("peak MB of a searching process", figures["peak MB"], "at most 1200")
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _say(what: str, value: float, aim: str) -> None:
    print(f"{what:48s} {value:10.3f}   {aim and 'aim: ' + aim}", flush=True)


if __name__ == "__main__":
    main()
