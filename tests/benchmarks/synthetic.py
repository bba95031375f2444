"""Texts and cheap vectors for large indexes: news of news10k, or words drawn at random."""

from __future__ import annotations

import datetime as dt
import json
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.sentences import sentence_spans
from index.embedder import load_embedder
from index.embeddings import Vectors
from index.passages import cut
from index.settings import IndexSettings
from index.sync import Progress, sync
from tests.benchmarks.places import cache_folder, present, rows

NEWS = "news10k/articles.jsonl.gz"


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


def corpus_of_files(folder: Path, count: int) -> None:
    """Write so many short articles, each a file of its own."""
    folder.mkdir(parents=True)
    for n, article in zip(range(count), articles(), strict=False):
        (folder / f"{n:05d}.txt").write_text(
            f"{article['title']}\n\n{article['text'][:400]}", encoding="utf-8"
        )


def large_index(passages: int, settings: IndexSettings) -> tuple[Path, Path]:
    """Corpus and index of so many passages, made once and kept; an interrupted making goes on."""
    home = cache_folder() / f"bench-{passages}"
    finished = home / "corpus-finished"
    if not finished.exists():
        shutil.rmtree(home, ignore_errors=True)
        corpus_of(home / "corpus", passages, settings)
        finished.touch()
    sync(home / "corpus", home / "index", settings, load=WordTable, progress=_show)
    return home / "corpus", home / "index"


def _show(progress: Progress) -> None:
    print(f"\r{progress.step} {progress.done}/{progress.total} ", end="", file=sys.stderr)
