"""Development questions for weights and thresholds: RealTimeQA without its `small` part.

What search and reader say of each, with and without its own articles, is kept in a file, so that
`tests.benchmarks.tuning` can try weights in seconds. `make eval-tune` does both.

    python -m tests.benchmarks.answers_dev [--questions 100] [--reader auto] [--out FILE.pickle]
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.asking.assistant import reading_of
from assistant.reader.base import Reader, ReadResult
from assistant.reader.loading import load_reader
from index.opened import Index
from index.passage import Hit
from index.settings import IndexSettings
from tests.benchmarks import indexes
from tests.benchmarks.narrowing import Narrowed
from tests.benchmarks.places import cache_folder, rows
from tests.benchmarks.progress import Progress

SEED = 20
FIRST = 100


@dataclass(frozen=True)
class Read:
    """A question, its answers, what was found for it and what the reader made of that.

    `without` is the same with the question's own articles taken away.
    """

    id: str
    text: str
    answers: tuple[str, ...]
    hits: tuple[Hit, ...]
    results: tuple[ReadResult, ...]
    without_hits: tuple[Hit, ...]
    without_results: tuple[ReadResult, ...]


def questions(count: int) -> list[dict[str, Any]]:
    """`count` questions that are not `small` and whose answer stands in an article found.

    The first hundred are the same whatever the count.
    """
    fit = [
        row
        for row in rows("realtimeqa/questions.jsonl.gz")
        if not row.get("small") and row["urls_with_answer_string"]
    ]
    first = random.Random(SEED).sample(fit, FIRST)
    rest = [row for row in fit if row not in first]
    random.Random(SEED).shuffle(rest)
    return [*first, *rest][:count]


def articles(asked: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All articles that were found for them, as a corpus folder takes them."""
    wanted = {url for row in asked for url in row["retrieved_urls"]}
    for row in rows("realtimeqa/articles.jsonl.gz"):
        if row["url"] in wanted:
            yield {
                "url": row["url"],
                "title": row["title"],
                "outlet": urlsplit(row["url"]).netloc.removeprefix("www."),
                "published": (row["publish_date"] or "").replace("/", "-") or None,
                "text": row["text"],
            }


def kept_at() -> Path:
    """Where the readings are kept."""
    return cache_folder() / "answers-dev.pickle"


def read(index: Index, reader: Reader, row: dict[str, Any], own: set[str]) -> Read:
    """What search and reader make of one question; `own` are the ids of its articles."""
    text = row["question"]
    hits = index.search(text, k=20)
    fewer = Narrowed(index, without=own).search(text, k=20)
    return Read(
        row["question_id"],
        text,
        tuple(row["answers"]),
        tuple(hits),
        tuple(reader.read(text, [reading_of(hit) for hit in hits])),
        tuple(fewer),
        tuple(reader.read(text, [reading_of(hit) for hit in fewer])),
    )


def main(argv: list[str] | None = None) -> None:
    """Search and read for every question; keep it all."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.answers_dev",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--reader", default="auto")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--out", type=Path, default=kept_at())
    told = parser.parse_args(argv)
    asked = questions(told.questions)
    settings = IndexSettings()
    # The index holds at least the first hundred's articles, however few are asked.
    held = questions(max(told.questions, FIRST))
    folder = indexes.ready("realtimeqa-dev", articles(held), settings)
    reader, progress = load_reader(told.reader), Progress("reading")
    kept = []
    with Index.open(folder, settings) as index:
        ids = {article.url: article.id for article in index.articles()}
        for number, row in enumerate(asked, 1):
            own = {ids[url] for url in row["retrieved_urls"] if url in ids}
            kept.append(read(index, reader, row, own))
            progress(number, len(asked))
    told.out.write_bytes(pickle.dumps(kept))
    print(f"{reader.name}: {len(kept)} questions in {told.out}")


if __name__ == "__main__":
    main()
