"""The index's search as a LangChain retriever, for chains of one's own."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.opened import Index
from index.passage import Filters, Hit


class IndexRetriever(BaseRetriever):
    """Gives the `k` best passages that `filters` admits as Documents, best first.

    A Document's `id` is the passage's; its metadata name the article (`article_id`, `title`,
    `outlet`, `published` ISO), where in the article's text it stands (`start`, `end`) and the
    fused `score`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    k: int = 20
    filters: Filters = Filters()

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        hits = self.index.search(query, k=self.k, filters=self.filters)
        return [_document(hit) for hit in hits]


def _document(hit: Hit) -> Document:
    passage, article = hit.passage, hit.article
    return Document(
        page_content=passage.text,
        id=passage.id,
        metadata={
            "passage_id": passage.id,
            "article_id": article.id,
            "start": passage.start,
            "end": passage.end,
            "title": article.title,
            "outlet": article.outlet,
            "published": str(article.published) if article.published else None,
            "score": hit.score,
        },
    )
