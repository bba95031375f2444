"""What a user would pick instead, on the same questions and articles: retrieval of RealTimeQA.

- `langchain`: stock RAG retrieval: RecursiveCharacterTextSplitter (1,000 characters, 200 shared),
  HuggingFaceEmbeddings of the same model, Chroma, similarity search.
- `txtai`: its hybrid search with the same model over the same pieces, where it is installed
  (`pip install -c constraints.txt -e .[peers]`).
- `words`, `dense`: one of our two lists alone, BM25 and vectors. `hybrid`: both, before reading.

None of them answers in words or refuses without an LLM: only what they find is compared.
haiku.rag needs Python 3.12 and is not measured.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

from assistant.evaluating.scores import holds, percentile
from index.opened import Index
from index.passage import Hit
from tests.benchmarks import realtimeqa
from tests.benchmarks.notebook import Notebook
from tests.benchmarks.peers import Search, embeddings, langchain_search, txtai_search


def searches(index: Index) -> Iterator[tuple[str, Search]]:
    """Each baseline with its search for the 20 best texts, made when its turn comes."""
    yield "words", lambda question: _texts(_by(index, question, "words_rank"))
    yield "dense", lambda question: _texts(_by(index, question, "dense_rank"))
    yield "hybrid", lambda question: _texts(index.search(question, k=20))
    shared = embeddings()
    yield "langchain", langchain_search(shared)
    if find_spec("txtai"):
        yield "txtai", txtai_search(shared)


def _texts(hits: Sequence[Hit]) -> list[str]:
    return [f"{hit.article.title} {hit.passage.text}" for hit in hits]


def _by(index: Index, question: str, rank: str) -> list[Hit]:
    hits = [h for h in index.search(question, k=200) if getattr(h, rank) is not None]
    return sorted(hits, key=lambda hit: int(getattr(hit, rank)))[:20]


def measure(
    index: Index,
    notes: Notebook,
    *,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Any]:
    """Retrieval figures and latency of each baseline over the questions of realtimeqa."""
    asked = realtimeqa.questions(limit)
    figures: dict[str, Any] = {}
    rows: list[dict[str, Any]] = [{"id": q.id, "question": q.text} for q in asked]
    for name, search in searches(index):
        search(asked[0].text)  # warm
        seconds, relevant = [], []
        for number, question in enumerate(asked):
            make = partial(_searched, search, question)
            found = notes.recall(name, question.id, make=make)
            seconds.append(found["seconds"])
            relevant.append(found["relevant"])
            rows[number][f"first_hit_{name}"] = realtimeqa.first_hit(found["relevant"])
            progress(number + 1, len(asked))
        figures[name] = realtimeqa.retrieval_figures(relevant)
        figures[name]["seconds_p50"] = percentile(seconds, 50)
    return {"figures": figures, "rows": rows}


def _searched(search: Search, question: realtimeqa.Question) -> dict[str, Any]:
    began = time.perf_counter()
    texts = search(question.text)
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "relevant": [holds(text, question.answers) for text in texts]}
