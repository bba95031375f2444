"""Development questions for weights and thresholds: RealTimeQA without its `small` part.

What search and reader say of each is kept in a file, so that weights can be tried in seconds:

python -m tests.benchmarks.answers_dev --reader auto --questions 100 --out DIR/dev.pickle
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.asking.assistant import reading_of
from assistant.reader.base import ReadResult
from assistant.reader.loading import load_reader
from index.opened import Index
from index.passage import Hit
from index.settings import IndexSettings
from tests.benchmarks import indexes
from tests.benchmarks.narrowing import Narrowed
from tests.benchmarks.places import rows

SEED = 20


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
    """`count` questions that are not `small` and whose answer stands in an article found."""
    fit = [
        row
        for row in rows("realtimeqa/questions.jsonl.gz")
        if not row.get("small") and row["urls_with_answer_string"]
    ]
    return random.Random(SEED).sample(fit, count)


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


def main() -> None:
    """Search and read for every question; keep it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default="auto")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--out", type=Path, required=True)
    told = parser.parse_args()
    asked = questions(told.questions)
    settings = IndexSettings()
    folder = indexes.ready("realtimeqa-dev", articles(asked), settings)
    reader = load_reader(told.reader)
    kept = []
    with Index.open(folder, settings) as index:
        ids = {article.url: article.id for article in index.articles()}
        for number, row in enumerate(asked, 1):
            text = row["question"]
            own = {ids[url] for url in row["retrieved_urls"] if url in ids}
            hits = index.search(text, k=20)
            fewer = Narrowed(index, without=own).search(text, k=20)
            kept.append(
                Read(
                    row["question_id"],
                    text,
                    tuple(row["answers"]),
                    tuple(hits),
                    tuple(reader.read(text, [reading_of(hit) for hit in hits])),
                    tuple(fewer),
                    tuple(reader.read(text, [reading_of(hit) for hit in fewer])),
                )
            )
            print(f"\r{number}/{len(asked)} ", end="", file=sys.stderr)
    told.out.write_bytes(pickle.dumps(kept))


if __name__ == "__main__":
    main()
